import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { ColumnFilter, ColumnLeaf, ColumnSummary } from '#lib/domain/column-question.ts';
import type { AttributeColumn, Columns } from '#lib/domain/columns.ts';
import { createColumnQuery } from '#lib/query/columns/column-query.ts';
import { createGround } from '#lib/query/columns/ground.ts';
import { columnGroups, columnOf } from '#lib/query/columns/masks.ts';
import { columnsOf } from '../../../bench/columns-writer.ts';
import { createGeometries } from './geometries.ts';

const colours = ['', 'red', 'green', 'blue'];

function makeLayer(seed: number) {
	const { geometry, pick, random } = createGeometries(seed);
	const count = 1 + pick(60);
	const geometries = Array.from({ length: count }, () => (random() < 0.1 ? null : geometry()));
	const attributes: AttributeColumn[] = [
		{ type: 'category', name: 'colour', values: colours, codes: Uint16Array.from({ length: count }, () => pick(4)) },
		{ type: 'category', name: 'size', values: ['', 's', 'l'], codes: Uint32Array.from({ length: count }, () => pick(3)) },
		{ type: 'number', name: 'year', values: Float64Array.from({ length: count }, () => (random() < 0.3 ? NaN : 1990 + pick(30))) }
	];
	const subjects: Record<string, Geometry> = { a: geometry(), b: geometry() };
	const leaf = (): ColumnLeaf => {
		switch (pick(8)) {
			case 0: return { is: 'category', column: 'colour', of: [colours[pick(4)]!, colours[pick(4)]!] };
			case 1: return { is: 'category', column: 'size', of: pick(3) === 0 ? ['xl'] : ['s'] };
			case 2: return { is: 'number', column: 'year', from: pick(2) === 0 ? null : 1995 + pick(20), to: pick(2) === 0 ? null : 2000 + pick(20) };
			case 3: return { is: 'within', subject: pick(2) === 0 ? 'a' : 'b', withinM: [0, 300, 4000][pick(3)]! };
			case 4: return { is: 'within', subject: 'unknown', withinM: 100 };
			case 6: return { is: 'ranges', column: 'year', of: [[1995 + pick(20), Infinity], [-Infinity, 1990 + pick(6)]].slice(pick(3)) as [number, number][], takesMissing: pick(2) === 0 };
			case 5: return { is: 'extent', bbox: [120.98, 30.98, 121.01, 31.02] };
			default: return pick(2) === 0 ? { is: 'category', column: 'unknown', of: ['red'] } : { is: 'number', column: 'colour', from: 1, to: null };
		}
	};
	const tree = (depth: number): ColumnFilter => (depth === 0 || random() < 0.5 ? leaf() : [{ all: [tree(depth - 1), tree(depth - 1)] }, { any: [tree(depth - 1), tree(depth - 1)] }, { not: tree(depth - 1) }][pick(3)]!);
	const filter: ColumnFilter = { all: Array.from({ length: pick(5) }, () => tree(2)) };
	return { columns: columnsOf(geometries, attributes), geometries, subjects, filter };
}

/** The rules in words of one row: `null` is silence. */
function createNaive(columns: Columns, subjects: Record<string, Geometry>) {
	const ground = createGround(columns.geometry);
	const metres = Object.fromEntries(Object.entries(subjects).map(([key, geometry]) => {
		ground.setSubject(key, [geometry]);
		const work = ground.metres({ is: 'within', subject: key, withinM: 10_000 });
		for (;;) {
			const step = work.next();
			if (step.done) return [key, step.value!];
		}
	}));
	const { bounds } = columns.geometry;
	const passes = (filter: ColumnFilter, row: number): boolean | null => {
		if ('all' in filter || 'any' in filter) {
			const spoken = ('all' in filter ? filter.all : filter.any).map((part) => passes(part, row)).filter((answer) => answer !== null);
			return spoken.length === 0 ? null : 'all' in filter ? spoken.every(Boolean) : spoken.some(Boolean);
		}
		if ('not' in filter) {
			const answer = passes(filter.not, row);
			return answer === null ? null : !answer;
		}
		if (filter.is === 'within') return filter.subject in metres ? metres[filter.subject]![row]! <= filter.withinM : null;
		if (filter.is === 'extent') {
			const [west, south, east, north] = bounds.subarray(4 * row, 4 * row + 4) as unknown as number[];
			return west! <= filter.bbox[2] && east! >= filter.bbox[0] && south! <= filter.bbox[3] && north! >= filter.bbox[1];
		}
		const column = columns.attributes.find(({ name, type }) => name === filter.column && type === (filter.is === 'ranges' ? 'number' : filter.is));
		if (column?.type === 'category' && filter.is === 'category') return filter.of.includes(column.values[column.codes[row]!]!);
		if (column?.type === 'number' && filter.is === 'number') return !Number.isNaN(column.values[row]!) && column.values[row]! >= (filter.from ?? -Infinity) && column.values[row]! <= (filter.to ?? Infinity);
		if (column?.type === 'number' && filter.is === 'ranges') return Number.isNaN(column.values[row]!) ? filter.takesMissing : filter.of.some(([from, to]) => column.values[row]! >= from && column.values[row]! <= to);
		return null;
	};
	const stays = (groups: ColumnFilter[], row: number): boolean => groups.every((group) => passes(group, row) !== false);
	const rowsWhere = (groups: ColumnFilter[]): number[] => Array.from({ length: columns.geometry.count }, (_, row) => row).filter((row) => stays(groups, row));
	return { rowsWhere };
}

const classOf = (summary: ColumnSummary, value: number): number => {
	if (summary.type !== 'number' || Number.isNaN(value)) return 0;
	const { edges } = summary;
	for (let i = 0; i < edges.length; i++) if (value === edges[i]) return 2 * i + 1;
	for (let i = 1; i < edges.length; i++) if (value > edges[i - 1]! && value < edges[i]!) return 2 * i;
	throw new Error(`${value} is in no class`);
};

describe('a question to columns', () => {
	it('answers what going through the rows one by one answers: rows, counts under the other filters, sums', () => {
		let [some, none] = [0, 0];
		for (let seed = 1; seed <= 200; seed++) {
			const { columns, subjects, filter } = makeLayer(seed);
			const query = createColumnQuery(columns);
			for (const [key, geometry] of Object.entries(subjects)) query.setSubject(key, [geometry]);
			const answer = query.ask({ filter });
			const naive = createNaive(columns, subjects);
			const groups = columnGroups(filter);
			const rows = naive.rowsWhere(groups);
			const says = `seed ${seed}: ${JSON.stringify(filter)}`;
			expect(Array.from(answer.mask.keys()).filter((row) => answer.mask[row] === 1), says).toEqual(rows);
			expect(answer.total).toBe(rows.length);
			expect([...answer.without]).toEqual(groups.map((_, g) => naive.rowsWhere(groups.filter((_, other) => other !== g)).length));
			for (const { column, counts, passing } of answer.facets) {
				const [values, summary] = [columns.attributes.find(({ name }) => name === column)!, query.summary.find(({ name }) => name === column)!];
				const count = (some: number[]): Uint32Array => {
					const expected = new Uint32Array(counts.length);
					for (const row of some) expected[values.type === 'category' ? values.codes[row]! : classOf(summary, (values as { values: Float64Array }).values[row]!)]!++;
					return expected;
				};
				expect(counts, `${says}, ${column}`).toEqual(count(naive.rowsWhere(groups.filter((group) => columnOf(group) !== column))));
				expect(passing, `${says}, ${column}`).toEqual(count(rows));
			}
			const years = rows.map((row) => (columns.attributes[2] as { values: Float64Array }).values[row]!).filter((year) => !Number.isNaN(year));
			expect(answer.sums).toEqual([{ column: 'year', value: years.reduce((sum, year) => sum + year, 0), knownFor: years.length }]);
			if (rows.length > 0) some++;
			else none++;
		}
		expect(Math.min(some, none)).toBeGreaterThan(15);
	});

	it('an unknown column is silent, alone and inside a tree', () => {
		const { columns } = makeLayer(5);
		const query = createColumnQuery(columns);
		const unknown: ColumnFilter = { is: 'category', column: 'no such', of: ['red'] };
		for (const filter of [unknown, { not: unknown }, { any: [unknown] }]) expect(query.ask({ filter }).total).toBe(columns.geometry.count);
		const red: ColumnFilter = { is: 'category', column: 'colour', of: ['red'] };
		expect(query.ask({ filter: { any: [unknown, red] } }).total).toBe(query.ask({ filter: red }).total);
	});

	it('more than 32 conditions are all kept', () => {
		const { columns } = makeLayer(9);
		const query = createColumnQuery(columns);
		const all = [...Array.from({ length: 40 }, (): ColumnFilter => ({ is: 'number', column: 'year', from: null, to: 2100 })), { is: 'category', column: 'colour', of: ['red'] } satisfies ColumnFilter];
		expect(query.ask({ filter: { all } }).mask).toEqual(query.ask({ filter: { all: [all[0]!, all.at(-1)!] } }).mask);
	});

	it('counts only what was asked for', () => {
		const query = createColumnQuery(makeLayer(3).columns);
		const { facets, sums, bins } = query.ask({ filter: { all: [] }, count: ['size'], sum: [] });
		expect([facets.map(({ column }) => column), sums, bins]).toEqual([['size'], [], null]);
	});
});
