/**
 * What the map shows, as plain data: computed from dataset, geometry and view, drawn by the layers. Positions are [lon, lat] in WGS84.
 * Arrays keep their identity while what they show stays the same, so that a hover costs nothing.
 */
import type { Ref } from '../domain/dataset.ts';
import type { Lang } from '../i18n/lang.ts';
import type { Shapes } from '../domain/shape.ts';
import type { Basis, ProjectKind, StatusValue } from '../domain/vocabulary.ts';

export type Position = [lon: number, lat: number];

export { shapeLayers } from '../domain/shape.ts';
export type { Shape, ShapeLayer, Shapes } from '../domain/shape.ts';

export interface ProjectMark {
	id: string;
	name: string;
	kind: ProjectKind;
	status: StatusValue;
	position: Position;
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
	position: Position;
	marks: ProjectMark[];
}

export interface MeasureMark {
	place: string;
	name: string;
	position: Position;
	count: number;
}

/** What is known of a water body's ecological targets; states against a target follow in the method room. */
export type TargetKnowledge = 'target-and-value' | 'target-only' | 'value-only';
export interface TargetMark {
	place: string;
	name: string;
	position: Position;
	knowledge: TargetKnowledge;
	count: number;
}

export interface LinkArc {
	from: Position;
	to: Position;
	place: string;
	basis: Basis;
}

export interface Scene {
	lang: Lang;
	shapes: Shapes;
	projects: ProjectMark[];
	clusters: ProjectCluster[];
	measures: MeasureMark[];
	targets: TargetMark[];
	links: LinkArc[];
	/** Places lit up: the selected place, or the places of the selected record, with the basis of each. */
	focus: ReadonlyMap<string, Basis>;
	/** The record that is selected, so that its own mark is lit. */
	selection: Ref | null;
	/** Area of the filter "along": these places and a distance around them. */
	scope: { places: string[]; withinM: number } | null;
	hover: Ref | null;
	/** Rounded to halves, so that it changes seldom. */
	zoom: number;
}
