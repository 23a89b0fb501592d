/** Raw features of any reader to a layer: geometry cleaned, values made plain, columns named and typed. A bad feature is told and stays in the list; it never sinks the file. */
import { inventoryLimits } from '../../../domain/inventory.ts';
import type { AssetRow } from '../../../domain/inventory.ts';
import { LayerRefusal } from '../../../domain/layer-file.ts';
import type { FileLayer, RawFeature } from '../../../domain/layer-file.ts';
import { cleanGeometry } from '../../../geo/clean.ts';
import { createComplaints } from './complaints.ts';
import { inspectField } from './inspect.ts';
import { createSafeNames } from './safe-names.ts';

export interface LayerInput {
	name: string;
	declaredCrs: string | null;
	/** Columns in their order, where the format declares them; others are added as they come. */
	columns?: readonly string[];
	features: Iterable<RawFeature>;
	/** The format writes every value as text: a column of which each is an amount becomes numbers. */
	isUntyped?: boolean;
	/** Told the number of rows that are done, now and then. */
	onRow?: (done: number) => void;
	/** Rows without a geometry are told unless the reader said so for the whole layer. */
	isPlaceless?: boolean;
}

export type Plain = string | number | null;
function toJson(value: object): Plain {
	try {
		return JSON.stringify(value);
	} catch {
		return null;
	}
}

/** A value as plain text, number or nothing; what is nested stays readable as JSON, and what is nested without end is nothing. */
export function toPlain(value: unknown): Plain {
	switch (typeof value) {
		case 'string': return value.trim() === '' ? null : value;
		case 'number': return Number.isFinite(value) ? value : null;
		case 'boolean': return value ? 'true' : 'false';
		case 'bigint': return String(value);
		case 'object': return value === null ? null : toJson(value);
		default: return null;
	}
}

/** Digits that stand for an amount: no leading zero as in a code, and no whole number longer than a number holds exactly. */
export const isAmount = (text: string): boolean => /^-?(?:0|[1-9]\d*)\.\d+$/.test(text) || /^-?(?:0|[1-9]\d{0,14})$/.test(text);

/** A column of amounts becomes numbers, unless two texts would become one, as 3.1 and 3.10 do, which are numbers of sections. */
function typeColumn(rows: readonly AssetRow[], name: string): void {
	const textOf = new Map<number, string>();
	const isNumber = rows.every(({ properties }) => {
		const text = properties[name];
		if (typeof text !== 'string') return true;
		if (!isAmount(text)) return false;
		const known = textOf.get(Number(text));
		if (known === undefined) textOf.set(Number(text), text);
		return known === undefined || known === text;
	});
	if (isNumber) for (const { properties } of rows) if (typeof properties[name] === 'string') properties[name] = Number(properties[name]);
}

/** Every so many rows. */
const progressStep = 5_000;

/** Errors: throws a `LayerRefusal` where there are too many rows or columns. */
export function toLayer({ name, declaredCrs, columns = [], features, isUntyped = false, isPlaceless = false, onRow = () => {} }: LayerInput): FileLayer {
	const complaints = createComplaints();
	const { names, changed, add } = createSafeNames();
	columns.forEach(add);
	const known = new Map<string, string>();
	const nameOf = (column: string): string => {
		let found = known.get(column);
		if (found === undefined) {
			add(column);
			known.set(column, (found = names.at(-1)!));
		}
		return found;
	};
	const rows: AssetRow[] = [];
	const plainAt = (row: number, column: string, value: unknown): Plain => {
		const plain = toPlain(value);
		if (typeof plain !== 'string' || plain.length <= inventoryLimits.cellChars) return plain;
		complaints.add(row, { key: 'long-cell', with: { column: column.slice(0, 40), most: inventoryLimits.cellChars }, level: 'repaired' });
		return plain.slice(0, inventoryLimits.cellChars);
	};
	for (const feature of features) {
		const row = rows.length + 1;
		if (row > inventoryLimits.rows) throw new LayerRefusal('rows', { most: inventoryLimits.rows });
		if (row % progressStep === 0) onRow(row);
		const { geometry, notes } = feature.broken ? { geometry: null, notes: [{ ...feature.broken, level: 'skipped' as const }] } : cleanGeometry(feature.geometry);
		for (const note of notes) if (!isPlaceless || note.key !== 'no-geometry') complaints.add(row, note);
		const properties: AssetRow['properties'] = {};
		for (let i = 0; i < columns.length; i++) properties[names[i]!] = plainAt(row, names[i]!, feature.cells?.[i]);
		if (feature.properties) {
			for (const column of Object.keys(feature.properties)) {
				const safe = nameOf(column);
				properties[safe] = plainAt(row, safe, feature.properties[column]);
			}
		}
		rows.push({ row, geometry, properties });
	}
	if (columns.length < names.length) for (const { properties } of rows) for (const each of names) properties[each] ??= null;
	if (isUntyped) for (const each of names) typeColumn(rows, each);
	const problems = complaints.list();
	for (const { from, to } of changed.slice(0, 20)) problems.unshift({ row: 0, key: 'renamed', with: { from, to }, level: 'repaired' });
	return { name, declaredCrs, rows, fields: names.map((each) => inspectField(rows, each)), problems };
}
