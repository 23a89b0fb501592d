/** The strip and the table of crossings for a spreadsheet: a row for each thing on the line, numbers as numbers, beside the words of the page. */
import '../i18n/rooms/strip.ts';
import type { BookCell, BookSheet } from '../domain/book.ts';
import { writeSheetCsv } from '../domain/csv.ts';
import { say } from '../i18n/index.ts';
import type { Writer } from './indicator-words.ts';
import type { CrossingMatrix } from './strip-matrix.ts';
import type { StripPage } from './strip-page.ts';

export interface StripSheet {
	head: string[];
	rows: BookCell[][];
	/** What has to be known of the figures, a line each. */
	notes: string[];
}

export function stripSheet({ t }: Writer, page: StripPage): StripSheet {
	const yes = (is: boolean): string => t(is ? 'strip.sheet.yes' : 'strip.sheet.no');
	const head = ['part', 'fromkm', 'tokm'].map((key) => t(`strip.sheet.${key as 'part'}`)).concat([t('strip.col.row'), t('strip.col.name')], (['otherkm', 'offset', 'side', 'schematic', 'accuracy'] as const).map((key) => t(`strip.sheet.${key}`)), [t('strip.col.manner')], (['basis', 'lon', 'lat', 'id'] as const).map((key) => t(`strip.sheet.${key}`)));
	const rows = page.parts.flatMap((part): BookCell[][] => [
		...part.items.map((item): BookCell[] => [part.name, item.km, item.toKm ?? null, t(`strip.row.${item.row}`), item.name, item.otherKm ?? null, item.metres, item.side ? t(`strip.sheet.${item.side}`) : null, yes(item.isSchematic), item.accuracyM, item.manner, item.basis ? say(t, 'basis', item.basis) : null, round(item.at[0]), round(item.at[1]), item.ref]),
		...([['district', part.districts], ['town', part.towns]] as const).flatMap(([row, bands]) => bands.map((band): BookCell[] => [part.name, band.from, band.to, t(`strip.row.${row}`), band.name, null, 0, null, yes(part.isSchematic), part.accuracyM, null, null, null, null, band.id === null ? null : `place:${band.id}`]))
	]);
	const unplaced = page.unplaced.map((one): BookCell[] => [null, null, null, t('strip.sheet.unplaced'), one.title, null, null, null, null, null, [one.clause, t(`strip.why.${one.why}`)].filter(Boolean).join(t('join.list')), say(t, 'basis', one.basis), null, null, one.ref]);
	return { head, rows: [...rows, ...unplaced], notes: page.notes };
}

export function crossingSheet({ t }: Writer, matrix: CrossingMatrix, notes: string[]): StripSheet {
	const head = (['corridor', 'part', 'water', 'how', 'fromkm', 'tokm', 'otherkm', 'schematic', 'accuracy', 'lon', 'lat'] as const).map((key) => t(`strip.sheet.${key}`));
	const rows = matrix.rows.flatMap((row) => row.cells.flatMap((cells, i) => cells.map((cell): BookCell[] => [row.name, cell.part || null, matrix.columns[i]!.name, t(`strip.sheet.how.${cell.how as 'crosses'}`), cell.km, cell.toKm ?? null, cell.otherKm ?? null, t(cell.isSchematic ? 'strip.sheet.yes' : 'strip.sheet.no'), cell.accuracyM, round(cell.at[0]), round(cell.at[1])])));
	return { head, rows, notes };
}

const round = (degrees: number): number => Number(degrees.toFixed(5));

export const sheetToCsv = ({ head, rows, notes }: StripSheet): string => writeSheetCsv([head, ...rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))), ...notes.map((note) => [note])]);
export const sheetToBook = ({ t }: Writer, name: string, { head, rows, notes }: StripSheet): BookSheet[] => [
	{ name: name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31), headRows: 1, columns: head.map((_, i) => ({ width: i === 4 || i === 10 ? 36 : 14 })), rows: [head, ...rows] },
	{ name: t('strip.sheet.about'), headRows: 0, columns: [{ width: 100 }], rows: notes.map((note) => [note]) }
];
