/**
 * Legend entries as data: a small drawing in a 30 × 14 box and the key of its words. `Legend.svelte`, exports and slides draw them; no
 * style attributes, because the page's security policy forbids them.
 */
import { kindInk } from './palette.ts';
import type { Ink } from './palette.ts';
import { outlineOf } from './marks.ts';
import type { ProjectKind, StatusValue } from '../domain/vocabulary.ts';
import type { Asked } from '../query/space/asked.ts';
import { signs } from './signs.ts';
import type { LineSign, Stroke } from './signs.ts';

export interface LegendPart {
	d: string;
	/** Moves the path, px. */
	at?: readonly [number, number];
	fill?: Ink;
	fillOpacity?: number;
	stroke?: Ink;
	strokeOpacity?: number;
	width?: number;
	dash?: readonly number[];
	round?: boolean;
}
export interface LegendEntry {
	id: string;
	/** Key of its words, or the words themselves where a question makes them. */
	key: string;
	side: 'water' | 'land' | 'record';
	parts: readonly LegendPart[];
}

const strokePart = ({ ink, width, dash, round, opacity }: Stroke): LegendPart => ({ d: 'M0 7H30', stroke: ink, strokeOpacity: opacity, width, dash, round });

export const lineEntry = (sign: LineSign, side: LegendEntry['side']): LegendEntry => ({ id: sign, key: `legend.${sign}`, side, parts: signs[sign].map(strokePart) });

const box = 'M5 1.5H25A4 4 0 0 1 29 5.5V8.5A4 4 0 0 1 25 12.5H5A4 4 0 0 1 1 8.5V5.5A4 4 0 0 1 5 1.5Z';
const entry = (id: string, side: LegendEntry['side'], ...parts: LegendPart[]): LegendEntry => ({ id, key: `legend.${id}`, side, parts });

export const areaEntries = {
	lake: entry('lake', 'water', { d: box, fill: 'water', stroke: 'shore', width: 0.8 }),
	lakeSchematic: entry('lake-schematic', 'water', { d: box, fill: 'waterSchematic', stroke: 'shore', width: 0.9, dash: [3, 2.2] }, { d: 'M3 4.5h24M3 7h24M3 9.5h24', stroke: 'shore', width: 0.5, strokeOpacity: 0.6 }),
	boundary: entry('boundary', 'land', { d: 'M0 7H30', stroke: 'boundary', width: 1.1, dash: [9, 2.5, 1.2, 2.5, 1.2, 2.5] }),
	zoneBand: entry('zone-band', 'land', { d: 'M0 3.5H30V10.5H0Z', fill: 'band', fillOpacity: 0.3 }, { d: 'M0 3.5H30', stroke: 'boundary', width: 1, dash: [9, 2.5, 1.2, 2.5] }),
	pilot: entry('pilot', 'land', { d: box, fill: 'band', fillOpacity: 0.14, stroke: 'reed', width: 0.9, dash: [4, 2] }),
	symbolic: entry('symbolic', 'land', { d: box, stroke: 'reed', width: 1.2, dash: [1.5, 2.6], round: true }, { d: 'M4 12L12 2M11 12L19 2M18 12L26 2', stroke: 'reed', width: 0.8, strokeOpacity: 0.5 })
};

export const recordEntries = {
	station: entry('station', 'land', { d: 'M11 3H19V11H11Z', fill: 'paper', stroke: 'rail', width: 2 }),
	town: entry('town', 'land', { d: circle(15, 7, 2.6), fill: 'paper', stroke: 'ink700', width: 1.1 }),
	selected: entry('selected', 'record', { d: 'M0 7H30', stroke: 'selected', width: 7 }, { d: 'M0 7H30', stroke: 'water', width: 3.8 }),
	scope: entry('scope', 'record', { d: 'M1 1.5H29V12.5H1Z', fill: 'selected', fillOpacity: 0.06, stroke: 'selected', width: 0.9, dash: [2, 3] }),
	outside: entry('outside', 'record', ...[9, 18].map((x): LegendPart => ({ d: circle(x, 7, 2.4), fill: 'paper', stroke: 'ink500', width: 1 }))),
	located: entry('located', 'record', { d: 'M8 10V1M21 10V1', stroke: 'ink500', width: 0.9 }, { d: circle(8, 10, 2), fill: 'ink700' }, { d: circle(21, 10, 2.4), fill: 'paper', stroke: 'ink700', width: 1 }),
	cluster: entry('cluster', 'record', { d: box, fill: 'paper', stroke: 'ink500', width: 0.8 }, { d: circle(9, 7, 2.4), fill: 'eco' }, { d: 'M13.5 5.2H17.1V8.8H13.5Z', fill: 'railProject' }, { d: 'M22 4.2L24.8 7L22 9.8L19.2 7Z', fill: 'road' }),
	measures: entry('measures', 'record', { d: circle(15, 7, 6), fill: 'paper', stroke: 'ink700', width: 1.2 }, { d: 'M12.5 5.5h5M12.5 8.5h5', stroke: 'ink700', width: 1.1 }),
	gaps: entry('gaps', 'record', { d: 'M9 1H21V13H9Z', fill: 'paper', stroke: 'ink700', width: 1.2, dash: [3, 2] }),
	arcNamed: entry('arc-named', 'record', { d: 'M0 10Q10 3 22 7', stroke: 'selected', width: 2 }, { d: circle(23, 7, 3.2), fill: 'selected', stroke: 'paper', width: 1 }),
	arcInferred: entry('arc-inferred', 'record', { d: 'M0 10Q10 3 20 7', stroke: 'ink700', width: 1.2, dash: [4, 3] }, { d: circle(23, 7, 3.2), fill: 'paper', stroke: 'ink700', width: 1.2, dash: [2, 1.4] })
};

const chevron: LegendPart = { d: 'M18 3.5L22.5 7L18 10.5', stroke: 'selected', width: 1.6 };
const askedParts: Readonly<Record<Asked['sign'], readonly LegendPart[]>> = {
	area: recordEntries.scope.parts, edge: [{ d: 'M1 1.5H29V12.5H1Z', stroke: 'selected', width: 1.6, dash: [2, 3] }], line: [{ d: 'M0 7H30', stroke: 'selected', width: 2.6 }], flow: [{ d: 'M0 7H30', stroke: 'selected', width: 2.6 }, chevron], point: [{ d: circle(15, 7, 3.8), fill: 'paper', stroke: 'selected', width: 1.8 }]
};
/** A condition as the map draws it, in the words of the question. */
export const askedEntry = ({ id, words, sign }: Asked): LegendEntry => ({ id: `asked:${id}`, key: words, side: 'record', parts: askedParts[sign] });

export const kindEntry = (kind: ProjectKind): LegendEntry => entry(`kind-${kind}`, 'record', { d: outlineOf(kind), fill: kindInk[kind], at: [15, 7] });

/** How far a project is shows in how much of its sign is filled; a picture on paper has no filter list beside it that says so. */
export const statusEntry = (status: StatusValue): LegendEntry => {
	const outline: LegendPart = { d: circle(15, 7, 5), fill: status === 'completed' ? 'ink700' : 'paper', stroke: 'ink700', width: 1.4 };
	return { id: `status-${status}`, key: `status.${status}`, side: 'record', parts: status === 'building' ? [outline, { d: 'M10 7a5 5 0 0 0 10 0Z', fill: 'ink700' }] : status === 'ongoing' ? [outline, { d: circle(15, 7, 1.9), fill: 'ink700' }] : [outline] };
};

/** What a slide has room to explain: the selected place, its reach and the records, then what the lines mean. */
export const telling = (entries: readonly LegendEntry[], most: number): LegendEntry[] => [...entries.filter(({ side }) => side === 'record'), ...entries.filter(({ side, id }) => side !== 'record' && /schematic|symbolic|hsr|intercity|expressway/.test(id))].slice(0, most);

function circle(x: number, y: number, r: number): string {
	return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
}
