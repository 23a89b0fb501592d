/**
 * From dataset, geometry and the answer of a query to what the map shows. Pure: no map, no page. `createSceneBuilder` indexes once and
 * keeps every array whose ingredients did not change, so that a hover rebuilds nothing. Symbolic geometry gives a sign its spot and
 * decides nothing else; a record without a located place is listed in `unplaced`.
 */
import { splitRef } from '../domain/dataset.ts';
import type { Dataset, Ref } from '../domain/dataset.ts';
import type { Shapes } from '../domain/shape.ts';
import type { View } from '../domain/view.ts';
import type { Basis } from '../domain/vocabulary.ts';
import type { Lang } from '../i18n/lang.ts';
import { createAtlas } from '../query/atlas.ts';
import { projectsOfArea } from '../query/outside.ts';
import { statesInYear } from '../query/status-in-year.ts';
import type { InYear } from '../query/status-in-year.ts';
import { lightUp } from './light-up.ts';
import { buildAmounts, buildChoropleth, buildColumns } from './build-themes.ts';
import { countGaps, countMeasures, stateWaters } from './place-counts.ts';
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
	asked?: Scene['asked'];
	/** Thematic part of the address; nothing of it on the plain map. */
	themes?: Themes;
}
export interface Themes extends Pick<View, 'theme' | 'method' | 'amount' | 'columns' | 'year'> {
	/** Columns lie down where motion is reduced. */
	isFlat: boolean;
}
const noThemes: Themes = { theme: null, method: 'quantile', amount: null, columns: null, year: null, isFlat: false };

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
const noAsked: Scene['asked'] = [];
export const halfZoom = (zoom: number): number => Math.round(zoom * 2) / 2;

/** `atlas` is the page's own, so that nothing is indexed twice. */
export function createSceneBuilder(dataset: Dataset, shapes: Shapes, atlas = createAtlas(dataset, {})): (input: SceneInput) => BuiltScene {
	const finder = createPlaceFinder(dataset, shapes);
	const statesOf = keep((year: number | null): ReadonlyMap<string, InYear> | null => (year === null ? null : statesInYear(atlas, year)));
	const ofArea = new Set(projectsOfArea(atlas).map(({ id }) => id));
	/** Projects outside the area are drawn where the filter lists them, or while one is selected. */
	const drawnOf = keep((matches: SceneInput['projects'], chosen: Ref | null): Dataset => ({ ...dataset, projects: dataset.projects.filter(({ id }) => ofArea.has(id) || matches?.has(id) || chosen === `project:${id}`) }));
	const projectsOf = keep((drawn: Dataset, matches: SceneInput['projects'], zoom: number, lang: Lang, states: ReturnType<typeof statesOf>) => placeProjects(drawn, finder, matches, zoom, lang, states));
	const questionOf = keep((year: number | null, states: ReturnType<typeof statesOf>, projects: SceneInput['projects'], measures: SceneInput['measures']) => ({ year, states, projects, measures }));
	const choroplethOf = keep((question: ReturnType<typeof questionOf>, lang: Lang, theme: Themes['theme'], method: Themes['method']) => (theme === null ? null : buildChoropleth(atlas, lang, theme, method, question)));
	const amountsOf = keep((question: ReturnType<typeof questionOf>, lang: Lang, amount: Themes['amount']) => (amount === null ? null : buildAmounts(atlas, finder, lang, amount, question)));
	const columnsOf = keep((question: ReturnType<typeof questionOf>, lang: Lang, columns: Themes['columns'], isFlat: boolean) => (columns === null ? null : buildColumns(atlas, finder, lang, columns, question, isFlat)));
	const measuresOf = keep((matches: SceneInput['measures'], lang: Lang): MeasureMark[] => countMeasures(dataset, finder, matches, lang));
	const targetsOf = keep((matches: SceneInput['indicators'], lang: Lang, year: number | null): TargetMark[] => stateWaters(atlas, finder, matches, lang, year));
	const gapsOf = keep((refs: readonly Ref[]): GapMark[] => countGaps(dataset, finder, refs));
	const litBy = keep((selection: Ref | null, projects: ProjectMark[], clusters: ProjectCluster[]): { focus: ReadonlyMap<string, Basis>; links: LinkArc[]; unplaced: Ref[] } => lightUp(dataset, finder, selection, projects, clusters));
	const sceneOf = keep((lang: Lang, projects: ProjectMark[], clusters: ProjectCluster[], measures: MeasureMark[], targets: TargetMark[], gaps: GapMark[], choropleth: Scene['choropleth'], amounts: Scene['amounts'], columns: Scene['columns'], year: number | null, lit: ReturnType<typeof litBy>, selection: Ref | null, hover: Ref | null, scopeKey: string, asked: Scene['asked'], zoom: number): Scene => ({
		lang, shapes, projects, clusters, measures, targets, gaps, choropleth, amounts, columns, year, dataDate: dataset.dataDate, links: lit.links, focus: lit.focus, selection, hover, scope: JSON.parse(scopeKey) as Scene['scope'], asked, zoom
	}));
	const unplacedOf = keep((projects: Ref[], lit: Ref[]): Ref[] => [...new Set([...projects, ...lit])]);
	return (input) => {
		const zoom = halfZoom(input.zoom);
		const { theme, method, amount, columns: wanted, year, isFlat } = input.themes ?? noThemes;
		const states = statesOf(year);
		const [kind, id] = input.selection ? splitRef(input.selection) : [];
		const placed = projectsOf(drawnOf(input.projects, kind === 'project' && !ofArea.has(id!) ? input.selection : null), input.projects, zoom, input.lang, states);
		const measures = measuresOf(input.measures, input.lang);
		const targets = targetsOf(input.indicators, input.lang, year);
		const gaps = gapsOf(input.gaps ?? noGaps);
		const question = questionOf(year, states, input.projects, input.measures);
		const [choropleth, amounts, columns] = [choroplethOf(question, input.lang, theme, method), amountsOf(question, input.lang, amount), columnsOf(question, input.lang, wanted, isFlat)];
		const lit = litBy(input.selection, placed.projects, placed.clusters);
		const scene = sceneOf(input.lang, placed.projects, placed.clusters, measures, targets, gaps, choropleth, amounts, columns, year, lit, input.selection, input.hover, JSON.stringify(input.scope), input.asked ?? noAsked, zoom);
		return { scene, unplaced: unplacedOf(placed.unplaced, lit.unplaced) };
	};
}

/** One scene at once; pages keep a builder instead. */
export const buildScene = (dataset: Dataset, shapes: Shapes, input: SceneInput): BuiltScene => createSceneBuilder(dataset, shapes)(input);

