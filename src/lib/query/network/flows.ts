/**
 * The water network: what lies up- or downstream of a water, with the waters between. Its edges are the stated ones (`flows_to`) alone; that two
 * waters meet says nothing about a direction. One reading is added, and told as one: where a line of known direction runs through a lake and
 * nothing is stated between the two, the line above the lake lies upstream of it and the line below it downstream.
 */
import type { PlaceKind } from '../../domain/vocabulary.ts';
import type { Atlas } from '../atlas.ts';
import type { WaterLines } from './water-lines.ts';

interface Flow {
	from: string;
	to: string;
	/** Km below the upstream end of `from` at which the water leaves it: `Infinity` at its end, and of a lake; `NaN` where that is not known. */
	leavesKm: number;
	/** Km below the upstream end of `to` at which the water comes in: 0 of a lake; `NaN` where that is not known. */
	entersKm: number;
	/** A reading: the lake that the other of the two, a line, runs through. */
	lake?: string;
}
export interface Reached {
	water: string;
	/** Waters between it and the one asked about, in the order of the flow. */
	via: readonly string[];
	/** Km below its upstream end between which its points are up- or downstream, `Infinity` for its end; `null` where nobody says which part is. */
	stretch: readonly [fromKm: number, toKm: number] | null;
	isReading: boolean;
}
export interface Network {
	upstream(water: string): Reached[];
	downstream(water: string): Reached[];
}

const waterKinds: readonly PlaceKind[] = ['river', 'canal', 'lake', 'reservoir'];
const lineKinds: readonly PlaceKind[] = ['river', 'canal'];
export const isWater = (atlas: Atlas, id: string): boolean => waterKinds.includes(atlas.place.get(id)?.kind ?? 'zone');

/** `lines` is `null` where there is no geometry: then the stated edges alone speak. */
export function networkOf(atlas: Atlas, lines: WaterLines | null): Network {
	const stated = statedFlows(atlas, lines);
	const all = [...stated, ...(lines ? readFlows(atlas, lines) : [])];
	/** What the stated flows reach is told by them; a reading only adds to it. */
	const reach = (water: string, isUp: boolean): Reached[] => {
		const told = walk(water, stated, isUp);
		return [...told, ...walk(water, all, isUp).filter((read) => !told.some((one) => one.water === read.water)).map((read) => ({ ...read, isReading: true }))];
	};
	return { upstream: (water) => reach(water, true), downstream: (water) => reach(water, false) };
}

function statedFlows(atlas: Atlas, lines: WaterLines | null): Flow[] {
	const isLine = (id: string): boolean => lineKinds.includes(atlas.place.get(id)?.kind ?? 'zone');
	return atlas.dataset.places.flatMap(({ id: from, flows_to }) => (flows_to ?? []).filter((to) => to !== from && atlas.place.has(to)).map((to): Flow => ({
		from, to, leavesKm: !isLine(from) || flows_to!.length === 1 ? Infinity : (lines?.spanOf(from, to)?.to ?? NaN), entersKm: isLine(to) ? (lines?.spanOf(to, from)?.from ?? NaN) : 0
	})));
}

function readFlows(atlas: Atlas, { ground, directed, spanOf }: WaterLines): Flow[] {
	const isStated = (a: string, b: string): boolean => [[a, b], [b, a]].some(([from, to]) => atlas.place.get(from!)?.flows_to?.includes(to!));
	return [...directed.keys()].filter((line) => isWater(atlas, line)).flatMap((line) => [...new Set(ground.lakes.map(({ id }) => id))].filter((lake) => !isStated(line, lake)).flatMap((lake): Flow[] => {
		const span = spanOf(line, lake);
		return span?.isThrough ? [{ from: line, to: lake, leavesKm: span.from, entersKm: 0, lake }, { from: lake, to: line, leavesKm: Infinity, entersKm: span.to, lake }] : [];
	}));
}

/** Whether water that comes in by the one flow can leave by the other: a known place of leaving lies not above a known place of coming in. */
const isPassed = (comes: Flow, leaves: Flow): boolean => leaves.leavesKm === Infinity || Number.isNaN(leaves.leavesKm) || comes.entersKm <= leaves.leavesKm;

/** Breadth first along flows, each once, so that a circle ends; the shortest way to a water is the one told. A lake on the line asked about lies on it, neither above nor below. */
function walk(asked: string, flows: readonly Flow[], isUp: boolean): Reached[] {
	const beside = isUp ? (water: string) => flows.filter(({ to }) => to === water) : (water: string) => flows.filter(({ from }) => from === water);
	const found = new Map<string, { via: readonly string[]; km: number }>();
	const seen = new Set<Flow>();
	let edge = beside(asked).filter(({ lake }) => lake === undefined || lake === asked).map((flow): { flow: Flow; via: readonly string[] } => ({ flow, via: [] }));
	while (edge.length > 0) {
		const later: typeof edge = [];
		for (const { flow, via } of edge.filter((one) => !seen.has(one.flow))) {
			seen.add(flow);
			const water = isUp ? flow.from : flow.to;
			const before = found.get(water);
			if (water !== asked) found.set(water, { via: before?.via ?? via, km: farthest([before?.km ?? NaN, isUp ? flow.leavesKm : flow.entersKm], isUp) });
			for (const beyond of beside(water)) if (isUp ? isPassed(beyond, flow) : isPassed(flow, beyond)) later.push({ flow: beyond, via: isUp ? [water, ...via] : [...via, water] });
		}
		edge = later;
	}
	return [...found].map(([water, { via, km }]) => ({ water, via, stretch: Number.isNaN(km) ? null : isUp ? [0, km] : [km, Infinity], isReading: false }));
}

/** Of two ways that reach a line, the one that reaches more of it; `NaN` is not known. */
function farthest(km: readonly number[], isUp: boolean): number {
	const some = km.filter((one) => !Number.isNaN(one));
	return some.length === 0 ? NaN : isUp ? Math.max(...some) : Math.min(...some);
}
