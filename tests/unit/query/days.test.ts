import { describe, expect, it } from 'vitest';
import { addDays, addMonths, endOfPeriod, isDay, lastDayOf } from '#lib/query/days.ts';

describe('a date as found', () => {
	it('is over when its year, month or day is over', () => expect(['2024', '2024-02', '2023-02', '2024-05-18', '', 'soon', '2024-13', '2024-02-30'].map(lastDayOf)).toEqual(['2024-12-31', '2024-02-29', '2023-02-28', '2024-05-18', '', '', '', '']));
	it('is a day only where the day is known and exists', () => expect(['2024-02-29', '2023-02-29', '2024-02', '2024', '2024-1-1'].map(isDay)).toEqual([true, false, false, false, false]));
	it('moves by days and months', () => {
		expect([addDays('2023-12-31', 1), addDays('2024-03-01', -1)]).toEqual(['2024-01-01', '2024-02-29']);
		expect([addMonths('2026-03-04', -24), addMonths('2026-03-31', -1), addMonths('2024-12-15', 1)]).toEqual(['2024-03-04', '2026-02-28', '2025-01-15']);
	});
	it('ends a period that states its end', () => expect(['2021-2025', '2021/2025-06', '2020–2022', '2024', '2024-', '2024/', '', '三年', '2021年至2023年'].map(endOfPeriod)).toEqual(['2025-12-31', '2025-06-30', '2022-12-31', '2024-12-31', '', '', '', '', '2023-12-31']));
});
