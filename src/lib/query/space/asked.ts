/**
 * What a filter asks about, as geometry to be drawn: the area looked at, the stretch, the border, the points. It shows the ground that the answer was
 * found on and decides nothing. What is asked with "not", and what has no answer, is no area to look at (ADR 0015).
 */
import '../../i18n/rooms/space.ts';
import { distance } from '@turf/turf';
import type { Geometry, Position } from 'geojson';
import type { Filter, Leaf, SpaceLeaf } from '../../domain/view.ts';
import { spaceWithinM } from '../../domain/view.ts';
import { crossingsKm, positionAt, sliceOf, toRun } from '../../geo/chainage.ts';
import type { Run } from '../../geo/chainage.ts';
import { toMetres, toPosition } from '../../geo/planar.ts';
import type { Side } from '../../geo/bank.ts';
import { formatKm, formatMetres } from '../../i18n/index.ts';
import { shortPlace } from '../cards.ts';
import { printExpression } from '../expression.ts';
import { networkOf } from '../network/flows.ts';
import { stretchesBetween } from '../network/ends.ts';
import { waterLinesOf } from '../network/water-lines.ts';
import { isLeaf, isSpace } from '../select.ts';
import { meetingsOf } from '../strip-meetings.ts';
import { sharedBorder } from './border.ts';
import { linesOf } from './crosses.ts';
import { bodyOf } from './flow-predicate.ts';
import { sayFilter } from './filter-phrases.ts';
import { askedOf, hasArea, hasLines, isArea } from './ground.ts';
import type { SpaceHit, Subject } from './hit.ts';
import { formatDistance } from './reasons.ts';
import type { Teller } from './reasons.ts';

/** One condition as it is drawn. WGS84. */
export interface Asked {
	/** The condition as an address writes it. */
	id: string;
	/** For the legend: what is asked, and how sure the line is. */
	words: string;
	/** `edge`: an area as it stands, drawn by its outline. */
	sign: 'area' | 'edge' | 'line' | 'flow' | 'point';
	/** Areas that are asked about as they stand: rings of each polygon, exterior first. */
	areas: Position[][][];
	/** The band within metres of geometry; on one side of its only line, looking along it, where a side is given. */
	around: { geometries: readonly Geometry[]; withinM: number; side?: Side }[];
	/** `flows`: the path runs downstream, and arrows say so. */
	lines: { path: Position[]; isSchematic: boolean; flows: boolean }[];
	/** Ends of a stretch, crossings, the place that is asked about. */
	spots: Position[];
	labels: { at: Position; text: string }[];
}
/** What a condition draws, and the accuracy of what it is drawn from. */
type Drawn = Partial<Omit<Asked, 'id' | 'words'>> & { accuracyM: number; isSchematic: boolean; words?: string };
/** Answers of the condition, and how far the farthest of "nearest" lies, by kind of record. */
export interface Answered {
	hits: ReadonlyMap<string, SpaceHit>;
	farthest: ReadonlyMap<string, number> | null;
}

/** Conditions of a filter that look somewhere; those that a "not" turns round do not. */
export const lookingIn = (filter: Filter): (Leaf | SpaceLeaf)[] => ('all' in filter ? filter.all : 'any' in filter ? filter.any : []).flatMap(lookingIn).concat(isSpace(filter) || (isLeaf(filter) && filter.is === 'along') ? [filter] : []);

/** Bands around places and drawn polygons are known from the address alone and drawn with it (`map/scene-input.ts`). */
const drawnBefore: readonly string[] = ['along', 'near', 'shore', 'drawn'];
/** Waters of which no source says which part counts leave nothing to draw. */
export const isDrawn = ({ id, areas, around, lines, spots }: Asked): boolean => areas.length + around.length + lines.length + spots.length > 0 || drawnBefore.some((key) => id.startsWith(`${key}=`));

export function drawAsked(teller: Teller, leaf: Leaf | SpaceLeaf, answered: Answered): Asked {
	const { accuracyM, isSchematic, words, ...drawn } = leaf.is === 'along' ? ofPlaces(teller, leaf.of) : drawers[leaf.is as SpaceLeaf['is']](teller, leaf as SpaceLeaf, answered);
	const phrase = `${sayFilter(teller, leaf)}${words ?? ''}`;
	const known = accuracyM === 0 ? phrase : teller.t(isSchematic ? 'space.asked.schematic' : 'space.asked.accuracy', { phrase, accuracy: formatMetres(accuracyM) });
	return { id: printExpression(leaf), sign: 'area', areas: [], around: [], lines: [], spots: [], labels: [], ...drawn, words: known };
}

const drawers: Record<SpaceLeaf['is'], (teller: Teller, leaf: SpaceLeaf, answered: Answered) => Drawn> = {
	near: (teller, { of }) => ofPlaces(teller, of), shore: (teller, { of }) => ofPlaces(teller, of), drawn: () => ({ accuracyM: 0, isSchematic: false }),
	inside: (teller, { of }) => ({ ...ofPlaces(teller, of), sign: 'edge', areas: askedOf(teller.ground, of).flatMap(({ geometries }) => geometries.flatMap(polygonsOf)) }),
	reach: drawReach, bank: drawBank, border: drawBorder, crosses: drawCrossings, nearest: drawNearest, upstream: drawFlow, downstream: drawFlow
};

const ofPlaces = ({ ground }: Teller, of: readonly string[]): Drawn => accuracyOf(askedOf(ground, of));
const accuracyOf = (some: readonly { accuracyM: number; isSchematic: boolean }[]): { accuracyM: number; isSchematic: boolean } => ({ accuracyM: Math.max(0, ...some.map(({ accuracyM }) => accuracyM)), isSchematic: some.some(({ isSchematic }) => isSchematic) });
const polygonsOf = (geometry: Geometry): Position[][][] => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : []);
const lineString = (coordinates: Position[]): Geometry => ({ type: 'LineString', coordinates });

function drawReach({ ground: { atlas, shapes }, t, lang }: Teller, { of, withinM = spaceWithinM.reach! }: SpaceLeaf): Drawn {
	const { ground, directed } = waterLinesOf(atlas, shapes);
	const [asked, ...ends] = of as [string, string, string];
	const stretches = stretchesBetween(atlas, ground, asked, ends);
	const paths = stretches.map((stretch) => ({ ...stretch, path: sliceOf(stretch.line.run, stretch).points }));
	const flow = directed.get(asked);
	return {
		...accuracyOf(stretches.map(({ line }) => line)), sign: flow ? 'flow' : 'line', words: flow ? t('space.asked.flow') : '',
		around: paths.map(({ path }) => ({ geometries: [lineString(path)], withinM })),
		lines: paths.map(({ line, path }) => ({ path: flow?.isDownstream === false ? path.toReversed() : path, isSchematic: line.isSchematic, flows: flow !== undefined })),
		spots: paths.flatMap(({ path }) => [path[0]!, path.at(-1)!]), labels: paths.flatMap(({ from, to, path }) => [{ at: path[0]!, text: endText(from) }, { at: path.at(-1)!, text: endText(to) }])
	};

	/** An end asked for by name keeps its name; of a lake both shores do. */
	function endText(km: number): string {
		const named = ends.filter((end) => atlas.place.has(end) && stretchesBetween(atlas, ground, asked, [end, end]).some(({ from, to }) => Math.min(Math.abs(from - km), Math.abs(to - km)) < 0.01)).map((end) => shortPlace(atlas, lang, end));
		return [...named, t('space.say.km', { km: formatKm(km) })].join(' ');
	}
}

function drawBank({ ground: { atlas, shapes }, t }: Teller, { of, withinM = spaceWithinM.bank! }: SpaceLeaf): Drawn {
	const [asked, side] = of as [string, Side];
	const { line, isDownstream } = waterLinesOf(atlas, shapes).directed.get(asked)!;
	const path = isDownstream ? line.run.points : line.run.points.toReversed();
	return {
		accuracyM: line.accuracyM, isSchematic: line.isSchematic, sign: 'flow', words: t('space.asked.flow'),
		around: [{ geometries: [lineString(path)], withinM, side }], lines: [{ path, isSchematic: line.isSchematic, flows: true }],
		labels: [0.3, 0.7].map((part) => ({ at: besideAt(toRun(path), part, (side === 'left' ? 1 : -1) * Math.max(withinM / 2, line.accuracyM)), text: t(side === 'left' ? 'space.asked.left' : 'space.asked.right') }))
	};
}

/** A position beside the line, metres to the left of it looking along, at a part of its length. */
function besideAt(run: Run, part: number, leftM: number): Position {
	const [[x1, y1], [x2, y2]] = [part - 0.01, part + 0.01].map((at) => toMetres(positionAt(run, run.lengthKm * at))) as [[number, number], [number, number]];
	const length = Math.hypot(x2 - x1, y2 - y1);
	return toPosition([(x1 + x2) / 2 - ((y2 - y1) / length) * leftM, (y1 + y2) / 2 + ((x2 - x1) / length) * leftM]);
}

function drawBorder({ ground }: Teller, { of, withinM = spaceWithinM.border! }: SpaceLeaf): Drawn {
	const districts = askedOf(ground, of);
	const shared = sharedBorder(districts);
	const points = shared.flatMap((geometry) => (geometry.type === 'Point' ? [geometry.coordinates] : []));
	return {
		...accuracyOf(districts), sign: points.length > 0 ? 'point' : 'line', around: [{ geometries: shared, withinM }],
		lines: shared.flatMap((geometry) => (geometry.type === 'LineString' ? [{ path: geometry.coordinates, isSchematic: false, flows: false }] : [])), spots: points.slice(0, 1)
	};
}

/** Where what answers passes through the line or the edge that is asked about. */
function drawCrossings({ ground }: Teller, { of }: SpaceLeaf, { hits }: Answered): Drawn {
	const crossings = [...hits].filter(([id]) => !isArea(ground.atlas, id)).flatMap(([id, { asked }]): Position[] => {
		const [subject, other] = [ground.subjects.get(id)!, ground.subjects.get(asked)!];
		if (hasLines(subject) && hasLines(other)) return linesOf(subject).flatMap((one) => linesOf(other).flatMap((two) => meetingsOf(one, two).filter(({ how }) => how === 'crosses').map(({ at }) => at)));
		const [line, edge] = hasLines(subject) ? [subject, other] : [other, subject];
		return linesOf(line).flatMap(({ run }) => crossingsKm(run, edge.planar).map((km) => positionAt(run, km)));
	});
	return { ...accuracyOf(askedOf(ground, of)), sign: 'point', ...outlines(askedOf(ground, of)), spots: apart(crossings) };
}

/** Two lines of one river, or both ways of a road, cross at one spot. */
const apartM = 250;
const apart = (some: readonly Position[]): Position[] => some.reduce<Position[]>((kept, at) => (kept.some((other) => distance(other, at, { units: 'meters' }) < apartM) ? kept : [...kept, at]), []);

/** What is asked about, by its line or its edge. */
const outlines = (some: readonly Subject[]): Pick<Asked, 'lines' | 'spots'> => ({
	lines: some.flatMap((one) => (hasLines(one) ? linesOf(one).map(({ run }) => run.points) : one.geometries.flatMap(polygonsOf).flat()).map((path) => ({ path, isSchematic: one.isSchematic, flows: false }))),
	spots: some.flatMap(({ geometries }) => geometries.flatMap((geometry) => (geometry.type === 'Point' ? [geometry.coordinates] : [])))
});

function drawNearest({ ground, t }: Teller, { of }: SpaceLeaf, { farthest }: Answered): Drawn {
	const asked = askedOf(ground, of.slice(0, 1));
	const reached = [...(farthest ?? [])].filter(([, metres]) => metres >= 0);
	/** The map marks projects by themselves, so the band reaches to the farthest of them. */
	const [first] = reached;
	const withinM = first?.[1] ?? 0;
	const word = (kind: string): string => t(`record.${kind as 'project' | 'measure' | 'indicator'}`);
	const meeting = reached.filter(([, metres]) => metres === 0).map(([kind]) => word(kind));
	const said = [
		...reached.filter(([, metres]) => metres > 0).map(([kind, metres]) => t(kind === first![0] ? 'space.asked.band' : 'space.asked.farthest', { kind: word(kind), metres: formatDistance(metres) })),
		...(meeting.length > 0 ? [t('space.asked.meeting', { kinds: meeting.join(t('join.list')) })] : [])
	].join(t('join.list'));
	return { ...accuracyOf(asked), sign: 'point', ...outlines(asked), words: said === '' ? '' : t('space.asked.nearest', { said }), around: withinM > 0 ? [{ geometries: asked.flatMap(({ geometries }) => geometries), withinM }] : [] };
}

/** Waters that are reached: lakes as areas, of a line the part that counts. Of which no source says which part counts, nothing is drawn. */
function drawFlow({ ground, t }: Teller, { is, of }: SpaceLeaf): Drawn {
	const { atlas, shapes, subjects } = ground;
	const waters = waterLinesOf(atlas, shapes);
	const network = networkOf(atlas, waters);
	const asked = of.flatMap((id) => [id, ...(atlas.place.get(id)?.members ?? [])]);
	const reached = new Map(asked.flatMap((id) => network[is as 'upstream' | 'downstream'](id)).map((one) => [one.water, { one, body: bodyOf(ground, waters, one) }]));
	const lit = [...reached.values()].filter(({ one, body }) => body.planar && subjects.has(one.water)).map(({ one: { water }, body }) => ({ subject: subjects.get(water)!, stretch: body.stretch, flow: waters.directed.get(water) }));
	const areas = lit.filter(({ subject }) => !hasLines(subject) && hasArea(subject)).flatMap(({ subject }) => subject.geometries.flatMap(polygonsOf));
	const lines = lit.filter(({ subject }) => hasLines(subject)).flatMap(({ subject, stretch, flow }) => linesOf(subject).map(({ run, isSchematic }) => {
		const path = stretch ? sliceOf(run, { from: stretch[0], to: stretch[1] }).points : run.points;
		return { path: flow?.isDownstream === false ? path.toReversed() : path, isSchematic, flows: flow !== undefined };
	}));
	return { ...accuracyOf(lit.map(({ subject }) => subject)), sign: lines.length > 0 ? 'flow' : 'edge', areas, lines, words: lines.some(({ flows }) => flows) ? t('space.asked.flow') : '' };
}
