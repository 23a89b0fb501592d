/** Plugged-in layers on the explore page: which are asked for, what their worker answered to the filter, and what could not be had. Made with the first of them. */
import '../i18n/rooms/asset.ts';
import '../i18n/rooms/asset-filter.ts';
import type { Ref } from '../domain/dataset.ts';
import type { AssetAnswer, AssetCard, AssetFound, AssetLine, AssetSort, FacetField } from '../domain/inventory-question.ts';
import type { InventoryLayer } from '../domain/inventory.ts';
import type { Found, FoundGroup, MarkedText } from '../domain/search.ts';
import type { Shapes } from '../domain/shape.ts';
import type { Drawing } from '../map/columns-data.ts';
import type { DrawnInventory } from '../map/inventory-layers.ts';
import { inksOf } from '../map/inventory-ink.ts';
import { createInventoryWorker } from '../map/inventory-worker.ts';
import type { InventoryWorker } from '../map/inventory-worker.ts';
import InventoryThread from '../map/inventory.worker.ts?worker';
import { fetchLayers } from '../ports/layer-rows.ts';
import type { Ignored, View } from '../domain/view.ts';
import { conditionsOf } from '../query/asset-filter.ts';
import { titleOf } from '../query/cards.ts';
import { asksPlaces, statusWords, toInventoryFilter } from '../query/inventory-filter.ts';
import type { InventoryFilter } from '../query/inventory-filter.ts';
import { assetRef, inventoryLayerId, inventoryOf, readAsset } from '../query/inventory-id.ts';
import { sayAccuracy } from '../query/say-asset.ts';
import { assetFilterWords, unusedWords } from '../query/say-asset-filter.ts';
import type { Workspace } from './workspace.svelte.ts';

/** Features that a search may fetch of layers that are not open, all together. */
const mostFetchedForSearch = 20_000;
const splitBy = <T>(all: readonly T[], test: (one: T) => boolean): [T[], T[]] => {
	const yes = new Set(all.filter(test));
	return [[...yes], all.filter((one) => !yes.has(one))];
};

export interface Shown extends Pick<InventoryFilter, 'asks' | 'silent' | 'unused' | 'used'> {
	layer: InventoryLayer;
	answer: AssetAnswer<Drawing>;
	/** Whether a place was asked about, so that rows have reasons. */
	isNear: boolean;
}

export class Inventories {
	readonly #workspace: Workspace;
	readonly #worker: InventoryWorker;
	readonly #loaded: Record<string, Promise<Record<string, string[]> | null>> = {};
	/** Of each layer the newest question: an answer to an older one is dropped. */
	readonly #asked: Record<string, string> = {};
	readonly #listed: Promise<InventoryLayer[]>;
	#shapes: Shapes | null = null;
	/** `null` until the server has told. */
	layers = $state.raw<InventoryLayer[] | null>(null);
	shown = $state.raw<Readonly<Record<string, Shown>>>({});
	/** What a layer can be chosen by, of those whose table was open. */
	fields = $state.raw<Readonly<Record<string, FacetField[]>>>({});
	/** Ids that are on their way, and those that could not be had. */
	waiting = $state.raw<readonly string[]>([]);
	failed = $state.raw<readonly string[]>([]);
	card = $state.raw<{ ref: Ref; value: AssetCard | null } | null>(null);

	constructor(workspace: Workspace, worker: InventoryWorker = createInventoryWorker(() => new InventoryThread()), list: () => Promise<InventoryLayer[]> = fetchLayers) {
		this.#workspace = workspace;
		this.#worker = worker;
		this.#listed = list().then((layers) => (this.layers = layers), () => (this.layers = []));
	}

	layerOf(id: string): InventoryLayer | undefined {
		return this.layers?.find((layer) => layer.id === id);
	}
	/** Ids that the view names and that are here. */
	readonly wanted = $derived.by((): string[] => {
		const { view } = this.#workspace;
		const named = [...(view.layers ?? []).map(({ id }) => inventoryOf(id)), view.assets].filter((id): id is string => id !== null);
		return named.filter((id, i) => named.indexOf(id) === i && this.layerOf(id) !== undefined);
	});
	/** Bottom to top, as the view has them. */
	readonly drawn = $derived.by((): (DrawnInventory & { layer: InventoryLayer })[] => (this.#workspace.view.layers ?? []).flatMap(({ id, opacity }) => {
		const shown = this.shown[inventoryOf(id) ?? ''];
		return shown ? [{ layer: shown.layer, opacity, answer: shown.answer }] : [];
	}));
	/** What an export prints of them. */
	readonly foot = $derived.by((): string[] => this.drawn.map(({ layer }) => {
		const { t, lang } = this.#workspace;
		const filter = assetFilterWords(t, layer, this.shown[layer.id]!.used);
		return [layer.title, ...(filter ? [t('assetfilter.on', { what: filter })] : []), t('asset.legend.source', { source: [layer.source || t('asset.notstated'), layer.date].filter(Boolean).join(t('join.list')) }), t('asset.legend.accuracy', { accuracy: sayAccuracy(t, layer.accuracyM) })].join(lang === 'zh' ? '；' : '; ');
	}));
	readonly focus = $derived.by(() => (this.card && this.card.ref === this.#workspace.view.selection ? (this.card.value?.geometry ?? null) : null));

	/** Conditions on fields that found nothing to ask, in sentences. */
	readonly unused = $derived.by((): Ignored[] => this.wanted.flatMap((id) => (this.shown[id]?.unused ?? []).map((one): Ignored => ({ key: inventoryLayerId(id), value: one.name, reason: 'bad-value', sentence: unusedWords(this.#workspace.t, this.shown[id]!.layer, one) }))));

	/** Asks for what the view names; called whenever it, the filter or the dataset changes. */
	follow(): void {
		const { view, query } = this.#workspace;
		// Rows are fetched and put into columns beside the dataset.
		for (const id of this.wanted) void this.#load(this.layerOf(id)!);
		if (!query) return;
		for (const id of this.wanted) void this.#ask(id, view, query);
		const asset = readAsset(view.selection);
		if (asset && this.layers && this.card?.ref !== view.selection) void this.#open(asset, view.selection!, query.atlas.dataset.hash);
	}

	async #ask(id: string, { filter, assetFilter }: Pick<View, 'filter' | 'assetFilter'>, { atlas }: NonNullable<Workspace['query']>): Promise<void> {
		const layer = this.layerOf(id)!;
		const isOpen = this.#workspace.view.assets === id || id in this.fields;
		const key = JSON.stringify([filter, conditionsOf(assetFilter, id), isOpen, this.#workspace.lang, atlas.dataset.hash]);
		if (this.#asked[id] === key) return;
		this.#asked[id] = key;
		if (!(id in this.shown)) this.waiting = [...this.waiting.filter((one) => one !== id), id];
		const values = await this.#load(layer);
		if (asksPlaces(filter)) this.#shapes ??= await this.#workspace.source.shapes().catch(() => null);
		if (this.#asked[id] !== key) return;
		const asked = values && (this.#shapes || !asksPlaces(filter)) ? toInventoryFilter({ filter, assetFilter }, { layer, shapes: this.#shapes, nameOf: (place) => titleOf(atlas, this.#workspace.lang, `place:${place}`), statusWords, values }) : null;
		const answer = asked && (await this.#worker.ask(id, { filter: asked.filter, grounds: asked.grounds, inks: inksOf(layer), count: isOpen ? layer.fields.map(({ name }) => name) : [] }));
		if (isOpen && answer && !(id in this.fields)) this.fields = { ...this.fields, [id]: (await this.#worker.fields(id)) ?? [] };
		if (this.#asked[id] !== key) return;
		this.waiting = this.waiting.filter((one) => one !== id);
		if (!answer) this.failed = [...this.failed.filter((one) => one !== id), id];
		else this.shown = { ...this.shown, [id]: { layer, answer, asks: asked!.asks, silent: asked!.silent, unused: asked!.unused, used: asked!.used, isNear: asked!.grounds.length > 0 } };
	}
	#load(layer: InventoryLayer): Promise<Record<string, string[]> | null> {
		return (this.#loaded[layer.id] ??= this.#worker.load(layer));
	}

	async #open({ layer: id, row }: { layer: string; row: number }, ref: Ref, hash: string): Promise<void> {
		const layer = this.layerOf(id);
		const isHere = layer !== undefined && (await this.#load(layer)) !== null;
		// Attributes do not wait for the geometry of what may lie near.
		for (const near of [null, hash]) {
			const value = isHere ? await this.#worker.card(id, row, near) : null;
			if (this.#workspace.view.selection !== ref) return;
			this.card = { ref, value };
			if (!value) return;
		}
	}

	/** Under the pointer there is no time to ask: the layer and the number. */
	tipOf(ref: Ref): { title: string; detail: string } | null {
		const asset = readAsset(ref);
		const layer = asset && this.layerOf(asset.layer);
		return layer ? { title: layer.title, detail: `#${asset.row}` } : null;
	}
	lines(id: string, sort: AssetSort, from: number, count: number): Promise<AssetLine[]> {
		return this.#worker.lines(id, sort, from, count).then((lines) => lines ?? []);
	}
	all(id: string, sort: AssetSort): Promise<AssetLine[]> {
		return this.#worker.all(id, sort).then((lines) => lines ?? []);
	}
	/** RFC 7946, as the whole layer is given by the server, with what it was filtered by. Errors: rejects where the worker is gone. */
	async geojson(id: string, filter: string): Promise<Uint8Array> {
		const { title, source, date } = this.layerOf(id)!;
		const features = await this.#worker.features(id);
		if (!features) throw new Error(`${id} cannot be had`);
		const head = JSON.stringify({ type: 'FeatureCollection', name: title, source, date, filter }).slice(0, -1);
		return new Uint8Array(await new Blob([head, ',"features":[', features, '\n]}\n']).arrayBuffer());
	}
	/** Looks through the layers that are open, and through others that are held as long as they are small; which are left out is told. */
	async found(text: string, limit: number): Promise<FoundGroup | null> {
		const found: AssetFound[] = [];
		const [open, shut] = splitBy(await this.#listed, ({ id }) => id in this.#loaded);
		let room = mostFetchedForSearch;
		const [small, large] = splitBy(shut.sort((a, b) => a.count - b.count), ({ count }) => (room -= count) >= 0);
		for (const layer of [...open, ...small]) {
			if (found.length >= limit || !(await this.#load(layer))) continue;
			found.push(...((await this.#worker.find(layer.id, text, limit - found.length)) ?? []));
		}
		const plain = (words: string): MarkedText => ({ text: words, marks: [] });
		const items = found.map(({ layer, row, title, detail }): Found => {
			const ref = assetRef(layer, row);
			return { kind: 'asset', ref, href: this.#workspace.href({ selection: ref }), cite: plain(''), title: plain(title || this.#workspace.t('asset.unnamed', { row })), other: plain(this.layerOf(layer)?.title ?? ''), lines: detail ? [{ ...plain(detail), lang: 'zh' }] : [] };
		});
		const note = large.length > 0 ? this.#workspace.t('asset.notsearched', { layers: large.map(({ title }) => title).join(this.#workspace.t('join.list')) }) : undefined;
		return items.length === 0 && !note ? null : { kind: 'asset', count: items.length, items, note };
	}
	stop(): void {
		this.#worker.stop();
	}
}
