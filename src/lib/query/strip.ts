/**
 * The strip of a corridor or a river: what lies along its line, each thing at its chainage (km from the first point of our line). Only what
 * geometry places is placed; a record whose source names no spot stands in the list beside it. A line or point that is drawn
 * schematically says so with its metres.
 */
import type { Place } from '../domain/place.ts';
import type { Project } from '../domain/dataset.ts';
import { splitRef } from '../domain/dataset.ts';
import { defaultWithinM } from '../domain/view.ts';
import type { Basis, PlaceKind } from '../domain/vocabulary.ts';
import { approachOf, divide, nearestOn, positionAt, stretchesIn } from '../geo/chainage.ts';
import type { Stretch } from '../geo/chainage.ts';
import { distanceM } from '../geo/planar.ts';
import type { Atlas } from './atlas.ts';
import { reachOf } from './reach.ts';
import type { Reach } from './reach.ts';
import { linePlaces } from './strip-ground.ts';
import type { StripArea, StripGround, StripLine } from './strip-ground.ts';
import { meetingsOf } from './strip-meetings.ts';
import type { Meeting } from './strip-meetings.ts';

export interface Band extends Stretch {
	/** `null`: no border is known here. */
	id: string | null;
}
export type ItemHow = Meeting['how'] | 'through' | 'on' | 'near';
export interface StripItem {
	row: 'crossing' | 'lake' | 'station' | 'site' | 'project';
	/** `place:…` or `project:…`. */
	ref: string;
	how: ItemHow;
	km: number;
	/** End of a stretch. */
	toKm?: number;
	/** Chainage on the other line, at a crossing. */
	otherKm?: number;
	/** Metres from the line; 0 on it. */
	metres: number;
	/** Metres that the chainage may be off. */
	accuracyM: number;
	isSchematic: boolean;
	/** Place that brings a record to its chainage: its own, or a small one that its source names. */
	via?: string;
	basis?: Basis;
	at: [lon: number, lat: number];
}
export interface StripPart {
	place: string;
	lengthKm: number;
	accuracyM: number;
	isSchematic: boolean;
	ends: [start: [lon: number, lat: number], end: [lon: number, lat: number]];
	districts: Band[];
	towns: Band[];
	items: StripItem[];
}
export interface Unplaced {
	ref: string;
	/** `whole`: the record is the line itself; `none`: no spot on it is known. */
	why: 'whole' | 'none';
	basis: Basis;
	via?: string;
}
export interface Strip {
	id: string;
	parts: StripPart[];
	unplaced: Unplaced[];
	/** Records that come here only because their clause covers a whole area. */
	areaWide: number;
}

/** Stations, sites and records this near are placed; the same distance as "along" without another. */
export const nearM = defaultWithinM;
/** Places small enough that a source which names them gives a spot; a lake or a town is none. */
const spotKinds = new Set<PlaceKind>(['station', 'interchange', 'site', 'landmark', 'park']);
const round = (km: number): number => Math.round(km * 100) / 100;

export function stripOf(atlas: Atlas, ground: StripGround, place: Place): Strip | null {
	const places = linePlaces(atlas, ground, place);
	const lines = places.flatMap((id) => ground.lines.get(id)!);
	if (lines.length === 0) return null;
	const ours = new Set([place.id, ...places]);
	const parts = lines.map((line): StripPart => {
		const { run, accuracyM, isSchematic } = line;
		return { place: line.place, lengthKm: round(run.lengthKm), accuracyM, isSchematic, ends: [positionAt(run, 0), positionAt(run, run.lengthKm)], districts: bandsOf(line, ground.districts), towns: bandsOf(line, ground.towns), items: [...crossingsOf(ground, line, ours), ...lakesOf(ground, line), ...pointsOf(atlas, ground, line, lines, ours)] };
	});
	const { unplaced, areaWide } = placeRecords(atlas, ground, lines, parts, ours);
	for (const part of parts) part.items.sort((a, b) => a.km - b.km || (a.ref < b.ref ? -1 : 1));
	return { id: place.id, parts, unplaced, areaWide };
}

/** A piece shorter than the accuracy of line and border together is not told apart. */
const bandsOf = ({ run, accuracyM }: StripLine, areas: readonly StripArea[]): Band[] => divide(run, areas, (accuracyM + Math.max(0, ...areas.map(({ shape }) => shape.accuracyM))) / 1000).map(({ id, from, to }) => ({ id, from: round(from), to: round(to) }));

export function crossingsOf(ground: StripGround, line: StripLine, ours: ReadonlySet<string>): StripItem[] {
	return [...ground.lines].filter(([id]) => !ours.has(id)).flatMap(([id, others]) => others.flatMap((other) => meetingsOf(line, other).map(({ how, km, toKm, otherKm, at }): StripItem => ({
		row: 'crossing', ref: `place:${id}`, how, km: round(km), toKm: toKm === undefined ? undefined : round(toKm), otherKm: otherKm === null ? undefined : round(otherKm), metres: 0, accuracyM: Math.max(line.accuracyM, other.accuracyM), isSchematic: line.isSchematic || other.isSchematic, at
	}))));
}

export function lakesOf(ground: StripGround, line: StripLine): StripItem[] {
	return ground.lakes.flatMap(({ id, area, shape }): StripItem[] => {
		const known = { row: 'lake' as const, ref: `place:${id}`, metres: 0, accuracyM: Math.max(line.accuracyM, shape.accuracyM), isSchematic: line.isSchematic || shape.accuracy === 'schematic' };
		const leastKm = (line.accuracyM + shape.accuracyM) / 1000;
		const through = joinNear(stretchesIn(line.run, area), leastKm);
		if (through.length > 0) return through.map(({ from, to }) => (to - from >= leastKm ? { ...known, how: 'through', km: round(from), toKm: round(to), at: positionAt(line.run, (from + to) / 2) } : { ...known, how: 'meets', km: round((from + to) / 2), at: positionAt(line.run, (from + to) / 2) }));
		const near = approachToArea(line, area, Math.min(150, leastKm * 1000));
		return near ? [{ ...known, how: 'meets', km: round(near.km), metres: Math.round(near.metres), at: positionAt(line.run, near.km) }] : [];
	});
}

/** Islets and bays smaller than the accuracy do not break a stretch. */
const joinNear = (stretches: readonly Stretch[], leastKm: number): Stretch[] => stretches.reduce<Stretch[]>((all, { from, to }) => (all.length > 0 && from - all.at(-1)!.to <= leastKm ? [...all.slice(0, -1), { from: all.at(-1)!.from, to }] : [...all, { from, to }]), []);

/** Where the line comes nearest to the shore of an area that it does not enter; `null` where it stays farther away than `limitM`. */
function approachToArea({ run }: StripLine, area: StripArea['area'], limitM: number): { km: number; metres: number } | null {
	if (distanceM(run.planar, area, limitM) === Infinity) return null;
	const near = area.polygons.map(([shell]) => approachOf(run, shell!)).reduce((best, next) => (next.metres < best.metres ? next : best));
	return near.metres <= limitM ? near : null;
}

/** Stations of this line, however they were drawn, and town seats and sites near it. One that lies on two parts stands on the nearer. */
function pointsOf(atlas: Atlas, ground: StripGround, line: StripLine, lines: readonly StripLine[], ours: ReadonlySet<string>): StripItem[] {
	return ground.points.flatMap((shape): StripItem[] => {
		const place = atlas.place.get(shape.place)!;
		const isStation = place.kind === 'station' || place.kind === 'interchange';
		if (isStation ? !place.on?.some((id) => ours.has(id)) : shape.context) return [];
		const near = nearestOn(line.run, shape.at);
		if (near.metres > Math.max(nearM, isStation ? line.accuracyM + shape.accuracyM : 0) || lines.some((other) => other !== line && nearestOn(other.run, shape.at).metres < near.metres)) return [];
		return [{ row: isStation ? 'station' : 'site', ref: `place:${place.id}`, how: isStation ? 'on' : 'near', km: round(near.km), metres: Math.round(near.metres), accuracyM: Math.max(line.accuracyM, shape.accuracyM), isSchematic: line.isSchematic || shape.accuracy === 'schematic', at: shape.at }];
	});
}

/** Projects and measures that are tied to the line: by name, by a reading, or by geometry of their own within `nearM`. */
function placeRecords(atlas: Atlas, ground: StripGround, lines: readonly StripLine[], parts: readonly StripPart[], ours: ReadonlySet<string>): Pick<Strip, 'unplaced' | 'areaWide'> {
	const unplaced: Unplaced[] = [];
	let areaWide = 0;
	const { projects, measures } = atlas.dataset;
	for (const [ref, project] of [...projects.map((one) => [`project:${one.id}`, one] as const), ...measures.map(({ id }) => [`measure:${id}`, null] as const)]) {
		const reach = reachOf(atlas, ref).find((one) => ours.has(one.place) && (one.metres ?? 0) <= nearM);
		if (!reach) continue;
		if (reach.basis === 'area-wide') {
			areaWide++;
			continue;
		}
		const known = { basis: reach.basis, via: reach.via };
		if (project && (ours.has(project.ownPlace) || lines.some(({ place }) => atlas.wholesOf(place).some(({ id }) => id === project.ownPlace)))) unplaced.push({ ref, why: 'whole', ...known });
		else if (!project || !putOnLine(atlas, ground, project, reach, lines, parts)) unplaced.push({ ref, why: 'none', ...known });
	}
	return { unplaced, areaWide };
}

/** Whether the project has a spot on the line: coordinates of its own, its own place, or a small place that its source names. A measure has none: no clause gives one. */
function putOnLine(atlas: Atlas, ground: StripGround, project: Project, reach: Reach, lines: readonly StripLine[], parts: readonly StripPart[]): boolean {
	const ref = `project:${project.id}`;
	const put = (i: number, spot: Pick<StripItem, 'how' | 'km' | 'metres' | 'at'> & Partial<StripItem>): void => void parts[i]!.items.push({ row: 'project', ref, accuracyM: lines[i]!.accuracyM, isSchematic: lines[i]!.isSchematic, basis: reach.basis, ...spot });
	if (project.lon !== null && project.lat !== null) {
		const at: [number, number] = [project.lon, project.lat];
		const nearest = lines.map((line, i) => ({ i, ...nearestOn(line.run, at) })).reduce((a, b) => (b.metres < a.metres ? b : a));
		if (nearest.metres <= nearM) put(nearest.i, { how: 'near', km: round(nearest.km), metres: Math.round(nearest.metres), at });
		return nearest.metres <= nearM;
	}
	const named = atlas.linksFrom(ref).filter(({ to, basis }) => basis === 'named' && splitRef(to)[0] === 'place').map(({ to }) => splitRef(to)[1]).filter((id) => spotKinds.has(atlas.place.get(id)?.kind ?? 'zone'));
	const spots = project.ownPlace !== '' ? [project.ownPlace] : named;
	const before = parts.map(({ items }) => items.length);
	parts.forEach((part, i) => part.items.filter((one) => one.row !== 'project' && one.how !== 'beside' && spots.some((id) => one.ref === `place:${id}`)).forEach((item) => put(i, { ...item, row: 'project', ref, via: splitRef(item.ref)[1], basis: reach.basis })));
	const own = ground.lakes.find(({ id }) => id === project.ownPlace);
	if (own && parts.every(({ items }, i) => items.length === before[i])) lines.forEach((line, i) => {
		const near = approachToArea(line, own.area, nearM);
		if (near) put(i, { how: 'near', km: round(near.km), metres: Math.round(near.metres), via: own.id, at: positionAt(line.run, near.km) });
	});
	return parts.some(({ items }, i) => items.length > before[i]!);
}
