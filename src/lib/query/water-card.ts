/**
 * A water with its ecological targets: what is asked and measured for it alone, what is said of a collective it belongs to, and, apart from
 * both, what holds for the whole area; then who answers, what protects it, what is built along it, and the samples of its sections.
 */
import type { Indicator } from '../domain/dataset.ts';
import type { Place } from '../domain/place.ts';
import type { Atlas } from './atlas.ts';
import { byStatus, measureLine, projectLine, reasonOf, shortPlace } from './cards.ts';
import type { MeasureLine, ProjectLine } from './cards.ts';
import { citeSources, nameOf, pick } from './cite.ts';
import type { SourceCitation } from './cite.ts';
import { indicatorRow } from './indicator-rows.ts';
import type { IndicatorRow } from './indicator-rows.ts';
import { valueWords, whenWords } from './indicator-words.ts';
import type { Writer } from './indicator-words.ts';
import { recordsAt } from './place-card.ts';
import type { PlaceLink } from './place-card.ts';
import { newestFirst } from './progress-basis.ts';
import type { Judgements } from './progress-all.ts';
import { isProgrammeTheme, programmes } from './programme-list.ts';
import type { ProgrammeKey } from './programme-list.ts';
import { reachOf } from './reach.ts';
import { areaId, isTiedTo, isWater, sectionTheme, targetsOfWater, waterAnswers } from './water-answers.ts';
import type { WaterAnswers } from './water-answers.ts';

/** The waters that the documents protect jointly. Their table of targets by section is not in our sources. */
export const jointWatersId = 'one-river-three-lakes';

export interface Section {
	id: string;
	title: string;
	/** Of which two provinces it stands on the boundary: `jiangsu-shanghai`; empty where the record does not say. */
	boundary: string;
	remark: string;
	samples: { id: string; text: string; when: string; source: string }[];
}
export interface RowsOf {
	place: PlaceLink;
	/** A member of this water, not a whole that it belongs to. */
	isMember: boolean;
	rows: IndicatorRow[];
}
export interface WaterCard {
	id: string;
	name: string;
	otherName: string;
	kind: Place['kind'];
	note: string;
	collectives: PlaceLink[];
	members: PlaceLink[];
	rows: IndicatorRow[];
	/** Said of its collective or of its members: theirs, not its own. */
	related: RowsOf[];
	area: RowsOf | null;
	/** Cautions told beside newest values and targets, under the name of their indicator. */
	remarks: { id: string; title: string; text: string }[];
	answers: WaterAnswers;
	measures: MeasureLine[];
	/** Of the domain ecology, and covering the area without naming this water. */
	areaMeasures: MeasureLine[];
	projects: ReturnType<typeof byStatus<ProjectLine>>;
	projectCount: number;
	/** Cross or touch it on the map; no record ties them to it. */
	crossing: ProjectLine[];
	sections: Section[];
	/** The official table of its targets exists and is not in our sources. */
	lacksTable: boolean;
	tableSources: SourceCitation[];
	/** Indicators that a template may fill. */
	slots: string[];
	programmes: ProgrammeKey[];
}

export const waterRows = (atlas: Atlas, writer: Writer, judgements: Judgements, id: string): IndicatorRow[] => targetsOfWater(atlas, id).map((indicator) => indicatorRow(atlas, writer, judgements, indicator));

export function waterCard(atlas: Atlas, writer: Writer, judgements: Judgements, id: string, area = areaId): WaterCard | null {
	const place = atlas.place.get(id);
	if (!place || !isWater(atlas, id)) return null;
	const { lang } = writer;
	const link = (other: string): PlaceLink => ({ id: other, name: shortPlace(atlas, lang, other) });
	const members = place.members ?? [];
	const rowsOf = (other: string): RowsOf => ({ place: link(other), isMember: members.includes(other), rows: waterRows(atlas, writer, judgements, other) });
	const here = recordsAt(atlas, id);
	const collectives = atlas.collectivesOf(id).filter((whole) => isWater(atlas, whole.id)).map((whole) => whole.id);
	const related = [...collectives, ...members].map(rowsOf).filter(({ rows }) => rows.length > 0);
	const rows = waterRows(atlas, writer, judgements, id);
	const areaRows = atlas.place.has(area) ? atlas.dataset.indicators.filter(({ scope, theme }) => scope === area && ['water', 'ecology'].includes(theme)).map((indicator) => indicatorRow(atlas, writer, judgements, indicator)) : [];
	const line = ({ record, reach }: (typeof here.projects)[number]) => projectLine(atlas, lang, record, reasonOf(atlas, lang, reach));
	const tied = here.projects.filter((found) => isTiedTo(id, found)).map(line);
	const isJoint = id === jointWatersId || collectives.includes(jointWatersId);
	return {
		id, name: place.names[lang], otherName: place.names[lang === 'zh' ? 'en' : 'zh'], kind: place.kind, note: (lang === 'zh' ? place.note_zh : place.note_en) ?? '',
		collectives: collectives.map(link), members: members.map(link), rows, related, area: areaRows.length > 0 ? { place: link(area), isMember: false, rows: areaRows } : null,
		remarks: remarksOf(atlas, writer, judgements, [...rows, ...related.flatMap((group) => group.rows), ...areaRows]), answers: waterAnswers(atlas, lang, id, here, area),
		measures: here.measures.map(({ record, reach }) => measureLine(atlas, lang, record, reasonOf(atlas, lang, reach))), areaMeasures: areaMeasures(atlas, writer, area, new Set(here.measures.map(({ record }) => record.id))),
		projects: byStatus(tied), projectCount: tied.length, crossing: here.projects.filter((found) => !isTiedTo(id, found)).map(line),
		sections: sectionsOf(atlas, writer, [id, ...members]), lacksTable: isJoint && lacksTable(atlas), tableSources: isJoint ? citeSources(atlas, lang, tableSources(atlas)) : [],
		slots: atlas.dataset.indicators.filter((indicator) => [id, ...(isJoint ? members : [])].includes(indicator.scope) && indicator.theme !== sectionTheme && !isProgrammeTheme(indicator.theme)).map((indicator) => indicator.id),
		programmes: programmes.filter(({ measure }) => here.measures.some(({ record }) => record.id === measure)).map(({ key }) => key)
	};
}

/** Water classes of the joint waters: what the official table would fill. */
export const tableSlots = (atlas: Atlas): string[] => atlas.dataset.indicators.filter(({ scope, valueKind, theme }) => valueKind === 'class' && theme === 'water' && (atlas.place.get(jointWatersId)?.members ?? []).includes(scope)).map(({ id }) => id);
/** The table covers the joint waters together: while one of them has no target it is not here. */
export const lacksTable = (atlas: Atlas): boolean => tableSlots(atlas).some((id) => atlas.targets(id).length === 0);
/** Where the plan is told of whose body holds the table: the sources of the rows that wait for it. */
export const tableSources = (atlas: Atlas): string[] => [...new Set(tableSlots(atlas).filter((id) => atlas.targets(id).length + atlas.observations(id).length === 0).flatMap((id) => atlas.indicator.get(id)!.sources))];

function remarksOf(atlas: Atlas, { lang }: Writer, judgements: Judgements, rows: readonly IndicatorRow[]): WaterCard['remarks'] {
	return rows.flatMap(({ id, title, isToBeConfirmed }) => {
		const { target } = judgements.get(id)!;
		const newest = newestFirst(atlas.observations(id))[0];
		const texts = [pick(lang, atlas.indicator.get(id)!, 'note'), newest && !isToBeConfirmed && newest.basisKind !== 'annual' ? [pick(lang, newest, 'basis'), pick(lang, newest, 'note')].filter(Boolean).join(lang === 'zh' ? '；' : '; ') : '', target ? pick(lang, target, 'note') : ''];
		const text = [...new Set(texts.filter((one) => one !== ''))].join(' ');
		return text === '' ? [] : [{ id, title, text }];
	});
}

function areaMeasures(atlas: Atlas, { lang }: Writer, area: string, known: ReadonlySet<string>): MeasureLine[] {
	return atlas.dataset.measures.filter(({ id, domain }) => domain === 'eco' && !known.has(id)).flatMap((measure) => {
		const reach = reachOf(atlas, `measure:${measure.id}`).find(({ place, basis }) => place === area && basis === 'area-wide');
		return reach ? [measureLine(atlas, lang, measure, reasonOf(atlas, lang, reach))] : [];
	});
}

export function sectionsOf(atlas: Atlas, { lang, ...writer }: Writer, waters: readonly string[]): Section[] {
	const about = (indicator: Indicator) => waters.includes(indicator.scope) || atlas.linksFrom(`indicator:${indicator.id}`).some(({ to }) => waters.includes(to.slice('place:'.length)));
	return atlas.dataset.indicators.filter((indicator) => indicator.theme === sectionTheme && about(indicator)).map((indicator) => ({
		id: indicator.id, title: nameOf(lang, indicator), boundary: /\(([A-Z][a-z]+-[A-Z][a-z]+)\)$/.exec(indicator.en)?.[1]?.toLowerCase() ?? '',
		remark: atlas.linksFrom(`indicator:${indicator.id}`).map((link) => pick(lang, link, 'note')).filter(Boolean).join(' '),
		samples: newestFirst(atlas.observations(indicator.id)).map((row) => ({ id: row.id, text: valueWords({ lang, ...writer }, indicator, row), when: whenWords(row), source: citeSources(atlas, lang, row.sources).map(({ outlet, date }) => `${outlet} ${date}`.trim()).join('; ') }))
	}));
}
