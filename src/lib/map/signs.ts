/**
 * Line signs: what kind of line it is shows in the pattern, how well it is known in the dash, so that all of them read in grey print.
 * Map and legend draw the same strokes. Widths and dashes in px at zoom 9.5.
 */
import type { Shape } from '../domain/shape.ts';
import type { Ink } from './palette.ts';

export interface Stroke {
	ink: Ink;
	width: number;
	/** Dash and gap in px. */
	dash?: readonly [number, number];
	/** Round ends: a short dash becomes a bead. */
	round?: boolean;
	opacity?: number;
}

export const signs = {
	river: [{ ink: 'shore', width: 4.4 }, { ink: 'water', width: 3.2 }],
	'river-minor': [{ ink: 'shore', width: 2.8, opacity: 0.85 }, { ink: 'water', width: 1.8 }],
	'river-schematic': [{ ink: 'shore', width: 3.4, dash: [8, 3], opacity: 0.75 }, { ink: 'waterSchematic', width: 2.2, dash: [8, 3] }],
	canal: [{ ink: 'shore', width: 3.4 }, { ink: 'canal', width: 1.6 }],
	'canal-schematic': [{ ink: 'shore', width: 3.4, dash: [9, 3] }, { ink: 'canal', width: 1.6 }],
	waterway: [{ ink: 'shore', width: 2.6, dash: [0.1, 7], round: true }],
	hsr: [{ ink: 'rail', width: 3 }, { ink: 'paper', width: 1.5, dash: [9, 7] }],
	'hsr-planned': [{ ink: 'rail', width: 3, dash: [8, 5], opacity: 0.8 }, { ink: 'paper', width: 1.5 }],
	rail: [{ ink: 'rail', width: 1.6, opacity: 0.85 }],
	intercity: [{ ink: 'rail', width: 1.3, opacity: 0.9 }, { ink: 'rail', width: 5, dash: [1, 9], opacity: 0.8 }],
	'intercity-planned': [{ ink: 'rail', width: 1.3, dash: [7, 3], opacity: 0.85 }, { ink: 'rail', width: 5, dash: [1, 9], opacity: 0.75 }],
	metro: [{ ink: 'rail', width: 2.4 }, { ink: 'paper', width: 1.1, dash: [0.1, 4], round: true }],
	'metro-planned': [{ ink: 'rail', width: 2.4, dash: [8, 4], opacity: 0.8 }, { ink: 'paper', width: 1.1, dash: [0.1, 4], round: true }],
	expressway: [{ ink: 'roadCase', width: 3 }, { ink: 'roadFill', width: 1.6 }],
	'expressway-schematic': [{ ink: 'roadCase', width: 2.8, dash: [11, 2.5], opacity: 0.75 }, { ink: 'roadFill', width: 1.5 }],
	road: [{ ink: 'roadCase', width: 1.1 }],
	'road-schematic': [{ ink: 'roadCase', width: 1.1, dash: [6, 2.5] }]
} satisfies Record<string, readonly Stroke[]>;
export type LineSign = keyof typeof signs;
export const strokesOf = (sign: LineSign): readonly Stroke[] => signs[sign];

const isDrafted = (shape: Shape): boolean => shape.accuracy === 'schematic' || shape.accuracy === 'symbolic';
const isOpen = (shape: Shape): boolean => shape.status === undefined || shape.status === 'open';

/** The sign of a line: its kind, thinned by rank, broken where it is not built or not measured. */
export function signOf(shape: Shape): LineSign {
	if (shape.kind === 'waterway') return 'waterway';
	if (shape.kind === 'canal') return isDrafted(shape) ? 'canal-schematic' : 'canal';
	if (shape.kind === 'river') return isDrafted(shape) ? 'river-schematic' : shape.rank <= 1 ? 'river' : 'river-minor';
	switch (shape.mode) {
		case 'hsr': return isOpen(shape) ? 'hsr' : 'hsr-planned';
		case 'rail': return 'rail';
		case 'intercity': return isOpen(shape) ? 'intercity' : 'intercity-planned';
		case 'metro': return isOpen(shape) ? 'metro' : 'metro-planned';
		case 'expressway': return isDrafted(shape) || !isOpen(shape) ? 'expressway-schematic' : 'expressway';
		case 'waterway': return 'waterway';
		default: return shape.kind === 'rail' ? 'rail' : isDrafted(shape) || !isOpen(shape) ? 'road-schematic' : 'road';
	}
}
