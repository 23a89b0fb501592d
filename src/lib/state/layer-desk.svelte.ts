/** The page's side of plugging in a layer: what the worker found, the coordinate system and its shifts, what the planner states, and the rows on their way. Rows stay in the worker; a chunk of them passes through here. */
import type { Geometry } from 'geojson';
import type { Refusal } from '../domain/change-answer.ts';
import { inventoryLimits } from '../domain/inventory.ts';
import type { Crs, FeatureProblem, InventoryLayer } from '../domain/inventory.ts';
import type { LayerDoor } from '../ports/layer-door.ts';
import type { FileLook, FoundShift, LayerLook, LayerReader } from '../ports/layer-reader.ts';
import { guessRoles } from '../query/guess-roles.ts';
import { LayerForm } from './layer-form.svelte.ts';

export type LayerStage = 'idle' | 'reading' | 'refused' | 'cancelled' | 'found' | 'sending' | 'finishing' | 'done';

/** Where the area is, and a boundary that planners know. */
export interface Known {
	area: [west: number, south: number, east: number, north: number];
	boundary: Geometry;
}

export class LayerDesk {
	stage = $state<LayerStage>('idle');
	file = $state('');
	share = $state(0);
	look = $state.raw<FileLook | null>(null);
	/** Index of the layer of the file that is looked at. */
	at = $state(0);
	crs = $state.raw<Crs | null>(null);
	isSwapped = $state(false);
	shifts = $state.raw<FoundShift[]>([]);
	form = $state.raw<LayerForm | null>(null);
	sent = $state(0);
	/** What was wrong with positions, once they were read in the accepted system. */
	placeProblems = $state.raw<FeatureProblem[]>([]);
	turnedDown = $state.raw<Refusal | null>(null);
	done = $state.raw<InventoryLayer | null>(null);

	readonly #makeReader: () => LayerReader;
	readonly #door: LayerDoor;
	#reader: LayerReader | null = null;
	#known: Known | null = null;
	#file: File | null = null;
	#draft = '';
	/** Of the newest file: what comes from an earlier one is dropped. */
	#turn = 0;

	constructor(makeReader: () => LayerReader, door: LayerDoor) {
		this.#makeReader = makeReader;
		this.#door = door;
	}

	get layer(): LayerLook | null {
		return this.look?.layers[this.at] ?? null;
	}
	/** Tables whose coordinates were not found are asked about by their columns. */
	get needsColumns(): boolean {
		return this.layer?.coordinates === null;
	}

	/** `colour`: of the palette, one that the layers here do not wear yet. */
	async read(file: File, known: Promise<Known>, colour: number, coordinates?: { x: string; y: string }): Promise<void> {
		this.stop();
		const turn = this.#turn;
		[this.#file, this.file, this.share, this.stage] = [file, file.name, 0, 'reading'];
		if (file.size > inventoryLimits.fileBytes) return this.#refuse({ row: 0, key: 'size', with: { mb: Math.ceil(file.size / 1e6), most: inventoryLimits.fileBytes / 1e6 }, level: 'refused' });
		const ground = await known.catch(() => null);
		if (turn !== this.#turn) return;
		if (!ground) return this.#refuse({ row: 0, key: 'failed', with: {}, level: 'refused' });
		this.#known = ground;
		this.#reader = this.#makeReader();
		const look = await this.#reader.read(file, ground.area, (share) => (this.share = share), coordinates);
		if (turn !== this.#turn) return;
		this.look = look;
		if (look.layers.length === 0) return void (this.stage = 'refused');
		const most = look.layers.reduce((best, { count }, i) => (count > look.layers[best]!.count ? i : best), 0);
		await this.choose(most, colour);
		if (turn === this.#turn) this.stage = 'found';
	}

	/** Looks at another layer of the file. */
	async choose(at: number, colour: number): Promise<void> {
		this.at = at;
		const { name, found, fields } = this.layer!;
		[this.crs, this.isSwapped, this.shifts, this.turnedDown] = [found.crs, found.doubt === 'swapped', [], null];
		this.form = new LayerForm({ title: name || this.file.replace(/\.[^.]*$/, ''), source: '', date: '', accuracyM: null, fields, roles: guessRoles(fields), style: { colour } });
		await this.#shift();
	}

	async setCrs(crs: Crs, isSwapped = this.isSwapped): Promise<void> {
		[this.crs, this.isSwapped] = [crs, isSwapped];
		await this.#shift();
	}
	/** The other way round; where no system is chosen yet the likeliest is shown so. */
	async swap(): Promise<void> {
		this.isSwapped = !this.isSwapped;
		await this.#shift();
	}
	/** Reads the file again with the columns that the planner named. */
	async readAgain(x: string, y: string, colour: number): Promise<void> {
		if (this.#file && this.#known) await this.read(this.#file, Promise.resolve(this.#known), colour, { x, y });
	}

	/** Where nothing was declared the likeliest reading is the one that the others are held against. */
	async #shift(): Promise<void> {
		const [turn, at] = [this.#turn, this.at];
		const crs = this.crs ?? this.layer!.found.candidates[0]?.crs;
		const shifts = crs && this.#known ? await this.#reader!.shifts(at, crs, this.isSwapped, this.#known.boundary) : [];
		if (turn === this.#turn && at === this.at) this.shifts = shifts;
	}

	async accept({ by, token }: { by: string; token: string }): Promise<void> {
		const [layer, form, crs, turn] = [this.layer!, this.form!, this.crs, this.#turn];
		if (!crs || this.stage !== 'found') return;
		[this.stage, this.sent, this.turnedDown] = ['sending', 0, null];
		if (token) this.#door.unlock(token);
		const stated = { ...form.stated(), file: this.file, sum: this.look!.sum, crs, addedBy: by };
		const placed = await this.#reader!.place({ layer: this.at, crs, isSwapped: this.isSwapped, fields: stated.fields });
		if (turn !== this.#turn) return;
		if (!placed) return this.#refuse({ row: 0, key: 'failed', with: {}, level: 'refused' });
		this.placeProblems = placed.problems;
		const begun = await this.#door.begin(stated);
		if (turn !== this.#turn) return void (begun.ok && this.#door.abort(begun.value.draft));
		if (!begun.ok) return this.#turnDown(begun.refusal);
		this.#draft = begun.value.draft;
		for (let [chunk, from] = [0, 0 as number | null]; from !== null; chunk++) {
			const part = await this.#reader!.rows(from);
			if (turn !== this.#turn) return;
			if (!part) return this.#refuse({ row: 0, key: 'failed', with: {}, level: 'refused' });
			const answer = part.rows.length > 0 ? await this.#send(chunk, part.rows) : null;
			if (turn !== this.#turn) return;
			if (answer && !answer.ok) return this.#turnDown(answer.refusal);
			this.sent += part.rows.length;
			from = part.next;
		}
		this.stage = 'finishing';
		const finished = await this.#door.finish(this.#draft, layer.count);
		this.#draft = finished.ok ? '' : this.#draft;
		if (turn !== this.#turn) return;
		if (!finished.ok) return this.#turnDown(finished.refusal);
		this.#reader?.stop();
		[this.#reader, this.#file, this.done, this.stage] = [null, null, finished.value, 'done'];
	}

	/** A chunk whose answer was lost on the way is sent once more: the server knows it by its number. */
	async #send(chunk: number, rows: Parameters<LayerDoor['append']>[2]): ReturnType<LayerDoor['append']> {
		const answer = await this.#door.append(this.#draft, chunk, rows);
		return answer.ok || answer.refusal.status !== 0 ? answer : this.#door.append(this.#draft, chunk, rows);
	}

	cancel(): void {
		this.stop();
		this.stage = 'cancelled';
	}

	/** Forgets the file, in the middle of reading or sending too. */
	stop(): void {
		this.#turn++;
		this.#reader?.stop();
		this.#reader = null;
		this.#forget();
		[this.look, this.crs, this.shifts, this.form, this.turnedDown, this.done, this.at, this.placeProblems, this.#file] = [null, null, [], null, null, null, 0, [], null];
		this.stage = 'idle';
	}

	#forget(): void {
		if (this.#draft) void this.#door.abort(this.#draft);
		this.#draft = '';
	}
	/** What was typed stays: it can be mended and sent again. */
	#turnDown(refusal: Refusal): void {
		this.#forget();
		[this.turnedDown, this.stage] = [refusal, 'found'];
	}
	#refuse(problem: FeatureProblem): void {
		this.look = { sum: '', layers: [], problems: [problem] };
		this.stage = 'refused';
	}
}
