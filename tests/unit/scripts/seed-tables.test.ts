/** The tables are made by hand; this finds the slips of a hand without the texts. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRows } from '#lib/catalogue/formats/csv.ts';
import { readTables } from '../../../scripts/measure/tables.ts';

const folder = 'tests/tables/seeds';
const tables = readTables((name) => readFileSync(`${folder}/${name}.csv`, 'utf8'));
const inOrder = (rows: readonly { seed: string; start: number }[]): boolean => rows.every((row, i) => i === 0 || rows[i - 1]!.seed < row.seed || (rows[i - 1]!.seed === row.seed && rows[i - 1]!.start <= row.start));

describe('the tables of the five seeds', () => {
	it('hold every numbered clause that the documents print', () => {
		const counts = Object.groupBy(tables.clauses, ({ document, isNumbered }) => `${document} ${isNumbered ? 'numbered' : 'titled'}`);
		expect(Object.fromEntries(Object.entries(counts).map(([key, rows]) => [key, rows!.length]))).toEqual({
			'jiangsu-ordinance numbered': 6, 'measures-22 numbered': 22, 'jiangsu-plan numbered': 21, 'jiangsu-plan titled': 60, 'innovations-18 numbered': 29, 'innovations-18 titled': 1, 'action-plan numbered': 67, 'shanghai-plan titled': 15
		});
		expect(tables.responsible.map(({ clause }) => clause)).toEqual(tables.clauses.filter(({ document }) => document === 'measures-22').map(({ path }) => path));
	});

	it('are in the order of the text, say nothing twice, and hold no empty span', () => {
		for (const rows of [tables.stretches, tables.clauses, tables.places, tables.figures, tables.responsible, tables.doubts, tables.garbled]) {
			expect(inOrder(rows)).toBe(true);
			expect(rows.filter(({ start, end }) => !(Number.isInteger(start) && end > start))).toEqual([]);
		}
		for (const keys of [tables.clauses.map(({ document, path }) => `${document}#${path}`), tables.places.map(({ seed, start, end, id, via }) => [seed, start, end, id, via].join(' ')), tables.figures.map(({ seed, start }) => `${seed} ${start}`)]) {
			expect(new Set(keys).size).toBe(keys.length);
		}
	});

	it('name places of the register, and judge only inside documents', () => {
		const isKnown = (id: string): boolean => id === '' || id.startsWith('?') || tables.known.has(id);
		expect(tables.places.filter(({ id, via }) => !isKnown(id) || !isKnown(via))).toEqual([]);
		const stray = [...tables.clauses, ...tables.places, ...tables.figures].filter((row) => {
			const around = tables.stretches.filter(({ seed, start, end }) => seed === row.seed && start <= row.start && row.start < end);
			return around.length === 0 || around.some(({ kind }) => kind !== 'document');
		});
		expect(stray).toEqual([]);
	});

	it('take no figure from a garbled passage', () => {
		const inside = tables.figures.filter((row) => [...tables.garbled, ...tables.doubts].some(({ seed, start, end }) => seed === row.seed && row.start < end && start < row.end));
		expect(tables.garbled.length).toBeGreaterThan(10);
		expect(inside).toEqual([]);
	});

	it('hold no sentence of a seed: no cell of Chinese is as long as 28 characters', () => {
		const cells = readdirSync(folder).filter((name) => name.endsWith('.csv')).flatMap((name) => readRows(readFileSync(`${folder}/${name}`, 'utf8')).flatMap((row) => ('record' in row ? row.record : [row.broken])));
		expect(cells.length).toBeGreaterThan(5000);
		expect(cells.flatMap((cell) => cell.split(';')).filter((cell) => /\p{Script=Han}/u.test(cell) && cell.length >= 28)).toEqual([]);
	});
});
