import { describe, expect, it } from 'vitest';
import { createAtlas } from '#lib/query/atlas.ts';
import { explore } from '#lib/query/explore.ts';
import { decodeMatrix, firstMatrix, matrixColumns, matrixCounts, matrixHref, matrixPlaces } from '#lib/query/library-url.ts';
import type { MatrixChoice } from '#lib/query/library-url.ts';
import { translator } from '#lib/i18n/index.ts';
import { matrixOf, matrixSheet } from '#lib/query/matrix.ts';
import type { Matrix } from '#lib/query/matrix.ts';
import { buildIndex } from '#lib/query/query-index.ts';
import { decode } from '#lib/query/url.ts';
import { publish } from '#lib/server/publish.ts';
import { readRoots } from '#lib/server/roots.ts';
import { openRegion } from '../../fixtures/region.ts';

const { atlas: small, index: smallIndex } = openRegion();
const { dataset, relations } = publish(readRoots());
const atlas = createAtlas(dataset, relations);
const index = buildIndex(atlas);
const choices = matrixPlaces.flatMap((places) => matrixColumns.flatMap((by) => matrixCounts.filter((count) => by === 'document' || count === 'measures').map((count): MatrixChoice => ({ places, by, count }))));

const allCells = ({ rows }: Matrix) => rows.flatMap(({ id, cells, total }) => [...cells, total].map((cell) => ({ id, ...cell })));

describe('the matrix', () => {
	it.each(choices)('$places by $by, $count: every cell counts exactly the rows that its link lists', (choice) => {
		const matrix = matrixOf(atlas, index, 'zh', choice);
		const known = new Map<string, number>();
		for (const cell of [...allCells(matrix)]) {
			const { view, ignored } = decode(cell.href.slice('/zh'.length), { exists: atlas.exists, isLayer: () => true });
			const { table } = explore({ atlas, index }, view, 'zh', ignored);
			known.set(cell.href, table.rows.length);
			expect([cell.href, ignored, table.name, table.rows.length]).toEqual([cell.href, [], choice.count, cell.n]);
			expect([cell.href, cell.named + cell.through + cell.areaWide + cell.spatial + cell.inferred]).toEqual([cell.href, cell.n]);
		}
		for (const column of matrix.columns) {
			const { view } = decode(column.href.slice('/zh'.length));
			expect(explore({ atlas, index }, view, 'zh').table.name).toBe(choice.count);
		}
		expect(known.size).toBe(matrix.rows.length * (matrix.columns.length + 1));
	});

	it('says how a record comes to a place: named, through a collective, or for the whole area', () => {
		const waters = matrixOf(small, smallIndex, 'zh', firstMatrix);
		expect(waters.columns.map(({ id }) => id)).toEqual(['plan']);
		const cell = (id: string) => waters.rows.find((row) => row.id === id)!.cells[0]!;
		expect(cell('mirror-lake')).toMatchObject({ n: 2, named: 1, through: 1 });
		expect(cell('long-river')).toMatchObject({ n: 1, named: 0, through: 1 });
		expect(waters.rows.find(({ id }) => id === 'two-waters')).toMatchObject({ isCollective: true, collectives: [] });
		expect(waters.rows.find(({ id }) => id === 'long-river')!.collectives).toEqual(['两水']);
		const districts = matrixOf(small, smallIndex, 'zh', { ...firstMatrix, places: 'districts' });
		expect(districts.rows.find(({ id }) => id === 'east')!.cells[0]!.areaWide).toBe(1);
	});
	it('of measures names the plans that only list projects, instead of calling them empty', () => {
		const measures = matrixOf(atlas, index, 'zh', firstMatrix);
		expect([firstMatrix.count, measures.otherwise]).toEqual(['measures', expect.arrayContaining(['江苏方案', '上海方案'])]);
		const projects = matrixOf(atlas, index, 'zh', { ...firstMatrix, count: 'projects' });
		expect(projects.columns.map(({ name }) => name)).toEqual(expect.arrayContaining(measures.otherwise));
		for (const { columns, uncited, otherwise } of [measures, projects]) expect(columns.length + uncited + otherwise.length).toBe(dataset.documents.length);
	});
	it('lists the places without a record apart, and never counts one of them', () => {
		const { rows, empty } = matrixOf(small, smallIndex, 'zh', firstMatrix);
		expect(empty.map(({ id }) => id)).toContain('far-lake');
		expect(rows.every(({ total }) => total.n > 0)).toBe(true);
	});
	it('a measure of a park is found by the park', () => {
		const parks = matrixOf(atlas, index, 'zh', { ...firstMatrix, places: 'parks' });
		expect(parks.rows.find(({ id }) => id === 'jiashan-etdz')!.total.named).toBeGreaterThan(0);
	});
	it('counts by domain only what has one', () => {
		expect(decodeMatrix('?by=domain&count=projects&places=towns&mood=sunny')).toEqual({ choice: { by: 'domain', places: 'towns', count: 'measures' }, ignored: ['mood=sunny', 'count=projects'] });
		expect(matrixHref('zh', { by: 'domain', places: 'towns', count: 'measures' }, '.csv')).toBe('/zh/documents/matrix.csv?by=domain&places=towns');
	});
	it('goes into a sheet with the same numbers', () => {
		const matrix = matrixOf(small, smallIndex, 'zh', firstMatrix);
		const lines = matrixSheet({ lang: 'zh', t: translator('zh') }, matrix, firstMatrix).trim().split('\n');
		expect(lines).toHaveLength(matrix.rows.length + 2);
		expect(lines.find((line) => line.endsWith(',long-river'))).toMatch(/,1,0,1,0,属两水,long-river$/);
	});
});
