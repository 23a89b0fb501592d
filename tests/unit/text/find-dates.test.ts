import { describe, expect, it } from 'vitest';
import { asIs, find } from '../../fixtures/policy-text.ts';

const dates = (text: string): string[] => find(asIs(text)).dates.map(({ date }) => date);

describe('dates', () => {
	it('are as precise as printed', () => expect(dates('2024年5月6日印发,2023年11月修订,2022年起草,二〇二五年七月一日施行。')).toEqual(['2024-05-06', '2023-11', '2022', '2025-07-01']));
	it('are read in figures', () => expect(dates('2021-07-13,2020.4.2')).toEqual(['2021-07-13', '2020-04-02']));
	it('are two in a span of years', () => expect(dates('2021—2035年')).toEqual(['2021', '2035']));
	it('are none without a year, in a title, or beyond the calendar', () => expect(dates('7月13日开会,《规划(2021—2035年)》,2024年13月40日')).toEqual([]));
});
