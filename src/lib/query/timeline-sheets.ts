/** The two charts of the timeline as sheets: dates as found, empty where no source gives one. */
import '../i18n/rooms/timeline.ts';
import { writeSheetCsv } from '../domain/csv.ts';
import { say } from '../i18n/index.ts';
import type { Writer } from './indicator-words.ts';
import type { TimelinePage } from './timeline-page.ts';

export function projectSheet({ t }: Writer, { gantt, dataDate, chips }: TimelinePage): string {
	const head = [t('timeline.along'), t('gantt.project'), t('facet.kind'), t('gantt.col.start'), t('gantt.col.finish'), t('gantt.col.planned'), t('facet.status'), t('gantt.col.statusdate'), t('facet.district'), t('indicators.source'), 'id'];
	const groups = [...gantt.groups, { name: t('gantt.undated.short'), rows: gantt.undated }];
	const rows = groups.flatMap(({ name, rows: own }) => own.map((row) => [
		name, row.isToBeConfirmed ? `${row.title} (${t('indicators.toconfirm')})` : row.title, say(t, 'kind', row.kind), row.start?.text ?? '', row.finish?.text ?? '', row.planned?.text ?? '', say(t, 'status', row.status), row.statusDate, row.districts.join('; '), row.sources.join('; '), row.id
	]));
	return writeSheetCsv([head, ...rows, [`${t('gantt.rule')} ${t('timeline.dataline', { date: dataDate })}`], ...filterLine({ t }, chips)]);
}

export function milestoneSheet({ t }: Writer, { milestones, dataDate, chips }: TimelinePage): string {
	const head = [t('timeline.date'), t('timeline.kind'), t('timeline.what'), t('timeline.when'), t('timeline.refs'), t('indicators.source'), 'id'];
	const rows = milestones.kinds.flatMap(({ name, rows: own }) => own.map(({ span, title, isDue, links, sources, id }) => [span.text, name, title, t(isDue ? 'timeline.due' : 'timeline.past'), links.map((link) => link.title).join('; '), sources.map(({ outlet, date }) => `${outlet} ${date}`.trim()).join('; '), id]));
	return writeSheetCsv([head, ...rows, [t('timeline.dataline', { date: dataDate })], ...filterLine({ t }, chips)]);
}

const filterLine = ({ t }: Pick<Writer, 't'>, chips: TimelinePage['chips']): string[][] =>
	chips.length === 0 ? [] : [[`${t('filter.title')}: ${chips.map((chip) => `${say(t, 'facet', chip.key)}=${chip.names.map((name, i) => name || say(t, chip.key, chip.values[i]!)).join('|')}`).join('; ')}`]];
