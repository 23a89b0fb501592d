/**
 * The planner's question as a question to a plugged-in layer: places by geometry, years and status through the fields that mean them, and the layer's
 * own conditions on its fields. This alone decides which rows pass. What the layer cannot answer is silent, as in `select.ts`: it counts for nothing in
 * "and", "or" and "not", and is told of.
 */
import type { Geometry } from 'geojson';
import type { ColumnFilter } from '../domain/column-question.ts';
import type { NamedGround } from '../domain/inventory-question.ts';
import type { InventoryLayer } from '../domain/inventory.ts';
import type { Shape, Shapes } from '../domain/shape.ts';
import { shapeLayers } from '../domain/shape.ts';
import { defaultWithinM, spaceWithinM } from '../domain/view.ts';
import type { AssetLeaf, Filter, Leaf, SpaceLeaf, View } from '../domain/view.ts';
import { conditionsOf, parseSpan, valuesNamed } from './asset-filter.ts';
import { wellFormed } from './inventory-id.ts';
import { groupsOf, isLeaf, isSpace } from './select.ts';
import { parseYears } from './years.ts';

/** A condition on a field, or one of its values, that found nothing to ask: no such field, a field of text, a value that no row has, no range. */
export interface Unused {
	/** As in the address, and as the layer labels it. */
	name: string;
	label: string;
	/** As in the address; empty where the whole condition is meant. */
	value: string;
	why: 'no-field' | 'text-field' | 'no-value' | 'no-range';
}
export interface InventoryFilter {
	filter: { all: ColumnFilter[] };
	/** What each member of the "and" asks, in its order: a group of the page's filter by its place, or a field of the layer. */
	asks: ({ group: number } | { field: string })[];
	grounds: NamedGround[];
	/** Keys of the leaves of the page's filter that this layer cannot answer. */
	silent: string[];
	unused: Unused[];
	/** The layer's own conditions as they were asked, without what found nothing to ask: what a legend and a file may say. */
	used: AssetLeaf[];
}

/** What is needed beside the filter; `nameOf` gives a place's name, `statusWords` every way in which a status is written. */
export interface InventoryContext {
	layer: InventoryLayer;
	/** `null` where no place is asked about. */
	shapes: Shapes | null;
	nameOf: (place: string) => string;
	statusWords: Readonly<Record<string, readonly string[]>>;
	/** Values of each category field. */
	values: Readonly<Record<string, readonly string[]>>;
}

const areaFacets = new Set(['zone', 'district', 'town']);
/** Whether the geometry of our places is needed for an answer. */
export const asksPlaces = (filter: Filter): boolean => ('all' in filter ? filter.all.some(asksPlaces) : 'any' in filter ? filter.any.some(asksPlaces) : 'not' in filter ? asksPlaces(filter.not) : isSpace(filter) ? filter.is !== 'drawn' : filter.is === 'along' || areaFacets.has(filter.is));

/** Conditions on other layers are none of this one's. */
export function toInventoryFilter({ filter, assetFilter }: Pick<View, 'filter' | 'assetFilter'>, context: InventoryContext): InventoryFilter {
	const grounds = new Map<string, NamedGround>();
	const silent = new Set<string>();
	const speak = (part: Filter): ColumnFilter | null => {
		if ('all' in part) return join(part.all.map(speak), (all) => ({ all }));
		if ('any' in part) return join(part.any.map(speak), (any) => ({ any }));
		if ('not' in part) {
			const inner = speak(part.not);
			return inner && { not: inner };
		}
		const answer = isSpace(part) ? ofSpace(part) : isLeaf(part) ? ofLeaf(part) : null;
		if (answer === null) silent.add('key' in part ? part.key : part.is);
		return answer;
	};
	const near = (place: string, withinM: number): ColumnFilter | null => {
		const ground = grounds.get(place) ?? groundOf(place, context);
		if (!ground) return null;
		grounds.set(place, ground);
		return { is: 'within', subject: place, withinM };
	};
	/** Any of the places; one that has no geometry of its own to decide by answers nothing. */
	const nearAny = (places: readonly string[], withinM: number): ColumnFilter | null => join(places.map((place) => near(place, withinM)), (any) => ({ any }));

	function ofLeaf(leaf: Leaf): ColumnFilter | null {
		if (leaf.is === 'along') return nearAny(leaf.of, leaf.withinM ?? defaultWithinM);
		if (areaFacets.has(leaf.is)) return nearAny(leaf.of, 0);
		if (leaf.is === 'period') return ofYears(leaf.of);
		return leaf.is === 'status' ? ofStatus(leaf.of) : null;
	}
	function ofSpace(leaf: SpaceLeaf): ColumnFilter | null {
		if (leaf.is === 'near' || leaf.is === 'shore') return nearAny(leaf.of, leaf.withinM ?? spaceWithinM[leaf.is]!);
		if (leaf.is === 'inside') return nearAny(leaf.of, 0);
		if (leaf.is !== 'drawn') return null;
		const ring = leaf.of.map((corner) => corner.split('_').map(Number) as [number, number]);
		const key = `drawn:${leaf.of.join(',')}`;
		grounds.set(key, { key, name: '', geometries: [{ type: 'Polygon', coordinates: [[...ring, ring[0]!]] }], accuracyM: 0 });
		return { is: 'within', subject: key, withinM: 0 };
	}
	function ofYears(periods: readonly string[]): ColumnFilter | null {
		const column = numberField(context.layer, context.layer.roles.year);
		if (!column) return null;
		const ranges = periods.map(parseYears);
		return { any: ranges.map((range): ColumnFilter => (range ? { is: 'number', column, from: range[0], to: range[1] } : { not: { is: 'number', column, from: null, to: null } })) };
	}
	function ofStatus(values: readonly string[]): ColumnFilter | null {
		const { roles, fields } = context.layer;
		const column = fields.find(({ name, type }) => name === roles.status && type === 'category')?.name;
		// A vocabulary of its own is not ours to read.
		if (!column || !Object.values(context.statusWords).flat().some((word) => context.values[column]?.includes(word))) return null;
		return { is: 'category', column, of: values.flatMap((value) => (value === 'unknown' ? ['', ...(context.statusWords.unknown ?? [])] : (context.statusWords[value] ?? []))) };
	}
	const [all, asks, unused, used]: [ColumnFilter[], InventoryFilter['asks'], Unused[], AssetLeaf[]] = [[], [], [], []];
	groupsOf(filter).forEach((part, group) => {
		const answer = speak(part);
		if (!answer) return;
		all.push(closed(answer));
		asks.push({ group });
	});
	for (const leaf of conditionsOf(assetFilter, context.layer.id)) {
		const answer = ofField(leaf, context, unused);
		if (!answer) continue;
		all.push(answer);
		asks.push({ field: leaf.field });
		used.push({ ...leaf, of: leaf.of.filter((value) => !unused.some((one) => one.name === leaf.field && one.value === value)) });
	}
	return { filter: { all }, asks, grounds: [...grounds.values()], silent: [...silent], unused, used };
}

/** One member of the "and", and no condition of a column's own: the counts beside the values of a field stay under the page's filter. */
const closed = (part: ColumnFilter): ColumnFilter => ('all' in part || 'column' in part ? { any: [part] } : part);

function ofField({ field: named, of }: AssetLeaf, { layer, values }: InventoryContext, unused: Unused[]): ColumnFilter | null {
	const field = layer.fields.find(({ name }) => wellFormed(name) === wellFormed(named));
	if (!field || field.type === 'text') {
		unused.push({ name: named, label: field?.label ?? named, value: '', why: field ? 'text-field' : 'no-field' });
		return null;
	}
	if (field.type === 'category') {
		const { found, unknown } = valuesNamed(of, values[field.name] ?? []);
		for (const value of unknown) unused.push({ name: named, label: field.label, value, why: 'no-value' });
		return found.length === 0 ? null : { is: 'category', column: field.name, of: found };
	}
	const spans = of.filter((value) => value !== '').map((value) => ({ value, span: parseSpan(value) }));
	for (const { value, span } of spans) if (!span) unused.push({ name: named, label: field.label, value, why: 'no-range' });
	const ranges = spans.flatMap(({ span }) => (span ? [span] : []));
	return ranges.length === 0 && !of.includes('') ? null : { is: 'ranges', column: field.name, of: ranges, takesMissing: of.includes('') };
}

function join(parts: (ColumnFilter | null)[], make: (parts: ColumnFilter[]) => ColumnFilter): ColumnFilter | null {
	const spoken = parts.filter((part): part is ColumnFilter => part !== null);
	return spoken.length === 0 ? null : make(spoken);
}

const numberField = ({ fields }: InventoryLayer, name: string | undefined): string | undefined => fields.find((field) => field.name === name && field.type === 'number')?.name;

/** A place by its lines and areas; where it has an area, that and not its axis. Symbolic extents never decide. */
function groundOf(place: string, { shapes, nameOf }: InventoryContext): NamedGround | null {
	const own = (shapes ? shapeLayers.flatMap((layer) => shapes[layer]) : []).filter((shape) => shape.place === place && shape.accuracy !== 'symbolic' && shape.role !== 'extent');
	const areas = own.filter(isArea);
	const used = areas.length > 0 ? areas : own;
	return used.length === 0 ? null : { key: place, name: nameOf(place), geometries: used.map(({ geometry }): Geometry => geometry), accuracyM: Math.max(...used.map(({ accuracyM }) => accuracyM)) };
}
const isArea = ({ geometry }: Shape): boolean => geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';

/** How planners and we write a status. */
export const statusWords: InventoryContext['statusWords'] = {
	completed: ['建成', '已建', '已建成', '完工', '已完工', '竣工', '现状', '运行', 'completed', 'Completed', 'built', 'existing'],
	building: ['在建', '建设中', '施工', '施工中', 'building', 'Under construction', 'under construction'],
	ongoing: ['持续推进', 'ongoing', 'Ongoing'],
	planned: ['规划', '拟建', '计划', '规划中', 'planned', 'Planned', 'proposed'],
	unknown: ['不详', '未知', 'unknown', 'Unknown']
};
