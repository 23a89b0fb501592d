/**
 * What the explore page knows: the view read from the address, the model computed from dataset and view, the hovered record. One door for
 * change: `go(patch)` writes a new address, and everything follows from it.
 */
import { createContext } from 'svelte';
import type { Ref } from '../domain/dataset.ts';
import { emptyView } from '../domain/view.ts';
import type { Camera, View } from '../domain/view.ts';
import type { Lang } from '../i18n/lang.ts';
import { translator } from '../i18n/index.ts';
import type { DataSource, Nav } from '../ports/ports.ts';
import { createAtlas } from '../query/atlas.ts';
import { bringSpace } from '../query/bring-space.ts';
import { isDistrictSeries } from '../query/theme-series.ts';
import { explore } from '../query/explore.ts';
import type { Explore, Query } from '../query/explore.ts';
import { buildIndex } from '../query/query-index.ts';
import type { QueryIndex } from '../query/query-index.ts';
import { asksGround } from '../query/select.ts';
import type { Selected } from '../query/select.ts';
import type { SelectedRecord, selectedRecord } from '../query/selected-record.ts';
import { decode, encode, hrefOf } from '../query/url.ts';

export interface WorkspaceInput {
	lang: () => Lang;
	search: () => string;
	/** Model of the first address, rendered by the server; shown until the dataset is here. */
	initial: () => Explore & SelectedRecord;
	/** The dataset of the first address; `load` takes another one after a change. */
	source: DataSource;
	nav: Nav;
	isLayer: (id: string) => boolean;
	/** Address of a view; the explore page's where none is given. */
	hrefOf?: (lang: Lang, view: View) => string;
}

/** What a hand can move: the filter of the page, or the conditions on plugged-in layers. */
type Draft = Partial<Pick<View, 'filter' | 'assetFilter'>>;

export class Workspace {
	readonly #input: WorkspaceInput;
	#query = $state.raw<Query | null>(null);
	#source = $state.raw<DataSource>()!;
	hovered = $state.raw<Ref | null>(null);
	/** Raised when a reader has chosen another record, so that the map frames its places once. */
	framing = $state(0);
	readonly lang = $derived.by(() => this.#input.lang());
	readonly t = $derived(translator(this.lang));
	readonly isLayer = (id: string): boolean => this.#input.isLayer(id);
	readonly decoded = $derived.by(() => {
		const query = this.#query;
		return decode(this.#input.search(), query ? { exists: query.atlas.exists, isLayer: this.#input.isLayer, isTheme: (id) => isDistrictSeries(query.atlas, id) } : undefined);
	});
	/** A filter under the reader's hand, for as long as the address is the one it began at. */
	#draft = $state.raw<{ at: string; patch: Draft } | null>(null);
	readonly view = $derived.by((): View => {
		const [{ view }, draft] = [this.decoded, this.#draft];
		return draft !== null && draft.at === this.#input.search() ? { ...view, ...draft.patch } : view;
	});
	/** Index to which the ground of questions about space was brought, or for which it could not be had. */
	#grounded = $state.raw<QueryIndex | null>(null);
	/** While the ground is on its way the last answer stays: one without it would be another. */
	readonly computed = $derived.by((): (Explore & { selected: Selected }) | null => {
		const query = this.#query;
		if (query && (this.#grounded === query.index || !asksGround(this.view.filter))) this.#last = explore(query, this.view, this.lang, this.decoded.ignored);
		return this.#last;
	});
	#last: (Explore & { selected: Selected }) | null = null;
	/** Comes with the panel that shows it; until then the record of the first address is the server's. */
	readRecord = $state.raw<typeof selectedRecord | null>(null);
	readonly record = $derived.by((): SelectedRecord => {
		const [query, computed, { selection }] = [this.#query, this.computed, this.view];
		if (query && computed && this.readRecord) return this.readRecord(query, this.view, this.lang, computed.selected);
		return selection === this.#first ? this.#input.initial() : { card: null, why: null };
	});
	readonly model = $derived.by((): Explore => this.computed ?? this.#input.initial());
	/** Camera at rest; kept out of the reactive state, since only the next address needs it. */
	#camera: Camera | null = null;
	#framed: Ref | null = null;
	readonly #first: Ref | null;

	constructor(input: WorkspaceInput) {
		this.#input = input;
		this.#source = input.source;
		const { camera, selection } = decode(input.search()).view;
		this.#camera = camera;
		this.#framed = this.#first = selection;
	}

	get query(): Query | null {
		return this.#query;
	}
	get source(): DataSource {
		return this.#source;
	}
	/** Before the dataset is here, links are answered by the server. */
	get isReady(): boolean {
		return this.#query !== null;
	}

	/** Errors: rejects when the dataset cannot be loaded; the server's pages go on working. */
	async load(source = this.#source): Promise<void> {
		this.#source = source;
		const [dataset, relations] = await Promise.all([source.records(), source.relations()]);
		if (source !== this.#source) return;
		const atlas = createAtlas(dataset, relations);
		this.#query = { atlas, index: buildIndex(atlas) };
	}

	/** Brings the ground where the view asks about space; without it the page says so and leaves the question open. */
	async settle(): Promise<void> {
		const query = this.#query;
		if (!query || this.#grounded === query.index || !asksGround(this.view.filter)) return;
		await bringSpace(query, () => this.#source.shapes()).catch(() => {});
		if (query === this.#query) this.#grounded = query.index;
	}

	href(patch: Partial<View>): string {
		return this.#href({ ...this.view, camera: this.#camera ?? this.view.camera, ...patch });
	}
	#href(view: View): string {
		return (this.#input.hrefOf ?? hrefOf)(this.lang, view);
	}
	go(patch: Partial<View>): void {
		this.#input.nav.goto(this.href(patch));
	}
	/** Shows a filter without an address, until `go` writes one; `null` takes it back. */
	preview(patch: Draft | null): void {
		this.#draft = patch && { at: this.#input.search(), patch };
	}
	/** Writes the filter that was shown, unless it is the one of the address. */
	write(patch: Draft): void {
		const { view } = this.decoded;
		if (encode({ ...view, ...patch }) === encode(view)) this.preview(null);
		else this.go(patch);
	}
	/** Opens a view kept elsewhere, by its query string; its camera comes with it, and it is not framed anew. */
	open(search: string): void {
		const view = decode(search).view;
		if (view.camera) [this.#camera, this.#framed] = [view.camera, view.selection];
		this.#input.nav.goto(this.#href(view));
	}
	/** Changes the address that is open; nothing is added to the history. */
	amend(patch: Partial<View>): void {
		this.#input.nav.goto(this.href(patch), true);
	}
	rest(camera: Camera): void {
		this.#camera = camera;
		this.#input.nav.replace(this.href({ camera }));
	}
	/** After a navigation by link or choice, not by Back: asks the map to frame a newly selected record. */
	arrived(isChosen: boolean): void {
		this.#draft = null;
		const selection = this.view.selection;
		if (isChosen && selection !== null && selection !== this.#framed) this.framing++;
		this.#framed = selection;
		if (!isChosen) this.#camera = this.view.camera;
	}
	takeFraming(): boolean {
		const isWanted = this.framing > 0;
		this.framing = 0;
		return isWanted;
	}
	clearHref(): string {
		return this.href({ filter: emptyView.filter });
	}
}

export const [getWorkspace, setWorkspace] = createContext<Workspace>();
