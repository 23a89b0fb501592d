import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Findings } from '#lib/domain/policy-text.ts';
import { cutText, marksOf } from '#lib/query/mark-text.ts';

const none: Findings = { places: [], agencies: [], figures: [], dates: [], references: [], doubts: [] };
const figure = (start: number, end: number) => ({ start, end, text: '', value: 1, valueMin: 1, valueMax: 1, unit: '', comparator: 'eq' as const, year: null, baseYear: null, what: '' });

describe('a marked text', () => {
	it('one name that means several places is one mark, the collective first', () => {
		const marks = marksOf({ ...none, places: [{ start: 2, end: 6, id: 'taipu-river', text: '一河三湖', via: 'one-river' }, { start: 2, end: 6, id: 'one-river', text: '一河三湖' }] }, 0, 10);
		expect(marks).toEqual([{ kind: 'place', start: 2, end: 6, refs: ['place:one-river', 'place:taipu-river'], doubt: '' }]);
	});
	it('marks that overlap share the piece they both cover', () => {
		const pieces = cutText('青浦区水务局牵头', 100, { ...none, places: [{ start: 100, end: 103, id: 'qingpu', text: '青浦区' }], agencies: [{ start: 100, end: 106, id: '', text: '青浦区水务局', role: 'responsible' }] });
		expect(pieces.map(({ text, marks }) => [text, marks.map(({ kind }) => kind)])).toEqual([['青浦区', ['place', 'agency']], ['水务局', ['agency']], ['牵头', []]]);
	});
	it('a finding of another clause is left out', () => expect(cutText('甲乙', 5, { ...none, figures: [figure(0, 3), figure(6, 9), figure(6, 6)] })).toHaveLength(1));
	it('a text without findings is one piece, an empty text none', () => expect([cutText('甲乙', 0, none).length, cutText('', 0, none)]).toEqual([1, []]));
	it('gives back the text, whatever overlaps: every unit carries exactly the marks that cover it', () => {
		const span = fc.tuple(fc.nat(40), fc.nat(12)).map(([start, length]) => ({ start, end: start + length }));
		fc.assert(fc.property(fc.string({ maxLength: 30, unit: fc.constantFrom('水', '3', ' ', '<b>', '\u{20BB7}') }), fc.nat(8), fc.array(span, { maxLength: 12 }), fc.array(span, { maxLength: 6 }), (text, start, figures, doubts) => {
			const findings: Findings = { ...none, figures: figures.map(({ start: from, end }) => figure(from, end)), doubts: doubts.map((doubt) => ({ ...doubt, kind: 'masked' as const, text: '' })) };
			const pieces = cutText(text, start, findings);
			expect(pieces.map((piece) => piece.text).join('')).toBe(text);
			const marks = marksOf(findings, start, start + text.length);
			for (const piece of pieces) {
				const wrong = marks.filter((mark) => Array.from({ length: piece.end - piece.start }, (_, i) => piece.start + i).some((at) => (mark.start <= at && at < mark.end) !== piece.marks.some(({ kind, start: from, end }) => kind === mark.kind && from === mark.start && end === mark.end)));
				expect(wrong).toEqual([]);
				expect(new Set(piece.marks).size).toBe(piece.marks.length);
			}
		}));
	});
});
