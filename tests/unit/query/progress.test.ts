import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Observation, Target } from '#lib/domain/dataset.ts';
import { en } from '#lib/i18n/all.ts';
import { hasKey } from '#lib/i18n/index.ts';
import { currentTarget } from '#lib/query/progress-all.ts';
import { caveats, ruleIds, rules, states } from '#lib/query/progress-rules.ts';
import type { Rule, State } from '#lib/query/progress-rules.ts';
import { halfDigit, readClass, readExtent } from '#lib/query/progress-value.ts';
import { judge } from '#lib/query/progress.ts';
import { base, classRow, question, row, today } from '../../fixtures/question.ts';
import type { Change } from '../../fixtures/question.ts';

const ask = (change: Change = {}, day = today) => judge(question(change), day);
const asClass = { valueKind: 'class', direction: 'lower' } as const;
const classTarget: Partial<Target> = { valueText: 'III', valueMin: null, valueMax: null, comparator: 'keep-class' };

/** One case a rule: what is asked, and the rule that must answer. */
const cases: Record<Rule, Change> = {
	'target-reached': { values: [row({ valueMin: 20 })] },
	'class-reached': { indicator: asClass, target: classTarget, hasBase: false, values: [classRow('II')] },
	'on-path': { values: [row({ valueMin: 15 })] },
	'below-path': { values: [row({ valueMin: 14.99 })] },
	'target-year-missed': { target: { year: '2025' }, values: [row({ valueMin: 19 })] },
	'no-base': { hasBase: false },
	'class-no-path': { indicator: asClass, target: classTarget, hasBase: false, values: [classRow('IV')] },
	'no-target-year': { target: { year: '' } },
	'target-year-over': { target: { year: '2025' }, values: [row({ year: '2023', valueMin: 19 })] },
	'single-month': { values: [row({ year: '', period: '2025-10', basisKind: 'single-month', valueMin: 99 })] },
	'uncertain-year': { values: [row({ basisKind: 'uncertain-year' })] },
	period: { values: [row({ year: '', period: '2019/2022', basisKind: 'period' })] },
	'other-basis': { values: [row({ basisKind: 'other', valueMin: 99 })] },
	'total-against-limit': { target: { comparator: 'le' }, values: [row({ basisKind: 'cumulative' })] },
	'other-scope': { values: [row({ scope: 'elsewhere', valueMin: 99 })] },
	'other-definition': { values: [row({ indicator: 'another', valueMin: 99 })] },
	'before-base': { values: [row({ year: '2019', valueMin: 99 })] },
	'year-not-over': { values: [row({ year: '2026', valueMin: 99 })] },
	undated: { values: [row({ year: '', valueMin: 99 })] },
	'unreadable-value': { values: [row({ valueText: 'many', valueMin: null, valueMax: null })] },
	'range-undecided': { values: [row({ valueText: '14–16', valueMin: 14, valueMax: 16 })] },
	'text-target': { target: { valueText: 'meet the national task', valueMin: null, valueMax: null } },
	'reduce-by-unclear': { target: { comparator: 'reduce-by' }, indicator: { direction: 'lower' }, hasBase: false },
	'sources-disagree': { conflicts: [{ field: 'value-2025', used: '' }] },
	'low-confidence': { indicator: { confidence: 'low' } },
	'no-observation': { hasBase: false, values: [] },
	'only-base': { values: [] },
	'no-target': { target: null }
};

describe('the rules of the method', () => {
	it.each(ruleIds)('%s', (rule) => expect(ask(cases[rule])).toMatchObject({ rule, state: rules[rule] }));

	it('have words in both languages and stand in the document, as do states and caveats', () => {
		const document = readFileSync('docs/method.md', 'utf8');
		const keys = [...states.flatMap((state) => [`state.${state}`, `state.${state}.title`]), ...ruleIds.map((rule) => `method.rule.${rule}`), ...caveats.map((caveat) => `method.caveat.${caveat}`)];
		expect(keys.filter((key) => !hasKey(key) || !(key in en))).toEqual([]);
		expect([...ruleIds, ...caveats, ...states].filter((word) => !document.includes(`\`${word}\``))).toEqual([]);
	});
});

describe('a value against the path', () => {
	it('is on track at the required value itself, in spite of binary fractions', () => {
		const target = { valueMin: 20.6, year: '2035' };
		const from = { ...base, valueMin: 20.3, valueMax: 20.3 };
		const at = (valueMin: number, year: string) => judge({ ...question({ target }), observations: [from, row({ valueMin, year })] }, today);
		expect(at(20.38, '2024')).toMatchObject({ state: 'on-track', required: expect.closeTo(20.38, 10) });
		expect(at(20.38, '2025')).toMatchObject({ state: 'behind', required: expect.closeTo(20.4, 10), caveats: [] });
		expect(at(20.396, '2025')).toMatchObject({ state: 'behind', caveats: [] });
		expect(at(20.4, '2025').state).toBe('on-track');
	});

	it('goes down where less is better', () => {
		const down = (valueMin: number) => ask({ target: { comparator: 'le', valueMin: 5 }, indicator: { direction: 'lower' }, values: [row({ valueMin })] }).state;
		expect([5, 7.5, 7.6, 11].map(down)).toEqual(['met', 'on-track', 'behind', 'behind']);
	});

	it('says when rounding could turn the state', () => {
		expect(ask({ values: [row({ valueText: '14.9', valueMin: 14.96 })] })).toMatchObject({ state: 'behind', caveats: ['close'] });
		expect(ask({ values: [row({ valueText: '15', valueMin: 15 })] }).caveats).toEqual([]);
	});

	it('is not drawn from a row that no source calls the base', () => expect(ask({ target: { baseline: '' }, values: [row()] })).toMatchObject({ rule: 'no-base', required: null, base: null }));
	it('is not drawn from a single-month sample or from another indicator', () => {
		expect(judge({ ...question(), observations: [{ ...base, basisKind: 'single-month' }, row()] }, today).rule).toBe('no-base');
		expect(judge({ ...question(), observations: [{ ...base, indicator: 'another' }, row()] }, today).rule).toBe('other-definition');
	});
});

describe('comparators', () => {
	const state = (comparator: Target['comparator'], valueMin: number, direction: 'higher' | 'lower' | 'neutral' = 'higher') => ask({ hasBase: false, target: { comparator }, indicator: { direction }, values: [row({ valueMin })] }).state;
	it('"more than" and "less than" are not reached at the number itself', () => expect([state('gt', 20), state('gt', 20.1), state('ge', 20), state('lt', 20), state('lt', 19.9), state('le', 20)]).toEqual(['not-yet-met', 'met', 'met', 'not-yet-met', 'met', 'met']));
	it('"=" means reached: at the number or better; exactly where no direction is better', () => expect([state('eq', 21), state('eq', 19), state('eq', 19, 'lower'), state('eq', 20, 'neutral'), state('eq', 21, 'neutral')]).toEqual(['met', 'not-yet-met', 'met', 'met', 'not-yet-met']));
	it('"about" is read strictly, and says so', () => expect(ask({ hasBase: false, target: { comparator: 'about' }, values: [row({ valueMin: 19.9 })] })).toMatchObject({ state: 'not-yet-met', caveats: expect.arrayContaining(['about-target']) }));
	it('a target range is reached from its easier end', () => expect(ask({ target: { valueText: '10–11', valueMin: 10, valueMax: 11, comparator: 'eq' }, hasBase: false, values: [row({ valueMin: 10.2 })] }).state).toBe('met'));

	it('"cut by" counts from the base: per cent where the text says so, else in the unit', () => {
		const cut = (valueText: string, valueMin: number) => ask({ target: { comparator: 'reduce-by', valueText, valueMin: 15, valueMax: 15 }, indicator: { direction: 'lower' }, values: [row({ valueMin })] }).state;
		expect([cut('15%', 8.5), cut('15%', 9.25), cut('15%', 9.3)]).toEqual(['met', 'on-track', 'behind']);
		expect(cut('15', -5)).toBe('met');
	});
});

describe('which value is judged', () => {
	it('the newest that a rule allows; a newer one that is passed over is told', () => {
		const newer = row({ basisKind: 'uncertain-year', valueMin: 99 });
		expect(ask({ values: [newer, row({ year: '2023', valueMin: 13 })] })).toMatchObject({ state: 'on-track', value: { year: '2023' }, caveats: ['newer-not-judged'] });
	});
	it('a count and a running total of something to be reached are', () => expect((['count', 'cumulative'] as const).map((basisKind) => ask({ values: [row({ basisKind, valueMin: 20 })] }).state)).toEqual(['met', 'met']));
	it('a count of this year is, an annual value of a year that runs is not', () => {
		expect(ask({ values: [row({ year: '2026', basisKind: 'count', valueMin: 20 })] }).state).toBe('met');
		expect(ask({ values: [row({ year: '2027', basisKind: 'count', valueMin: 20 })] }).rule).toBe('year-not-over');
	});
	it('without a base none from before 2019', () => expect(ask({ hasBase: false, values: [row({ year: '2018', valueMin: 99 })] }).rule).toBe('before-base'));
	it('a value of uncertain year is told for both years and not judged', () => expect(ask({ values: [row({ basisKind: 'uncertain-year', valueMin: 14.5 })] })).toMatchObject({ state: 'not-comparable', required: null, ifYear: [{ year: 2024, state: 'on-track', required: 14 }, { year: 2025, state: 'behind', required: 15 }] }));
	it('a bound is met where its known end is, and undecided where only the open end could be', () => {
		expect(ask({ values: [row({ valueText: '>20', valueMin: 20, valueMax: null })] }).state).toBe('met');
		expect(ask({ values: [row({ valueText: '>11', valueMin: 11, valueMax: null })] }).rule).toBe('range-undecided');
	});
	it('other rows of the indicator keep their year when one year is disputed', () => expect(ask({ values: [row(), row({ year: '2024', valueMin: 14 })], conflicts: [{ field: 'value-2025', used: '' }] })).toMatchObject({ state: 'on-track', value: { year: '2024' } }));
	it('reached early and told by one source only is said', () => expect(ask({ values: [row({ valueMin: 25, sources: ['s-plan'] })] }).caveats).toEqual(['early', 'same-source']));
});

describe('which target counts', () => {
	const target = (id: string, year: string) => ({ ...question().target!, id, year });
	it('the next one due, after the last the last, a dated one before an undated one', () => {
		const [a, b, c] = [target('a', '2025'), target('b', '2030'), target('c', '')];
		expect([currentTarget([c, b, a], 2026)?.id, currentTarget([c, a], 2026)?.id, currentTarget([c], 2026)?.id, currentTarget([], 2026)]).toEqual(['b', 'a', 'c', null]);
	});
});

describe('published text as a value', () => {
	it.each<[string, [number, number] | null]>([['Ⅲ类', [3, 3]], ['III', [3, 3]], ['劣V', [6, 6]], ['劣于V类', [6, 6]], ['Worse than Class V', [6, 6]], ['III或更优', [1, 3]], ['Class III or better', [1, 3]], ['II–III', [2, 3]], ['Ⅳ类及以下', [4, 6]], ['VI', null], ['达到', null]])('class %s', (text, extent) => expect(readClass(text)).toEqual(extent && { lo: extent[0], hi: extent[1] }));
	it('a class is judged by the worse end of what it may be', () => {
		const state = (text: string) => ask({ indicator: asClass, target: classTarget, hasBase: false, values: [classRow(text)] }).rule;
		expect(['III或更优', '劣V', 'III–IV', 'IV或更差'].map(state)).toEqual(['class-reached', 'class-no-path', 'range-undecided', 'class-no-path']);
	});
	it('is no value where its ends are crossed or no numbers', () => expect([readExtent('number', { valueText: '', valueMin: 3, valueMax: 2 }), readExtent('number', { valueText: '', valueMin: NaN, valueMax: 2 }), readExtent('text', { valueText: '3', valueMin: 3, valueMax: 3 })]).toEqual([null, null, null]));
	it('has half of its last digit as rounding', () => expect([halfDigit('20.38'), halfDigit('1,560'), halfDigit('≈3000')]).toEqual([0.005, 0.5, 0.5]));
});

describe('in general', () => {
	/** "Not comparable" lies between: a better value may lead out of falling short into it, never out of a judgement that is good. */
	const rank: Record<State, number> = { behind: 0, 'not-yet-met': 0, 'not-comparable': 1, 'on-track': 2, met: 3, 'no-data': 1, 'no-target': 1 };
	const any = <const T extends string>(...values: T[]) => fc.constantFrom<T>(...values);
	const number = fc.double({ min: -1000, max: 1000, noNaN: true });

	it('a better value never gives a worse state', () => {
		fc.assert(
			fc.property(
				any('ge', 'gt', 'le', 'lt', 'eq', 'about', 'reduce-by'), any('higher', 'lower'), number, number, number, fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0, max: 50, noNaN: true }), any('2021', '2025', '2026', '2030', ''), any('2020', '2023', '2025'), any('annual', 'count', 'cumulative', 'uncertain-year'), fc.boolean(),
				(comparator, direction, edge, from, at, gain, width, targetYear, year, basisKind, hasBase) => {
					const sense = comparator === 'reduce-by' || comparator.startsWith('l') ? -1 : comparator.startsWith('g') ? 1 : direction === 'higher' ? 1 : -1;
					const state = (valueMin: number) => judge({ ...question({ indicator: { direction }, target: { comparator, valueMin: edge, valueMax: edge, year: targetYear }, hasBase }), observations: [{ ...base, valueMin: from, valueMax: from, ...(hasBase ? {} : { id: 'no-base' }) }, row({ valueText: '', valueMin, valueMax: valueMin + width, year, basisKind })] }, today).state;
					expect(rank[state(at + sense * gain)]).toBeGreaterThanOrEqual(rank[state(at)]);
				}
			),
			{ numRuns: 3000 }
		);
	});

	it('a better class never gives a worse state', () => {
		const words = ['I', 'II', 'III', 'IV', 'V', '劣V'];
		fc.assert(fc.property(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }), any('keep-class', 'le', 'eq', 'lt'), (a, b, goal, comparator) => {
			const state = (at: number) => ask({ indicator: asClass, hasBase: false, target: { ...classTarget, comparator, valueText: words[goal]! }, values: [classRow(words[at]!)] }).state;
			expect(rank[state(Math.min(a, b))]).toBeGreaterThanOrEqual(rank[state(Math.max(a, b))]);
		}));
	});

	it('inputs that nobody expects never throw, and get a state of the list', () => {
		const odd = fc.oneof(fc.constantFrom<unknown>(null, undefined, NaN, Infinity, -Infinity, 0), fc.double(), fc.string());
		const text = fc.oneof(fc.string(), fc.constantFrom('2025', '2025-13', '劣V', '≈', '%', '2019/2022', '>20'));
		const word = (...values: string[]) => fc.oneof(any(...values), fc.string());
		fc.assert(
			fc.property(fc.record({ text, min: odd, max: odd, year: text, period: text, basis: word('annual', 'count', 'cumulative', 'period'), kind: word('number', 'class', 'text'), direction: word('higher', 'lower', 'neutral'), comparator: word('ge', 'lt', 'keep-class', 'reduce-by', 'about'), hasBase: fc.boolean(), day: text }), (o) => {
				const value = row({ valueText: o.text, year: o.year, period: o.period, basisKind: o.basis as Observation['basisKind'] });
				const wild = { ...value, valueMin: o.min as number, valueMax: o.max as number };
				const target = { valueText: o.text, valueMin: o.min as number, valueMax: o.max as number, year: o.year, comparator: o.comparator as Target['comparator'] };
				const { state, rule } = ask({ indicator: { valueKind: o.kind as 'number', direction: o.direction as 'higher' }, target, values: [wild, row()], hasBase: o.hasBase }, o.day);
				expect(rules[rule]).toBe(state);
			}),
			{ numRuns: 3000 }
		);
	});

	it('the same question has the same answer on every day but for years that are not over', () => expect([ask({}, '2026'), ask({}, '2026-12-31'), ask({}, '2029-01-01')].map(({ state }) => state)).toEqual(['on-track', 'on-track', 'on-track']));
});
