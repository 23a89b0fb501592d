import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureTest, isRangeValue, parseRange, printRange } from '#lib/query/ranges.ts';
import { rangeWords } from '#lib/query/range-words.ts';
import { idsOf, select } from '#lib/query/select.ts';
import { sumProjects } from '#lib/query/sums.ts';
import { decode, encode } from '#lib/query/url.ts';
import { emptyView } from '#lib/domain/view.ts';
import { addLine, openRegion } from '../../fixtures/region.ts';

describe('a range of a figure', () => {
	it('has both ends, one, or stands for one value; anything else is none', () => {
		expect(['5..20', '..20', '5..', '5', '0.851..1.5'].map(parseRange)).toEqual([[5, 20], [-Infinity, 20], [5, Infinity], [5, 5], [0.851, 1.5]]);
		for (const text of ['', '..', '20..5', '-3..4', '1e3', '5..20..30', '5.', '.5', '5..x', 'NaN', '1.2345', '五..十']) expect(parseRange(text), text).toBeNull();
		expect(['unknown', 'whole-line', '5..', 'known'].map(isRangeValue)).toEqual([true, true, true, false]);
	});

	it('comes back from an address as it was written, within a thousandth', () => {
		const end = fc.option(fc.double({ min: 0, max: 99_999, noNaN: true }), { nil: null });
		fc.assert(fc.property(end, end, fc.constantFrom('length' as const, 'investment' as const), (a, b, is) => {
			const [from, to] = a !== null && b !== null && a > b ? [b, a] : [a, b];
			const text = printRange(from, to);
			if (text === '') return from === null && to === null;
			const filter = { all: [{ is, of: [text, 'unknown'] }] };
			expect(decode(encode({ ...emptyView, filter })).view.filter).toEqual(filter);
			const back = parseRange(text)!;
			const isNear = (end: number, asked: number | null, open: number) => (asked === null ? end === open : Math.abs(end - asked) <= 0.00051);
			return isNear(back[0], from, -Infinity) && isNear(back[1], to, Infinity);
		}), { numRuns: 300 });
	});

	it('is said as planners write it', () => {
		expect(['5..20', '..20', '5..', '5', 'unknown'].map((value) => rangeWords('zh', 'length', value))).toEqual(['5–20 km', '≤ 20 km', '≥ 5 km', '5 km', '']);
		expect([rangeWords('zh', 'investment', '10..50'), rangeWords('en', 'investment', '5..50'), rangeWords('zh', 'period', '2021..2025'), rangeWords('zh', 'period', '2031..')]).toEqual(['10–50 亿元', 'CNY 500 m–5 bn', '2021–2025', '≥ 2031']);
	});
});

const quantities = 'catalogue/quantities.csv';
const projects = (index: ReturnType<typeof openRegion>['index'], ...of: string[]) => idsOf(index, select(index, { is: 'length', of }), 'project');

describe('a figure asked by a range', () => {
	it('is the one that the sums count', () => {
		const { atlas, index } = openRegion();
		expect(projects(index, '..10')).toEqual(['line-west']);
		expect(sumProjects(atlas, projects(index, '..10'), 'length')).toMatchObject({ value: 9, knownFor: 1 });
		expect(projects(index, 'unknown')).toEqual(['lake-clean']);
		expect(projects(index, '19..', 'unknown')).toEqual(['line-works', 'lake-clean']);
	});

	it('stated as a range stands wherever it reaches', () => {
		const { index } = openRegion({ [quantities]: addLine('lake-length,project:lake-clean,length,4–6,4,6,,km,,,,total,s-news') });
		expect([projects(index, '..4'), projects(index, '5'), projects(index, '6..8'), projects(index, '7..8'), projects(index, 'unknown')]).toEqual([['lake-clean'], ['lake-clean'], ['lake-clean'], [], []]);
	});

	it('of a whole line far beyond the area is in no range and not missing either', () => {
		const { index } = openRegion({ [quantities]: addLine('lake-length,project:lake-clean,length,300,300,300,eq,km,,全线,whole line,total,s-news') });
		expect([projects(index, '20..'), projects(index, 'unknown'), projects(index, 'whole-line')]).toEqual([[], [], ['lake-clean']]);
	});

	it('in another unit is none', () => {
		const { index } = openRegion({ [quantities]: addLine('lake-length,project:lake-clean,length,300,300,300,eq,m,,,,total,s-news') });
		expect(projects(index, 'unknown')).toEqual(['lake-clean']);
	});

	it('leaves measures and indicators alone', () => {
		const { index } = openRegion();
		expect(select(index, { is: 'investment', of: ['..5'] }).counts).toEqual({ project: 1, measure: 3, indicator: 2 });
		expect(figureTest(index.figures.length, 'nonsense')(0)).toBe(false);
	});
});
