import { describe, expect, it } from 'vitest';
import { hasKey } from '#lib/i18n/index.ts';
import { createAtlas } from '#lib/query/atlas.ts';
import { gapKinds, gapReasons, gapsOf } from '#lib/query/gaps.ts';
import type { GapKind, GapOptions } from '#lib/query/gaps.ts';
import { judgeAll } from '#lib/query/progress-all.ts';
import { publish } from '#lib/server/publish.ts';
import { readRoots } from '#lib/server/roots.ts';
import { addLine, openRegion, swap } from '../../fixtures/region.ts';
import type { Changes } from '../../fixtures/region.ts';

const gap = (kind: GapKind, changes: Changes = {}, options: GapOptions = {}) => gapsOf(openRegion(changes).atlas, options).find((one) => one.kind === kind)!;
const lines = (kind: GapKind, changes: Changes = {}, options: GapOptions = {}) => gap(kind, changes, options).items.map(({ ref, reason, date }) => `${ref} ${reason} ${date}`.trim());
const links = 'catalogue/links.csv';
const observations = 'catalogue/observations.csv';
const statuses = 'catalogue/statuses.csv';

describe('a clause without project', () => {
	it('is one that commits someone and that no project is tied to, itself or by its measure', () => {
		expect(lines('clause-no-project')).toEqual(['clause:plan#2 none']);
		expect(gap('clause-no-project').of).toBe(3);
	});
	it('says where a project is tied to its section alone', () => expect(lines('clause-no-project', { [links]: addLine('project:line-west,clause:plan#一,inferred,,tests,,,s-news') })).toEqual(['clause:plan#2 section-only']));
});

describe('a project without clause', () => {
	it('says where its whole has one', () => expect(lines('project-no-clause')).toEqual(['project:line-west whole-only']));
	it('says where there is none at all', () => expect(lines('project-no-clause', { [links]: swap('project:line-works,clause:plan#3,inferred,,tests,,,s-news\n', '') })).toEqual(['project:line-works none', 'project:line-west none']));
});

describe('an indicator', () => {
	it('has a target without observation where no value follows the base', () => {
		expect(lines('target-no-observation')).toEqual([]);
		expect(lines('target-no-observation', { [observations]: swap('lake-class-2023,lake-class,III,3,3,2023,,annual,,,,,s-mirror\n', '') })).toEqual(['indicator:lake-class only-base 2025']);
	});
	it('has no target', () => expect(lines('indicator-no-target')).toEqual(['indicator:fast-trips with-values']));
});

describe('a place without measure', () => {
	it('is not saved by a measure that only covers the area around it', () => {
		expect(lines('place-no-measure')).toEqual(expect.arrayContaining(['place:salt-town area-wide-only', 'place:far-lake none']));
		expect(lines('place-no-measure').join()).not.toMatch(/place:(delta|mirror-lake|long-river) /);
	});
	it('is of a kind that can carry one', () => expect(lines('place-no-measure').join()).not.toMatch(/mid-station|two-waters/));
});

describe('a measure whose period has passed', () => {
	const withPeriod = (period: string): Changes => ({ 'catalogue/measures.csv': swap('ours,west-water,,,s-plan', `ours,west-water,,${period},s-plan`) });
	it('is asked only where a period is stated', () => expect(gap('measure-period-over')).toMatchObject({ of: 0, items: [] }));
	it('is over when the last year is over', () => {
		expect(lines('measure-period-over', withPeriod('2021-2023'))).toEqual(['measure:plan-1 over 2021-2023']);
		expect(lines('measure-period-over', withPeriod('2021-2024'))).toEqual([]);
		expect(lines('measure-period-over', withPeriod('2021-2024'), { today: '2025-01-01' })).toEqual(['measure:plan-1 over 2021-2024']);
	});
});

describe('an old status', () => {
	it('does not speak of what is completed, and says where there is no date', () => expect(lines('status-old')).toEqual(['project:lake-clean undated']));
	it('is old when even the end of its month is older than the months asked for', () => {
		expect(lines('status-old', {}, { today: '2026-05-31' })).toEqual(['project:lake-clean undated']);
		expect(lines('status-old', {}, { today: '2026-06-01' })).toEqual(['project:line-works old 2024-05', 'project:lake-clean undated']);
		expect(lines('status-old', {}, { months: 1 })).toEqual(['project:lake-clean undated']);
	});
	it('known to the year waits for its end', () => {
		const byYear = { [statuses]: swap('building,2024-05,', 'building,2024,') };
		expect(lines('status-old', byYear, { today: '2026-12-31' })).toHaveLength(1);
		expect(lines('status-old', byYear, { today: '2027-01-01' })).toHaveLength(2);
	});
});

describe('the gaps of the real data', () => {
	const { dataset, relations } = publish(readRoots());
	const atlas = createAtlas(dataset, relations);
	const gaps = gapsOf(atlas);
	const count = (kind: GapKind) => gaps.find((one) => one.kind === kind)!.items.length;

	it('name records that exist, each once, with a known reason', () => {
		for (const { kind, items, of } of gaps) {
			console.log(`${kind}: ${items.length} of ${of}; ${gapReasons[kind].map((reason) => `${reason} ${items.filter((item) => item.reason === reason).length}`).join(', ')}`);
			expect(items.filter(({ ref }) => !atlas.exists(ref))).toEqual([]);
			expect(items.filter(({ reason }) => !(gapReasons[kind] as readonly string[]).includes(reason))).toEqual([]);
			expect(new Set(items.map(({ ref, target }) => `${ref} ${target}`)).size).toBe(items.length);
			expect(items.length).toBeLessThanOrEqual(of);
		}
	});

	it('agree with the states of the method', () => {
		const states = [...judgeAll(atlas).values()].map(({ state }) => state);
		expect(count('indicator-no-target')).toBe(states.filter((state) => state === 'no-target').length);
		expect(count('target-no-observation')).toBeGreaterThanOrEqual(states.filter((state) => state === 'no-data').length - 2);
	});

	it('are neither empty nor everything, but for periods, which no measure states yet', () => {
		for (const { kind, items, of } of gaps) if (kind !== 'measure-period-over') expect([items.length > 0, items.length < of], kind).toEqual([true, true]);
	});

	it('have words in the interface', () => expect(gapKinds.flatMap((kind) => [`gap.${kind}`, `gap.${kind}.from`, ...gapReasons[kind].map((reason) => `gap.${kind}.${reason}`)]).filter((key) => !hasKey(key))).toEqual([]));
});
