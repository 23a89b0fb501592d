/** The page of progress as plain data in one language: scorecard, dues by period, gaps by reason. */
import { splitRef } from '../domain/dataset.ts';
import type { Ref } from '../domain/dataset.ts';
import { emptyView } from '../domain/view.ts';
import type { Government, StatusValue } from '../domain/vocabulary.ts';
import { say } from '../i18n/index.ts';
import type { Atlas } from './atlas.ts';
import { shortPlace, titleOf } from './cards.ts';
import { citeSources, nameOf, pick } from './cite.ts';
import { isDay } from './days.ts';
import { byAgency, byGovernment, duePeriods, duesOf } from './dues.ts';
import type { Due, DueKind, DuePeriod, GovernmentDues } from './dues.ts';
import { gapRecordsOf, gapSubject } from './gap-records.ts';
import { gapReasons, gapsOf } from './gaps.ts';
import type { Gap, GapItem, GapKind, GapReason } from './gaps.ts';
import { projectsOfArea } from './outside.ts';
import { indicatorHref } from './indicator-url.ts';
import { targetWords } from './indicator-words.ts';
import type { Writer } from './indicator-words.ts';
import type { State } from './progress-rules.ts';
import { tally } from './progress-all.ts';
import type { Judgements } from './progress-all.ts';
import type { ProgressChoice } from './progress-url.ts';
import type { QueryIndex } from './query-index.ts';
import { agencyScores } from './scorecard-agencies.ts';
import type { GovernmentScores } from './scorecard-agencies.ts';
import { scorecard } from './scorecard.ts';
import type { ScoreRow } from './scorecard.ts';
import { clauseHref, hrefOf, recordHref } from './url.ts';

export interface DueLine {
	key: string;
	kind: DueKind;
	title: string;
	/** Of a target: its words. */
	detail: string;
	/** Of a target: whose it is. */
	scope: string;
	href: string;
	mapHref: string;
	date: string;
	end: string;
	governments: Government[];
	agencies: string[];
	status: StatusValue | '';
	statusDate: string;
	state: State | '';
	valueYear: string;
	/** Projects that a milestone speaks of, with their own status. */
	projects: { title: string; href: string; status: StatusValue | 'unknown'; statusDate: string }[];
	isToBeConfirmed: boolean;
	sources: string[];
}
export interface GapLine {
	key: string;
	ref: Ref;
	title: string;
	note: string;
	href: string;
}
export interface GapView {
	kind: GapKind;
	n: number;
	of: number;
	/** What the filter of the map by this gap lists; with the default months, whatever the page was asked for. */
	onMap: { kind: (typeof gapSubject)[GapKind]; n: number };
	reasons: { reason: GapReason; lines: GapLine[] }[];
}
export interface AgencyDueLine {
	id: string;
	name: string;
	/** The records it leads or supports, on the map. */
	href: string;
	government: Government;
	counts: Record<DuePeriod, number>;
	items: { key: string; date: string; title: string; href: string }[];
}
export interface ProgressPage {
	choice: ProgressChoice;
	headline: { total: number; done: number; building: number; open: number; stale: number; undated: number };
	indicators: { total: number; judged: number };
	scores: ScoreRow[];
	agencies: GovernmentScores[];
	dues: { periods: { period: DuePeriod; lines: DueLine[] }[]; governments: GovernmentDues[]; agencies: AgencyDueLine[]; total: number; done: number; undatedTargets: number; toTheDay: number };
	gaps: GapView[];
}

export function progressPage(atlas: Atlas, index: QueryIndex, judgements: Judgements, writer: Writer, choice: ProgressChoice): ProgressPage {
	const dues = duesOf(atlas, choice.on);
	const gaps = gapsOf(atlas, { months: choice.months });
	const { total, judged } = tally(judgements.values());
	const statuses = projectsOfArea(atlas).map(({ id }) => atlas.statuses(id)[0]?.status);
	const old = gaps.find(({ kind }) => kind === 'status-old')!;
	const countOld = (reason: GapReason) => old.items.filter((item) => item.reason === reason).length;
	return {
		choice, headline: { total: statuses.length, done: statuses.filter((s) => s === 'completed').length, building: statuses.filter((s) => s === 'building').length, open: old.of, stale: countOld('old'), undated: countOld('undated') },
		indicators: { total, judged }, scores: scorecard(atlas, index, judgements, writer.lang), agencies: agencyScores(atlas, index, judgements, writer.lang),
		dues: {
			periods: duePeriods.map((period) => ({ period, lines: dues.items.filter((due) => due.period === period).map((due) => dueLine(atlas, writer, due)) })), governments: byGovernment(dues.items), agencies: agencyDues(atlas, writer, dues.items),
			total: dues.items.length, done: dues.done, undatedTargets: dues.undatedTargets, toTheDay: dues.items.filter(({ date }) => isDay(date)).length
		},
		gaps: gaps.map((gap) => gapView(atlas, writer, gap))
	};
}

const agencyDues = (atlas: Atlas, writer: Writer, items: readonly Due[]): AgencyDueLine[] => byAgency(atlas, items).map(({ agency, government, counts, items: own }) => ({
	id: agency, name: titleOf(atlas, writer.lang, `agency:${agency}`), href: hrefOf(writer.lang, { ...emptyView, filter: { all: [{ is: 'agency', of: [agency] }] } }), government, counts,
	items: own.map((due) => dueLine(atlas, writer, due)).map(({ key, date, title, detail, href }) => ({ key, date, title: detail ? `${title} ${detail}` : title, href }))
}));

export function dueLine(atlas: Atlas, writer: Writer, due: Due): DueLine {
	const { lang } = writer;
	const [kind, id] = splitRef(due.ref);
	const milestone = kind === 'milestone' ? atlas.dataset.milestones.find((one) => one.id === id) : undefined;
	const indicator = kind === 'indicator' ? atlas.indicator.get(id) : undefined;
	const target = indicator && atlas.targets(id).find((one) => one.id === due.target);
	const about = milestone ? milestone.refs.find((ref) => atlas.exists(ref)) : due.ref;
	const mapHref = about ? recordHref(lang, about) : '';
	return {
		key: `${due.ref}${due.target}`, kind: due.kind, title: milestone ? nameOf(lang, milestone) : titleOf(atlas, lang, due.ref), detail: indicator && target ? targetWords(writer, indicator, target) : '',
		scope: indicator ? shortPlace(atlas, lang, indicator.scope) : '', href: indicator ? indicatorHref(lang, id) : mapHref, mapHref, date: due.date, end: due.end, governments: due.governments, agencies: due.agencies.map((agency) => titleOf(atlas, lang, `agency:${agency}`)),
		status: due.status?.status ?? '', statusDate: due.status?.date ?? '', state: due.state ?? '', valueYear: due.valueYear,
		projects: due.projects.map((project) => ({ title: titleOf(atlas, lang, `project:${project}`), href: recordHref(lang, `project:${project}`), status: atlas.statuses(project)[0]?.status ?? 'unknown', statusDate: atlas.statuses(project)[0]?.date ?? '' })),
		isToBeConfirmed: due.isToBeConfirmed, sources: citeSources(atlas, lang, due.sources).map(({ outlet, date }) => `${outlet} ${date}`.trim())
	};
}

export const gapView = (atlas: Atlas, writer: Writer, { kind, items, of }: Gap): GapView => ({
	kind, n: items.length, of, onMap: { kind: gapSubject[kind], n: gapRecordsOf(atlas).get(kind)!.size },
	reasons: gapReasons[kind].map((reason) => ({ reason, lines: items.filter((item) => item.reason === reason).map((item) => gapLine(atlas, writer, item)) })).filter(({ lines }) => lines.length > 0)
});

function gapLine(atlas: Atlas, writer: Writer, { ref, date, target }: GapItem): GapLine {
	const { lang, t } = writer;
	const [kind, id] = splitRef(ref);
	const line = { key: `${ref}${target}`, ref, title: titleOf(atlas, lang, ref), note: date, href: recordHref(lang, ref) };
	switch (kind) {
		case 'clause': {
			const measure = atlas.measuresOf(id)[0];
			return { ...line, note: measure ? nameOf(lang, measure) : pick(lang, atlas.clause.get(id)!, 'heading'), href: clauseHref(lang, id) };
		}
		case 'indicator': return { ...line, note: [shortPlace(atlas, lang, atlas.indicator.get(id)!.scope), date].filter(Boolean).join(' '), href: indicatorHref(lang, id) };
		case 'place': return { ...line, note: say(t, 'placekind', atlas.place.get(id)!.kind) };
		case 'project': {
			const status = atlas.statuses(id)[0];
			return { ...line, note: [status && say(t, 'status', status.status), status?.date || t('status.nodate')].filter(Boolean).join(' ') };
		}
		default: return line;
	}
}
