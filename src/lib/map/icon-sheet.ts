/**
 * Signs as one picture for deck's IconLayer. Where each sign lies in the sheet is plain arithmetic; only `paintSheet` needs a canvas, so
 * that the layers can be built and tested without one.
 */
import { projectKinds } from '../domain/vocabulary.ts';
import type { ProjectKind } from '../domain/vocabulary.ts';
import { lowerHalfOf, markRadius, markStatuses, middleOf, outlineOf } from './marks.ts';
import type { MarkStatus } from './marks.ts';
import { states } from '../query/progress-rules.ts';
import type { State } from '../query/progress-rules.ts';
import { kindInk } from './palette.ts';
import type { Palette } from './palette.ts';
import { stateSigns } from './state-signs.ts';

export interface IconPlace {
	x: number;
	y: number;
	width: number;
	height: number;
	anchorX: number;
	anchorY: number;
}
export interface IconSheet {
	/** `null` where nothing can be painted (tests, server). */
	image: HTMLCanvasElement | null;
	mapping: Readonly<Record<string, IconPlace>>;
}

/** px of a sign's cell on screen: the mark, its halo and room for the hover. */
export const cell = 24;
/** px of the foot with its leader; the foot stands at the bottom. */
export const leader = 17;
const scale = 3;
const columns = 8;

export type MarkIcon = `${ProjectKind}-${MarkStatus}`;
export const markIcon = (kind: ProjectKind, status: MarkStatus): MarkIcon => `${kind}-${status}`;
export const stateIcon = (state: State): `state-${State}` => `state-${state}`;
const extras = ['outside', 'foot-own', 'foot-by-place', 'anchor', 'station', 'station-planned', 'stop', 'count', 'gap'] as const;
export type ExtraIcon = (typeof extras)[number];

const names = [...projectKinds.flatMap((kind) => markStatuses.map((status) => markIcon(kind, status))), ...extras, ...states.map((state) => stateIcon(state))];
export const mapping: IconSheet['mapping'] = Object.fromEntries(names.map((name, index) => [name, {
	x: (index % columns) * cell * scale, y: Math.floor(index / columns) * cell * scale, width: cell * scale, height: cell * scale,
	anchorX: (cell / 2) * scale, anchorY: (name.startsWith('foot') ? cell - 3 : cell / 2) * scale
}]));

/** All signs in the colours of the palette. */
export function paintSheet(palette: Palette): IconSheet {
	const image = document.createElement('canvas');
	image.width = columns * cell * scale;
	image.height = Math.ceil(names.length / columns) * cell * scale;
	const context = image.getContext('2d')!;
	for (const name of names) {
		const { x, y, anchorX, anchorY } = mapping[name]!;
		context.setTransform(scale, 0, 0, scale, x + anchorX, y + anchorY);
		const [kind, status] = name.split('-') as [ProjectKind, MarkStatus];
		if ((projectKinds as readonly string[]).includes(kind)) paintMark(context, kind, status, palette);
		else if (kind as string === 'state') paintState(context, name.slice('state-'.length) as State, palette);
		else paintExtra(context, name as ExtraIcon, palette);
	}
	return { image, mapping };
}

/** One sign around the origin of the context. */
export function paintMark(context: CanvasRenderingContext2D, kind: ProjectKind, status: MarkStatus, palette: Palette, halo = 3): void {
	const outline = new Path2D(outlineOf(kind));
	const tone = palette[kindInk[kind]];
	context.lineJoin = 'round';
	context.fillStyle = context.strokeStyle = palette.halo;
	context.lineWidth = 2 * halo;
	if (halo > 0) context.stroke(outline);
	context.fillStyle = status === 'completed' ? tone : palette.paper;
	context.fill(outline);
	context.fillStyle = context.strokeStyle = tone;
	context.lineWidth = 1.5;
	context.setLineDash(status === 'unknown' ? [1.6, 1.6] : []);
	context.stroke(outline);
	context.setLineDash([]);
	if (status === 'building') {
		context.save();
		context.clip(outline);
		context.fillRect(...lowerHalfOf(kind));
		context.restore();
	}
	if (status === 'ongoing') fillDisc(context, 0, middleOf(kind), markRadius * 0.37);
}

/** On a plate of paper, so that a hollow sign stays hollow over water. */
function paintState(context: CanvasRenderingContext2D, state: State, palette: Palette): void {
	context.fillStyle = palette.paper;
	fillDisc(context, 0, 0, 10);
	for (const { d, fill, stroke, width = 1, dash = [] } of stateSigns[state]) {
		const path = new Path2D(d);
		context.setLineDash([...dash]);
		context.lineWidth = width;
		if (fill) {
			context.fillStyle = palette[fill];
			context.fill(path);
		}
		if (stroke) {
			context.strokeStyle = palette[stroke];
			context.stroke(path);
		}
	}
	context.setLineDash([]);
}

function paintExtra(context: CanvasRenderingContext2D, name: ExtraIcon, palette: Palette): void {
	context.lineCap = 'butt';
	if (name === 'foot-own' || name === 'foot-by-place') {
		context.strokeStyle = palette.ink500;
		context.lineWidth = 0.9;
		context.stroke(new Path2D(`M0 0V${-leader}`));
		context.strokeStyle = palette.ink700;
		context.fillStyle = name === 'foot-own' ? palette.ink700 : palette.paper;
		fillDisc(context, 0, 0, name === 'foot-own' ? 2 : 2.4);
		if (name === 'foot-by-place') context.stroke();
		return;
	}
	if (name === 'count') {
		context.fillStyle = palette.paper;
		context.strokeStyle = palette.ink700;
		context.lineWidth = 1.2;
		fillDisc(context, 0, 0, 8.5);
		context.stroke();
		return;
	}
	if (name === 'gap') {
		context.fillStyle = palette.paper;
		context.strokeStyle = palette.ink700;
		context.lineWidth = 1.3;
		context.fillRect(-8, -8, 16, 16);
		context.setLineDash([3.2, 2.4]);
		context.strokeRect(-8, -8, 16, 16);
		context.setLineDash([]);
		return;
	}
	context.fillStyle = palette.paper;
	context.strokeStyle = name === 'outside' ? palette.ink500 : palette.rail;
	context.lineWidth = name === 'outside' ? 1 : name === 'stop' ? 1.2 : 1.9;
	context.setLineDash(name === 'station-planned' ? [2.2, 1.6] : []);
	if (name === 'anchor') context.strokeStyle = palette.ink700;
	if (name === 'stop' || name === 'outside' || name === 'anchor') {
		fillDisc(context, 0, 0, 2.3);
		context.stroke();
	} else {
		context.fillRect(-3.6, -3.6, 7.2, 7.2);
		context.strokeRect(-3.6, -3.6, 7.2, 7.2);
	}
	context.setLineDash([]);
}

function fillDisc(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
	context.beginPath();
	context.arc(x, y, radius, 0, 2 * Math.PI);
	context.fill();
}
