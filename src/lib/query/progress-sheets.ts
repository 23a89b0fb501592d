/** Dues and gaps as sheets and as a calendar, from the same lines as the page. */
import '../i18n/rooms/timeline.ts';
import { writeSheetCsv } from '../domain/csv.ts';
import { say } from '../i18n/index.ts';
import type { Writer } from './indicator-words.ts';
import { knownToTheDay, writeCalendar } from './calendar.ts';
import type { CalendarEntry } from './calendar.ts';
import type { DueLine, ProgressPage } from './progress-page.ts';

const statusWords = ({ t }: Writer, status: string, date: string): string => (status === '' ? '' : `${say(t, 'status', status)} ${date || t('status.nodate')}`);
const governmentWords = ({ t }: Writer, line: DueLine): string => line.governments.map((government) => say(t, 'government', government)).join('; ');

/** Where a line stands now: a target's state with the year of its value, else the newest status of each project with its date. */
export function nowWords(writer: Writer, line: DueLine): string {
	const { t } = writer;
	if (line.state !== '') return [say(t, 'state', line.state), line.valueYear && t('due.valueyear', { year: line.valueYear })].filter(Boolean).join(' ');
	if (line.projects.length > 0) return line.projects.map(({ title, status, statusDate }) => `${title}: ${statusWords(writer, status, statusDate)}`).join('; ');
	return statusWords(writer, line.status, line.statusDate);
}

export function dueSheet(writer: Writer, { choice, dues }: ProgressPage, dataDate: string): string {
	const { t } = writer;
	const head = [t('due.date'), t('due.end'), t('due.period'), t('due.kind'), t('due.what'), t('due.target'), t('indicators.scope'), t('due.government'), t('due.leads'), t('due.now'), t('indicators.source'), 'id'];
	const rows = dues.periods.flatMap(({ period, lines }) => lines.map((line) => [
		line.date, line.end, say(t, 'due', period), say(t, 'due.kind', line.kind), line.isToBeConfirmed ? `${line.title} (${t('indicators.toconfirm')})` : line.title, line.detail, line.scope, governmentWords(writer, line) || t('due.nolead'), line.agencies.join('; '), nowWords(writer, line), line.sources.join('; '), line.key
	]));
	return writeSheetCsv([head, ...rows, [t('due.asof', { on: choice.on, date: dataDate })]]);
}

export function gapSheet({ t }: Writer, { choice, gaps }: ProgressPage, dataDate: string): string {
	const head = [t('gap.kind'), t('gap.reason'), t('due.what'), t('indicators.note'), 'id'];
	const rows = gaps.flatMap(({ kind, reasons }) => reasons.flatMap(({ reason, lines }) => lines.map((line) => [t(`gap.${kind}`), say(t, `gap.${kind}`, reason), line.title, line.note, line.ref])));
	return writeSheetCsv([head, ...rows, [`${t('gap.lead')} ${t('gap.asof', { date: dataDate, months: choice.months })}`]]);
}

export const entriesOf = (writer: Writer, { dues }: ProgressPage, origin: string): CalendarEntry[] =>
	dues.periods.flatMap(({ lines }) => lines).map((line) => ({
		uid: line.key.replace(':', '-'), date: line.date, summary: `${say(writer.t, 'due.kind', line.kind)}: ${line.title}${line.detail ? ` ${line.detail}` : ''}`,
		description: [nowWords(writer, line), governmentWords(writer, line), line.sources.join('; ')].filter(Boolean).join('\n'), url: origin + line.href
	}));

export function dueCalendar(writer: Writer, page: ProgressPage, dataDate: string, origin: string): string {
	const entries = entriesOf(writer, page, origin);
	const dated = knownToTheDay(entries).length;
	return writeCalendar(entries, { name: writer.t('due.calendar'), leftOut: writer.t('due.leftout', { n: entries.length - dated, dated }), dataDate });
}
