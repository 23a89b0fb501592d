/** One row of columns as values and as a geometry again: for tables, cards and exports, which look at few rows at a time. */
import type { Geometry, Position } from 'geojson';
import type { AttributeColumn, GeometryColumns } from '../domain/columns.ts';

const decoder = new TextDecoder();

/** `null` is "no data". */
export function valueAt(column: AttributeColumn, row: number): string | number | null {
	switch (column.type) {
		case 'number': return Number.isNaN(column.values[row]!) ? null : column.values[row]!;
		case 'category': return column.values[column.codes[row]!] || null;
		case 'text': return column.starts[row] === column.starts[row + 1] ? null : decoder.decode(column.bytes.subarray(column.starts[row], column.starts[row + 1]));
	}
}

/** A part of one is a plain geometry, several are a multi-part one; `null` for a row without. */
export function geometryAt({ shape, positions, ringStart, partStart, rowStart }: GeometryColumns, row: number): Geometry | null {
	const ringsOf = (part: number): Position[][] => Array.from({ length: partStart[part + 1]! - partStart[part]! }, (_, r) => {
		const ring = partStart[part]! + r;
		return Array.from({ length: ringStart[ring + 1]! - ringStart[ring]! }, (_, v): Position => [positions[2 * (ringStart[ring]! + v)]!, positions[2 * (ringStart[ring]! + v) + 1]!]);
	});
	const parts = Array.from({ length: rowStart[row + 1]! - rowStart[row]! }, (_, p) => ringsOf(rowStart[row]! + p));
	if (shape[row] === 0 || parts.length === 0) return null;
	const isOne = parts.length === 1;
	if (shape[row] === 1) return isOne ? { type: 'Point', coordinates: parts[0]![0]![0]! } : { type: 'MultiPoint', coordinates: parts.map((part) => part[0]![0]!) };
	if (shape[row] === 2) return isOne ? { type: 'LineString', coordinates: parts[0]![0]! } : { type: 'MultiLineString', coordinates: parts.map((part) => part[0]!) };
	return isOne ? { type: 'Polygon', coordinates: parts[0]! } : { type: 'MultiPolygon', coordinates: parts };
}

const collator = new Intl.Collator('zh-Hans', { numeric: true });

/** Rows of `rows` in the order of a column; what has no data comes last either way. */
export function sortRows(rows: Uint32Array, column: AttributeColumn | null, descending: boolean): Uint32Array {
	if (!column) return descending ? rows.toReversed() : rows;
	const sign = descending ? -1 : 1;
	const ranks = rankOf(column);
	return rows.toSorted((a, b) => {
		const [x, y] = [ranks[a]!, ranks[b]!];
		if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) ? (Number.isNaN(y) ? a - b : 1) : -1;
		return sign * (x - y) || a - b;
	});
}

/** A number a row that sorts as its value does. */
function rankOf(column: AttributeColumn): ArrayLike<number> {
	if (column.type === 'number') return column.values;
	if (column.type === 'category') {
		const order = column.values.map((value, code) => ({ value, code })).filter(({ value }) => value !== '').sort((a, b) => collator.compare(a.value, b.value));
		const rank = new Float64Array(column.values.length).fill(Number.NaN);
		order.forEach(({ code }, i) => (rank[code] = i));
		return Float64Array.from(column.codes, (code) => rank[code]!);
	}
	const n = column.starts.length - 1;
	const texts = Array.from({ length: n }, (_, row) => ({ row, text: (valueAt(column, row) as string | null) ?? '' }));
	const ranks = new Float64Array(n).fill(Number.NaN);
	texts.filter(({ text }) => text !== '').sort((a, b) => collator.compare(a.text, b.text)).forEach(({ row }, i) => (ranks[row] = i));
	return ranks;
}
