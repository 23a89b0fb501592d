import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyView } from '#lib/domain/view.ts';
import { domains, projectKinds, statusValues } from '#lib/domain/vocabulary.ts';
import { choicesOf } from '#lib/query/ask/choices.ts';
import { readQuestion, writeQuestion } from '#lib/query/ask/question.ts';
import { metresOf, newRow, withKey, withMetres, withPlaces } from '#lib/query/ask/row-edits.ts';
import { gapKinds } from '#lib/query/gaps.ts';
import { select } from '#lib/query/select.ts';
import { decode, encode } from '#lib/query/url.ts';
import { arbitraryView } from '../../../fixtures/arbitrary-view.ts';
import { openRegion } from '../../../fixtures/region.ts';

const { atlas, index } = openRegion();
const values = {
	along: ['mirror-lake', 'long-river', 'two-waters'], zone: ['delta'], district: ['west', 'east'], town: ['reed-town'], domain: domains, kind: projectKinds, status: [...statusValues, 'unknown'],
	agency: ['joint-committee', 'west-water'], document: ['plan'], period: ['..2019', '2020..2022', 'undated'], gap: gapKinds, length: ['..5', '5..20', 'unknown'], investment: ['1..', 'unknown']
};
const question = (search: string) => readQuestion(decode(search).view.filter);
const again = (search: string) => encode({ ...emptyView, filter: writeQuestion(question(search)) });

describe('the rows of a question', () => {
	it('ask exactly what the address asked, whatever tree it brings', () => {
		fc.assert(fc.property(arbitraryView(values), ({ filter }) => {
			expect(select(index, writeQuestion(readQuestion(filter))).items).toEqual(select(index, filter).items);
		}), { seed: 6 });
	});

	it.each(['?v=1&kind=rail&district=west,east', '?v=1&f=or(kind=rail,not(shore=mirror-lake))', '?v=1&kind=rail&f=or(district=west,near=mirror-lake~300)', '?v=1&f=not(and(kind=rail,district=west))', '?v=1&f=drawn=121.01_31.01+121.03_31.01+121.03_31.03&mood=sunny'])('leave %s as it stands', (search) => expect(decodeURIComponent(again(search))).toBe(search));

	it('show "or", brackets and "not" as rows, and what is deeper as a row that can only be read', () => {
		expect(question('?f=or(kind=rail,and(district=west,not(kind=eco)),not(or(kind=eco,and(kind=rail,district=west))))')).toEqual({
			join: 'any', rows: [
				{ is: 'condition', isNot: false, leaf: { is: 'kind', of: ['rail'] } },
				{ is: 'bracket', join: 'all', isNot: false, rows: [{ is: 'condition', isNot: false, leaf: { is: 'district', of: ['west'] } }, { is: 'condition', isNot: true, leaf: { is: 'kind', of: ['eco'] } }] },
				{ is: 'bracket', join: 'any', isNot: true, rows: [{ is: 'condition', isNot: false, leaf: { is: 'kind', of: ['eco'] } }, { is: 'kept', filter: { all: [{ is: 'kind', of: ['rail'] }, { is: 'district', of: ['west'] }] } }] }
			]
		});
	});

	it('ask nothing while a place, an end or a corner is missing', () => {
		const rows = [newRow(), ...(['reach', 'bank', 'nearest', 'drawn', 'border'] as const).map((is) => ({ ...newRow(), leaf: withPlaces({ is, of: [] }, is === 'reach' || is === 'border' ? ['long-river'] : []) }))];
		expect(writeQuestion({ join: 'any', rows })).toEqual({ all: [] });
	});

	it('turn an "or" of one row into the row alone, so that the facets see it', () => expect(writeQuestion({ join: 'any', rows: [{ is: 'condition', isNot: false, leaf: { is: 'kind', of: ['rail'] } }, newRow()] })).toEqual({ all: [{ is: 'kind', of: ['rail'] }] }));
});

describe('a row that changes', () => {
	it('keeps the places that the new question can be asked of, and drops the others', () => {
		expect(withKey(atlas, { is: 'along', of: ['mirror-lake', 'long-river'], withinM: 300 }, 'shore')).toEqual({ is: 'shore', of: ['mirror-lake'] });
		expect(withKey(atlas, { is: 'shore', of: ['mirror-lake'] }, 'bank')).toEqual({ is: 'bank', of: ['', 'left'] });
		expect(withKey(atlas, { is: 'shore', of: ['mirror-lake'] }, 'status')).toEqual({ is: 'status', of: [] });
	});

	it('writes no distance where it is the usual one', () => {
		expect(withMetres({ is: 'shore', of: ['mirror-lake'], withinM: 800 }, 500)).toEqual({ is: 'shore', of: ['mirror-lake'] });
		expect(metresOf(withMetres({ is: 'near', of: ['mirror-lake'] }, 250))).toBe(250);
	});

	it('loses the ends of a stretch with its line, and nothing with the same line', () => {
		expect(withPlaces({ is: 'reach', of: ['fast-line', '2', '5'] }, ['long-river'])).toEqual({ is: 'reach', of: ['long-river', '', ''] });
		expect(withPlaces({ is: 'reach', of: ['fast-line', '2', '5'] }, ['fast-line'])).toEqual({ is: 'reach', of: ['fast-line', '2', '5'] });
	});
});

describe('the places on offer', () => {
	const ids = (key: Parameters<typeof choicesOf>[2]) => choicesOf(atlas, 'zh', key).map(({ id }) => id);
	it('are those that have an answer: lakes for a shore, lines for a stretch, districts for a border', () => {
		expect(ids('shore')).toEqual(expect.arrayContaining(['mirror-lake', 'two-waters']));
		expect(ids('shore')).not.toContain('long-river');
		expect(ids('reach')).toEqual(expect.arrayContaining(['fast-line', 'long-river']));
		expect(ids('bank')).toEqual(['long-river']);
		expect(ids('border'), 'ground outside the area takes no part').toEqual(['west', 'east']);
	});
	it('are never one that is drawn as a symbol or not located', () => {
		for (const key of ['near', 'inside', 'crosses', 'nearest'] as const) {
			expect(ids(key)).not.toContain('dream-park');
			expect(ids(key)).not.toContain('lost-pond');
		}
	});
});
