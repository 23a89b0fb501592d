/** The page's side of reading a policy text: what the worker is doing, the rows with the planner's decisions and corrections, what the server said. The text stays in memory; decisions are kept in the browser. */
import type { Answer, Done, Refusal, RowProblem } from '../domain/change-answer.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Cells, Decisions, Edits, KeptReview, Review, ReviewRow } from '../domain/review.ts';
import { textLimits } from '../domain/text-file.ts';
import type { TextRefusalKey } from '../domain/text-file.ts';
import type { BrowserStore } from '../ports/browser-store.ts';
import type { ChangeDoor } from '../ports/changes.ts';
import type { TextReader, TextReading } from '../ports/text-reader.ts';
import { buildReview } from '../query/ingest/build-review.ts';
import { acceptRow, rejectRow, reopenRow, settle, sureLinks } from '../query/ingest/decide.ts';
import { filterRows, openFilter } from '../query/ingest/filter-rows.ts';
import type { ReviewFilter } from '../query/ingest/filter-rows.ts';
import { keptNow, readingSum } from '../query/ingest/kept.ts';
import { acceptedRows, toSet } from '../query/ingest/to-set.ts';
import type { Signing } from '../query/ingest/to-set.ts';

export const pageRows = 40;
export type ReviewStage = 'idle' | 'working' | 'cancelled' | 'refused' | 'unstructured' | 'review' | 'sending';
/** What the last key did, for the line that is read out. */
export type Told = { key: 'accepted' | 'rejected' | 'reopened' | 'blocked' | 'refused' | 'known' | 'links'; row: ReviewRow | null; n: number };

export interface ReviewTools {
	makeReader: () => TextReader;
	/** Dataset of the content address on screen. */
	records: (hash: string) => Promise<Dataset>;
	/** `null` where this browser keeps nothing. */
	store: BrowserStore<KeptReview> | null;
}

export class ReviewDesk {
	stage = $state<ReviewStage>('idle');
	file = $state('');
	share = $state(0);
	refusal = $state.raw<{ key: TextRefusalKey; filling: Record<string, string | number> } | null>(null);
	reading = $state.raw<TextReading | null>(null);
	dataset = $state.raw<Dataset | null>(null);
	decisions = $state.raw<Decisions>({});
	edits = $state.raw<Edits>({});
	filter = $state.raw<ReviewFilter>(openFilter);
	/** Key of the row that the keyboard is on. */
	current = $state('');
	/** Key of the row whose fields are open. */
	editing = $state('');
	told = $state.raw<Told | null>(null);
	turnedDown = $state.raw<Refusal | null>(null);
	problems = $state.raw<Record<string, RowProblem[]>>({});
	done = $state.raw<Done | null>(null);
	/** When this text was read here before; empty for a new one. */
	readBefore = $state('');
	cannotKeep = $state(false);

	review = $derived<Review | null>(this.reading && this.dataset ? buildReview(this.reading, this.dataset, this.edits) : null);
	rows = $derived<ReviewRow[]>(this.review ? filterRows(this.review.rows, this.decisions, this.filter, this.current) : []);
	accepted = $derived<ReviewRow[]>(this.review ? acceptedRows(this.review, this.decisions) : []);
	links = $derived<ReviewRow[]>(this.review ? sureLinks(this.review, this.decisions) : []);
	at = $derived(Math.max(0, this.rows.findIndex(({ key }) => key === this.current)));
	from = $derived(Math.floor(this.at / pageRows) * pageRows);

	readonly #tools: ReviewTools;
	#reader: TextReader | null = null;
	#turn = 0;
	#sum = '';
	/** Keys in the order they were decided. */
	#history: string[] = [];
	#writing: Promise<unknown> = Promise.resolve();
	/** What is still to be written: of several decisions in a moment only the last state, so that a tab closed right after loses as little as can be. */
	#latest: KeptReview | null = null;

	constructor(tools: ReviewTools) {
		this.#tools = tools;
	}

	get sum(): string {
		return this.#sum;
	}

	async read(file: File, hash: string): Promise<void> {
		this.stop();
		const turn = this.#turn;
		[this.file, this.share, this.stage] = [file.name, 0, 'working'];
		if (file.size > textLimits.fileBytes) return this.#refuse('size', { mb: Math.ceil(file.size / 1e6), most: textLimits.fileBytes / 1e6 });
		this.#reader = this.#tools.makeReader();
		const [told, dataset] = await Promise.all([this.#reader.read({ file, hash, wantsCandidates: true }, (share) => { if (turn === this.#turn) this.share = share; }), this.#tools.records(hash).catch(() => null)]);
		if (turn !== this.#turn) return;
		if (!told.ok) return this.#refuse(told.key, told.filling);
		if (!dataset) return this.#refuse('failed', {});
		const sum = readingSum(told.value.text);
		const kept = await this.#tools.store?.get(sum).catch(() => null);
		if (turn !== this.#turn) return;
		this.#sum = sum;
		[this.decisions, this.edits, this.readBefore] = [kept?.decisions ?? {}, kept?.edits ?? {}, kept?.at ?? ''];
		[this.dataset, this.reading] = [dataset, told.value];
		this.decisions = settle(this.review!, this.decisions);
		this.current = this.rows[0]?.key ?? '';
		this.stage = this.review!.rows.length === 0 ? 'unstructured' : 'review';
	}

	/** Takes in the dataset after it has changed: what was accepted is known then. */
	async refresh(hash: string): Promise<void> {
		const dataset = await this.#tools.records(hash).catch(() => null);
		if (!dataset || !this.reading) return;
		this.dataset = dataset;
		this.decisions = settle(this.review!, this.decisions);
		this.current = this.rows[0]?.key ?? '';
	}

	show(filter: Partial<ReviewFilter>): void {
		this.filter = { ...this.filter, ...filter };
		[this.current, this.editing] = ['', ''];
		this.current = this.rows[0]?.key ?? '';
	}

	/** Moves by rows; stays at both ends. */
	move(by: number): void {
		const row = this.rows[Math.min(this.rows.length - 1, Math.max(0, this.at + by))];
		if (row) [this.current, this.editing] = [row.key, ''];
	}

	accept(key = this.current): void {
		const row = this.review?.byKey.get(key);
		if (!row) return;
		if (row.isKnown) return this.#tell('known', row);
		const told = acceptRow(this.review!, this.decisions, key);
		if (!told.ok && told.why === 'rejected') return this.#tell('refused', told.first);
		if (!told.ok) {
			[this.current, this.editing] = [told.first.key, told.first.key];
			return this.#tell('blocked', told.first);
		}
		this.#history.push(key);
		this.#decide(told.decisions);
		this.#tell('accepted', row, told.also.length);
		this.#step(key);
	}

	reject(key = this.current): void {
		const row = this.review?.byKey.get(key);
		if (!row) return;
		if (row.isKnown) return this.#tell('known', row);
		const { decisions, opened } = rejectRow(this.review!, this.decisions, key);
		this.#history.push(key);
		this.#decide(decisions);
		this.#tell('rejected', row, opened.length);
		this.#step(key);
	}

	/** The row's decision, else the last one that was made: its row may have left the list. */
	reopen(): void {
		const isDecided = (one: string | undefined): boolean => one !== undefined && this.decisions[one] !== undefined;
		const key = isDecided(this.current) ? this.current : this.#history.findLast(isDecided);
		const row = this.review?.byKey.get(key ?? '');
		if (!row || key === undefined) return;
		const { decisions, opened } = reopenRow(this.review!, this.decisions, key);
		this.#decide(decisions);
		[this.current, this.editing] = [key, ''];
		this.#tell('reopened', row, opened.length);
	}

	edit(key = this.current): void {
		const row = this.review?.byKey.get(key);
		if (!row || (row.isKnown && this.edits[key] === undefined)) return;
		[this.current, this.editing] = [key, key];
	}

	/** Cells that were typed; with them the row is accepted where nothing is left to fill. */
	correct(key: string, typed: Cells): void {
		this.edits = { ...this.edits, [key]: { ...this.edits[key], ...typed } };
		this.editing = '';
		this.decisions = settle(this.review!, this.decisions);
		this.#keep();
		if (!this.review!.byKey.get(key)?.isKnown) this.accept(key);
	}

	acceptLinks(): void {
		const links = this.links;
		this.#decide({ ...this.decisions, ...Object.fromEntries(links.map(({ key }) => [key, 'accepted' as const])) });
		this.#tell('links', null, links.length);
	}

	async send(door: ChangeDoor, signing: Omit<Signing, 'name' | 'sum'>): Promise<Done | null> {
		const made = toSet(this.review!, this.decisions, this.dataset!, { ...signing, name: this.file, sum: this.#sum });
		if (!made) return null;
		[this.turnedDown, this.problems, this.stage] = [null, {}, 'sending'];
		const answer: Answer<Done> = await door.send(made.set);
		this.stage = 'review';
		if (!answer.ok) {
			this.turnedDown = answer.refusal;
			this.problems = Object.groupBy(answer.refusal.problems, ({ row }) => made.keys[row ?? 0] ?? '') as Record<string, RowProblem[]>;
			return null;
		}
		this.#decide(Object.fromEntries(Object.entries(this.decisions).filter(([key]) => !made.keys.includes(key))));
		return (this.done = answer.value);
	}

	cancel(): void {
		this.stop();
		this.stage = 'cancelled';
	}

	/** Forgets the text; what was decided stays in the browser. */
	stop(): void {
		this.#turn++;
		this.#reader?.stop();
		this.#reader = null;
		[this.reading, this.dataset, this.refusal, this.told, this.turnedDown, this.done, this.decisions, this.edits, this.problems, this.current, this.editing, this.filter, this.readBefore] = [null, null, null, null, null, null, {}, {}, {}, '', '', openFilter, ''];
		this.#history = [];
		this.stage = 'idle';
	}

	/** On to the next row that is still open, where the filter shows one. */
	#step(key: string): void {
		if (this.current !== key) return;
		const next = this.rows.slice(this.at + 1).find((row) => this.decisions[row.key] === undefined && !row.isKnown);
		[this.current, this.editing] = [next?.key ?? key, ''];
	}

	#decide(decisions: Decisions): void {
		this.decisions = decisions;
		[this.done, this.turnedDown, this.problems] = [null, null, {}];
		this.#keep();
	}

	#tell(key: Told['key'], row: ReviewRow | null, n = 0): void {
		this.told = { key, row, n };
	}

	#keep(): void {
		this.#latest = keptNow(this.#sum, this.file, this.decisions, this.edits);
		this.#writing = this.#writing.then(() => {
			const kept = this.#latest;
			this.#latest = null;
			return kept ? this.#tools.store?.put(kept) : undefined;
		}).then(() => { this.cannotKeep = this.#tools.store === null; }, () => { this.cannotKeep = true; });
	}

	#refuse(key: TextRefusalKey, filling: Record<string, string | number>): void {
		this.refusal = { key, filling };
		this.stage = 'refused';
	}
}
