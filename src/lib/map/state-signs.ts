/** Signs of target states around 0,0, about 12 px across, the shapes of the charts (`charts/StateMark.svelte`): shape and fill tell them apart, colour only helps. */
import type { State } from '../query/progress-rules.ts';
import type { Ink } from './palette.ts';

export interface SignPart {
	d: string;
	fill?: Ink;
	stroke?: Ink;
	width?: number;
	dash?: readonly number[];
}

const disc = (r: number): string => `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;

export const stateSigns: Readonly<Record<State, readonly SignPart[]>> = {
	met: [{ d: disc(6), fill: 'met' }, { d: 'M-2.8 .2l2 2l3.6 -4.2', stroke: 'paper', width: 1.7 }],
	'on-track': [{ d: 'M-4 -5l9 5l-9 5Z', fill: 'onTrack', stroke: 'onTrack', width: 1.5 }],
	behind: [{ d: 'M-5 -4h10l-5 9Z', fill: 'behind', stroke: 'behind', width: 1.5 }],
	'not-yet-met': [{ d: disc(5.3), stroke: 'ink700', width: 1.5 }, { d: disc(1.9), fill: 'ink700' }],
	'not-comparable': [{ d: 'M0 -6.5L6.5 0L0 6.5L-6.5 0Z', stroke: 'incomparable', width: 1.5 }, { d: 'M-2.2 -1.4h4.4M-2.2 1.4h4.4', stroke: 'incomparable', width: 1.3 }],
	'no-data': [{ d: disc(5.3), stroke: 'noData', width: 1.5, dash: [2.2, 2] }],
	'no-target': [{ d: 'M-4 0h8', stroke: 'ink500', width: 1.5 }]
};
