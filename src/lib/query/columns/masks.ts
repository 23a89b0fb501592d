/** Whether each row passes a filter: 0 fails, 1 passes, 2 not spoken of, as in `query/select.ts`. */
import type { CategoryColumn, Columns, NumberColumn } from '../../domain/columns.ts';
import type { CategoryLeaf, ColumnFilter, Extent, GroundLeaf, NumberLeaf, RangesLeaf } from '../../domain/column-question.ts';

/** What the geometry of a layer answers; `metres` is null for a subject that was not given. */
export interface ColumnGround {
	metres(leaf: GroundLeaf): Generator<number, Float64Array | null>;
	rowsIn(bbox: Extent): Uint32Array;
}
const silent = 2;

/** Members of the top-level "and"; a lone leaf is its own group. */
export const columnGroups = (filter: ColumnFilter): ColumnFilter[] => ('all' in filter ? filter.all.flatMap(columnGroups) : [filter]);
/** The column that a group asks of, if it asks nothing else. */
export const columnOf = (group: ColumnFilter): string | null => ('is' in group && 'column' in group ? group.column : null);

export function* evaluateColumns(columns: Columns, filter: ColumnFilter, ground: ColumnGround): Generator<number, Uint8Array> {
	const n = columns.geometry.count;
	if ('all' in filter) return combine(n, yield* evaluateAll(columns, filter.all, ground), 0);
	if ('any' in filter) return combine(n, yield* evaluateAll(columns, filter.any, ground), 1);
	if ('not' in filter) return negate(yield* evaluateColumns(columns, filter.not, ground));
	if (filter.is === 'within') return passWithin(n, yield* ground.metres(filter), filter.withinM);
	if (filter.is === 'extent') return passRows(n, ground.rowsIn(filter.bbox));
	const column = columns.attributes.find(({ name }) => name === filter.column);
	if (column?.type === 'category' && filter.is === 'category') return passCategory(column, filter);
	if (column?.type === 'number' && filter.is === 'number') return passNumber(column, filter);
	if (column?.type === 'number' && filter.is === 'ranges') return passRanges(column, filter);
	return new Uint8Array(n).fill(silent);
}

function* evaluateAll(columns: Columns, filters: readonly ColumnFilter[], ground: ColumnGround): Generator<number, Uint8Array[]> {
	const parts: Uint8Array[] = [];
	for (const part of filters) {
		parts.push(yield* evaluateColumns(columns, part, ground));
		yield 0;
	}
	return parts;
}

/** `decisive` is the answer of one part that settles the whole: 0 for "and", 1 for "or". */
function combine(n: number, parts: readonly Uint8Array[], decisive: 0 | 1): Uint8Array {
	const out = new Uint8Array(n).fill(silent);
	for (const part of parts) for (let i = 0; i < n; i++) if (part[i] !== silent && out[i] !== decisive) out[i] = part[i]!;
	return out;
}

function negate(pass: Uint8Array): Uint8Array {
	for (let i = 0; i < pass.length; i++) if (pass[i] !== silent) pass[i] = 1 - pass[i]!;
	return pass;
}

function passCategory({ codes, values }: CategoryColumn, { of }: CategoryLeaf): Uint8Array {
	const isAsked = new Uint8Array(values.length);
	for (let code = 0; code < values.length; code++) if (of.includes(values[code]!)) isAsked[code] = 1;
	const pass = new Uint8Array(codes.length);
	for (let i = 0; i < codes.length; i++) pass[i] = isAsked[codes[i]!]!;
	return pass;
}

function passNumber({ values }: NumberColumn, { from, to }: NumberLeaf): Uint8Array {
	const low = from ?? -Number.MAX_VALUE;
	const high = to ?? Number.MAX_VALUE;
	const pass = new Uint8Array(values.length);
	for (let i = 0; i < values.length; i++) pass[i] = values[i]! >= low && values[i]! <= high ? 1 : 0;
	return pass;
}

function passRanges({ values }: NumberColumn, { of, takesMissing }: RangesLeaf): Uint8Array {
	const pass = new Uint8Array(values.length);
	for (const [from, to] of of) {
		const [low, high] = [Math.max(from, -Number.MAX_VALUE), Math.min(to, Number.MAX_VALUE)];
		for (let i = 0; i < values.length; i++) if (values[i]! >= low && values[i]! <= high) pass[i] = 1;
	}
	if (takesMissing) for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i]!)) pass[i] = 1;
	return pass;
}

function passWithin(n: number, metres: Float64Array | null, withinM: number): Uint8Array {
	const pass = new Uint8Array(n);
	if (metres === null) return pass.fill(silent);
	for (let i = 0; i < n; i++) pass[i] = metres[i]! <= withinM ? 1 : 0;
	return pass;
}

function passRows(n: number, rows: Uint32Array): Uint8Array {
	const pass = new Uint8Array(n);
	for (let i = 0; i < rows.length; i++) pass[rows[i]!] = 1;
	return pass;
}
