/**
 * From dataset, geometry and the answer of a query to what the map shows. Pure: no map, no page. `createSceneBuilder` indexes once and
 * keeps every array whose ingredients did not change, so that a hover rebuilds nothing. Symbolic geometry gives a sign its spot and
 * decides nothing else; a record without a located place is listed in `unplaced`.
 */
import type { Dataset, Ref } from '../domain/dataset.ts';
import type { Shapes } from '../domain/shape.ts';
import type { Basis } from '../domain/vocabulary.ts';
import type { Lang } from '../i18n/lang.ts';
import { lightUp } from './light-up.ts';
import { countGaps, countMeasures, knowTargets } from './place-counts.ts';
import { placeProjects } from './place-projects.ts';
import type { GapMark, LinkArc, MeasureMark, ProjectCluster, ProjectMark, Scene, TargetMark } from './scene.ts';
import { createPlaceFinder } from './whereabouts.ts';

/** What the page knows and the map needs. */
export interface SceneInput {
	lang: Lang;
	/** Zoom of the map; used in halves. */
	zoom: number;
	/** Ids of projects inside the filter; `null` means all. Others stay as grey dots. */
	projects: ReadonlySet<string> | null;
	/** Ids of measures and indicators to be counted; `null` means all. */
	measures: ReadonlySet<string> | null;
	indicators: ReadonlySet<string> | null;
	/** Records with a gap, to be counted by place; none where the layer is off. */
	gaps?: readonly Ref[];
	selection: Ref | null;
	hover: Ref | null;
	scope: Scene['scope'];
}
export interface BuiltScene {
	scene: Scene;
	/** Records inside the filter that have no located place; the page lists them beside the map. */
	unplaced: Ref[];
}

/** Recomputes only when one of the keys is another value than last time. */
function keep<Keys extends readonly unknown[], Out>(compute: (...keys: Keys) => Out): (...keys: Keys) => Out {
	let last: { keys: Keys; out: Out } | null = null;
	return (...keys) => {
		if (last && last.keys.every((key, index) => key === keys[index])) return last.out;
		last = { keys, out: compute(...keys) };
		return last.out;
	};
}

const noGaps: readonly Ref[] = [];
export const halfZoom = (zoom: number): number => Math.round(zoom * 2) / 2;

export function createSceneBuilder(dataset: Dataset, shapes: Shapes): (input: SceneInput) => BuiltScene {
	const finder = createPlaceFinder(dataset, shapes);
	const projectsOf = keep((matches: SceneInput['projects'], zoom: number, lang: Lang) => placeProjects(dataset, finder, matches, zoom, lang));
	const measuresOf = keep((matches: SceneInput['measures'], lang: Lang): MeasureMark[] => countMeasures(dataset, finder, matches, lang));
	const targetsOf = keep((matches: SceneInput['indicators'], lang: Lang): TargetMark[] => knowTargets(dataset, finder, matches, lang));
	const gapsOf = keep((refs: readonly Ref[]): GapMark[] => countGaps(dataset, finder, refs));
	const litBy = keep((selection: Ref | null, projects: ProjectMark[], clusters: ProjectCluster[]): { focus: ReadonlyMap<string, Basis>; links: LinkArc[]; unplaced: Ref[] } => lightUp(dataset, finder, selection, projects, clusters));
	const sceneOf = keep((lang: Lang, projects: ProjectMark[], clusters: ProjectCluster[], measures: MeasureMark[], targets: TargetMark[], gaps: GapMark[], lit: ReturnType<typeof litBy>, selection: Ref | null, hover: Ref | null, scopeKey: string, zoom: number): Scene => ({
		lang, shapes, projects, clusters, measures, targets, gaps, links: lit.links, focus: lit.focus, selection, hover, scope: JSON.parse(scopeKey) as Scene['scope'], zoom
	}));
	const unplacedOf = keep((projects: Ref[], lit: Ref[]): Ref[] => [...new Set([...projects, ...lit])]);
	return (input) => {
		const zoom = halfZoom(input.zoom);
		const placed = projectsOf(input.projects, zoom, input.lang);
		const measures = measuresOf(input.measures, input.lang);
		const targets = targetsOf(input.indicators, input.lang);
		const gaps = gapsOf(input.gaps ?? noGaps);
		const lit = litBy(input.selection, placed.projects, placed.clusters);
		const scene = sceneOf(input.lang, placed.projects, placed.clusters, measures, targets, gaps, lit, input.selection, input.hover, JSON.stringify(input.scope), zoom);
		return { scene, unplaced: unplacedOf(placed.unplaced, lit.unplaced) };
	};
}

/** One scene at once; pages keep a builder instead. */
export const buildScene = (dataset: Dataset, shapes: Shapes, input: SceneInput): BuiltScene => createSceneBuilder(dataset, shapes)(input);

