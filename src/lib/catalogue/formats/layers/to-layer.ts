/** Raw features of any reader to a layer: geometry cleaned, values made plain, columns named and typed. A bad feature is told and stays in the list; it never sinks the file. */
import { inventoryLimits } from '../../../domain/inventory.ts';
import type { AssetRow } from '../../../domain/inventory.ts';
import { LayerRefusal } from '../../../domain/layer-file.ts';
import type { FileLayer, RawFeature } from '../../../domain/layer-file.ts';
import { cleanGeometry } from '../../../geo/clean.ts';
import { createComplaints } from './complaints.ts';
import { inspectField } from './inspect.ts';
import { makeSafeNames } from './safe-names.ts';

export interface LayerInput {
	name: string;
	declaredCrs: string | null;
	/** Columns in their order, where the format declares them; others are added as they come. */
	columns?: readonly string[];
	features: Iterable<RawFeature>;
	/** Rows without a geometry are told unless the reader said so for the whole layer. */
	isPlaceless?: boolean;
}

export type Plain = string | number | null;
/** A value as plain text, number or nothing; what is nested stays readable as JSON. */
export function toPlain(value: unknown): Plain {
	switch (typeof value) {
		case 'string': return value.trim() === '' ? null : value;
		case 'number': return Number.isFinite(value) ? value : null;
		case 'boolean': return value ? 'true' : 'false';
		case 'bigint': return String(value);
		case 'object': return value === null ? null : JSON.stringify(value);
		default: return null;
	}
}

/** Errors: throws a `LayerRefusal` where there are too many rows or columns. */
export function toLayer({ name, declaredCrs, columns = [], features, isPlaceless = false }: LayerInput): FileLayer {
	const complaints = createComplaints();
	const found = [...columns];
	const at = new Map(found.map((column, i) => [column, i]));
	const columnOf = (column: string): number => {
		if (!at.has(column)) at.set(column, found.push(column) - 1);
		if (found.length > inventoryLimits.fields) throw new LayerRefusal('fields', { count: found.length, most: inventoryLimits.fields });
		return at.get(column)!;
	};
	const rows: AssetRow[] = [];
	const table: Plain[][] = [];
	for (const feature of features) {
		const row = rows.length + 1;
		if (row > inventoryLimits.rows) throw new LayerRefusal('rows', { most: inventoryLimits.rows });
		const { geometry, notes } = feature.broken ? { geometry: null, notes: [{ ...feature.broken, level: 'skipped' as const }] } : cleanGeometry(feature.geometry);
		for (const note of notes) if (!isPlaceless || note.key !== 'no-geometry') complaints.add(row, note);
		const values: Plain[] = [];
		const put = (i: number, value: unknown) => {
			let plain = toPlain(value);
			if (typeof plain === 'string' && plain.length > inventoryLimits.cellChars) {
				plain = plain.slice(0, inventoryLimits.cellChars);
				complaints.add(row, { key: 'long-cell', with: { column: found[i]!.slice(0, 40), most: inventoryLimits.cellChars }, level: 'repaired' });
			}
			values[i] = plain;
		};
		feature.cells?.forEach((value, i) => put(i, value));
		for (const [column, value] of feature.properties ?? []) put(columnOf(column), value);
		rows.push({ row, geometry, properties: {} });
		table.push(values);
	}
	const { names, changed } = makeSafeNames(found);
	rows.forEach(({ properties }, i) => names.forEach((column, j) => (properties[column] = table[i]![j] ?? null)));
	const problems = complaints.list();
	for (const { from, to } of changed.slice(0, 20)) problems.unshift({ row: 0, key: 'renamed', with: { from: from || '""', to }, level: 'repaired' });
	const fields = names.map((each) => ({ name: each, label: each, type: inspectField(rows, each).type, unit: '' }));
	return { name, declaredCrs, rows, fields, problems };
}
