/** What a question about space is asked of, and what it answers: shared by the predicates of geometry and of the water network. */
import type { Geometry } from 'geojson';
import type { Shapes } from '../../domain/shape.ts';
import type { SpaceLeaf } from '../../domain/view.ts';
import type { Planar } from '../../geo/planar.ts';
import type { Atlas } from '../atlas.ts';

/** Everything with a position that may decide: places by id, projects with coordinates of their own as `project:id`. Symbolic extents are not here. */
export interface Subject {
	id: string;
	geometries: readonly Geometry[];
	planar: Planar;
	/** Metres that a drawn point may be off. */
	accuracyM: number;
	isSchematic: boolean;
}
export interface SpaceGround {
	atlas: Atlas;
	shapes: Shapes;
	subjects: ReadonlyMap<string, Subject>;
}

/** One subject that answers. */
export interface SpaceHit {
	/** The place asked about, of several the one that answers; empty for a drawn polygon. */
	asked: string;
	/** Metres between the two, 0 where they meet; `null` where no distance is meant. */
	metres: number | null;
	/** Metres by which the answer may be off: both accuracies. */
	accuracyM: number;
	/** With the accuracies the other way round the answer would be no. */
	isHinging: boolean;
	/** A line or extent that decides is drawn schematically. */
	isSchematic: boolean;
	/** Waters between the subject and the one asked about, in the order of the flow. */
	via?: readonly string[];
	/** Of a water up- or downstream: the km of its line, in its own chainage, that are; the rest of it is not. `null`: which part is, nobody says. */
	stretch?: readonly [fromKm: number, toKm: number] | null;
	/** That it lies up- or downstream is read from its chainage on a line of known direction; no source states it. */
	isReading?: true;
	/** Chainage on the line asked about. */
	km?: number;
	side?: 'left' | 'right';
	/** Of "nearest": its number, from 1. */
	rank?: number;
}
/** Subjects that answer, by id. Errors: none; a place of a kind that has no answer gives none. */
export type Predicate = (ground: SpaceGround, leaf: SpaceLeaf) => ReadonlyMap<string, SpaceHit>;
