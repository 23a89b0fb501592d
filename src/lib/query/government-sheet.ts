/** The board of three governments as rows for a spreadsheet: columns become a column "government"; the differences by rule follow. */
import '../i18n/rooms/briefing.ts';
import '../i18n/rooms/versus.ts';
import '../i18n/rooms/waters.ts';
import { writeSheetCsv } from '../domain/csv.ts';
import { say } from '../i18n/index.ts';
import type { GovernmentBoard, GovernmentColumn, Amount, BoardProject } from './government-board.ts';
import type { Writer } from './indicator-words.ts';

const cite = (sources: readonly { outlet: string; date: string }[]): string => sources.map(({ outlet, date }) => `${outlet} ${date}`.trim()).join('; ');

export function governmentSheet({ t }: Writer, board: GovernmentBoard): string {
	const head = [t('versus.board.who'), t('versus.sheet.kind'), t('column.name'), t('facet.status'), t('versus.board.statusdate'), t('versus.board.start'), t('versus.board.planned'), t('versus.board.finished'), t('versus.length'), t('versus.sheet.note'), t('versus.sheet.investment'), t('versus.sheet.note'), t('column.clause'), t('column.source'), 'id'];
	const amount = (one: Amount | null): string[] => [one ? String(one.value) : '', one?.isWholeLine ? t('versus.wholeline.one') : ''];
	const work = (who: string, kind: string) => (line: BoardProject): string[] => [who, kind, line.title, say(t, 'status', line.status), line.statusDate, line.start, line.finishPlanned, line.finishActual, ...amount(line.length), ...amount(line.investment), line.clauses.map(({ short }) => short).join('; '), cite(line.sources), `project:${line.id}`];
	const nameOf = ({ key, name }: Pick<GovernmentColumn, 'key' | 'name'>): string => name || (key === 'joint' ? t('waters.joint') : say(t, 'government', key));
	const rest = (cells: number): string[] => Array.from({ length: cells }, () => '');
	const rows = [...board.governments, board.joint].flatMap((column) => {
		const who = nameOf(column);
		const own = [
			...column.agencies.map(({ id, name, records }) => [who, t('waters.agencies'), name, ...rest(9), records.map(({ title }) => title).join('; '), '', `agency:${id}`]),
			...column.measures.map(({ id, title, citation }) => [who, t('waters.measures'), title, ...rest(9), citation?.short ?? '', '', `measure:${id}`]),
			...column.projects.map(work(who, t('waters.projects')))
		];
		return [...(own.length > 0 ? own : [[who, '', t('versus.without.short'), ...rest(12)]]), ...column.crossing.map(work(who, t('versus.board.crossing')))];
	});
	const unstated = board.unstated.map(({ id, title, citation }) => [t('versus.board.nobody'), t('waters.measures'), title, ...rest(9), citation?.short ?? '', '', `measure:${id}`]);
	const others = board.others.flatMap((column) => column.agencies.map(({ id, name, records }) => [nameOf({ ...column, name: '' }), t('waters.agencies'), name, ...rest(9), records.map(({ title }) => title).join('; '), '', `agency:${id}`]));
	const differences = board.differences.map(({ rule, subject, says, without, note }) => [t(`versus.rule.${rule}`), subject, says.map(({ who, text, refs }) => `${who}: ${text}${refs.length > 0 ? ` (${refs.map(({ title }) => title).join('; ')})` : ''}`).join(' | '), without.length > 0 ? t('versus.without', { who: without.join(t('join.list')) }) : '', note]);
	return writeSheetCsv([
		[t('versus.board.of', { name: board.name })], [t('footer.data', { date: board.dataDate })], [t('versus.board.rule')], [], head, ...rows, ...unstated, ...others,
		[], [t('versus.differences'), t('versus.rule.subject'), t('versus.rule.says'), t('versus.rule.without'), t('versus.sheet.note')], ...differences, [], [t('slide.base', { date: board.dataDate })]
	]);
}
