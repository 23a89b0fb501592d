import { describe, expect, it } from 'vitest';
import { createAtlas } from '#lib/query/atlas.ts';
import { byAgency, byGovernment, duePeriods, duesOf, periodOf } from '#lib/query/dues.ts';
import { publish } from '#lib/server/publish.ts';
import { readRoots } from '#lib/server/roots.ts';
import { addLine, openRegion, swap } from '../../fixtures/region.ts';
import type { Changes } from '../../fixtures/region.ts';

const dues = (on?: string, changes: Changes = {}) => duesOf(openRegion(changes).atlas, on);
const lines = (on?: string, changes: Changes = {}) => dues(on, changes).items.map(({ kind, ref, date, period }) => `${kind} ${ref} ${date} ${period}`);
const milestones = 'catalogue/milestones.csv';
const projects = 'catalogue/projects.csv';

describe('a date against a day', () => {
	it.each([['2026-03-03', 'overdue'], ['2026-03-04', 'soon'], ['2026-06-02', 'soon'], ['2026-06-03', 'year'], ['2026-12-31', 'year'], ['2027-01-01', 'later']])('that ends on %s is %s', (end, period) => expect(periodOf(end, '2026-03-04')).toBe(period));
	it('in the new year and within ninety days is soon', () => expect(periodOf('2027-01-15', '2026-12-01')).toBe('soon'));
});

describe('what is due', () => {
	it('are planned finishes and targets, at the end of their year, shown as found', () => {
		expect(lines('2026-03-04')).toEqual(['target indicator:lake-class 2025 overdue', 'finish project:line-works 2026 year']);
		expect(dues('2026-03-04').items[1]).toMatchObject({ date: '2026', end: '2026-12-31', status: { status: 'building', date: '2024-05' }, governments: ['joint'], agencies: ['joint-committee'] });
		expect([lines('2026-12-31')[1], lines('2027-01-01')[1]]).toEqual(['finish project:line-works 2026 soon', 'finish project:line-works 2026 overdue']);
	});
	it('is a target that was reached before its year, until a value of that year shows it', () => {
		expect(dues('2026-03-04').items[0]).toMatchObject({ state: 'met', valueYear: '2023' });
		expect(lines('2026-03-04', { 'catalogue/observations.csv': addLine('lake-class-2025,lake-class,III,3,3,2025,,count,,,,,s-mirror'), 'dataset.json': swap('2024-06-30', '2026-03-04') })).toEqual(['finish project:line-works 2026 year']);
	});
	it('is not a planned finish whose project is completed', () => {
		expect(lines(undefined, { [projects]: swap('2021,2026,,west;east', '2021,2026,2023,west;east') })).not.toContain('finish project:line-works 2026 later');
		expect(lines(undefined, { 'catalogue/statuses.csv': swap('building,2024-05', 'completed,2024-05') }).join()).not.toContain('line-works');
	});
	it('is a milestone of kind due, in place of the finish that says no more', () => {
		const withDue = (date: string): Changes => ({ [milestones]: addLine(`line-due,${date},快线应完工,Fast Line due,due,project:line-works,s-news`) });
		expect(lines('2026-03-04', withDue('2026-05'))).toEqual(['target indicator:lake-class 2025 overdue', 'milestone milestone:line-due 2026-05 soon']);
		expect(dues('2026-03-04', withDue('2026-05')).items[1]).toMatchObject({ projects: ['line-works'], governments: ['joint'] });
		expect(lines('2026-03-04', withDue('2027'))).toHaveLength(3);
	});
	it('stands under each government of its leads, and under none where no lead is named', () => {
		const both = dues('2026-03-04', { [projects]: swap('rail-corridor,fast-line,,,joint-committee', 'rail-corridor,fast-line,,,joint-committee;west-water') });
		expect(byGovernment(both.items)).toMatchObject([{ government: 'qingpu', counts: { year: 1, overdue: 1 } }, { government: 'joint', counts: { year: 1, overdue: 0 } }]);
		expect(byGovernment(dues('2026-03-04', { [projects]: swap('rail-corridor,fast-line,,,joint-committee', 'rail-corridor,fast-line,,,') }).items)).toMatchObject([{ government: 'qingpu' }, { government: '', counts: { year: 1 } }]);
	});
});

describe('dues by agency', () => {
	it('stand with each of their leads, in the order of governments, and with none where no lead is named', () => {
		const changes = { [projects]: swap('rail-corridor,fast-line,,,joint-committee', 'rail-corridor,fast-line,,,joint-committee;west-water') };
		const { atlas } = openRegion(changes);
		expect(byAgency(atlas, duesOf(atlas, '2026-03-04').items).map(({ agency, government, counts, items }) => [agency, government, counts.year, items.map(({ ref }) => ref)])).toEqual([['west-water', 'qingpu', 1, ['indicator:lake-class', 'project:line-works']], ['joint-committee', 'joint', 1, ['project:line-works']]]);
		const { atlas: without } = openRegion({ [projects]: swap('rail-corridor,fast-line,,,joint-committee', 'rail-corridor,fast-line,,,') });
		expect(byAgency(without, duesOf(without, '2026-03-04').items).map(({ agency }) => agency)).toEqual(['west-water']);
	});
});

describe('the dues of the real data', () => {
	const { dataset, relations } = publish(readRoots());
	const atlas = createAtlas(dataset, relations);
	const { items, done, undatedTargets } = duesOf(atlas);

	it('resolve, are in order, and hold nothing that is completed', () => {
		console.log(`dues on ${dataset.dataDate}: ${duePeriods.map((period) => `${period} ${items.filter((due) => due.period === period).length}`).join(', ')}; done ${done}; targets without year ${undatedTargets}; known to the day ${items.filter(({ date }) => date.length === 10).length}`);
		expect(items.filter(({ kind, ref }) => kind !== 'milestone' && !atlas.exists(ref))).toEqual([]);
		expect(items.map(({ end }) => end)).toEqual(items.map(({ end }) => end).toSorted());
		expect(items.filter(({ status }) => status?.status === 'completed')).toEqual([]);
		expect(items.length).toBeGreaterThan(20);
		expect(items.map(({ ref }) => ref)).not.toContain('project:xiangfu-eco');
	});
	it('account for every dated finish, target and milestone', () => {
		const dated = dataset.projects.filter(({ finishPlanned }) => finishPlanned).length + dataset.targets.filter(({ year }) => year).length + dataset.milestones.filter(({ kind }) => kind === 'due').length;
		const told = dataset.milestones.filter(({ kind }) => kind === 'due').flatMap(({ refs, date }) => refs.filter((ref) => ref.startsWith('project:') && date.startsWith(atlas.project.get(ref.slice(8))!.finishPlanned || '-'))).length;
		expect(items.length + done + told).toBe(dated);
	});
});
