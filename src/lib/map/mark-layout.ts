/**
 * How signs that share a position stand beside each other: in rows above a common foot, always the same way for the same records. Rows
 * rather than a spiral, because a row can be read and compared. Cards are moved to where they cover least.
 */
import { sizeOf } from './card-sheet.ts';
import { leader } from './icon-sheet.ts';
import { toPixels } from './pixels.ts';
import type { Position } from './scene.ts';

export type Offset = [x: number, y: number];
const pitch = 13.8;
const dotPitch = 7.4;

const inRows = (count: number, perRow: number, step: number): Offset[] => Array.from({ length: count }, (_, index): Offset => {
	const row = Math.floor(index / perRow);
	const inRow = Math.min(perRow, count - row * perRow);
	return [((index % perRow) - (inRow - 1) / 2) * step, row * step];
});
const round = (offset: Offset): Offset => [Math.round(offset[0] * 10) / 10 + 0, Math.round(offset[1] * 10) / 10 + 0];

export type Side = 'above' | 'below' | 'right' | 'left';
export const sides: readonly Side[] = ['above', 'below', 'right', 'left'];

/** Signs of matching projects: on the spot when alone on its own shape, else at the end of a leader on one side of the foot. */
export function offsetsOfSigns(count: number, onShape: boolean, side: Side = 'above'): Offset[] {
	if (count === 1 && onShape) return [[0, 0]];
	const rows = inRows(count, count === 4 ? 2 : 3, pitch);
	switch (side) {
		case 'above': return rows.map(([x, y]) => round([x, -leader - y]));
		case 'below': return rows.map(([x, y]) => round([x, leader + y]));
		case 'right': return rows.map(([x, y]) => round([leader + y, x]));
		case 'left': return rows.map(([x, y]) => round([-leader - y, x]));
	}
}

export interface Group {
	position: Position;
	count: number;
	onShape: boolean;
}
/** For each group the side where its signs cover least of what stands before it; above wherever that is free. */
export function chooseSides(groups: readonly Group[], zoom: number): Side[] {
	const taken: Box[] = [];
	const boxesOf = ({ position, count, onShape }: Group, side: Side): Box[] => {
		const [x, y] = toPixels(position, zoom);
		return offsetsOfSigns(count, onShape, side).map((offset) => ({ x: x + offset[0], y: y + offset[1], width: pitch, height: pitch }));
	};
	const chosen = new Map<Group, Side>();
	const fixed = groups.filter((group) => group.count === 1 && group.onShape);
	for (const group of fixed) taken.push(...boxesOf(group, 'above'));
	for (const group of groups.filter((candidate) => !fixed.includes(candidate))) {
		const costs = sides.map((side) => boxesOf(group, side).reduce((sum, box) => sum + taken.reduce((all, other) => all + overlap(box, other), 0), 0));
		const side = sides[costs.indexOf(Math.min(...costs))]!;
		chosen.set(group, side);
		taken.push(...boxesOf(group, side));
	}
	return groups.map((group) => chosen.get(group) ?? 'above');
}

/** Grey dots of the others, small and below the foot. */
export const offsetsOfDots = (count: number, besideSigns: boolean): Offset[] => inRows(count, 5, dotPitch).map(([x, y]) => round([x, y + (besideSigns ? 9 : 0)]));

interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}
const overlap = (a: Box, b: Box): number => Math.max(0, (a.width + b.width) / 2 - Math.abs(a.x - b.x)) * Math.max(0, (a.height + b.height) / 2 - Math.abs(a.y - b.y));

export interface CardToLay {
	position: Position;
	label: string;
	count: number;
	compact: boolean;
}

/** Middle of each card relative to its place, tried around it and further out, in the order given. */
export function offsetsOfCards(cards: readonly CardToLay[], marks: readonly { position: Position; offset: Offset }[], zoom: number): Offset[] {
	const boxes: Box[] = marks.map(({ position, offset }) => {
		const [x, y] = toPixels(position, zoom);
		return { x: x + offset[0], y: y + offset[1], width: 15, height: 15 };
	});
	const feet = cards.map(({ position }) => toPixels(position, zoom));
	return cards.map(({ label, count, compact }, index) => {
		const { width, height } = sizeOf(label, count, compact);
		const [x, y] = feet[index]!;
		if (compact) return [0, 0];
		let best: { offset: Offset; cost: number } = { offset: [0, 0], cost: Infinity };
		for (const reach of [10, 34, 62]) {
			for (const [dx, dy] of [[0, 1], [0, -1], [1, 1], [-1, 1], [1, -1], [-1, -1], [1, 0], [-1, 0]] as const) {
				const offset: Offset = round([dx * (width / 2 + (dy === 0 ? reach : reach * 0.4)), dy * (height / 2 + reach)]);
				const box: Box = { x: x + offset[0], y: y + offset[1], width: width + 6, height: height + 6 };
				const others = feet.filter((_, other) => other !== index).map(([fx, fy]): Box => ({ x: fx, y: fy, width: 8, height: 8 }));
				const cost = [...boxes, ...others].reduce((sum, other) => sum + overlap(box, other), 0) + reach * 2;
				if (cost < best.cost) best = { offset, cost };
			}
		}
		boxes.push({ x: x + best.offset[0], y: y + best.offset[1], width: width + 6, height: height + 6 });
		return best.offset;
	});
}
