/** The page's side of reading a file: what the worker is doing, the report page by page, what the planner typed. Rows stay in the worker; a page of them is here. */
import type { Done, Refusal } from '../domain/change-answer.ts';
import type { FallbackSource, ReportOverview, ReportRow, RowKind } from '../domain/figure-report.ts';
import { limits } from '../domain/change.ts';
import type { Filling, RefusalKey } from '../domain/loaded-table.ts';
import type { Accepting, FigureReader, Phase } from '../ports/figure-reader.ts';

export const pageRows = 25;
export type Stage = 'idle' | 'working' | 'cancelled' | 'refused' | 'report' | 'sending' | 'done';

export class FiguresDesk {
	stage = $state<Stage>('idle');
	file = $state('');
	work = $state.raw<{ phase: Phase; done: number; total: number }>({ phase: 'loading', done: 0, total: 1 });
	refusal = $state.raw<{ key: RefusalKey; filling: Filling } | null>(null);
	overview = $state.raw<ReportOverview | null>(null);
	kind = $state<RowKind | ''>('');
	from = $state(0);
	rows = $state.raw<ReportRow[]>([]);
	/** What the server said against the set. */
	turnedDown = $state.raw<Refusal | null>(null);
	done = $state.raw<Done | null>(null);
	fallback = $state<FallbackSource>({ outlet: '', date: '', title: '' });

	readonly #makeReader: () => FigureReader;
	#reader: FigureReader | null = null;
	/** Of the newest file: what comes from an earlier one is dropped. */
	#turn = 0;

	constructor(makeReader: () => FigureReader) {
		this.#makeReader = makeReader;
	}

	/** Rows that the filter leaves. */
	get total(): number {
		const counts = this.overview?.counts;
		return !counts ? 0 : this.kind === '' ? Object.values(counts).reduce((sum, n) => sum + n, 0) : counts[this.kind];
	}

	async read(file: File, hash: string): Promise<void> {
		this.stop();
		const turn = this.#turn;
		this.file = file.name;
		this.work = { phase: 'loading', done: 0, total: 1 };
		this.stage = 'working';
		if (file.size > limits.fileBytes) return this.#refuse('size', { mb: Math.ceil(file.size / 1e6), most: limits.fileBytes / 1e6 });
		this.#reader = this.#makeReader();
		const told = await this.#reader.read(file, hash, { ...this.fallback }, (phase, done, total) => (this.work = { phase, done, total }));
		if (turn !== this.#turn) return;
		if (!told.ok) return this.#refuse(told.key, told.filling);
		this.overview = told.value;
		await this.show(told.value.counts.wrong > 0 ? 'wrong' : '');
		if (turn === this.#turn) this.stage = 'report';
	}

	async show(kind: RowKind | '', from = 0): Promise<void> {
		const rows = await this.#reader!.page(kind, from, pageRows);
		if (Array.isArray(rows)) [this.kind, this.from, this.rows] = [kind, from, rows];
	}

	/** Checks the rows again with the source typed for those that name none. */
	async applySource(): Promise<void> {
		const told = await this.#reader!.check({ ...this.fallback });
		if (!told.ok) return this.#refuse(told.key, told.filling);
		this.overview = told.value;
		await this.show(told.value.counts.wrong > 0 ? 'wrong' : '');
	}

	async accept(accepting: Accepting): Promise<Done | null> {
		this.turnedDown = null;
		this.stage = 'sending';
		const told = await this.#reader!.accept(accepting);
		if (!told.ok) {
			this.#refuse(told.key, told.filling);
			return null;
		}
		if (!told.value.ok) {
			this.turnedDown = told.value.refusal;
			this.stage = 'report';
			return null;
		}
		this.done = told.value.value;
		this.stage = 'done';
		return this.done;
	}

	cancel(): void {
		this.stop();
		this.stage = 'cancelled';
	}

	/** Forgets the file. */
	stop(): void {
		this.#turn++;
		this.#reader?.stop();
		this.#reader = null;
		[this.overview, this.refusal, this.turnedDown, this.done, this.rows, this.kind, this.from] = [null, null, null, null, [], '', 0];
		this.stage = 'idle';
	}

	#refuse(key: RefusalKey, filling: Filling): void {
		this.refusal = { key, filling };
		this.stage = 'refused';
	}
}
