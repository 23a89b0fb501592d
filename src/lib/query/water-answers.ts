/**
 * Who answers for a water: the governments of the area side by side, then what several share, then everyone else. A project stands with the one
 * district of its record, or with the shared ones; what only crosses the water on the map answers for nothing. An empty column says that this
 * catalogue holds nothing, never that there is nothing.
 */
import type { Indicator } from '../domain/dataset.ts';
import type { Place } from '../domain/place.ts';
import { decidesSpace } from '../domain/vocabulary.ts';
import type { PlaceKind } from '../domain/vocabulary.ts';
import type { Lang } from '../i18n/lang.ts';
import type { Atlas } from './atlas.ts';
import { measureLine, projectLine, reasonOf, titleOf } from './cards.ts';
import type { MeasureLine, ProjectLine } from './cards.ts';
import { nameOf } from './cite.ts';
import type { RecordsAt } from './place-card.ts';
import { isProgrammeTheme } from './programme-list.ts';

export const areaId = 'demonstration-area';
/** Single-month samples of river sections: shown as such, never judged. */
export const sectionTheme = 'water-section-baseline';

export interface AgencyAnswer {
	id: string;
	name: string;
	/** The name is read, not printed by a source. */
	isInferred: boolean;
	records: { ref: string; title: string; role: 'lead' | 'support' }[];
}
export interface Answer {
	/** District, `joint`, or another government of the agencies. */
	key: string;
	/** Name of the district; empty where the word for the government says it. */
	name: string;
	/** The water lies in the district, wholly or in part, on our geometry; `null` where that is not known or not asked. */
	isOnIt: boolean | null;
	agencies: AgencyAnswer[];
	measures: MeasureLine[];
	projects: ProjectLine[];
}
export interface WaterAnswers {
	governments: Answer[];
	joint: Answer;
	others: Answer[];
	/** Measures that name the water and no body at all. */
	unstated: MeasureLine[];
}

const waterKinds = new Set<PlaceKind>(['lake', 'river', 'canal', 'reservoir', 'lake-group']);
/** A collective is a water when all that it joins are. */
export function isWater(atlas: Atlas, id: string): boolean {
	const place = atlas.place.get(id);
	if (!place) return false;
	return waterKinds.has(place.kind) || (place.kind === 'collective' && (place.members ?? []).length > 0 && place.members!.every((member) => isWater(atlas, member)));
}

/** What is asked or measured for this water itself, water classes first; a programme's row counts once it holds something. */
export function targetsOfWater(atlas: Atlas, id: string): Indicator[] {
	const isTarget = (indicator: Indicator) => indicator.theme !== sectionTheme && (!isProgrammeTheme(indicator.theme) || atlas.observations(indicator.id).length + atlas.targets(indicator.id).length > 0);
	const isClass = ({ valueKind }: Indicator) => Number(valueKind === 'class');
	return atlas.dataset.indicators.filter((indicator) => indicator.scope === id && isTarget(indicator)).toSorted((a, b) => isClass(b) - isClass(a));
}

export const districtsOf = (atlas: Atlas, area = areaId): Place[] => (atlas.place.get(area)?.members ?? []).flatMap((id) => atlas.place.get(id) ?? []);

/** Whether a project is the water's own: its record names it or is it, and does not merely cross it. */
export const isTiedTo = (water: string, { record, reach }: RecordsAt['projects'][number]): boolean => reach.basis !== 'spatial' || record.ownPlace === water;

export function waterAnswers(atlas: Atlas, lang: Lang, water: string, { measures, projects }: RecordsAt, area = areaId): WaterAnswers {
	const districts = districtsOf(atlas, area);
	const tied = projects.filter((found) => isTiedTo(water, found));
	const answers = new Map<string, Answer>();
	const answerOf = (key: string): Answer => {
		let answer = answers.get(key);
		if (!answer) answers.set(key, (answer = { key, name: districts.find(({ id }) => id === key)?.names[lang] ?? '', isOnIt: null, agencies: [], measures: [], projects: [] }));
		return answer;
	};
	const note = (agency: string, ref: string, role: 'lead' | 'support'): Answer => {
		const { government, nameBasis, ...names } = atlas.agency.get(agency)!;
		const answer = answerOf(government);
		let known = answer.agencies.find(({ id }) => id === agency);
		if (!known) answer.agencies.push((known = { id: agency, name: nameOf(lang, names), isInferred: nameBasis === 'inferred', records: [] }));
		known.records.push({ ref, title: titleOf(atlas, lang, ref), role });
		return answer;
	};
	for (const { id } of districts) answerOf(id).isOnIt = liesIn(atlas, water, id);
	answerOf('joint');
	const unstated: MeasureLine[] = [];
	for (const { record, reach } of measures) {
		const line = measureLine(atlas, lang, record, reasonOf(atlas, lang, reach));
		const bodies = [...record.leadAgencies.map((id) => note(id, `measure:${record.id}`, 'lead')), ...record.supportingAgencies.map((id) => note(id, `measure:${record.id}`, 'support'))];
		if (bodies.length === 0) unstated.push(line);
		for (const answer of new Set(bodies)) answer.measures.push(line);
	}
	for (const { record, reach } of tied) {
		const line = projectLine(atlas, lang, record, reasonOf(atlas, lang, reach));
		const [only, ...more] = record.districts;
		answerOf(only !== undefined && more.length === 0 ? only : 'joint').projects.push(line);
		for (const agency of record.leadAgencies) note(agency, `project:${record.id}`, 'lead');
	}
	const governments = districts.map(({ id }) => answerOf(id));
	return { governments, joint: answerOf('joint'), others: [...answers.values()].filter((answer) => answer.key !== 'joint' && !governments.includes(answer)), unstated };
}

/** A water with members lies where they do; one that is not located lies nowhere that we know. */
function liesIn(atlas: Atlas, water: string, district: string): boolean | null {
	const place = atlas.place.get(water)!;
	const found = (place.members ?? []).map((member) => liesIn(atlas, member, district)).filter((isIn) => isIn !== null);
	if (!place.accuracy) return found.length === 0 ? null : found.includes(true);
	return !decidesSpace(place.accuracy.class) ? null : (atlas.relations[water] ?? []).some(([other, , how]) => other === district && how !== 'near' && how !== 'meets');
}
