import { describe, expect, it } from 'vitest';
import { emptyView } from '#lib/domain/view.ts';
import type { View } from '#lib/domain/view.ts';
import { select } from '#lib/query/select.ts';
import { tableRows } from '#lib/query/table.ts';
import { openRegion } from '../../fixtures/region.ts';

const { atlas, index } = openRegion();
const table = (patch: Partial<View>, limit = Infinity) => tableRows({ atlas, index }, 'en', { ...emptyView, ...patch }, select(index, (patch.filter ?? emptyView.filter)), limit);
const refs = (patch: Partial<View>) => table(patch).rows.map(({ ref }) => ref.split(':')[1]);

describe('the record table', () => {
	it('lists what the filter leaves, in the order of the catalogue', () => {
		expect(refs({})).toEqual(['line-works', 'line-west', 'lake-clean']);
		expect(refs({ filter: { all: [{ is: 'kind', of: ['eco'] }] } })).toEqual(['lake-clean']);
	});

	it('sorts numbers as numbers, and keeps rows without a value last both ways', () => {
		expect(refs({ sort: { column: 'length', descending: false } })).toEqual(['line-west', 'line-works', 'lake-clean']);
		expect(refs({ sort: { column: 'length', descending: true } })).toEqual(['line-works', 'line-west', 'lake-clean']);
		expect(refs({ sort: { column: 'investment', descending: true } })).toEqual(['line-west', 'lake-clean', 'line-works']);
	});

	it('sorts places by measured area, and those without one last', () => {
		const areas = table({ table: 'places', sort: { column: 'area', descending: true } }).rows.map(({ cells }) => (cells[3] as { value: number | null }).value);
		expect(areas.slice(0, 3)).toEqual([211.855, 105.928, 105.928]);
		expect(areas.slice(areas.indexOf(null))).toEqual(areas.filter((area) => area === null));
	});

	it('leaves the order alone for a column that it does not have', () => expect(refs({ sort: { column: 'colour', descending: true } })).toEqual(['line-works', 'line-west', 'lake-clean']));

	it('counts all rows although it shows some, and the rows of every tab', () => {
		const some = table({}, 2);
		expect([some.rows.length, some.total]).toEqual([2, 3]);
		expect(some.tabs).toEqual([{ name: 'projects', count: 3 }, { name: 'measures', count: 3 }, { name: 'indicators', count: 2 }, { name: 'places', count: 14 }, { name: 'milestones', count: 1 }]);
	});

	it('gives every row as many cells as it has columns', () => {
		for (const name of ['projects', 'measures', 'indicators', 'places', 'milestones'] as const) {
			const { columns, rows } = table({ table: name });
			for (const row of rows) expect(row.cells, `${name} ${row.ref}`).toHaveLength(columns.length);
		}
	});

	it('says of each row why it is listed', () => {
		const [row] = table({ filter: { all: [{ is: 'along', of: ['mirror-lake'] }] } }).rows;
		expect(row?.cells.find((cell) => cell.type === 'reasons')).toEqual({ type: 'reasons', reasons: [{ basis: 'named', via: '', metres: undefined }], gaps: [] });
	});
});
