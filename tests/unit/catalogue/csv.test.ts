import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '#lib/catalogue/formats/csv.ts';
import { writeCsv } from '#lib/domain/csv.ts';
import { describeProblem } from '#lib/domain/problem.ts';

const read = (text: string) => readCsv('catalogue/a.csv', text);
const told = (text: string) => read(text).problems.map(describeProblem);

describe('a CSV file of the catalogue', () => {
	it('gives rows with the line on which each starts, cells of several lines included', () => {
		const { table, problems } = read('id,note\n1,one\n2,"two\nlines"\n3,"a ""word"", and a comma"\n');
		expect(problems).toEqual([]);
		expect(table.columns).toEqual(['id', 'note']);
		expect(table.rows).toEqual([
			{ line: 2, cells: { id: '1', note: 'one' } },
			{ line: 3, cells: { id: '2', note: 'two\nlines' } },
			{ line: 5, cells: { id: '3', note: 'a "word", and a comma' } }
		]);
	});

	it('keeps its line numbers after an empty line', () => {
		expect(read('id\na\n\n\nb\n').table.rows.map(({ line }) => line)).toEqual([2, 5]);
	});

	it('is read with a byte order mark and with the line ends of Windows', () => {
		const { table, problems } = read('\ufeffid,note\r\n1,"x"\r\n2,y\r\n');
		expect(problems).toEqual([]);
		expect(table).toEqual({ columns: ['id', 'note'], rows: [{ line: 2, cells: { id: '1', note: 'x' } }, { line: 3, cells: { id: '2', note: 'y' } }] });
	});

	it('names the row with too many or too few cells and reads the others', () => {
		expect(told('id,note\n1,a,b\n2\n3,c\n')).toEqual([
			'catalogue/a.csv:2 broken CSV: 3 cells, the header has 2. Check the quotes and the number of cells in this row.',
			'catalogue/a.csv:3 broken CSV: 1 cells, the header has 2. Check the quotes and the number of cells in this row.'
		]);
		expect(read('id,note\n1,a,b\n2\n3,c\n').table.rows).toEqual([{ line: 4, cells: { id: '3', note: 'c' } }]);
	});

	it('names the row where a quote was opened and never closed, and still reads what follows', () => {
		const { table, problems } = read('id,note\n1,a\n2,"open\n3,c\n4,d\n');
		expect(problems).toMatchObject([{ row: 3, key: 'bad-csv' }]);
		expect(table.rows.map(({ line, cells }) => [line, cells.id])).toEqual([[2, '1'], [4, '3'], [5, '4']]);
	});

	it('does not swallow the rows below a misplaced quote', () => {
		const { table, problems } = read('id,note\n1,"a" b\n2,5" pipe\n3,c\n4,"d"\n');
		expect(problems.map(({ row }) => row)).toEqual([2, 3]);
		expect(table.rows.map(({ line, cells }) => [line, cells.note])).toEqual([[4, 'c'], [5, 'd']]);
	});

	it('says that the header is missing, and that a column stands twice', () => {
		expect(told('')).toEqual(['catalogue/a.csv:1 the first line is empty; expected the column names. Add the header line of docs/data-format.md.']);
		expect(told(',,\n')).toHaveLength(1);
		expect(told('id,note,id\n1,2,3\n')).toEqual(['catalogue/a.csv:1 broken CSV: column "id" stands twice. Check the quotes and the number of cells in this row.']);
	});

	it('comes back as it was written, whatever the cells hold', () => {
		const cell = fc.string({ unit: fc.constantFrom('a', '水', '"', ',', '\n', '\r', ';', ' ', "'", '𠀀'), maxLength: 8 }).map((text) => text.trim());
		fc.assert(
			fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 12 }), (rows) => {
				const { table, problems } = read(writeCsv([['a', 'b', 'c'], ...rows]));
				expect(problems).toEqual([]);
				expect(table.rows.map(({ cells }) => [cells.a, cells.b, cells.c])).toEqual(rows);
			}),
			{ numRuns: 400 }
		);
	});

	it('is read without throwing, whatever its text, and every row is a row of the file', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '\ufeff', ' '), maxLength: 60 }), (text) => {
				const { table, problems } = read(text);
				const lines = text.split('\n').length;
				for (const { line } of table.rows) expect(line).toBeLessThanOrEqual(lines);
				for (const { row } of problems) expect(row).toBeLessThanOrEqual(lines);
			}),
			{ numRuns: 500 }
		);
	});
});
