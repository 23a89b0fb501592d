/** Year and period of a row. A date that a spreadsheet made out of a year or a month is wrong, never rounded back. */
import type { RowReader } from './row-reader.ts';

const part = String.raw`\d{4}(?:-(?:0[1-9]|1[0-2]))?`;
const periodPattern = new RegExp(`^${part}(?:/${part})?$`);
const firstYear = 1949;
const lastTargetYear = 2100;

/** `2016-05`, `2019/2022`, `2021-01/2021-06`; also as `2016年5月`, `2019–2022`, `2019至2022`. */
export function plainPeriod(text: string): string {
	const plain = text.normalize('NFKC').replaceAll(/\s/g, '').replace(/(\d{4})年(\d{1,2})月/g, (_, year: string, month: string) => `${year}-${month.padStart(2, '0')}`).replaceAll('年', '');
	return plain.replace(/^(\d{4})[-–—~至到](\d{4})$/, '$1/$2').replace(/[–—~至到]/, '/');
}

const serialDay = (serial: number): string => new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);

/** `latest`: the day after which no value can be known; empty for targets. Empty where there is none or it was complained about. */
export function readYear(reader: RowReader, latest: string): string {
	const cell = reader.cell('year');
	if (!cell) return '';
	const last = latest === '' ? lastTargetYear : Number(latest.slice(0, 4));
	const year = Number(cell.text.normalize('NFKC').replace(/年$/, ''));
	if (cell.is === 'date') reader.complain('date-cell', 'year', { value: cell.text });
	else if (Number.isInteger(year) && year > 20_000 && year < 80_000) reader.complain('serial', 'year', { value: cell.text, year: `${serialDay(year).slice(0, 4)} (${serialDay(year)})` });
	else if (!Number.isInteger(year) || year < firstYear || year > lastTargetYear) reader.complain('bad-year', 'year', { value: cell.text.slice(0, 40), from: firstYear, to: last });
	else if (year > last) reader.complain('future-year', 'year', { value: String(year), year: last });
	else return String(year);
	return '';
}

export function readPeriod(reader: RowReader, latest: string): string {
	const cell = reader.cell('period');
	if (!cell) return '';
	const period = plainPeriod(cell.text);
	const [from = '', to = from] = period.split('/');
	if (cell.is === 'date') reader.complain('date-cell', 'period', { value: cell.text });
	else if (!periodPattern.test(period) || from > to.padEnd(7, '~') || Number(from.slice(0, 4)) < firstYear) reader.complain('bad-period', 'period', { value: cell.text.slice(0, 40) });
	else if (to > latest.slice(0, to.length)) reader.complain('future-year', 'period', { value: cell.text, year: latest.slice(0, 4) });
	else return period;
	return '';
}
