/**
 * What the map shows, as plain data: computed from dataset, geometry and view, drawn by the layers. Positions are [lon, lat] in WGS84.
 * Arrays keep their identity while what they show stays the same, so that a hover costs nothing.
 */
import type { Ref } from '../domain/dataset.ts';
import type { Lang } from '../i18n/lang.ts';
import type { Shapes } from '../domain/shape.ts';
import type { Basis, ProjectKind } from '../domain/vocabulary.ts';
import type { State } from '../query/progress-rules.ts';
import type { Asked } from '../query/space/asked.ts';
import type { MarkStatus } from './marks.ts';
import type { Amounts, Choropleth, Columns } from './theme-scene.ts';

export type Position = [lon: number, lat: number];

export { shapeLayers } from '../domain/shape.ts';
export type { Shape, ShapeLayer, Shapes } from '../domain/shape.ts';

export interface ProjectMark {
	id: string;
	name: string;
	kind: ProjectKind;
	/** `unknown`: no report at all. */
	status: MarkStatus;
	position: Position;
	/** px from the position to the sign, x right and y down; signs that share a position stand in rows above it. */
	offset: [x: number, y: number];
	/** `own`: on its own line, area or coordinates; `by-place`: at the place its record names, drawn with a hollow leader. */
	located: 'own' | 'by-place';
	place: string;
	/** `false`: outside the filter, kept as a hollow grey dot. */
	matches: boolean;
}

/** Many projects at one place: one card with their signs inside. */
export interface ProjectCluster {
	place: string;
	name: string;
	/** Name and number in the scene's language, as the card prints them. */
	label: string;
	position: Position;
	/** px from the position to the middle of the card, chosen so that cards cover each other as little as possible. */
	offset: [x: number, y: number];
	/** Only the number: many places, little room. */
	compact: boolean;
	marks: ProjectMark[];
}

export interface MeasureMark {
	place: string;
	name: string;
	position: Position;
	count: number;
}

/** State of a water's indicators against their targets: the one that says most of them (`query/year-view.ts`). */
export interface TargetMark {
	place: string;
	name: string;
	position: Position;
	state: State;
	/** Indicators of the water, its collectives' included. */
	count: number;
}

/** Records with a gap at one place: a place, or a record whose position is its own. */
export interface GapMark {
	ref: Ref;
	position: Position;
	count: number;
}

export type { AmountMark, Amounts, Choropleth, ChoroplethArea, ColumnMark, Columns } from './theme-scene.ts';

export interface LinkArc {
	/** `null`: from the edge of the map beside the panel. */
	from: Position | null;
	to: Position;
	place: string;
	basis: Basis;
}

/** Places with a distance around them, and drawn polygons (corners, the first not repeated). */
export interface Scope {
	around: { places: string[]; withinM: number }[];
	drawn: Position[][];
}

export interface Scene {
	lang: Lang;
	shapes: Shapes;
	projects: ProjectMark[];
	clusters: ProjectCluster[];
	measures: MeasureMark[];
	targets: TargetMark[];
	/** Empty unless the layer is on. */
	gaps: GapMark[];
	/** Thematic pictures; `null` where the address asks for none. */
	choropleth: Choropleth | null;
	amounts: Amounts | null;
	columns: Columns | null;
	/** Year that the map is asked for; `null` is the data date. */
	year: number | null;
	/** Day of the data, `YYYY-MM-DD`. */
	dataDate: string;
	links: LinkArc[];
	/** Places lit up: the selected place, or the places of the selected record, with the basis of each. */
	focus: ReadonlyMap<string, Basis>;
	/** The record that is selected, so that its own mark is lit. */
	selection: Ref | null;
	/** Where the filter looks; `null` where it asks for no such area. */
	scope: Scope | null;
	/** What the filter asks about, where its ground is here: bands of `scope` get their words from it. */
	asked: readonly Asked[];
	hover: Ref | null;
	/** Rounded to halves, so that it changes seldom. */
	zoom: number;
}
