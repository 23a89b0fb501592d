/**
 * Which collections exist, their order, their columns and their place in the references between them. The format page
 * `docs/data-format.md` tells people the same; the reader, the check, the API and every type below follow this file.
 */
import type { ShapeLayer } from './shape.ts';
import type { Overlaid } from './change.ts';
import { anyRef, anyRefs, clauseId, date, id, list, maybeOneOf, number, oneOf, ref, refs, required, text, yesNo } from './field.ts';
import type { Fields, RecordOf } from './field.ts';
import type { Place } from './place.ts';
import type { Proof } from './proof.ts';
import { bases, documentKinds, domains, governments, measureKinds, projectKinds, statusValues } from './vocabulary.ts';

export const schemaVersion = 1;

const sourced = { sources: required(refs('sources')) };
const named = { zh: required(text()), en: required(text()) };
const noted = { note_zh: text(), note_en: text() };
const range = { value_text: required(text()), value_min: number(), value_max: number() };
const confidence = oneOf('high', 'medium', 'low');

export const collections = {
	sources: {
		id: id(), title_zh: text(), about_en: text(), outlet_zh: required(text()), outlet_en: required(text()), date: date(), url: text(),
		quality: oneOf('official', 'media', 'mirror', 'aggregator', 'company', 'wiki', 'social', 'seed', 'planner')
	},
	agencies: { id: id(), ...named, government: oneOf(...governments), name_basis: oneOf('official', 'inferred'), ...noted },
	documents: {
		id: id(), title_zh: required(text()), title_en: required(text()), short_zh: required(text()), short_en: required(text()), kind: oneOf(...documentKinds),
		issuers: refs('agencies'), date_issued: date(), date_effective: date(), in_force: oneOf('yes', 'no', 'unknown'), covers: ref('places'),
		relations: list(), copy_note_zh: text(), copy_note_en: text(), ...sourced
	},
	clauses: {
		id: clauseId(), document: required(ref('documents')), kind: oneOf('part', 'section', 'item', 'paragraph'), parent: ref('clauses'), order: required(number()),
		heading_zh: text(), heading_en: text(), summary_zh: text(), summary_en: text(), figures: list(), agencies: refs('agencies'), garbled: yesNo(), ...noted,
		fingerprint: text(), fingerprint_length: number(), fingerprint_normaliser: text(), ...sourced
	},
	measures: {
		id: id(), document: required(ref('documents')), clause: required(ref('clauses')), section: required(ref('clauses')), order: required(number()), kind: oneOf(...measureKinds),
		domain: oneOf(...domains), ...named, title_basis: oneOf('official', 'ours'), lead_agencies: refs('agencies'), supporting_agencies: refs('agencies'), period: text(), ...sourced
	},
	projects: {
		id: id(), ...named, kind: oneOf(...projectKinds), subkind: required(text()), start: date(), finish_planned: date(), finish_actual: date(), districts: refs('places'),
		corridor: ref('places'), own_place: ref('places'), part_of: ref('projects'), part_of_basis: maybeOneOf('stated', 'inferred'), lead_agencies: refs('agencies'), lon: number(), lat: number(),
		confidence, ...noted, ...sourced
	},
	statuses: { id: id(), project: required(ref('projects')), status: oneOf(...statusValues), date: date(), ...noted, ...sourced },
	quantities: {
		id: id(), record: required(anyRef('project', 'measure', 'place')), what: required(text()), ...range, comparator: maybeOneOf('eq', 'ge', 'gt', 'le', 'lt', 'about'),
		unit: text(), years: text(), qualifier_zh: text(), qualifier_en: text(), use: maybeOneOf('total'), ...sourced
	},
	indicators: {
		id: id(), ...named, unit: text(), unit_zh: text(), unit_en: text(), value_kind: oneOf('number', 'class', 'text'), direction: oneOf('higher', 'lower', 'neutral'),
		scope: required(ref('places')), theme: required(text()), confidence, ...noted, ...sourced
	},
	targets: {
		id: id(), indicator: required(ref('indicators')), baseline: ref('observations'), ...range,
		comparator: oneOf('ge', 'gt', 'le', 'lt', 'eq', 'about', 'keep-class', 'reduce-by'), year: date(), clause: ref('clauses'), ...noted, ...sourced
	},
	observations: {
		id: id(), indicator: required(ref('indicators')), ...range, year: date(), period: text(),
		basis_kind: oneOf('annual', 'plan-base', 'count', 'single-month', 'cumulative', 'period', 'uncertain-year', 'other'), basis_zh: text(), basis_en: text(), ...noted, ...sourced
	},
	milestones: { id: id(), date: required(date()), ...named, kind: required(text()), refs: anyRefs('place', 'project', 'measure', 'indicator', 'document', 'clause'), ...sourced },
	conflicts: {
		id: id(), topic_zh: required(text()), topic_en: required(text()), record: anyRef('place', 'project', 'indicator', 'measure', 'document'), field: text(),
		values: required(list()), used: text(), why_zh: text(), why_en: text(), ...sourced
	},
	links: {
		from: required(anyRef('measure', 'project', 'indicator')), to: required(anyRef('place', 'project', 'clause', 'measure', 'indicator')), basis: oneOf(...bases),
		via: text(), inferred_by: text(), ...noted, ...sourced
	},
	families: { id: id(), ...named, members: required(refs('indicators')), ...noted, ...sourced }
} satisfies Record<string, Fields>;

export type CollectionName = keyof typeof collections;
export const collectionNames = Object.keys(collections) as CollectionName[];

export type Row<N extends CollectionName> = RecordOf<(typeof collections)[N]>;
export type Source = Row<'sources'>;
export type Agency = Row<'agencies'>;
export type PolicyDocument = Row<'documents'>;
export type Clause = Row<'clauses'>;
export type Measure = Row<'measures'>;
export type Project = Row<'projects'>;
export type Status = Row<'statuses'>;
export type Quantity = Row<'quantities'>;
export type Indicator = Row<'indicators'>;
export type Target = Row<'targets'>;
export type Observation = Row<'observations'>;
export type Milestone = Row<'milestones'>;
export type Conflict = Row<'conflicts'>;
export type Link = Row<'links'>;
/** Indicators of one definition and unit, one a district: what may be compared across districts. Declared, never guessed from names. */
export type Family = Row<'families'>;

export type Catalogue = { [N in CollectionName]: Row<N>[] };

/** Everything that is known, without geometry: what pages, filters and exports are computed from. */
export interface Dataset extends Catalogue {
	schemaVersion: number;
	/** Day of the newest source that the catalogue rests on, `YYYY-MM-DD`. */
	dataDate: string;
	/** Content address of the published files. */
	hash: string;
	places: Place[];
	/** Rows that are not as they shipped, in the order they were changed. */
	overlaid: Overlaid[];
	/** Our clauses held against the official texts that are loaded; empty where none is. */
	proofs: Proof[];
	/** Layers of geometry that travel as vector tiles (`<layer>.pmtiles`), since as text they are too large. */
	tiled?: ShapeLayer[];
}

/** The word before the colon of a reference, and the collection it names. */
export const kindOf = {
	places: 'place', measures: 'measure', projects: 'project', indicators: 'indicator', clauses: 'clause', documents: 'document', agencies: 'agency', sources: 'source',
	milestones: 'milestone', conflicts: 'conflict', observations: 'observation'
} as const;
export type RecordKind = (typeof kindOf)[keyof typeof kindOf];
/** `asset:<layer>/<row>` is a row of a plugged-in layer, which the dataset does not hold. */
export type Ref = `${RecordKind | 'asset'}:${string}`;

export const splitRef = (reference: string): [kind: RecordKind, id: string] => {
	const at = reference.indexOf(':');
	return [reference.slice(0, at) as RecordKind, reference.slice(at + 1)];
};
