/**
 * Which way a drawn line flows. A line has a direction only where one of its ends lies at a water that the data say flows into it, or that it
 * flows into: the statement gives the direction, geometry only tells which end is meant. That lines are digitised downstream is a custom and
 * no source, so it decides nothing. A line in several parts has no direction here.
 */
import type { Geometry } from 'geojson';
import type { Shapes } from '../../domain/shape.ts';
import { decidesSpace } from '../../domain/vocabulary.ts';
import { distanceM, toPlanar } from '../../geo/planar.ts';
import type { Planar } from '../../geo/planar.ts';
import type { Atlas } from '../atlas.ts';
import { groundOf } from '../strip-ground.ts';
import type { StripGround, StripLine } from '../strip-ground.ts';
import { crossingsOf, lakesOf } from '../strip.ts';
import type { StripItem } from '../strip.ts';

export interface WaterLine {
	line: StripLine;
	/** The line runs upstream first, as chainage does; `false`: its last point is the upstream one. */
	isDownstream: boolean;
	/** The water whose stated flow told the direction. */
	toldBy: string;
}
export interface WaterLines {
	ground: StripGround;
	/** Waters with one line whose direction is known. */
	directed: ReadonlyMap<string, WaterLine>;
	/** Km below the upstream end at which another water meets a directed line: first and last; `null` where they do not meet. */
	spanOf(line: string, other: string): { from: number; to: number; isThrough: boolean } | null;
}

/** An end is drawn to the middle of a mouth and a shore is generalised: so far off it still lies at that water, if the other end is much farther. */
const endM = 500;
const muchFarther = 5;

interface Body {
	planar: Planar;
	accuracyM: number;
}
type Meeting = Pick<StripItem, 'ref' | 'how' | 'km' | 'toKm'>;
type Bodies = ReadonlyMap<string, Body>;

const known = new WeakMap<Shapes, WaterLines>();
/** Made once for the geometry of a dataset. */
export function waterLinesOf(atlas: Atlas, shapes: Shapes): WaterLines {
	const lines = known.get(shapes) ?? readLines(atlas, shapes);
	known.set(shapes, lines);
	return lines;
}

function readLines(atlas: Atlas, shapes: Shapes): WaterLines {
	const ground = groundOf(shapes);
	const drawn = [...shapes.water, ...shapes.river].filter((shape) => shape.role !== 'area' && decidesSpace(shape.accuracy));
	const bodies: Bodies = new Map([...new Set(drawn.map(({ place }) => place))].map((id) => {
		const own = drawn.filter(({ place }) => place === id);
		return [id, { planar: toPlanar(own.map(({ geometry }) => geometry)), accuracyM: Math.max(...own.map(({ accuracyM }) => accuracyM)) }];
	}));
	const directed = new Map<string, WaterLine>();
	for (const [id, [line, more]] of ground.lines) {
		const place = atlas.place.get(id);
		if (!line || more || !place) continue;
		const votes = [...atlas.dataset.places.filter(({ flows_to }) => flows_to?.includes(id)).map((from) => ({ water: from.id, isInflow: true })), ...(place.flows_to ?? []).map((to) => ({ water: to, isInflow: false }))].flatMap(({ water, isInflow }) => {
			const other = bodies.get(water);
			const end = other ? endAt(line, other) : null;
			return end === null ? [] : [{ water, isDownstream: (end === 'first') === isInflow }];
		});
		if (votes.length > 0 && votes.every(({ isDownstream }) => isDownstream === votes[0]!.isDownstream)) directed.set(id, { line, isDownstream: votes[0]!.isDownstream, toldBy: votes[0]!.water });
	}
	const meetings = new Map<string, Meeting[]>();
	const meetingsOn = (id: string, { line }: WaterLine): Meeting[] => {
		const items = meetings.get(id) ?? [...crossingsOf(ground, line, new Set([id])), ...lakesOf(ground, line)].filter(({ how }) => how !== 'beside');
		meetings.set(id, items);
		return items;
	};
	return {
		ground, directed, spanOf: (id, other) => {
			const water = directed.get(id);
			return water ? spanOf(water, meetingsOn(id, water).filter(({ ref }) => ref === `place:${other}`), bodies.get(other)) : null;
		}
	};
}

const pointOf = (position: number[]): Planar => toPlanar([{ type: 'Point', coordinates: position } satisfies Geometry]);
/** Which end of the line lies at a water; `null` where neither does, or both. */
function endAt({ run, accuracyM }: StripLine, other: Body): 'first' | 'last' | null {
	const [first, last] = [run.points[0]!, run.points.at(-1)!].map((end) => distanceM(pointOf(end), other.planar, 1e6)) as [number, number];
	const isNear = Math.min(first, last) <= Math.max(endM, accuracyM + other.accuracyM) && Math.max(first, last) > Math.max(endM, accuracyM + other.accuracyM, muchFarther * Math.min(first, last));
	return !isNear ? null : first < last ? 'first' : 'last';
}

function spanOf({ line, isDownstream }: WaterLine, meetings: readonly Meeting[], other: Body | undefined): ReturnType<WaterLines['spanOf']> {
	const { lengthKm } = line.run;
	const end = other ? endAt(line, other) : null;
	const spans = [...meetings.map(({ km, toKm }) => [km, toKm ?? km]), ...(end === null ? [] : [end === 'first' ? [0, 0] : [lengthKm, lengthKm]])];
	if (spans.length === 0) return null;
	const [from, to] = [Math.min(...spans.map(([start]) => start!)), Math.max(...spans.map(([, last]) => last!))];
	const isThrough = end === null && meetings.some(({ how }) => how === 'through');
	return isDownstream ? { from, to, isThrough } : { from: lengthKm - to, to: lengthKm - from, isThrough };
}
