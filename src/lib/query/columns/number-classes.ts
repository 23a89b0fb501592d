/** Classes of a number column, of one round width, so that its histogram is counted as the values of a category are. Class 0 is "no data". */
import type { NumberColumn } from '../../domain/columns.ts';

const wanted = 20;

export interface NumberClasses {
	/** n + 1 edges of n classes; empty where no value is known. */
	edges: Float64Array;
	codes: Uint8Array;
	known: number;
}

/** 1, 2 or 5 times a power of ten. */
export function roundStep(span: number, classes = wanted): number {
	const rough = span / classes;
	const power = 10 ** Math.floor(Math.log10(rough));
	return power * (rough / power <= 1 ? 1 : rough / power <= 2 ? 2 : rough / power <= 5 ? 5 : 10);
}

export function classify({ values }: NumberColumn): NumberClasses {
	let low = Infinity, high = -Infinity, known = 0;
	for (let i = 0; i < values.length; i++) {
		const value = values[i]!;
		if (!Number.isFinite(value)) continue;
		known++;
		if (value < low) low = value;
		if (value > high) high = value;
	}
	const codes = new Uint8Array(values.length);
	if (known === 0) return { edges: new Float64Array(), codes, known };
	const step = high > low ? roundStep(high - low) : 1;
	const first = Math.floor(low / step);
	const classes = Math.max(1, Math.ceil(high / step) - first);
	const edges = Float64Array.from({ length: classes + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
	for (let i = 0; i < values.length; i++) if (Number.isFinite(values[i]!)) codes[i] = classOf(values[i]!, edges, first, step);
	return { edges, codes, known };
}

/** From 1. The division may land beside an edge; the edges decide. */
function classOf(value: number, edges: Float64Array, first: number, step: number): number {
	let at = Math.max(0, Math.min(edges.length - 2, Math.floor(value / step) - first));
	while (at > 0 && value < edges[at]!) at--;
	while (at < edges.length - 2 && value >= edges[at + 1]!) at++;
	return at + 1;
}
