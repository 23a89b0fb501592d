import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { statusValues } from '#lib/domain/vocabulary.ts';
import { countStates, stateInYear, statesInYear } from '#lib/query/status-in-year.ts';
import { openRegion } from '../../fixtures/region.ts';

const dataDate = '2026-03-04';
const project = { start: '', finishPlanned: '', finishActual: '' };
const report = (status: (typeof statusValues)[number], date: string) => ({ status, date });
const at = (year: number, changes: Partial<typeof project>, ...reports: ReturnType<typeof report>[]) => stateInYear({ ...project, ...changes }, reports, year, dataDate);

describe('what dated rows say of a year', () => {
	it('nothing, where no row is dated: the status is not known then', () => {
		expect(at(2023, {})).toEqual({ state: 'unknown', asOf: '' });
		expect(at(2023, {}, report('completed', ''))).toEqual({ state: 'unknown', asOf: '' });
	});
	it('under way from the year of the start, not known before it', () => {
		expect([2019, 2020, 2024].map((year) => at(year, { start: '2020' }).state)).toEqual(['unknown', 'underway', 'underway']);
	});
	it('completed from the year of the actual finish', () => {
		expect([2022, 2023, 2030].map((year) => at(year, { start: '2020', finishActual: '2023-05' }))).toEqual([{ state: 'underway', asOf: '2020' }, { state: 'completed', asOf: '2023-05' }, { state: 'completed', asOf: '2023-05' }]);
	});
	it('the last report at or before the year; building and ongoing are both under way', () => {
		const reports = [report('planned', '2021-02'), report('building', '2022-07-13'), report('completed', '2025')];
		expect([2020, 2021, 2022, 2024, 2025].map((year) => at(year, {}, ...reports).state)).toEqual(['unknown', 'planned', 'underway', 'underway', 'completed']);
		expect(at(2023, {}, report('ongoing', '2022-01')).state).toBe('underway');
	});
	it('of rows that may mean the same day the one that says more: begun beats planned', () => expect(at(2022, { start: '2022' }, report('planned', '2022')).state).toBe('underway'));
	it('a planned finish is never shown as done', () => {
		expect([2024, 2025, 2026].map((year) => at(year, { start: '2022', finishPlanned: '2024' }).state)).toEqual(['underway', 'underway', 'underway']);
		expect(at(2030, { finishPlanned: '2028-06' })).toEqual({ state: 'planned', asOf: '2028-06' });
	});
	it('beyond the data date: planned where a finish is planned by then, else not known; a plan that has passed says nothing', () => {
		expect([2027, 2028].map((year) => at(year, { start: '2022', finishPlanned: '2028' }).state)).toEqual(['unknown', 'planned']);
		expect(at(2030, { start: '2022', finishPlanned: '2024' }).state).toBe('unknown');
		expect(at(2030, { start: '2022' }).state).toBe('unknown');
	});
	it('a start that lies after the data date is no fact', () => expect(at(2026, { start: '2026-09' }).state).toBe('unknown'));
	it('a date that is none is left out', () => expect(at(2026, { start: 'soon' }, report('completed', '2025-13')).state).toBe('unknown'));
});

test('a row added later never changes what an earlier year showed', () => {
	const year = fc.integer({ min: 2016, max: 2035 });
	const date = fc.oneof(fc.constant(''), year.map(String), fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`));
	const dates = fc.record({ start: date, finishPlanned: date, finishActual: date });
	const reports = fc.array(fc.record({ status: fc.constantFrom(...statusValues), date }), { maxLength: 4 });
	fc.assert(fc.property(dates, reports, year, fc.constantFrom(...statusValues), fc.integer({ min: 1, max: 9 }), (known, told, asked, status, later) => {
		const before = stateInYear(known, told, asked, dataDate);
		expect(stateInYear(known, [...told, report(status, String(asked + later))], asked, dataDate)).toEqual(before);
		if (known.start === '') expect(stateInYear({ ...known, start: String(asked + later) }, told, asked, dataDate)).toEqual(before);
		if (known.finishActual === '') expect(stateInYear({ ...known, finishActual: `${asked + later}-06` }, told, asked, dataDate)).toEqual(before);
		if (known.finishPlanned === '') expect(stateInYear({ ...known, finishPlanned: String(asked + later) }, told, asked, dataDate)).toEqual(before);
		if (before.state === 'completed') expect([known.finishActual, ...told.filter((row) => row.status === 'completed').map((row) => row.date)]).toContain(before.asOf);
	}), { numRuns: 1000 });
});

test('of the mini-region: the counts of a year are those of its projects', () => {
	const { atlas } = openRegion();
	expect(Object.fromEntries([...statesInYear(atlas, 2023)].map(([id, { state }]) => [id, state]))).toEqual({ 'line-works': 'underway', 'line-west': 'completed', 'lake-clean': 'unknown' });
	expect(countStates(statesInYear(atlas, 2023))).toEqual({ completed: 1, underway: 1, planned: 0, unknown: 1 });
	expect(countStates(statesInYear(atlas, 2023), ['lake-clean'])).toEqual({ completed: 0, underway: 0, planned: 0, unknown: 1 });
});
