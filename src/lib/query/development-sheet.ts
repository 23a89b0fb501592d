/** The index as a sheet: the choice, the scores and their ends, what is missing; every number of the page, one a cell. */
import '../i18n/rooms/index.ts';
import { writeSheetCsv } from '../domain/csv.ts';
import { say } from '../i18n/index.ts';
import type { IndexPage } from './development-page.ts';
import type { IndexChoice } from './development-url.ts';
import type { Writer } from './indicator-words.ts';

export function indexSheet({ t }: Writer, page: IndexPage, choice: IndexChoice, dataDate: string): string {
	const head = [t('index.place'), t('indicators.year'), t('index.index'), t('index.low'), t('index.high'), t('index.coverage'), ...page.chosen.flatMap(({ name }) => [name, `${name} · ${t('index.score')}`, `${name} · ${t('index.points')}`])];
	const rows = page.rows.map((row) => [
		page.isDistricts ? row.name.replace(/ \d{4}$/, '') : page.subjectName, String(row.year), row.text || t('state.no-data'), ...[row.lo, row.hi].map((end) => (end === null ? '' : String(Math.round(end * 10) / 10))), `${row.coverage}%`,
		...row.cells.flatMap((cell) => [cell.text || t('state.no-data'), cell.score, cell.pointsText])
	]);
	return writeSheetCsv([
		head, ...rows, [],
		[t('indicators.name'), t('index.share'), t('index.zero'), t('index.full'), 'id'],
		...page.chosen.flatMap(({ id, name, share, ends }) => ends.map(({ place, zero, full, why }) => [place ? `${name} · ${place}` : name, `${share}%`, why === '' ? zero : say(t, 'index.unscored', why), full, id])), [],
		...page.missing.map(({ name, place, year, why, text, kind }) => [t('index.missing'), [place, year].filter(Boolean).join(' '), name, say(t, 'index.why', why), text, kind && say(t, 'basiskind', kind)]),
		[`${t('index.notthat')} ${t(`index.norm.${choice.norm}`)} ${t('method.asof', { date: dataDate })}`]
	]);
}
