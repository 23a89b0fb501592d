/**
 * URL ⇄ View, and every internal link. Version 1: one parameter a facet, values joined by "," (any of them), parameters joined by "and"; a
 * tree that is more than that stands in `f=` as an expression. What is not understood is kept, reported and written back.
 */
import { splitRef } from '../domain/dataset.ts';
import type { Ref } from '../domain/dataset.ts';
import { renewIds } from '../domain/renamed.ts';
import { amountKinds, classMethods, columnKinds, defaultWithinM, emptyView, facetKeys, maxWithinM, tableNames, yearSpan } from '../domain/view.ts';
import type { AssetLeaf, Camera, FacetKey, Filter, Ignored, LayerChoice, Leaf, Sort, TableName, UnknownLeaf, View } from '../domain/view.ts';
import { domains, projectKinds, statusValues } from '../domain/vocabulary.ts';
import type { Lang } from '../i18n/lang.ts';
import { gapKinds } from './gaps.ts';
import { parseExpression, printExpression } from './expression.ts';
import { inventoryLayerId, inventoryOf, isAssetKey, printAssetLeaf, readAsset, readAssetLeaf, wellFormed } from './inventory-id.ts';
import { groupsOf, isLeaf, isSpace } from './select.ts';
import { isRangeValue } from './ranges.ts';
import { isAskable } from './space-values.ts';
import { parseYears, undated } from './years.ts';

export const urlVersion = 1;
const ownKeys = new Set<string>(['v', 'f', 'within', 'select', 'layers', 'table', 'sort', 'at', 'theme', 'method', 'amount', 'columns', 'year', ...facetKeys]);
const isOwn = (leaf: UnknownLeaf) => ownKeys.has(leaf.key) || isAssetKey(leaf.key);
const isFacet = (key: string): key is FacetKey => (facetKeys as readonly string[]).includes(key);

/** What an address may name; without it every well-formed id is taken. */
export interface Known {
	exists(ref: string): boolean;
	isLayer(id: string): boolean;
	/** Series of the districts; without it every well-formed id is taken. */
	isTheme?(id: string): boolean;
}
/** Words of these facets are a closed vocabulary; any other is a slip or comes from another version. */
const closed = { domain: new Set<string>(domains), kind: new Set<string>(projectKinds), status: new Set<string>([...statusValues, 'unknown']), gap: new Set<string>(gapKinds) };
const placeFacets = new Set<FacetKey>(['along', 'zone', 'district', 'town']);

export interface Decoded {
	view: View;
	ignored: Ignored[];
}

export function decode(search: string, known?: Known): Decoded {
	const params = new URLSearchParams(search);
	const ignored: Ignored[] = [];
	const ignore = (key: string, value: string, reason: Ignored['reason']) => {
		ignored.push({ key, value, reason });
	};
	const version = params.get('v') ?? String(urlVersion);
	if (!/^\d{1,4}$/.test(version)) ignore('v', version, 'bad-value');
	else if (Number(version) > urlVersion) ignore('v', version, 'newer-version');
	const view: View = {
		...emptyView,
		filter: decodeFilter(params, known, ignore),
		selection: decodeSelection(params.get('select'), known, ignore),
		layers: decodeLayers(params.get('layers'), known, ignore),
		...decodeTable(params.get('table'), known, ignore),
		assetFilter: decodeAssetFilter(params, known, ignore),
		sort: decodeSort(params.get('sort'), ignore),
		camera: decodeCamera(params.get('at'), ignore),
		theme: decodeTheme(params.get('theme'), known, ignore),
		method: decodeWord('method', classMethods, params, ignore) ?? emptyView.method,
		amount: decodeWord('amount', amountKinds, params, ignore),
		columns: decodeWord('columns', columnKinds, params, ignore),
		year: decodeYear(params.get('year'), ignore)
	};
	return { view, ignored };
}

type Ignore = (key: string, value: string, reason: Ignored['reason']) => void;

function decodeFilter(params: URLSearchParams, known: Known | undefined, ignore: Ignore): Filter {
	const all: Filter[] = [];
	const withinM = decodeWithin(params.get('within'), ignore);
	for (const [key, raw] of params) {
		if (isFacet(key)) {
			const of = raw.split(',').map((value) => value.trim()).filter((value) => value !== '').filter((value) => isKnownValue(key, value, known) || ignore(key, value, 'unknown-id'));
			if (of.length > 0) all.push(leafOf(key, [...new Set(of)], withinM));
		} else if (key === 'f') {
			const parsed = parseExpression(raw);
			const usable = parsed && prune(parsed, known, ignore);
			if (usable) all.push(usable);
			else if (!parsed) ignore(key, raw, 'bad-value');
		} else if (!ownKeys.has(key) && !isAssetKey(key)) {
			all.push({ is: 'unknown', key, of: raw.split(',') });
			ignore(key, raw, 'unknown-key');
		}
	}
	return { all };
}

/** The tree without values that are not in the data; `null` where nothing is left. Unknown predicates stay, and are reported. */
function prune(filter: Filter, known: Known | undefined, ignore: Ignore): Filter | null {
	const parts = (some: Filter[]) => some.map((part) => prune(part, known, ignore)).filter((part): part is Filter => part !== null);
	if ('all' in filter) return { all: parts(filter.all) };
	if ('any' in filter) {
		const any = parts(filter.any);
		return any.length === 0 && filter.any.length > 0 ? null : { any };
	}
	if ('not' in filter) {
		const not = prune(filter.not, known, ignore);
		return not && { not };
	}
	if (filter.is === 'unknown') {
		ignore(filter.key, filter.of.join('+'), 'unknown-key');
		return filter;
	}
	if (isSpace(filter)) {
		if (isAskable(filter, (id) => known?.exists(`place:${id}`) ?? true)) return filter;
		ignore(filter.is, filter.of.join('+'), filter.is === 'drawn' && filter.of.length < 3 ? 'few-corners' : 'bad-value');
		return null;
	}
	const { is, of: values } = filter;
	const of = values.filter((value) => isKnownValue(is, value, known) || ignore(is, value, 'unknown-id'));
	return of.length === 0 ? null : { ...filter, of };
}

const leafOf = (key: FacetKey, of: string[], withinM: number): Leaf => (key === 'along' && withinM !== defaultWithinM ? { is: key, of, withinM } : { is: key, of });

function isKnownValue(key: FacetKey, value: string, known: Known | undefined): boolean {
	if (key === 'period') return value === undated || parseYears(value) !== null;
	if (key === 'length' || key === 'investment') return isRangeValue(value);
	if (!/^[a-z0-9-]+$/.test(value)) return false;
	if (key in closed) return closed[key as keyof typeof closed].has(value);
	if (!known) return true;
	if (placeFacets.has(key)) return known.exists(`place:${value}`);
	return key === 'agency' || key === 'document' ? known.exists(`${key}:${value}`) : true;
}

function decodeWithin(raw: string | null, ignore: Ignore): number {
	if (raw === null) return defaultWithinM;
	const metres = Number(raw);
	if (/^\d{1,6}$/.test(raw) && metres <= maxWithinM) return metres;
	ignore('within', raw, 'bad-value');
	return defaultWithinM;
}

function decodeSelection(given: string | null, known: Known | undefined, ignore: Ignore): Ref | null {
	if (given === null || given === '') return null;
	const raw = renewIds(given);
	const asset = readAsset(raw);
	if (asset && (known?.isLayer(inventoryLayerId(asset.layer)) ?? true)) return raw as Ref;
	const [kind, id] = splitRef(raw);
	const isWellFormed = asset !== null || (/^(place|measure|project|indicator|clause)$/.test(kind) && id !== '' && !/\s/.test(id));
	if (!isWellFormed || asset || (known && !known.exists(raw))) {
		ignore('select', raw, isWellFormed ? 'unknown-id' : 'bad-value');
		return null;
	}
	return raw as Ref;
}

function decodeLayers(raw: string | null, known: Known | undefined, ignore: Ignore): LayerChoice[] | null {
	if (raw === null) return null;
	const choices = raw.split(',').filter((part) => part !== '').flatMap((part): LayerChoice[] => {
		const match = /^([a-z][a-z0-9-]*)(?::(0(?:\.\d{1,2})?|1))?$/.exec(part);
		const isUsable = match !== null && (known?.isLayer(match[1]!) ?? true);
		if (!isUsable) ignore('layers', part, match ? 'unknown-id' : 'bad-value');
		// A plugged-in layer that is not here may be elsewhere, or again tomorrow: it is told of, and stays in the address.
		return isUsable || (match !== null && inventoryOf(match[1]!) !== null) ? [{ id: match[1]!, opacity: Number(match[2] ?? 1) }] : [];
	});
	return choices.filter((choice, i) => choices.findIndex(({ id }) => id === choice.id) === i);
}

function decodeTable(raw: string | null, known: Known | undefined, ignore: Ignore): Pick<View, 'table' | 'assets'> {
	const assets = inventoryOf(raw ?? '');
	if (assets !== null && (known?.isLayer(raw!) ?? true)) return { table: emptyView.table, assets };
	if (raw === null) return { table: emptyView.table, assets: null };
	if ((tableNames as readonly string[]).includes(raw)) return { table: raw as TableName, assets: null };
	ignore('table', raw, assets === null ? 'bad-value' : 'unknown-id');
	return { table: emptyView.table, assets: null };
}

/** Conditions on a layer that is not here stay in the address, as the layer does; it is told of once. */
function decodeAssetFilter(params: URLSearchParams, known: Known | undefined, ignore: Ignore): AssetLeaf[] {
	const leaves: AssetLeaf[] = [];
	for (const [key, raw] of params) {
		if (!isAssetKey(key)) continue;
		const leaf = readAssetLeaf(key, raw);
		const same = leaf && leaves.find(({ layer, field }) => layer === leaf.layer && field === leaf.field);
		if (!leaf) ignore(key, raw, 'bad-value');
		else if (same) same.of = [...new Set([...same.of, ...leaf.of])];
		else leaves.push(leaf);
	}
	const named = `,${params.get('layers') ?? ''},${params.get('table') ?? ''},`;
	for (const id of new Set(leaves.map(({ layer }) => inventoryLayerId(layer)))) if (known && !known.isLayer(id) && !named.includes(`,${id},`) && !named.includes(`,${id}:`)) ignore('layers', id, 'unknown-id');
	return leaves;
}

function decodeSort(raw: string | null, ignore: Ignore): Sort | null {
	if (raw === null) return null;
	const match = /^(-?)([a-z]+)$/.exec(raw);
	if (match) return { column: match[2]!, descending: match[1] === '-' };
	ignore('sort', raw, 'bad-value');
	return null;
}

/** Lon-lat of the country and the zooms of a web map; no number is outside. */
export const isInRange = ({ center: [lon, lat], zoom }: Camera): boolean => lon >= 73 && lon <= 136 && lat >= 3 && lat <= 54 && zoom >= 0 && zoom <= 22;

function decodeCamera(raw: string | null, ignore: Ignore): Camera | null {
	if (raw === null) return null;
	const parts = raw.split(',').map((part) => (/^\d+(\.\d+)?$/.test(part) ? Number(part) : NaN));
	const camera: Camera = { center: [parts[0]!, parts[1]!], zoom: parts[2]! };
	if (parts.length === 3 && isInRange(camera)) return camera;
	ignore('at', raw, 'bad-value');
	return null;
}

function decodeTheme(raw: string | null, known: Known | undefined, ignore: Ignore): string | null {
	if (raw === null) return null;
	const isWellFormed = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(raw);
	if (isWellFormed && (known?.isTheme?.(raw) ?? true)) return raw;
	ignore('theme', raw, isWellFormed ? 'unknown-id' : 'bad-value');
	return null;
}

function decodeWord<Word extends string>(key: string, words: readonly Word[], params: URLSearchParams, ignore: Ignore): Word | null {
	const raw = params.get(key);
	const word = words.find((known) => known === raw) ?? null;
	if (raw !== null && word === null) ignore(key, raw, 'bad-value');
	return word;
}

function decodeYear(raw: string | null, ignore: Ignore): number | null {
	if (raw === null) return null;
	const year = Number(raw);
	if (/^\d{4}$/.test(raw) && year >= yearSpan[0] && year <= yearSpan[1]) return year;
	ignore('year', raw, 'bad-value');
	return null;
}

/** The query string of a view, "" for the empty view, keys in a fixed order. */
export function encode(view: View): string {
	const parts: [string, string][] = [['v', String(urlVersion)]];
	const groups = groupsOf(view.filter);
	const plain = groups.filter(isLeaf);
	const withins = new Set(plain.filter((leaf) => leaf.is === 'along').map((leaf) => leaf.withinM ?? defaultWithinM));
	const isPlain = (leaf: Leaf) => leaf.is !== 'along' || withins.size === 1;
	for (const leaf of plain.filter(isPlain)) parts.push([leaf.is, leaf.of.join(',')]);
	const [withinM] = withins;
	if (withins.size === 1 && withinM !== defaultWithinM) parts.push(['within', String(withinM)]);
	for (const group of groups) {
		if ('is' in group && group.is === 'unknown' && !isOwn(group)) parts.push([group.key, group.of.join(',')]);
		else if (!isLeaf(group) || !isPlain(group)) parts.push(['f', printExpression(group)]);
	}
	if (view.selection) parts.push(['select', view.selection]);
	if (view.layers) parts.push(['layers', view.layers.map(({ id, opacity }) => (opacity === 1 ? id : `${id}:${Number(opacity.toFixed(2))}`)).join(',')]);
	if (view.assets) parts.push(['table', inventoryLayerId(view.assets)]);
	else if (view.table !== emptyView.table) parts.push(['table', view.table]);
	for (const leaf of view.assetFilter) if (leaf.of.length > 0) parts.push(printAssetLeaf(leaf));
	if (view.sort) parts.push(['sort', `${view.sort.descending ? '-' : ''}${view.sort.column}`]);
	if (view.camera) parts.push(['at', [...view.camera.center.map((v) => v.toFixed(4)), view.camera.zoom.toFixed(2)].map(Number).join(',')]);
	if (view.theme) parts.push(['theme', view.theme]);
	if (view.method !== emptyView.method) parts.push(['method', view.method]);
	if (view.amount) parts.push(['amount', view.amount]);
	if (view.columns) parts.push(['columns', view.columns]);
	if (view.year !== null) parts.push(['year', String(view.year)]);
	return parts.length === 1 ? '' : `?${parts.map(([key, value]) => `${readable(key)}=${readable(value)}`).join('&')}`;
}

const readable = (value: string): string => encodeURIComponent(wellFormed(value)).replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%20', '+');

export const hrefOf = (lang: Lang, view: View): string => `/${lang}${encode(view)}`;
/** The same view as a map inside a page of others. */
export const embedHref = (lang: Lang, view: View): string => `/${lang}/embed${encode(view)}`;
/** The page of one place, readable without a map. */
export const placeHref = (lang: Lang, id: string): string => `/${lang}/place/${id}`;
export const documentHref = (lang: Lang, id: string): string => `/${lang}/documents/${id}`;
/** The clause in its document's page. */
export const clauseHref = (lang: Lang, id: string): string => `/${lang}/documents/${id.slice(0, id.indexOf('#'))}#${encodeURIComponent(id.slice(id.indexOf('#') + 1))}`;

/** The filter without one of its groups, known by what it asks: a group that came with the page from the server is another object. */
export const dropGroup = (filter: Filter, group: Filter): Filter => ({ all: groupsOf(filter).filter((other) => printExpression(other) !== printExpression(group)) });
/** The filter with the leaf of one facet replaced; an empty list of values removes it. */
export function setFacet(filter: Filter, key: FacetKey, of: string[], withinM?: number): Filter {
	const others = groupsOf(filter).filter((group) => !(isLeaf(group) && group.is === key));
	if (of.length === 0) return { all: others };
	return { all: [...others, leafOf(key, of, withinM ?? defaultWithinM)] };
}
export const leafFor = (filter: Filter, key: FacetKey): Leaf | undefined => groupsOf(filter).filter(isLeaf).find((leaf) => leaf.is === key);
export const unknownLeaves = (filter: Filter): UnknownLeaf[] => groupsOf(filter).filter((group): group is UnknownLeaf => 'is' in group && group.is === 'unknown');

/** Where a record is read from a page other than the map: documents have a page of their own, the rest opens on the map. */
export function recordHref(lang: Lang, ref: string): string {
	const [kind, id] = splitRef(ref);
	if (kind === 'document') return documentHref(lang, id);
	return hrefOf(lang, { ...emptyView, selection: ref as Ref });
}
