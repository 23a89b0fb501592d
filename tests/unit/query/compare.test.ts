import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { facetKeys } from '#lib/domain/view.ts';
import { translator } from '#lib/i18n/index.ts';
import { layerIds } from '#lib/map/layer-ids.ts';
import { createAtlas } from '#lib/query/atlas.ts';
import { compareBook, compareCsv } from '#lib/query/compare-sheet.ts';
import { comparePresets } from '#lib/query/compare-presets.ts';
import { comparisonView } from '#lib/query/compare-slide.ts';
import { compareHref, decodeCompare, readPicks, toSide } from '#lib/query/compare-url.ts';
import { compareViews } from '#lib/query/compare.ts';
import type { Compared } from '#lib/query/compare.ts';
import { buildIndex, facetOfPlace } from '#lib/query/query-index.ts';
import type { Writer } from '#lib/query/indicator-words.ts';
import { comparisonTable } from '#lib/query/slide-table.ts';
import { createFootnotes } from '#lib/query/footnotes.ts';
import { decode, encode } from '#lib/query/url.ts';
import { publish } from '#lib/server/publish.ts';
import { readRoot } from '#lib/server/roots.ts';
import { arbitraryView } from '../../fixtures/arbitrary-view.ts';
import type { Values } from '../../fixtures/arbitrary-view.ts';
import { openRegion } from '../../fixtures/region.ts';

const zh: Writer = { lang: 'zh', t: translator('zh') };
const region = openRegion();
const isLayer = (id: string): boolean => layerIds.includes(id);
const compare = (a: string, b: string, query = region): Compared => compareViews(query, zh, { sides: { a, b } }, isLayer)!;
const refs = (compared: Compared, part: 'a' | 'b' | 'both') => compared.groups.flatMap(({ rows }) => rows[part].map(({ ref }) => ref));
const figure = (compared: Compared, key: string) => compared.figures.find((row) => row.key === key)!;
const values = Object.fromEntries(facetKeys.map((key) => [key, [...(region.index.facets.get(key)?.keys() ?? [])].filter((value) => value !== '')])) as unknown as Values;
const views = arbitraryView({ ...values, period: ['2021..2025'], length: ['5..20', 'unknown'], investment: ['..3', 'unknown'] }).map((view) => toSide(encode(view)));

describe('the difference of two views', () => {
	it('is none between a view and itself, whatever it asks', () => fc.assert(fc.property(views, (view) => {
		const compared = compare(view, view);
		expect(compared.isSame).toBe(true);
		expect([...refs(compared, 'a'), ...refs(compared, 'b')]).toEqual([]);
		expect(compared.groups.flatMap(({ rows }) => rows.both.filter(({ change }) => change))).toEqual([]);
		for (const row of compared.figures) {
			expect(row.a).toEqual(row.b);
			expect(row.difference ?? 0).toBe(0);
		}
	}), { numRuns: 30 }));

	it('is mirrored when the sides are swapped', () => fc.assert(fc.property(views, views, (a, b) => {
		const [there, back] = [compare(a, b), compare(b, a)];
		expect(refs(there, 'a')).toEqual(refs(back, 'b'));
		expect(refs(there, 'b')).toEqual(refs(back, 'a'));
		expect(refs(there, 'both').toSorted()).toEqual(refs(back, 'both').toSorted());
		const changes = (compared: Compared) => new Map(compared.groups.flatMap(({ rows }) => rows.both).map(({ ref, change }) => [ref, change]));
		for (const [ref, change] of changes(there)) expect(changes(back).get(ref)).toEqual(change && { a: change.b, b: change.a, isKnown: change.isKnown });
		for (const row of there.figures) {
			const other = figure(back, row.key);
			expect([row.a, row.b]).toEqual([other.b, other.a]);
			expect(row.difference === null ? null : row.difference + other.difference!).toBe(row.difference === null ? other.difference : 0);
		}
	}), { numRuns: 30 }));

	it('puts every record of a side into exactly one list', () => fc.assert(fc.property(views, views, (a, b) => {
		const compared = compare(a, b);
		const all = (key: 'a' | 'b') => (['project', 'measure', 'indicator'] as const).flatMap((kind) => compared.sides[key].ids[kind].map((id) => `${kind}:${id}`)).toSorted();
		expect([...refs(compared, 'a'), ...refs(compared, 'both')].toSorted()).toEqual(all('a'));
		expect([...refs(compared, 'b'), ...refs(compared, 'both')].toSorted()).toEqual(all('b'));
	}), { numRuns: 20 }));
});

describe('two districts of the region', () => {
	const compared = compare('v=1&district=west', 'v=1&district=east');
	it('lists what each has alone and what both have, with why on each side', () => {
		expect(refs(compared, 'a')).toContain('project:lake-clean');
		expect(refs(compared, 'b')).toEqual(expect.not.arrayContaining(['project:line-works', 'project:lake-clean']));
		const works = compared.groups[0]!.rows.both.find(({ ref }) => ref === 'project:line-works')!;
		expect([works.why.a?.cell.reasons[0]?.basis, works.why.b?.cell.reasons[0]?.basis]).toEqual(['named', 'named']);
	});
	it('does not subtract money that is known for some projects only', () => {
		const row = figure(compared, 'investment');
		expect(row.a).toMatchObject({ value: 8.5, note: '3 项中已知 2 项' });
		expect([row.difference, row.b.value, row.why]).toEqual([null, null, '不相减：有一侧没有数']);
		expect(figure(compare('v=1', 'district=west'), 'investment')).toMatchObject({ difference: 0, why: '' });
		expect(figure(compare('', 'kind=rail'), 'investment')).toMatchObject({ difference: null, why: '不相减：A 已知 2 项，B 已知 1 项，都不全' });
	});
	it('says in the file what was asked, the day of the data, and each record once', () => {
		const text = compareCsv(zh, compared, 'https://atlas.example');
		expect(text).toContain('A,区县：');
		expect(text).toContain('https://atlas.example/zh/compare?a=v%3D1%26district%3Dwest&b=v%3D1%26district%3Deast');
		expect(text).toContain(`数据至 ${compared.dataDate}`);
		expect(text.split('project:line-works').length).toBe(2);
		const book = compareBook(zh, compared, '');
		expect(book.map(({ rows }) => rows.length)).toEqual([7, 1 + compared.figures.length, 1 + refs(compared, 'a').length + refs(compared, 'b').length + refs(compared, 'both').length]);
	});
});

describe('two years of one question', () => {
	const compared = compare('year=2021', 'year=2024');
	const change = (ref: string) => compared.groups.flatMap(({ rows }) => rows.both).find((row) => row.ref === ref)!.change;
	it('finds the same records and says what became of them', () => {
		expect([...refs(compared, 'a'), ...refs(compared, 'b')]).toEqual([]);
		expect(change('project:line-west')).toEqual({ a: '在建或推进中 2021', b: '已完工 2023-12', isKnown: true });
	});
	it('takes a later report of the same state for no change, and an undated report for none', () => {
		expect(change('project:line-works')).toBeNull();
		expect(change('project:lake-clean')).toBeNull();
		expect(figure(compared, 'state:unknown')).toMatchObject({ a: { value: 1 }, b: { value: 1 }, difference: 0 });
	});
	it('tells a state that only one side knows apart from a change', () => expect(compare('year=2021', '').groups[0]!.rows.both.find(({ ref }) => ref === 'project:lake-clean')!.change).toMatchObject({ isKnown: false }));
});

describe('the address of a comparison', () => {
	it('carries any view whole', () => fc.assert(fc.property(views, views, fc.constantFrom('side' as const, 'swipe' as const), (a, b, mode) => {
		const asked = decodeCompare(compareHref('zh', { a, b }, mode).replace('/zh/compare', ''));
		expect(asked).toEqual({ sides: { a, b }, mode, ignored: [] });
		expect(encode(decode(asked.sides.a!).view)).toBe(encode(decode(a).view));
	})));
	it('reports what it does not know, of each side and of itself', () => {
		const asked = decodeCompare('?a=along=mirror-lake%26mood=sunny&b=district=nowhere&mode=dance&colour=red');
		expect(asked.ignored.map(({ key, reason }) => [key, reason])).toEqual([['colour', 'unknown-key'], ['mode', 'bad-value']]);
		const compared = compareViews(region, zh, asked, isLayer)!;
		expect(compared.sides.a.ignored).toEqual([{ key: 'mood', value: 'sunny', reason: 'unknown-key' }]);
		expect(compared.sides.b.ignored).toEqual([{ key: 'district', value: 'nowhere', reason: 'unknown-id' }]);
	});
	it('takes what the form says and keeps the rest of the question', () => {
		const picked = readPicks('?a=v%3D1%26status%3Dbuilding%26district%3Dwest&a.place=mirror-lake&a.district=east&a.document=&a.year=2024&b.place=&b.district=&b.document=&b.year=', (side) => decode(side).view, (place) => facetOfPlace(region.atlas, place))!;
		expect(encode(picked.a!)).toBe('?v=1&status=building&along=mirror-lake&district=east&within=0&year=2024');
		expect(picked.b).toBeNull();
	});
	it('leaves a choice of several places as it is until another is chosen', () => {
		const view = decode('?along=mirror-lake,long-river').view;
		const picked = readPicks('?a=x&a.place=keep&a.district=&a.document=&a.year=', () => view, () => 'along')!;
		expect(picked.a).toBe(view);
	});
});

describe('a comparison as a slide', () => {
	const slide = (a: string, b: string) => comparisonView(decode(a).view, decode(b).view);
	it('is the question with both places, and counts what the page counts', () => {
		const view = slide('?district=west&kind=rail', '?district=east&kind=rail')!;
		expect(encode(view)).toBe('?v=1&kind=rail&district=west,east');
		const [measures, projects] = comparisonTable(region, zh, view, '', createFootnotes(region.atlas, zh)).rows;
		const compared = compare('district=west&kind=rail', 'district=east&kind=rail');
		expect([measures!.cells.slice(1), projects!.cells.slice(1)]).toEqual(['measures', 'projects'].map((key) => [figure(compared, key).a.text, figure(compared, key).b.text]));
	});
	it.each([['?district=west', '?along=mirror-lake'], ['?district=west&year=2021', '?district=east'], ['?district=west&kind=rail', '?district=east'], ['?along=mirror-lake', '?along=long-river'], ['', '?district=east']])('is not offered for %s and %s', (a, b) => expect(slide(a, b)).toBeNull());
});

test('every preset of the shipped data finds something on both sides, and none finds the same', () => {
	const { dataset, relations } = publish([readRoot('geodata')]);
	const atlas = createAtlas(dataset, relations);
	const query = { ...region, atlas, index: buildIndex(atlas) };
	const presets = comparePresets(query, zh);
	expect(presets.map(({ title }) => title)).toEqual(['淀山湖 / 元荡', '太浦河 / 吴淞江', 'G50 / 沪苏湖高铁', '青浦 / 吴江', '青浦 / 嘉善', '吴江 / 嘉善', '2021 年末 / 2025 年末', '行动计划 / 22 条']);
	for (const { sides, title } of presets) {
		const compared = compare(sides.a, sides.b, query);
		expect([...compared.sides.a.ignored, ...compared.sides.b.ignored], title).toEqual([]);
		expect(compared.isSame, title).toBe(false);
		expect(compared.groups.flatMap(({ rows }) => [...rows.a, ...rows.b, ...rows.both.filter(({ change }) => change)]).length, title).toBeGreaterThan(0);
	}
});
