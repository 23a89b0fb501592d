/**
 * Where the parts of a strip stand, px. Flags stand on the line; those of one half fly to the left of their poles, those of the other to the
 * right. From the ends inwards each takes the first row above all names that its own would run into, so that no name lies on another and no
 * pole runs through one; the halves are cut where the rows are fewest.
 */
import { scaleLinear } from 'd3';
import type { ScaleLinear } from 'd3';
import type { BandView, ItemView, PartView } from '../query/strip-page.ts';
import { widthOf } from './trend-layout.ts';

export const size = { width: 1000, left: 104, row: 18, band: 24, bar: 26, axis: 34, gap: 10 };
const [padding, most] = [5, 430];

interface Standing {
	item: ItemView;
	x: number;
	/** 0 is next to the line. */
	row: number;
	/** Px of name and chainage together, at most. */
	width: number;
}
export interface Flag extends Standing {
	flies: 'left' | 'right';
}
export interface Bar extends Standing {
	toX: number;
}
export interface BandBox {
	band: BandView;
	x: number;
	width: number;
	/** The name fits. */
	isNamed: boolean;
}
export interface PartLayout {
	part: PartView;
	/** Top of the part in the drawing. */
	y: number;
	height: number;
	x: ScaleLinear<number, number>;
	ticks: number[];
	flags: Flag[];
	bars: Bar[];
	projects: Flag[];
	measures: Flag[];
	districts: BandBox[];
	towns: BandBox[];
	/** Middle of the line; tops of the rows below it. */
	at: { line: number; bars: number; districts: number; towns: number; projects: number; measures: number };
}

const isRecord = ({ row }: ItemView): boolean => row === 'project' || row === 'measure';
const isBar = (item: ItemView): boolean => !isRecord(item) && item.toKm !== undefined;
/** Name of 12 px, chainage of 11 px beside it, the sign of a project before them. */
const labelWidth = (item: ItemView): number => Math.ceil(widthOf(item.name) + 6 + widthOf(item.chainage) * 0.92 + (isRecord(item) ? 14 : 0));

/** Flags that all fly to one side, from the last one on that side inwards. */
function flyTo(flies: Flag['flies'], flags: readonly Omit<Flag, 'row' | 'flies'>[]): Flag[] {
	const laid: Flag[] = [];
	for (const flag of flies === 'right' ? flags.toReversed() : flags) {
		const ahead = laid.filter(({ x }) => Math.abs(x - flag.x) <= padding + flag.width + 8);
		laid.push({ ...flag, flies, row: ahead.reduce((row, one) => Math.max(row, one.row + 1), 0) });
	}
	return flies === 'right' ? laid.toReversed() : laid;
}
const rowsOf = (some: readonly Standing[]): number => some.reduce((rows, { row }) => Math.max(rows, row + 1), 0);

/** Px that the word for a lane takes beside its first row. */
const headRoom = 56;

/** `from`: names that fly to the left begin no further left, px. */
export function layFlags(items: readonly ItemView[], x: (km: number) => number, from = 0): Flag[] {
	const flags = items.toSorted((a, b) => a.km - b.km || (a.ref < b.ref ? -1 : 1)).map((item) => ({ item, x: x(item.km), width: labelWidth(item) }));
	const most = flags.findIndex(({ x: at, width }) => at - padding - width < from);
	const cuts = Array.from({ length: (most < 0 ? flags.length : most) + 1 }, (_, cut) => [...flyTo('left', flags.slice(0, cut)), ...flyTo('right', flags.slice(cut))]);
	return cuts.reduce((best, next) => (rowsOf(next) < rowsOf(best) ? next : best));
}

/** Bars side by side in as few rows as hold them with their names. */
export function layBars(items: readonly ItemView[], x: (km: number) => number): Bar[] {
	const ends: number[] = [];
	return items.map((item): Bar => {
		const [at, toX, width] = [x(item.km), Math.max(x(item.km) + 3, x(item.toKm!)), labelWidth(item)];
		const free = ends.findIndex((end) => end + 10 <= at);
		const row = free < 0 ? ends.length : free;
		ends[row] = Math.max(toX, at + width);
		return { item, x: at, toX, width, row };
	});
}

const layBands = (bands: readonly BandView[], x: (km: number) => number): BandBox[] => bands.map((band) => ({ band, x: x(band.from), width: x(band.to) - x(band.from), isNamed: widthOf(band.name) + 8 <= x(band.to) - x(band.from) }));

/** Room to the right of the line for the names at its far end. */
const roomOf = (part: PartView, left: number, width: number): number => Math.min(most, part.items.reduce((need, item) => Math.max(need, width - left - (width - left - labelWidth(item) - padding - 9) / Math.max(item.km / part.lengthKm, 0.4)), 24));

/** Rows that a longer margin must save before the line is made shorter for it. */
const worthRows = 4;

/** A margin on the left in which the names of the first flags have room to fly left. */
function longMargin(part: PartView, width: number): number {
	const room = roomOf(part, size.left, width);
	const needs = part.items.filter((item) => !isBar(item) && item.km / part.lengthKm < 0.5).map((item) => {
		const share = item.km / part.lengthKm;
		return (labelWidth(item) + padding + 4 - (width - room) * share) / (1 - share);
	});
	return Math.min(280, Math.max(size.left, ...needs));
}

export function layPart(part: PartView, y: number, hasTitle: boolean, width: number): PartLayout {
	const lay = (left: number) => {
		const x = scaleLinear([0, part.lengthKm], [left, width - roomOf(part, left, width)]);
		return { x, flags: layFlags(part.items.filter((item) => !isRecord(item) && !isBar(item)), x), projects: layFlags(part.items.filter(({ row }) => row === 'project'), x, headRoom), measures: layFlags(part.items.filter(({ row }) => row === 'measure'), x, headRoom) };
	};
	const rows = ({ flags, projects, measures }: ReturnType<typeof lay>): number => rowsOf(flags) + rowsOf(projects) + rowsOf(measures);
	const [narrow, wide] = [lay(size.left), lay(longMargin(part, width))];
	const { x, flags, projects, measures } = rows(narrow) - rows(wide) >= worthRows ? wide : narrow;
	const bars = layBars(part.items.filter(isBar), x);
	const line = y + (hasTitle ? 30 : 8) + rowsOf(flags) * size.row + 16;
	const barsAt = line + size.axis;
	const districts = barsAt + (bars.length > 0 ? rowsOf(bars) * size.bar + size.gap : 0);
	const towns = districts + size.band + 4;
	const projectsAt = towns + (part.towns.length > 0 ? size.band : -4) + size.gap;
	const laneOf = (some: readonly Standing[]): number => (some.length > 0 ? rowsOf(some) * size.row + 12 : 0);
	const measuresAt = projectsAt + laneOf(projects);
	const ticks = x.ticks(12);
	return {
		part, y, height: measuresAt + laneOf(measures) - y, x, ticks: ticks.filter((km) => km === 0 || x(part.lengthKm) - x(km) > 34), flags, bars, projects, measures,
		districts: layBands(part.districts, x), towns: layBands(part.towns, x), at: { line, bars: barsAt, districts, towns, projects: projectsAt, measures: measuresAt }
	};
}

/** `width`: px of the drawing. */
export function layStrip(parts: readonly PartView[], width = size.width): { parts: PartLayout[]; height: number } {
	let y = 0;
	const laid = parts.map((part) => {
		const next = layPart(part, y, parts.length > 1, width);
		y += next.height + 22;
		return next;
	});
	return { parts: laid, height: Math.max(0, y - 10) };
}
