import { describe, expect, it } from 'vitest';
import { loadTable } from '#lib/catalogue/formats/load-table.ts';
import { writeXlsx } from '#lib/catalogue/formats/write-xlsx.ts';
import type { BookSheet } from '#lib/domain/book.ts';
import { translator } from '#lib/i18n/index.ts';
import { indicatorBook, valueBook } from '#lib/query/indicator-books.ts';
import { indicatorPage } from '#lib/query/indicator-page.ts';
import { indicatorList } from '#lib/query/indicator-rows.ts';
import { noFilter } from '#lib/query/indicator-url.ts';
import { judgeAll } from '#lib/query/progress-all.ts';
import { openRegion, swap } from '../../fixtures/region.ts';

const writer = { lang: 'zh' as const, t: translator('zh') };
const cellsOf = (bytes: Uint8Array) => loadTable('a.xlsx', bytes).sheets[0]!.rows.map(({ cells }) => Array.from(cells, (cell) => (cell === undefined ? null : cell.is === 'number' ? cell.value : cell.text)));
/** As the sheet holds it: empty cells at the end of a row are not there. */
const written = ({ rows }: BookSheet) => rows.map((row) => row.map((cell) => (cell === '' ? null : typeof cell === 'string' ? cell.trim() : cell))).map((row) => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1)).filter((row) => row.length > 0);

describe('the downloads', () => {
	const { atlas } = openRegion({ 'catalogue/observations.csv': swap('fast-trips-2019,fast-trips,12,12,12,2019,,annual,,,,', 'fast-trips-2019,fast-trips,12,12,12,2019,,annual,,,=1+1,=1+1') });
	const judgements = judgeAll(atlas);

	it('of the list read back equal: numbers and years are numbers, the filter is said', async () => {
		const filter = { ...noFilter, theme: 'transport' };
		const [sheet] = indicatorBook(atlas, writer, judgements, indicatorList(atlas, writer, judgements, filter), filter);
		const read = cellsOf(await writeXlsx([sheet!]));
		expect(read).toEqual(written(sheet!));
		expect(read[1]!.slice(0, 9)).toEqual(['快线客流', '三角洲', '交通', '12', 12, 12, '万人', 2019, '年度值']);
		expect(read.at(-2)).toEqual(['筛选：主题 交通']);
	});
	it('of one indicator read back equal, and a note that begins with "=" is text', async () => {
		const [sheet] = valueBook(atlas, writer, indicatorPage(atlas, writer, judgements, 'fast-trips')!);
		const bytes = await writeXlsx([sheet!]);
		expect(cellsOf(bytes)).toEqual(written(sheet!));
		expect(cellsOf(bytes)[1]).toEqual(['年度值', 2019, '12', 12, 12, '万人', null, '=1+1', '快报 2024-05-18', 'fast-trips-2019']);
	});
	it('withhold what is to be confirmed', () => {
		const { atlas: low } = openRegion({ 'catalogue/indicators.csv': swap('transport,high', 'transport,low') });
		const judged = judgeAll(low);
		const [sheet] = valueBook(low, writer, indicatorPage(low, writer, judged, 'fast-trips')!);
		expect(sheet!.rows.flat()).not.toContain(12);
	});
});
