import { describe, expect, it } from 'vitest';
import { extentOf, layAxis, layLane, layMilestones, wrap } from '#lib/charts/timeline-layout.ts';
import type { LanePart } from '#lib/charts/timeline-layout.ts';
import { spanOf } from '#lib/query/gantt.ts';
import type { GanttRow } from '#lib/query/gantt.ts';
import type { MilestoneRow } from '#lib/query/timeline-page.ts';

/** Ten years of 3652 days: a year is about a tenth of the width. */
const axis = layAxis([2016, 2025], '2024-07-01');
const extent = (date: string) => extentOf(axis, spanOf(date)!);
const row = (dates: { start?: string; finish?: string; planned?: string; reports?: [GanttRow['reports'][number]['status'], string][] }) => ({
	start: spanOf(dates.start ?? ''), finish: spanOf(dates.finish ?? ''), planned: spanOf(dates.planned ?? ''), reports: (dates.reports ?? []).map(([status, date]) => ({ status, span: spanOf(date)! }))
});
const lane = (dates: Parameters<typeof row>[0]): LanePart[] => layLane(axis, row(dates), '2024-07-01');
const parts = (dates: Parameters<typeof row>[0]) => lane(dates).map((part) => `${part.is}${'of' in part ? ` ${part.of}` : ''}`);

describe('a date', () => {
	it('known to the year takes its whole year, to the month its month, to the day its day', () => {
		expect(extent('2020')).toEqual({ from: axis.x('2020-01-01'), to: axis.x('2021-01-01') });
		expect(extent('2020-02')).toEqual({ from: axis.x('2020-02-01'), to: axis.x('2020-03-01') });
		expect(extent('2020-02-10')).toEqual({ from: axis.x('2020-02-10'), to: axis.x('2020-02-11') });
		const [year, month, day] = [extent('2020'), extent('2020-02'), extent('2020-02-10')].map(({ from, to }) => to - from);
		expect([Math.round(year! * 10) / 10, Math.round((year! / month!)), day! < month!]).toEqual([10, 13, true]);
	});
	it('of the data stands on the axis where it lies within its years', () => {
		expect(axis.today).toBe(axis.x('2024-07-01'));
		expect(layAxis([2016, 2020], '2024-07-01').today).toBeNull();
		expect(axis.years.map(({ year }) => year)).toEqual([2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025]);
		expect([axis.years[0]!.from, axis.years.at(-1)!.to]).toEqual([0, 100]);
	});
});

describe('a project', () => {
	it('with start and finish is a bar between two doubts', () => {
		expect(lane({ start: '2018', finish: '2021-06' })).toEqual([{ is: 'doubt', of: 'start', ...extent('2018') }, { is: 'bar', from: axis.x('2019-01-01'), to: axis.x('2021-06-01') }, { is: 'doubt', of: 'finish', ...extent('2021-06') }]);
	});
	it('begun and finished in one year shows that year and no bar', () => expect(lane({ start: '2020', finish: '2020' })).toEqual([{ is: 'doubt', of: 'both', ...extent('2020') }]));
	it('with a start alone stays open at once, without a guessed end', () => expect(lane({ start: '2020' })).toEqual([{ is: 'doubt', of: 'start', ...extent('2020') }, { is: 'open', at: axis.x('2021-01-01') }]));
	it('reported under way is a bar to the first day that the report may mean, and open', () => {
		expect(lane({ start: '2020', reports: [['building', '2023']] }).slice(1, 3)).toEqual([{ is: 'bar', from: axis.x('2021-01-01'), to: axis.x('2023-01-01') }, { is: 'open', at: axis.x('2023-01-01') }]);
		expect(parts({ start: '2020', reports: [['planned', '2023']] })).toEqual(['doubt start', 'open', 'report']);
	});
	it('reported completed without a date of finish was finished by then, and is not open', () => {
		expect(lane({ start: '2020', reports: [['completed', '2022']] })[1]).toEqual({ is: 'by', from: axis.x('2021-01-01'), to: axis.x('2023-01-01') });
		expect(parts({ start: '2020', reports: [['completed', '2020']] })).toEqual(['doubt start', 'report']);
	});
	it('with a planned finish alone is a hollow mark, also when the day has passed', () => {
		expect(lane({ planned: '2022' })).toEqual([{ is: 'plan', of: 'finish', ...extent('2022') }]);
		expect(parts({ start: '2020', planned: '2022', reports: [['building', '2021-05']] })).toEqual(['doubt start', 'bar', 'open', 'plan finish', 'report']);
	});
	it('with a finish alone has no bar before it', () => expect(parts({ finish: '2021' })).toEqual(['doubt finish']));
	it('whose start lies ahead is hollow', () => expect(parts({ start: '2025', planned: '2025' })).toEqual(['plan start', 'plan finish']));
	it('without any date draws nothing', () => expect(lane({})).toEqual([]));
});

describe('milestones', () => {
	const milestone = (id: string, date: string): MilestoneRow => ({ id, span: spanOf(date)!, title: id, kind: 'plan', isDue: false, links: [], sources: [] });
	it('near to each other stand on lines of their own', () => {
		const { marks, lines } = layMilestones(axis, [milestone('b', '2020-01-20'), milestone('a', '2020-01-06'), milestone('c', '2022')]);
		expect(marks.map(({ row: { id }, line }) => `${id} ${line}`)).toEqual(['a 0', 'b 1', 'c 0']);
		expect(lines).toBe(2);
		expect(marks[2]).toMatchObject(extent('2022'));
	});
});

describe('a name in a file', () => {
	it('is broken and never cut', () => {
		expect(wrap('元荡生态修复及岸线贯通（一至三期）', 120)).toEqual(['元荡生态修复及岸线贯', '通（一至三期）']);
		expect(wrap('Yuandang shoreline restoration, phases 1-3', 120).join(' ')).toBe('Yuandang shoreline restoration, phases 1-3');
	});
});
