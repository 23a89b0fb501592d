/**
 * The tables of `tests/tables/seeds`: what we found by reading the five texts ourselves (README there). They hold offsets, paths, ids and figures, no sentences.
 * A place that was not in the register when a row was written stands as `?name` and takes its id from the register of today; until then it is not judged.
 */
import { readCsv } from '#lib/catalogue/formats/csv.ts';
import type { Span } from '#lib/domain/policy-text.ts';

interface Row extends Span {
	seed: string;
	/** Our reading is not certain: the row counts neither for nor against. */
	isDoubtful: boolean;
}

/** Where a document stands in its file; another kind inside it (contents, caption, label) is not judged. */
export interface Stretch extends Row {
	kind: string;
	document: string;
}
export interface GoldClause extends Row {
	document: string;
	path: string;
	/** A second path that would be as right. */
	also: string;
	isNumbered: boolean;
}
export interface GoldPlace extends Row {
	text: string;
	id: string;
	via: string;
}
export interface GoldFigure extends Row {
	text: string;
	value: number | null;
	valueMin: number | null;
	valueMax: number | null;
	units: string[];
	comparators: string[];
	/** `null` among them: the text ties no year to it. */
	years: (number | null)[];
	baseYear: number | null;
}
export interface GoldLine extends Row {
	clause: string;
	units: string[];
	ids: string[];
}
export interface GoldTables {
	stretches: Stretch[];
	clauses: GoldClause[];
	places: GoldPlace[];
	figures: GoldFigure[];
	responsible: GoldLine[];
	doubts: Row[];
	garbled: Row[];
	/** Ids of the places that the register held when the tables were written. */
	known: ReadonlySet<string>;
}

const listOf = (cell: string): string[] => cell.split(';').filter(Boolean);
const numberOf = (cell: string): number | null => (cell === '' ? null : Number(cell));

/** Throws one sentence where a table is no CSV. */
export function readTables(textOf: (name: string) => string): GoldTables {
	const rowsOf = (name: string) => {
		const { table, problems } = readCsv(`${name}.csv`, textOf(name));
		if (problems.length > 0) throw new Error(`${name}.csv, line ${problems[0]!.row ?? 1} cannot be read: ${JSON.stringify(problems[0]!.with)}`);
		return table.rows.map(({ cells }) => cells);
	};
	const read = <T>(name: string, more: (cells: Record<string, string>) => T): (Row & T)[] =>
		rowsOf(name).map((cells) => ({ seed: cells.seed!, start: Number(cells.start), end: Number(cells.end), isDoubtful: cells.doubtful === 'yes', ...more(cells) }));
	return {
		stretches: read('stretches', ({ kind, document }) => ({ kind: kind!, document: document! })),
		clauses: read('clauses', ({ document, path, also, numbered }) => ({ document: document!, path: path!, also: also!, isNumbered: numbered === 'yes' })),
		places: read('places', ({ text, id, via }) => ({ text: text!, id: id!, via: via! })),
		figures: read('figures', (cells) => ({
			text: cells.text!, value: numberOf(cells.value!), valueMin: numberOf(cells.value_min!), valueMax: numberOf(cells.value_max!),
			units: [cells.unit!, ...listOf(cells.unit_also!)], comparators: [cells.comparator!, ...listOf(cells.comparator_also!)],
			years: [numberOf(cells.year!), ...listOf(cells.year_also!).map(Number)], baseYear: numberOf(cells.base_year!)
		})),
		responsible: read('responsible', ({ clause, units, ids }) => ({ clause: clause!, units: listOf(units!), ids: listOf(ids!) })),
		doubts: read('doubts', () => ({})),
		garbled: read('garbled-figures', () => ({})),
		known: new Set(rowsOf('register').map(({ id }) => id!))
	};
}

export const isWaiting = ({ id, via }: GoldPlace): boolean => id.startsWith('?') || via.startsWith('?');

export interface Register {
	idOf: (name: string) => string | undefined;
	/** Members of a collective; empty for anything else. */
	membersOf: (id: string) => readonly string[];
}

/**
 * Gives waiting rows the id that the register of today holds for their name, and a collective among them its members. Where a longer name is now a place,
 * the names inside it are mentions no more (longest match).
 */
export function fillPlaces(rows: readonly GoldPlace[], { idOf, membersOf }: Register): GoldPlace[] {
	const fill = (id: string): string => (id.startsWith('?') ? (idOf(id.slice(1)) ?? id) : id);
	const filled = rows.flatMap((row): GoldPlace[] => {
		const known = { ...row, id: fill(row.id), via: fill(row.via) };
		return row.id === known.id || row.via !== '' ? [known] : [known, ...membersOf(known.id).map((id) => ({ ...known, id, via: known.id }))];
	});
	const unique = [...new Map(filled.map((row) => [`${row.seed} ${row.start} ${row.end} ${row.id} ${row.via}`, row])).values()];
	const longest = unique.filter((row) => !isWaiting(row) && !row.isDoubtful && row.via === '');
	return unique.filter((row) => !longest.some(({ seed, start, end }) => seed === row.seed && start <= row.start && end >= row.end && end - start > row.end - row.start));
}

const pinyin = /\([a-zà-ǜ]+\)/g;

/** Rows whose words do not stand at their offsets: the file is not the one that was read. */
export function findForeign({ places, figures }: GoldTables, seed: string, text: string): number[] {
	const foreign = [...places, ...figures].filter((row) => row.seed === seed && text.slice(row.start, row.end).replace(pinyin, '') !== row.text);
	return [...new Set(foreign.map(({ start }) => start))].sort((a, b) => a - b);
}
