/**
 * Which published figure of a project a circle may stand for. The same as in a sum: the figure that the record marks as its own total, a plain
 * number in the usual unit, not that of a whole line far beyond the area; and the whole or its parts, never both.
 */
import type { AmountKind } from '../domain/view.ts';
import type { Atlas } from './atlas.ts';
import { isWholeLine, totalOf, units } from './sums.ts';

export const amountReasons = ['whole-line', 'part', 'no-figure'] as const;
export type AmountReason = (typeof amountReasons)[number];
export interface ProjectAmount {
	id: string;
	value: number | null;
	/** Why there is no circle; empty where there is one. */
	why: AmountReason | '';
	sources: readonly string[];
}

export const amountUnit = (what: AmountKind): string => units[what];

/** Every project of the list once. A part stands for itself unless a whole it belongs to has its circle. */
export function amountsOf(atlas: Atlas, ids: readonly string[], what: AmountKind): ProjectAmount[] {
	const inList = new Set(ids);
	const figureOf = (id: string) => {
		const quantity = totalOf(atlas, id, what);
		return quantity && !isWholeLine(quantity) ? quantity : null;
	};
	const isToldByWhole = (id: string): boolean => {
		for (let whole = atlas.project.get(id)?.partOf; whole; whole = atlas.project.get(whole)?.partOf) if (inList.has(whole) && figureOf(whole)) return true;
		return false;
	};
	return ids.map((id) => {
		const none = (why: AmountReason): ProjectAmount => ({ id, value: null, why, sources: [] });
		if (isToldByWhole(id)) return none('part');
		const quantity = figureOf(id);
		if (quantity) return { id, value: quantity.valueMin!, why: '', sources: quantity.sources };
		return none(totalOf(atlas, id, what) ? 'whole-line' : 'no-figure');
	});
}

/** The greatest figure of the whole dataset: a filter must not change what a circle of a size means. */
export const greatestAmount = (atlas: Atlas, what: AmountKind): number => Math.max(0, ...amountsOf(atlas, atlas.dataset.projects.map(({ id }) => id), what).map(({ value }) => value ?? 0));
