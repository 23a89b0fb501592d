/**
 * Classes of a number column, of one round width, so that its histogram is counted as the values of a category are. What stands on an edge is a class of
 * its own (`ColumnSummary`), since a range includes both its ends. Whole numbers get edges of whole numbers, the last of them above every value.
 */
import type { NumberColumn } from '../../domain/columns.ts';

const wanted = 20;

export interface NumberClasses {
	/** Empty where no value is known. */
	edges: Float64Array;
	/** 0: no data; 2i + 1: on edge i; 2i + 2: between it and the next. */
	codes: Uint8Array;
	known: number;
	isWhole: boolean;
}

/** 1, 2 or 5 times a power of ten. */
export function roundStep(span: number, classes = wanted): number {
	const rough = span / classes;
	const power = 10 ** Math.floor(Math.log10(rough));
	return power * (rough / power <= 1 ? 1 : rough / power <= 2 ? 2 : rough / power <= 5 ? 5 : 10);
}

export function classify({ values }: NumberColumn): NumberClasses {
	let low = Infinity, high = -Infinity, known = 0, isWhole = true;
	for (let i = 0; i < values.length; i++) {
		const value = values[i]!;
		if (!Number.isFinite(value)) continue;
		known++;
		if (value < low) low = value;
		if (value > high) high = value;
		if (isWhole && !Number.isInteger(value)) isWhole = false;
	}
	const codes = new Uint8Array(values.length);
	if (known === 0) return { edges: new Float64Array(), codes, known, isWhole: false };
	// Edges of long numbers (codes read as figures) stay apart from each other in 64 bits.
	const finest = Math.max(Math.abs(low), Math.abs(high)) * 1e-11;
	const rough = high > low ? roundStep(Math.max(high - low, finest)) : finest > 1 ? roundStep(finest) : 1;
	const step = isWhole ? Math.max(1, rough) : rough;
	const first = Math.floor(low / step);
	const classes = isWhole ? Math.floor(high / step) + 1 - first : Math.max(1, Math.ceil(high / step) - first);
	const edges = Float64Array.from({ length: classes + 1 }, (_, i) => Number(((first + i) * step).toPrecision(15)));
	for (let i = 0; i < values.length; i++) if (Number.isFinite(values[i]!)) codes[i] = classOf(values[i]!, edges, first, step);
	return { edges, codes, known, isWhole };
}

/** The division may land beside an edge; the edges decide. */
function classOf(value: number, edges: Float64Array, first: number, step: number): number {
	let at = Math.max(0, Math.min(edges.length - 2, Math.floor(value / step) - first));
	while (at > 0 && value < edges[at]!) at--;
	while (at < edges.length - 1 && value >= edges[at + 1]!) at++;
	return value === edges[at] ? 2 * at + 1 : 2 * at + 2;
}
