/** A place with everything that is promised, built and measured for it, and how each came here. */
import { splitRef } from '../domain/dataset.ts';
import type { Place } from '../domain/place.ts';
import type { Government } from '../domain/vocabulary.ts';
import { decidesSpace } from '../domain/vocabulary.ts';
import type { Lang } from '../i18n/lang.ts';
import { byDomain, byStatus, figuresOf, indicatorLine, measureLine, projectLine, reasonOf, shortPlace } from './cards.ts';
import type { FigureLine, IndicatorLine, MeasureLine, ProjectLine } from './cards.ts';
import type { Atlas } from './atlas.ts';
import { citeSources, nameOf, pick } from './cite.ts';
import type { SourceCitation } from './cite.ts';
import { reachOf } from './reach.ts';
import type { Reach } from './reach.ts';
import { isWater, sectionTheme, targetsOfWater, waterAnswers } from './water-answers.ts';
import type { WaterAnswers } from './water-answers.ts';
import { facetOfPlace } from './query-index.ts';

export interface PlaceLink {
	id: string;
	name: string;
}
export interface Neighbour extends PlaceLink {
	relation: 'flows-to' | 'flows-from' | 'meets' | 'crosses' | 'inside' | 'holds';
}
export interface PlaceCard {
	type: 'place';
	id: string;
	name: string;
	otherName: string;
	kind: Place['kind'];
	/** A briefing can be drafted on it: a place that the filter knows. */
	isBriefable: boolean;
	parents: PlaceLink[];
	collectives: PlaceLink[];
	members: PlaceLink[];
	accuracy: Place['accuracy'];
	isLocated: boolean;
	nameBasis: 'official' | 'inferred';
	note: string;
	measured: Place['measured'] | null;
	geometrySource: string;
	geometryDate: string;
	licence: string;
	figures: FigureLine[];
	measures: ReturnType<typeof byDomain<MeasureLine>>;
	measureCount: number;
	/** Measures that reach the place only because their clause covers a whole zone. */
	areaWide: MeasureLine[];
	projects: ReturnType<typeof byStatus<ProjectLine>>;
	projectCount: number;
	indicators: IndicatorLine[];
	/** Only of a water: its ecological targets and who answers for it. */
	water: { targets: IndicatorLine[]; sections: number; answers: WaterAnswers } | null;
	agencies: { government: Government; lines: { id: string; name: string; records: number; isInferred: boolean }[] }[];
	milestones: { id: string; date: string; title: string; sources: SourceCitation[] }[];
	neighbours: Neighbour[];
	conflicts: { id: string; topic: string; values: string[]; used: string; why: string }[];
}

export function placeCard(atlas: Atlas, lang: Lang, id: string): PlaceCard | null {
	const place = atlas.place.get(id);
	if (!place) return null;
	const link = (other: Place): PlaceLink => ({ id: other.id, name: shortPlace(atlas, lang, other.id) });
	const here = recordsAt(atlas, id);
	const measures = here.measures.map(({ record, reach }) => ({ ...measureLine(atlas, lang, record, reasonOf(atlas, lang, reach)), basis: reach.basis }));
	const projects = here.projects.map(({ record, reach }) => projectLine(atlas, lang, record, reasonOf(atlas, lang, reach)));
	const narrow = measures.filter((line) => line.basis !== 'area-wide');
	return {
		type: 'place', id, name: place.names[lang], otherName: place.names[lang === 'zh' ? 'en' : 'zh'], kind: place.kind, isBriefable: facetOfPlace(atlas, id) !== null,
		parents: atlas.ancestors(id).map(link), collectives: [...atlas.collectivesOf(id), ...atlas.wholesOf(id)].map(link),
		members: [...(place.members ?? []), ...(place.parts ?? [])].map((member) => link(atlas.place.get(member)!)),
		accuracy: place.accuracy, isLocated: place.measured !== undefined, nameBasis: place.name_basis ?? 'official', note: (lang === 'zh' ? place.note_zh : place.note_en) ?? '',
		measured: place.measured ?? null, geometrySource: place.source, geometryDate: place.date, licence: place.licence,
		figures: figuresOf(atlas, lang, `place:${id}`), measures: byDomain(narrow), measureCount: narrow.length, areaWide: measures.filter((line) => line.basis === 'area-wide'),
		projects: byStatus(projects), projectCount: projects.length,
		indicators: atlas.dataset.indicators.filter((indicator) => indicator.scope === id || (place.members ?? []).includes(indicator.scope)).map((indicator) => indicatorLine(atlas, lang, indicator)),
		water: isWater(atlas, id) ? { targets: targetsOfWater(atlas, id).map((indicator) => indicatorLine(atlas, lang, indicator)), sections: atlas.dataset.indicators.filter(({ scope, theme }) => scope === id && theme === sectionTheme).length, answers: waterAnswers(atlas, lang, id, here) } : null,
		agencies: agenciesOf(atlas, lang, here, narrow.map((line) => line.id)),
		milestones: milestonesOf(atlas, lang, id, projects.map((line) => line.id)),
		neighbours: neighboursOf(atlas, lang, place),
		conflicts: atlas.conflicts(`place:${id}`).map((c) => ({ id: c.id, topic: pick(lang, c, 'topic'), values: c.values, used: c.used, why: pick(lang, c, 'why') }))
	};
}

type Found<T> = { record: T; reach: Reach };
export interface RecordsAt {
	measures: Found<Atlas['dataset']['measures'][number]>[];
	projects: Found<Atlas['dataset']['projects'][number]>[];
}

/** Panels list what touches the place itself: geometry counts only where it meets the place, not merely near it. */
const isHere = (reach: Reach): boolean => (reach.metres ?? 0) === 0;

export function recordsAt(atlas: Atlas, id: string): RecordsAt {
	let all = recordsByPlace.get(atlas);
	if (!all) recordsByPlace.set(atlas, (all = sortIntoPlaces(atlas)));
	return all.get(id) ?? { measures: [], projects: [] };
}

/** Which records stand at which place never changes while the dataset stands; every selected place asks. */
const recordsByPlace = new WeakMap<Atlas, ReadonlyMap<string, RecordsAt>>();

function sortIntoPlaces(atlas: Atlas): Map<string, RecordsAt> {
	const all = new Map<string, RecordsAt>();
	const put = <T extends { id: string }>(kind: string, records: readonly T[], listOf: (at: RecordsAt) => Found<T>[]): void => {
		for (const record of records) {
			const best = new Map<string, Reach>();
			for (const reach of reachOf(atlas, `${kind}:${record.id}`)) if (isHere(reach) && !best.has(reach.place)) best.set(reach.place, reach);
			for (const [place, reach] of best) {
				const at = all.get(place) ?? { measures: [], projects: [] };
				all.set(place, at);
				listOf(at).push({ record, reach });
			}
		}
	};
	put('measure', atlas.dataset.measures, (at) => at.measures);
	put('project', atlas.dataset.projects, (at) => at.projects);
	return all;
}

function agenciesOf(atlas: Atlas, lang: Lang, here: RecordsAt, measures: readonly string[]): PlaceCard['agencies'] {
	const counts = new Map<string, number>();
	const count = (ids: readonly string[]) => ids.forEach((id) => counts.set(id, (counts.get(id) ?? 0) + 1));
	for (const { record } of here.measures) if (measures.includes(record.id)) count([...record.leadAgencies, ...record.supportingAgencies]);
	for (const { record } of here.projects) count(record.leadAgencies);
	const groups = new Map<Government, PlaceCard['agencies'][number]['lines']>();
	for (const [id, records] of [...counts].sort((a, b) => b[1] - a[1])) {
		const agency = atlas.agency.get(id)!;
		groups.set(agency.government, [...(groups.get(agency.government) ?? []), { id, name: nameOf(lang, agency), records, isInferred: agency.nameBasis === 'inferred' }]);
	}
	return [...groups].map(([government, lines]) => ({ government, lines }));
}

function milestonesOf(atlas: Atlas, lang: Lang, id: string, projects: readonly string[]): PlaceCard['milestones'] {
	const found = new Map([`place:${id}`, ...projects.map((project) => `project:${project}`)].flatMap((ref) => atlas.milestones(ref)).map((milestone) => [milestone.id, milestone]));
	return [...found.values()].sort((a, b) => (a.date < b.date ? -1 : 1)).map((m) => ({ id: m.id, date: m.date, title: nameOf(lang, m), sources: citeSources(atlas, lang, m.sources) }));
}

const neighbourKinds = new Set(['district', 'town', 'lake', 'river', 'canal', 'reservoir', 'rail', 'road', 'waterway']);

function neighboursOf(atlas: Atlas, lang: Lang, place: Place): Neighbour[] {
	const named = (id: string, relation: Neighbour['relation']): Neighbour => ({ id, name: shortPlace(atlas, lang, id), relation });
	const flows = [
		...(place.flows_to ?? []).map((id) => named(id, 'flows-to')),
		...atlas.dataset.places.filter((other) => other.flows_to?.includes(place.id)).map((other) => named(other.id, 'flows-from'))
	];
	const known = new Set(flows.map(({ id }) => id));
	const spatial = (atlas.relations[place.id] ?? []).flatMap(([id, , how]): Neighbour[] => {
		const other = atlas.place.get(id);
		if (!other || known.has(id) || how === 'near' || !neighbourKinds.has(other.kind) || !decidesSpace(other.accuracy?.class)) return [];
		return [named(id, how)];
	});
	return [...flows, ...spatial];
}

export const isPlaceRef = (ref: string): boolean => splitRef(ref)[0] === 'place';
