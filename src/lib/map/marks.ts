/**
 * The six project signs: the outline says the kind, how much of it is filled says the status, so that both read without colour. Pure
 * path data, drawn alike by the map's icon sheet, the legend and any list. Coordinates in px around 0,0; radius 5.2 fits a 10.4 px mark.
 */
import type { ProjectKind, StatusValue } from '../domain/vocabulary.ts';

export type MarkStatus = StatusValue | 'unknown';
export const markStatuses: readonly MarkStatus[] = ['completed', 'building', 'ongoing', 'planned', 'unknown'];
export const markRadius = 5.2;

const round = (n: number): number => Math.round(n * 100) / 100;

/** Outline of a kind's sign at radius `r`; areas are about equal, so that no kind looks heavier. */
export function outlineOf(kind: ProjectKind, r: number = markRadius): string {
	const n = (factor: number): number => round(factor * r);
	switch (kind) {
		case 'eco': return `M${n(-1)} 0a${n(1)} ${n(1)} 0 1 0 ${n(2)} 0a${n(1)} ${n(1)} 0 1 0 ${n(-2)} 0Z`;
		case 'hydro': return `M0 ${n(-1.254)}C${n(0.56)} ${n(-0.56)} ${n(0.963)} ${n(-0.056)} ${n(0.963)} ${n(0.337)}A${n(0.963)} ${n(0.829)} 0 0 1 ${n(-0.963)} ${n(0.337)}C${n(-0.963)} ${n(-0.056)} ${n(-0.56)} ${n(-0.56)} 0 ${n(-1.254)}Z`;
		case 'rail': return `M${n(-0.88)} ${n(-0.88)}H${n(0.88)}V${n(0.88)}H${n(-0.88)}Z`;
		case 'road': return `M0 ${n(-1.18)}L${n(1.18)} 0L0 ${n(1.18)}L${n(-1.18)} 0Z`;
		case 'innovation': return `M${n(1.06)} 0L${n(0.53)} ${n(0.918)}H${n(-0.53)}L${n(-1.06)} 0L${n(-0.53)} ${n(-0.918)}H${n(0.53)}Z`;
		case 'public': return `M0 ${n(-1.14)}L${n(1.14)} ${n(0.863)}H${n(-1.14)}Z`;
	}
}

/** Vertical middle of the sign's box, where a half-filled one is cut and a dot stands. */
export const middleOf = (kind: ProjectKind, r: number = markRadius): number => (kind === 'hydro' ? round(-0.05 * r) : kind === 'public' ? round(0.16 * r) : 0);

/** Rectangle that cuts the lower half, for clipping: `x y width height`. */
export const lowerHalfOf = (kind: ProjectKind, r: number = markRadius): [number, number, number, number] => [-r * 1.4, middleOf(kind, r), r * 2.8, r * 1.6];
