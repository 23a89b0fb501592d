/**
 * Three governments on one lake, river or corridor: who committed to what, in columns as on the page of a water, with dates, length and money of
 * every project and the clauses it rests on. What only crosses the place on the map stands apart: no record ties it to the place. An empty column
 * says what our data hold, never that there is nothing.
 */
import type { PlaceKind } from '../domain/vocabulary.ts';
import type { Atlas } from './atlas.ts';
import { projectLine, reasonOf } from './cards.ts';
import type { MeasureLine, ProjectLine } from './cards.ts';
import { citeClause, citeSources } from './cite.ts';
import type { ClauseCitation, SourceCitation } from './cite.ts';
import { splitRef } from '../domain/dataset.ts';
import { governmentDifferences } from './government-differences.ts';
import type { GovernmentDifference } from './government-differences.ts';
import { indicatorRow } from './indicator-rows.ts';
import type { IndicatorRow } from './indicator-rows.ts';
import type { Writer } from './indicator-words.ts';
import { recordsAt } from './place-card.ts';
import { judgementsOf } from './progress-all.ts';
import { facetOfPlace } from './query-index.ts';
import { isWholeLine, sumProjects, totalOf } from './sums.ts';
import type { Sum } from './sums.ts';
import { areaId, isTiedTo, targetsOfWater, waterAnswers } from './water-answers.ts';
import type { AgencyAnswer, Answer } from './water-answers.ts';

export interface Amount {
	value: number;
	/** Describes the line far beyond the area: in no sum. */
	isWholeLine: boolean;
}
export interface BoardProject extends ProjectLine {
	start: string;
	finishPlanned: string;
	finishActual: string;
	partOf: string;
	length: Amount | null;
	investment: Amount | null;
	clauses: ClauseCitation[];
	sources: SourceCitation[];
}
export interface GovernmentColumn {
	/** District, or `joint`. */
	key: string;
	name: string;
	isOnIt: boolean | null;
	agencies: AgencyAnswer[];
	measures: MeasureLine[];
	projects: BoardProject[];
	/** Meet the place on the map alone. */
	crossing: BoardProject[];
	/** Over `projects`. */
	sums: Sum[];
}
export interface GovernmentBoard {
	id: string;
	name: string;
	otherName: string;
	kind: PlaceKind;
	governments: GovernmentColumn[];
	joint: GovernmentColumn;
	others: { key: string; agencies: AgencyAnswer[] }[];
	/** Name the place and no body at all. */
	unstated: MeasureLine[];
	/** Of the place as a whole: no source gives them to one government. */
	indicators: IndicatorRow[];
	differences: GovernmentDifference[];
	dataDate: string;
}

/** Waters, corridors and lines: what several governments may share. */
export const canHaveBoard = (atlas: Atlas, id: string): boolean => facetOfPlace(atlas, id) === 'along';

/** `null` where the place is none that governments share. */
export function governmentBoard(atlas: Atlas, writer: Writer, id: string, area = areaId): GovernmentBoard | null {
	const place = atlas.place.get(id);
	if (!place || !canHaveBoard(atlas, id)) return null;
	const { lang } = writer;
	const here = recordsAt(atlas, id);
	const answers = waterAnswers(atlas, lang, id, here, area);
	const crossing = here.projects.filter((found) => !isTiedTo(id, found)).map(({ record, reach }) => ({ districts: record.districts, line: projectLine(atlas, lang, record, reasonOf(atlas, lang, reach)) }));
	const districts = new Set(answers.governments.map(({ key }) => key));
	const homeOf = ([only, ...more]: readonly string[]): string => (only !== undefined && more.length === 0 && districts.has(only) ? only : 'joint');
	const columnOf = (answer: Answer): GovernmentColumn => ({
		key: answer.key, name: answer.name, isOnIt: answer.isOnIt, agencies: answer.agencies, measures: answer.measures, projects: answer.projects.map((line) => boardProject(atlas, writer, line)),
		crossing: crossing.filter((one) => homeOf(one.districts) === answer.key).map(({ line }) => boardProject(atlas, writer, line)), sums: (['length', 'investment'] as const).map((what) => sumProjects(atlas, answer.projects.map((line) => line.id), what))
	});
	const governments = answers.governments.map(columnOf);
	const joint = columnOf(answers.joint);
	const indicators = targetsOfWater(atlas, id);
	return {
		id, name: place.names[lang], otherName: place.names[lang === 'zh' ? 'en' : 'zh'], kind: place.kind, governments, joint, others: answers.others.map(({ key, agencies }) => ({ key, agencies })), unstated: answers.unstated,
		indicators: indicators.map((indicator) => indicatorRow(atlas, writer, judgementsOf(atlas), indicator)), differences: governmentDifferences(atlas, writer, id, { governments, joint }, indicators), dataDate: atlas.dataset.dataDate
	};
}

function boardProject(atlas: Atlas, { lang }: Writer, line: ProjectLine): BoardProject {
	const { start, finishPlanned, finishActual, partOf, sources } = atlas.project.get(line.id)!;
	const amount = (what: Sum['what']): Amount | null => {
		const total = totalOf(atlas, line.id, what);
		return total ? { value: total.valueMin!, isWholeLine: isWholeLine(total) } : null;
	};
	const clauses = atlas.linksFrom(`project:${line.id}`).flatMap(({ to }) => {
		const [kind, id] = splitRef(to);
		return kind === 'clause' ? [id] : kind === 'measure' ? [atlas.measure.get(id)!.clause] : [];
	});
	return { ...line, start, finishPlanned, finishActual, partOf, length: amount('length'), investment: amount('investment'), clauses: [...new Set(clauses)].flatMap((clause) => citeClause(atlas, lang, clause) ?? []), sources: citeSources(atlas, lang, sources) };
}

export interface BoardEntry {
	id: string;
	name: string;
	kind: PlaceKind;
	/** Records that the place has of each government, then shared. */
	counts: { key: string; name: string; n: number }[];
	/** Governments with a record of their own. */
	held: number;
}

/** Every place with a board that holds something, those of several governments first. */
export function boardEntries(atlas: Atlas, lang: Writer['lang'], area = areaId): BoardEntry[] {
	return atlas.dataset.places.filter(({ id }) => canHaveBoard(atlas, id)).flatMap((place): BoardEntry[] => {
		const { governments, joint, unstated } = waterAnswers(atlas, lang, place.id, recordsAt(atlas, place.id), area);
		const counts = [...governments, joint].map(({ key, name, measures, projects }) => ({ key, name, n: measures.length + projects.length }));
		if (counts.every(({ n }) => n === 0) && unstated.length === 0) return [];
		return [{ id: place.id, name: place.names[lang], kind: place.kind, counts: [...counts, { key: 'unstated', name: '', n: unstated.length }], held: counts.filter(({ key, n }) => key !== 'joint' && n > 0).length }];
	}).toSorted((a, b) => b.held - a.held);
}
