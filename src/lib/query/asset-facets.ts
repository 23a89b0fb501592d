/**
 * What a plugged-in layer can be chosen by, ready to be shown: values of its category fields, most frequent first, and bars of its number fields. The
 * number on a value or a bar is what choosing it alone leaves, so bars count both their ends; bars of whole numbers meet without sharing one.
 */
import type { ColumnFacet } from '../domain/column-question.ts';
import type { FacetField } from '../domain/inventory-question.ts';
import type { InventoryField, InventoryLayer, InventoryRole } from '../domain/inventory.ts';
import type { AssetLeaf } from '../domain/view.ts';
import { conditionOn, keysOf, printSpan } from './asset-filter.ts';
import type { Bin, Histogram } from './histogram.ts';

export interface AssetValue {
	/** As an address names it; '' is "no data". */
	key: string;
	value: string;
	/** Rows under the other conditions, and of the whole layer. */
	now: number;
	all: number;
	isChosen: boolean;
}
interface Asked {
	field: InventoryField;
	/** Values of the condition on the field, as in the address. */
	of: readonly string[];
}
export interface CategoryFacet extends Asked {
	is: 'category';
	/** Those of the layer, no data last. */
	values: AssetValue[];
}
export interface NumberFacet extends Asked, Pick<Histogram, 'bins' | 'known'> {
	is: 'number';
	missing: AssetValue;
	isWhole: boolean;
}
export type AssetFacet = CategoryFacet | NumberFacet;

/** What the page knows the meaning of comes first, then what the file has, categories before numbers; names, of which few repeat, come last. */
const roleOrder: readonly InventoryRole[] = ['kind', 'status', 'owner', 'year', 'length', 'investment'];

export function assetFacets(layer: InventoryLayer, fields: readonly FacetField[], counted: readonly ColumnFacet[], conditions: readonly AssetLeaf[]): AssetFacet[] {
	const rank = ({ name }: InventoryField): number => {
		const at = roleOrder.findIndex((role) => layer.roles[role] === name);
		return at < 0 ? roleOrder.length + Number(layer.roles.name === name) : at;
	};
	const facets = layer.fields.flatMap((field): AssetFacet[] => {
		const [of, known, counts] = [conditionOn(conditions, layer.id, field.name), fields.find(({ name }) => name === field.name), counted.find(({ column }) => column === field.name)];
		if (!known || !counts) return [];
		return [known.type === 'category' ? { is: 'category', field, of, values: valuesOf(known, counts, of) } : numberFacet(field, known, counts, of)];
	});
	return facets.toSorted((a, b) => Number(a.is === 'number') - Number(b.is === 'number') || rank(a.field) - rank(b.field));
}

/** Codes in the order in which values are shown, which no filter changes. */
const orders = new WeakMap<FacetField, number[]>();
function orderOf(field: FacetField & { type: 'category' }): number[] {
	const { values, all } = field;
	const order = orders.get(field) ?? [...values.keys()].filter((code) => all[code]! > 0).sort((a, b) => Number(a === 0) - Number(b === 0) || all[b]! - all[a]!);
	orders.set(field, order);
	return order;
}
function valuesOf(field: FacetField & { type: 'category' }, { counts }: ColumnFacet, of: readonly string[]): AssetValue[] {
	const [keys, chosen] = [keysOf(field.values), new Set(of)];
	return orderOf(field).map((code): AssetValue => ({ key: keys[code]!, value: field.values[code]!, now: counts[code]!, all: field.all[code]!, isChosen: chosen.has(keys[code]!) }));
}

function numberFacet(field: InventoryField, { edges, all, isWhole }: FacetField & { type: 'number' }, { counts, passing }: ColumnFacet, of: readonly string[]): NumberFacet {
	const bins = Array.from({ length: Math.max(0, edges.length - 1) }, (_, i): Bin => {
		const [from, to] = [edges[i]!, isWhole ? edges[i + 1]! - 1 : edges[i + 1]!];
		const held = (some: Uint32Array): number => some[2 * i + 1]! + some[2 * i + 2]! + (isWhole ? 0 : some[2 * i + 3]!);
		return { from, to, isEven: true, value: printSpan(from, to), all: held(all), others: held(counts), now: held(passing) };
	});
	const total = passing.reduce((sum, n) => sum + n, 0);
	return { is: 'number', field, of, bins, isWhole, known: { now: total - passing[0]!, of: total }, missing: { key: '', value: '', now: counts[0]!, all: all[0]!, isChosen: of.includes('') } };
}
