/** Which tone each row of a plugged-in layer wears, and the colours of a drawing that follow from it. */
import type { CategoryColumn, Columns } from '../domain/columns.ts';
import type { AssetAnswer, ToneValue } from '../domain/inventory-question.ts';
import type { InventoryLayer } from '../domain/inventory.ts';
import type { Drawing } from './columns-data.ts';
import { rgba } from './palette.ts';

export interface Tone {
	/** Rank of each row's value, most frequent first; no data comes last. */
	ranks: Uint16Array;
	values: Omit<ToneValue, 'now'>[];
}
/** `null` where no field colours rows. */
export function toneOf({ attributes }: Columns, { style }: InventoryLayer): Tone | null {
	const column = attributes.find((one): one is CategoryColumn => one.type === 'category' && one.name === style.by);
	if (!column) return null;
	const counts = new Uint32Array(column.values.length);
	for (const code of column.codes) counts[code]!++;
	const order = column.values.map((value, code) => ({ value, code, count: counts[code]! })).filter(({ count }) => count > 0).sort((a, b) => Number(a.value === '') - Number(b.value === '') || b.count - a.count);
	const rankOf = new Uint16Array(column.values.length);
	order.forEach(({ code, value }, rank) => (rankOf[code] = value === '' ? 0xffff : rank));
	return { ranks: Uint16Array.from(column.codes, (code) => rankOf[code]!), values: order.map(({ value, count }) => ({ value, count })) };
}

/** The same with how many of each pass. */
export function tonesOf({ ranks, values }: Tone, passing: Uint32Array): ToneValue[] {
	const now = new Uint32Array(values.length + 1);
	for (const row of passing) now[Math.min(ranks[row]!, values.length)]!++;
	return values.map((one, rank) => ({ ...one, now: now[one.value === '' ? values.length : rank]! }));
}

export function coloursOf({ points, lines, areas, outlines }: Drawing, { ranks }: Pick<Tone, 'ranks'>, inks: readonly string[]): NonNullable<AssetAnswer<Drawing>['colours']> {
	const tones = inks.map((ink) => rgba(ink));
	// No data is hollow: what has alpha 0 here is outlined by `inventory-layers.ts`, and still answers the pointer.
	const hollow = rgba(inks.at(-1)!, 0);
	const toneAt = (row: number) => (ranks[row] === 0xffff ? hollow : tones[Math.min(ranks[row]!, tones.length - 1)]!);
	const of = ({ length, rows, startIndices }: { length: number; rows: Uint32Array; startIndices?: Uint32Array }): Uint8Array => {
		const out = new Uint8Array(4 * (startIndices ? startIndices[length]! : length));
		for (let i = 0; i < length; i++) for (let v = startIndices?.[i] ?? i; v < (startIndices?.[i + 1] ?? i + 1); v++) out.set(toneAt(rows[i]!), 4 * v);
		return out;
	};
	return { points: of(points), lines: of(lines), areas: of(areas), outlines: of(outlines) };
}
