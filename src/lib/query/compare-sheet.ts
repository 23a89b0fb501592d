/** A comparison as rows for a spreadsheet: both questions in words, data date and rule first; headline numbers; then every record with where it is found, why, and its sources. */
import '../i18n/rooms/briefing.ts';
import '../i18n/rooms/versus.ts';
import type { BookCell, BookSheet } from '../domain/book.ts';
import { writeSheetCsv } from '../domain/csv.ts';
import { compareParts } from './compare.ts';
import type { Compared, ComparePart, CompareRow, SideReason } from './compare.ts';
import { compareHref } from './compare-url.ts';
import type { Writer } from './indicator-words.ts';
import { textOf } from './table-csv.ts';

export const reasonWords = ({ t }: Pick<Writer, 't'>, why: SideReason | null): string => (why ? [textOf(t, why.cell), ...why.clauses.map(({ short }) => short)].filter(Boolean).join('; ') || t('versus.why.all') : '');
export const changeWords = ({ t }: Pick<Writer, 't'>, { change }: Pick<CompareRow, 'change'>): string => (change ? t(change.isKnown ? 'versus.change' : 'versus.change.unknown', { a: change.a, b: change.b }) : '');

/** `origin` such as `https://atlas.example.cn` goes before the address. */
function about({ t, lang }: Writer, { sides, dataDate }: Compared, origin: string): string[][] {
	return [
		[t('versus.title')], [t('versus.side.a'), sides.a.words], [t('versus.side.b'), sides.b.words], [t('versus.sheet.address'), `${origin}${compareHref(lang, { a: sides.a.view, b: sides.b.view })}`],
		[t('footer.data', { date: dataDate })], [t('versus.sheet.rule')], [t('slide.base', { date: dataDate })]
	];
}

function figureCells({ t }: Writer, { figures }: Compared): { head: string[]; rows: BookCell[][] } {
	return {
		head: [t('versus.sheet.figure'), t('versus.side.a'), t('versus.sheet.known'), t('versus.side.b'), t('versus.sheet.known'), t('versus.difference'), t('versus.sheet.why')],
		rows: figures.map((row) => [row.key === 'investment' ? t('versus.sheet.investment') : row.title, row.a.value, row.a.note || null, row.b.value, row.b.note || null, row.difference, row.why || null])
	};
}

function recordCells(writer: Writer, { groups }: Compared): { head: string[]; rows: BookCell[][] } {
	const { t } = writer;
	const part = (at: ComparePart): string => t(`versus.part.${at}`);
	const number = (amount: CompareRow['length']): BookCell[] => [amount?.value ?? null, amount?.isWholeLine ? t('versus.wholeline.one') : null];
	return {
		head: [t('versus.sheet.part'), t('versus.sheet.kind'), t('column.name'), t('versus.stands'), t('versus.sheet.change'), t('versus.length'), t('versus.sheet.note'), t('versus.sheet.investment'), t('versus.sheet.note'), t('versus.why.a'), t('versus.why.b'), t('column.source'), 'id'],
		rows: groups.flatMap(({ kind, rows }) => compareParts.flatMap((at) => rows[at].map((row): BookCell[] => [
			part(at), t(`record.${kind}`, { n: 1 }), row.title, row.stands, changeWords(writer, row) || null, ...number(row.length), ...number(row.investment), reasonWords(writer, row.why.a) || null, reasonWords(writer, row.why.b) || null,
			row.sources.map(({ outlet, date }) => `${outlet} ${date}`.trim()).join('; '), row.ref
		])))
	};
}

const words = (rows: readonly (readonly BookCell[])[]): string[][] => rows.map((row) => row.map((cell) => String(cell ?? '')));

export function compareCsv(writer: Writer, compared: Compared, origin: string): string {
	const [figures, records] = [figureCells(writer, compared), recordCells(writer, compared)];
	return writeSheetCsv([...about(writer, compared, origin), [], figures.head, ...words(figures.rows), [], records.head, ...words(records.rows)]);
}

export function compareBook(writer: Writer, compared: Compared, origin: string): BookSheet[] {
	const { t } = writer;
	const [figures, records] = [figureCells(writer, compared), recordCells(writer, compared)];
	const widths = (...chars: number[]) => chars.map((width) => ({ width }));
	return [
		{ name: t('versus.sheet.about'), headRows: 1, columns: widths(24, 90), rows: about(writer, compared, origin) },
		{ name: t('versus.sheet.figures'), headRows: 1, columns: widths(26, 14, 30, 14, 30, 12, 40), rows: [figures.head, ...figures.rows] },
		{ name: t('versus.sheet.records'), headRows: 1, columns: widths(12, 10, 40, 24, 34, 12, 12, 14, 12, 34, 34, 40, 30), rows: [records.head, ...records.rows] }
	];
}
