/**
 * A strip as plain marks in px, for drawings that know no SVG: a page of a PDF, a picture, shapes of PowerPoint. Laid out by the same function as
 * on screen; the status of a project is written out, since its sign is colour and form alone.
 */
import '../i18n/rooms/strip.ts';
import { say } from '../i18n/index.ts';
import type { Translate } from '../i18n/index.ts';
import type { ItemView, PartView } from '../query/strip-page.ts';
import { layStrip, size } from './strip-layout.ts';
import type { Flag, PartLayout } from './strip-layout.ts';

export type Tone = 'text' | 'quiet' | 'soft' | 'paper' | 'water' | 'waterLine' | 'road' | 'ground' | 'groundOther' | 'edge';
export type Dash = readonly [on: number, off: number];
export type Mark =
	| { type: 'line'; x1: number; y1: number; x2: number; y2: number; tone: Tone; width: number; dash?: Dash }
	| { type: 'rect' | 'ellipse' | 'lozenge'; x: number; y: number; w: number; h: number; fill: Tone | null; edge: Tone | null; width: number; dash?: Dash }
	/** `y` is the baseline; `size` px. */
	| { type: 'text'; x: number; y: number; text: string; size: number; tone: Tone; align: 'left' | 'center' | 'right'; isBold?: boolean };

const schematic: Dash = [3, 2.5];
const waters = ['river', 'canal', 'waterway', 'lake', 'reservoir'];
const lineTone = (kind: string): Tone => (kind === 'rail' ? 'text' : kind === 'road' || kind === 'corridor' ? 'road' : 'water');
const dashOf = (isSchematic: boolean): { dash?: Dash } => (isSchematic ? { dash: schematic } : {});

export function stripMarks(parts: readonly PartView[], t: Translate, width = size.width): { marks: Mark[]; width: number; height: number } {
	const { parts: laid, height } = layStrip(parts, width);
	return { marks: laid.flatMap((part) => partMarks(part, t, laid.length > 1)), width, height };
}

function partMarks({ part, y, x, ticks, flags, bars, projects, measures, districts, towns, at }: PartLayout, t: Translate, hasTitle: boolean): Mark[] {
	const head = (words: string, top: number): Mark => ({ type: 'text', x: 0, y: top, text: words, size: 11, tone: 'quiet', align: 'left' });
	const end = x(part.lengthKm);
	const lanes = [{ lane: projects, top: at.projects }, { lane: measures, top: at.measures }];
	return [
		...(hasTitle ? [{ type: 'text', x: 0, y: y + 14, text: part.name, size: 13, tone: 'text', align: 'left', isBold: true } satisfies Mark] : []),
		...(flags.length > 0 ? [head(t('strip.row.flags'), at.line + 4)] : []), head(t('strip.row.km'), at.line + 20), ...(bars.length > 0 ? [head(t('strip.row.bars'), at.bars + 10)] : []), head(t('strip.row.district'), at.districts + 16), ...(towns.length > 0 ? [head(t('strip.row.town'), at.towns + 16)] : []),
		...(projects.length > 0 ? [head(t('strip.row.project'), at.projects + 18)] : []), ...(measures.length > 0 ? [head(t('strip.row.measure'), at.measures + 18)] : []),
		...flags.map((flag): Mark => pole(flag, at.line - 4, at.line - 16 - flag.row * size.row)), ...lanes.flatMap(({ lane, top }) => lane.map((flag) => pole(flag, top - 4, top + 12 + flag.row * size.row))),
		{ type: 'line', x1: x(0), y1: at.line, x2: end, y2: at.line, tone: lineTone(part.kind), width: 7, ...(part.isSchematic ? { dash: [14, 5] as const } : {}) },
		...(part.kind === 'rail' ? [{ type: 'line', x1: x(0), y1: at.line, x2: end, y2: at.line, tone: 'paper', width: 3, dash: [9, 9] } satisfies Mark] : []), ...(part.kind === 'road' ? [{ type: 'line', x1: x(0), y1: at.line, x2: end, y2: at.line, tone: 'paper', width: 2 } satisfies Mark] : []),
		...[...ticks.map((km) => ({ km, words: String(km) })), { km: part.lengthKm, words: `${part.lengthKm.toFixed(1)} km` }].flatMap(({ km, words }): Mark[] => [{ type: 'line', x1: x(km), y1: at.line + 5, x2: x(km), y2: at.line + 10, tone: 'quiet', width: 1 }, { type: 'text', x: x(km), y: at.line + 21, text: words, size: 11, tone: 'quiet', align: 'center' }]),
		...flags.flatMap((flag): Mark[] => [...sign(flag.item, flag.x, at.line), label(flag, at.line - 14 - flag.row * size.row, 5)]),
		...bars.flatMap(({ item, x: from, toX, row }): Mark[] => [
			{ type: 'rect', x: from, y: at.bars + row * size.bar, w: toX - from, h: 6, fill: item.isSchematic ? null : item.row === 'lake' ? 'water' : item.kind === 'road' ? 'road' : item.kind === 'rail' ? 'text' : 'waterLine', edge: item.isSchematic ? 'soft' : null, width: 1, ...dashOf(item.isSchematic) },
			{ type: 'text', x: from, y: at.bars + row * size.bar + 18, text: wordsOf(item), size: 12, tone: 'text', align: 'left' }
		]),
		...[{ boxes: districts, top: at.districts }, { boxes: towns, top: at.towns }].flatMap(({ boxes, top }) => boxes.flatMap(({ band, x: from, width, isNamed }, i): Mark[] => [
			{ type: 'rect', x: from, y: top, w: width, h: size.band, fill: band.id === null ? null : i % 2 === 0 ? 'ground' : 'groundOther', edge: band.id === null ? 'soft' : 'edge', width: 1, ...dashOf(band.id === null) },
			...(isNamed ? [{ type: 'text', x: from + width / 2, y: top + 16, text: band.name, size: band.id === null ? 11 : 12, tone: band.id === null ? 'quiet' : 'text', align: 'center' } satisfies Mark] : [])
		])),
		...lanes.flatMap(({ lane, top }) => lane.flatMap((flag): Mark[] => [
			...(flag.item.row === 'project' ? [{ type: 'ellipse', x: flag.x - 3.6, y: at.line - 3.6, w: 7.2, h: 7.2, fill: 'paper', edge: 'text', width: 1.4, ...dashOf(flag.item.isSchematic || flag.item.via !== undefined) } satisfies Mark] : []),
			label({ ...flag, item: flag.item.status ? { ...flag.item, name: `${flag.item.name} (${say(t, 'status', flag.item.status)})` } : flag.item }, top + 17 + flag.row * size.row, 5)
		]))
	];
}

const pole = ({ item, x }: Flag, from: number, to: number): Mark => ({ type: 'line', x1: x, y1: from, x2: x, y2: to, tone: 'soft', width: 1, ...dashOf(item.isSchematic) });
const wordsOf = (item: ItemView): string => `${item.name} ${item.chainage}`;
const label = ({ item, x, flies }: Flag, y: number, aside: number): Mark => ({ type: 'text', x: flies === 'left' ? x - aside : x + aside, y, text: wordsOf(item), size: 12, tone: 'text', align: flies === 'left' ? 'right' : 'left' });

/** As `StripSign.svelte` draws it. */
function sign(item: ItemView, x: number, y: number): Mark[] {
	const box = (type: 'rect' | 'ellipse' | 'lozenge', half: number, edge: Tone, width: number): Mark => ({ type, x: x - half, y: y - half, w: 2 * half, h: 2 * half, fill: 'paper', edge, width, ...(item.isSchematic ? { dash: [2, 1.5] as const } : {}) });
	if (item.row === 'station') return [item.kind === 'interchange' ? box('lozenge', 6, 'text', 1.6) : box('rect', 4.5, 'text', 1.8)];
	if (item.row === 'site') return [box('ellipse', 4, 'quiet', 1.6)];
	const bar = (tone: Tone, width: number, dash?: Dash): Mark => ({ type: 'line', x1: x, y1: y - 9, x2: x, y2: y + 9, tone, width, ...(dash ? { dash } : {}) });
	return [bar('paper', 6.5), bar(waters.includes(item.kind) ? 'waterLine' : item.kind === 'rail' ? 'text' : 'road', 4, item.isSchematic ? [3.5, 2] : undefined), ...(item.kind === 'road' || item.kind === 'corridor' ? [bar('paper', 1.2)] : [])];
}
