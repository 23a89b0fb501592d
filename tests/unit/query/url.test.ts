import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyView, facetKeys } from '#lib/domain/view.ts';
import type { Filter, View } from '#lib/domain/view.ts';
import { domains, projectKinds, statusValues } from '#lib/domain/vocabulary.ts';
import { gapKinds } from '#lib/query/gaps.ts';
import { groupsOf, isLeaf, select } from '#lib/query/select.ts';
import { clauseHref, decode, documentHref, dropGroup, encode, hrefOf, leafFor, placeHref, setFacet } from '#lib/query/url.ts';
import type { Known } from '#lib/query/url.ts';
import { appendView, newBriefing } from '#lib/briefing/edit.ts';
import { readBriefing, writeBriefing } from '#lib/catalogue/formats/briefing.ts';
import { compareHref, decodeCompare } from '#lib/query/compare-url.ts';
import { readSavedViews, writeSavedViews } from '#lib/query/saved-views.ts';
import { arbitraryView } from '../../fixtures/arbitrary-view.ts';
import type { Values } from '../../fixtures/arbitrary-view.ts';
import { openRegion } from '../../fixtures/region.ts';

const { atlas, index } = openRegion();
const known: Known = { exists: atlas.exists, isLayer: (id) => ['lakes', 'rivers'].includes(id), isTheme: (id) => id === 'one-series' };
const values: Values = {
	along: ['mirror-lake', 'long-river', 'two-waters'], zone: ['delta'], district: ['west', 'east'], town: ['reed-town'], domain: domains, kind: projectKinds, status: [...statusValues, 'unknown'],
	agency: ['joint-committee', 'west-water'], document: ['plan'], period: ['..2019', '2020..2022', '2031..', '2023', 'undated'], length: ['..5', '5..20', '9', '9.001..', '0.5..18.999', 'unknown', 'whole-line'], investment: ['..3', '3..5.5', '4..', 'unknown'], gap: gapKinds
};

/** The order in which an address states the groups of a filter: plain parameters, then the rest; an "and" within an "and" is one "and". */
const asWritten = (filter: Filter): Filter[] => {
	const groups = groupsOf(filter);
	const withins = new Set(groups.filter(isLeaf).filter(({ is }) => is === 'along').map((leaf) => leaf.withinM ?? 1000));
	const isPlain = (group: Filter) => isLeaf(group) && (group.is !== 'along' || withins.size === 1);
	return [...groups.filter(isPlain), ...groups.filter((group) => !isPlain(group))];
};
const ignored = (search: string, what: Known | undefined = known) => decode(search, what).ignored.map(({ key, value, reason }) => `${key}=${value} ${reason}`);

describe('an address', () => {
	it('says nothing of the empty view', () => {
		expect(encode(emptyView)).toBe('');
		expect(decode('')).toEqual({ view: { ...emptyView, filter: { all: [] } }, ignored: [] });
	});

	it('opens the very view that it was copied from, trees with "or" and "not" and unknown predicates included', () => {
		fc.assert(
			fc.property(arbitraryView(values), (view) => {
				const back = decode(encode(view)).view;
				expect(back).toEqual({ ...view, filter: { all: asWritten(view.filter) } });
			}),
			{ numRuns: 1000 }
		);
	});

	it('gives the same records as the view it was copied from', () => {
		fc.assert(
			fc.property(arbitraryView(values), (view) => {
				expect(select(index, decode(encode(view), known).view.filter).items).toEqual(select(index, view.filter).items);
			}),
			{ numRuns: 300 }
		);
	});

	it('of any text opens some view, tells what it left out, and is itself stable', () => {
		const piece = fc.constantFrom('inv-a.b=', 'inv-a', '~none', '~,', 'f', 'along', 'within', 'select', 'layers', 'sort', 'at', 'v', 'table', 'period', 'length', 'theme', 'method', 'amount', 'columns', 'year', 'x', '=', '&', '&', ',', '(', ')', 'or(', 'not(', 'and(', '~', '+', '%', '%2B', '%26', '1', '2023', '..', 'place:', 'mirror-lake', '水', '#', '?');
		const text = fc.oneof(fc.string({ maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 40 }), fc.array(piece, { maxLength: 24 }).map((parts) => parts.join('')));
		fc.assert(
			fc.property(text, (search) => {
				const once = encode(decode(search).view);
				expect(encode(decode(once).view)).toBe(once);
				decode(search, known);
			}),
			{ numRuns: 2000 }
		);
	});

	it.each([
		['?along=mirror-lake&district=west,nowhere', ['district=nowhere unknown-id']],
		['?kind=trains,rail', ['kind=trains unknown-id']],
		['?domain=eco&status=done', ['status=done unknown-id']],
		['?period=2025..2021', ['period=2025..2021 unknown-id']],
		['?within=near&along=mirror-lake', ['within=near bad-value']],
		['?within=99999&along=mirror-lake', ['within=99999 bad-value']],
		['?select=place:atlantis', ['select=place:atlantis unknown-id']],
		['?select=mirror-lake', ['select=mirror-lake bad-value']],
		['?layers=lakes:0.5,clouds,!', ['layers=clouds unknown-id', 'layers=! bad-value']],
		['?table=people', ['table=people bad-value']],
		['?sort=--name', ['sort=--name bad-value']],
		['?at=31,121,8', ['at=31,121,8 bad-value']],
		['?at=121,31,', ['at=121,31, bad-value']],
		['?f=or(kind=rail', ['f=or(kind=rail bad-value']],
		['?f=or(district=nowhere,kind=rail)', ['district=nowhere unknown-id']],
		['?f=or(budget=2030,kind=rail)', ['budget=2030 unknown-key']],
		['?budget=2030', ['budget=2030 unknown-key']],
		['?v=2&kind=rail', ['v=2 newer-version']],
		['?v=new', ['v=new bad-value']],
		['?theme=another-series', ['theme=another-series unknown-id']],
		['?theme=One', ['theme=One bad-value']],
		['?theme=one-series&method=eyeball', ['method=eyeball bad-value']],
		['?amount=jobs&columns=towers', ['amount=jobs bad-value', 'columns=towers bad-value']],
		['?year=2015', ['year=2015 bad-value']],
		['?year=2023.5', ['year=2023.5 bad-value']],
		['?theme=one-series&method=jenks&amount=length&columns=district-length&year=2035', []],
		['?v=1&along=mirror-lake&within=1200&kind=rail', []]
	])('%s says what it ignored', (search, expected) => expect(ignored(search)).toEqual(expected));

	it('that is half wrong opens what is right in it', () => {
		const { view } = decode('?along=mirror-lake,atlantis&within=near&kind=trains&select=place:atlantis&table=people&f=or(district=nowhere,kind=rail)', known);
		expect(view).toEqual({ ...emptyView, filter: { all: [{ is: 'along', of: ['mirror-lake'] }, { any: [{ is: 'kind', of: ['rail'] }] }] } });
	});

	it('keeps a predicate of another version when it is copied on', () => {
		expect(encode(decode('?budget=2030,2031&kind=rail').view)).toBe('?v=1&kind=rail&budget=2030,2031');
		expect(encode(decode('?f=or(budget=2030+2031,kind=rail)').view)).toBe('?v=1&f=or(budget%3D2030%2B2031,kind%3Drail)');
	});

	it('cannot smuggle a parameter in through an unknown predicate', () => {
		expect(decode(encode(decode('?f=select=place:west').view), known).view.selection).toBeNull();
		expect(decode(encode(decode('?a%26select%3Dplace:west=1').view), known).view.selection).toBeNull();
		expect(ignored(encode(decode('?f=v=7').view))).toEqual(['v=7 unknown-key']);
	});

	it('states two distances where the filter has two', () => {
		const view: View = { ...emptyView, filter: { all: [{ is: 'along', of: ['mirror-lake'], withinM: 500 }, { is: 'along', of: ['long-river'] }] } };
		expect(decode(encode(view)).view).toEqual(view);
	});

	it('is readable: what is usual stands as words', () => {
		const view: View = { ...emptyView, filter: { all: [{ is: 'along', of: ['taipu-river'], withinM: 2000 }, { is: 'kind', of: ['road', 'rail'] }] }, selection: 'measure:action-plan-5', camera: { center: [120.97, 31.02], zoom: 11 } };
		expect(hrefOf('zh', view)).toBe('/zh?v=1&along=taipu-river&kind=road,rail&within=2000&select=measure:action-plan-5&at=120.97,31.02,11');
	});

	it('of a place, a document and a clause is a page', () => {
		expect([placeHref('zh', 'mirror-lake'), documentHref('en', 'plan'), clauseHref('zh', 'plan#三/(七)/2')]).toEqual(['/zh/place/mirror-lake', '/en/documents/plan', `/zh/documents/plan#${encodeURIComponent('三/(七)/2')}`]);
	});
});

describe('a change of the filter', () => {
	const filter: Filter = { all: [{ is: 'along', of: ['mirror-lake'], withinM: 500 }, { not: { is: 'kind', of: ['rail'] } }] };
	it('replaces the values of one facet and leaves the rest', () => {
		expect(setFacet(filter, 'along', ['long-river'], 2000)).toEqual({ all: [{ not: { is: 'kind', of: ['rail'] } }, { is: 'along', of: ['long-river'], withinM: 2000 }] });
		expect(setFacet(filter, 'along', [])).toEqual({ all: [{ not: { is: 'kind', of: ['rail'] } }] });
		for (const key of facetKeys) expect(leafFor(setFacet(filter, key, ['2023']), key)).toEqual({ is: key, of: ['2023'] });
	});
	it('drops one group with one click', () => expect(dropGroup(filter, groupsOf(filter)[0]!)).toEqual({ all: [{ not: { is: 'kind', of: ['rail'] } }] }));
});

describe('plugged-in layers in an address', () => {
	const held: Known = { exists: atlas.exists, isLayer: (id) => ['lakes', 'inv-pumps'].includes(id) };
	it('are switched on, listed and opened', () => {
		const search = '?v=1&select=asset:pumps/12&layers=lakes,inv-pumps:0.5&table=inv-pumps';
		const { view, ignored } = decode(search, held);
		expect(ignored).toEqual([]);
		expect(view).toMatchObject({ layers: [{ id: 'lakes', opacity: 1 }, { id: 'inv-pumps', opacity: 0.5 }], assets: 'pumps', table: 'projects', selection: 'asset:pumps/12' });
		expect(decodeURIComponent(encode(view))).toBe(search);
	});
	it('that are not here are told of; the link keeps them among the layers, for the server that has them', () => {
		const { view, ignored } = decode('?layers=inv-gone,lakes&table=inv-gone&select=asset:gone/1', held);
		expect(ignored).toEqual([{ key: 'select', value: 'asset:gone/1', reason: 'unknown-id' }, { key: 'layers', value: 'inv-gone', reason: 'unknown-id' }, { key: 'table', value: 'inv-gone', reason: 'unknown-id' }]);
		expect(encode(view)).toBe('?v=1&layers=inv-gone,lakes');
	});
	it('are filtered by their own fields, whose words may hold any mark of an address', () => {
		const view: View = { ...emptyView, assets: 'pumps', assetFilter: [{ layer: 'pumps', field: '材质', of: ['PE', 'a,b~c&d=e', '~none', ''] }, { layer: 'pumps', field: '__proto__', of: ['..-0.5'] }, { layer: 'gone-2', field: 'a.b=c', of: ['=cmd|"/c calc"!A0', '<img src=x onerror=alert(1)>'] }] };
		expect(decode(encode(view), { ...held, isLayer: (id) => id !== 'inv-lost' })).toEqual({ view: { ...view, filter: { all: [] } }, ignored: [] });
		expect(decode('?inv-pumps.材质=PE,钢').view.assetFilter).toEqual([{ layer: 'pumps', field: '材质', of: ['PE', '钢'] }]);
		expect(decode(encode(view), held)).toEqual({ view: { ...view, filter: { all: [] } }, ignored: [{ key: 'layers', value: 'inv-gone-2', reason: 'unknown-id' }] });
	});
	it('that are not here keep their conditions in the link; they are told of once', () => {
		const { view, ignored } = decode('?layers=inv-gone:0.5,lakes&inv-gone.a=1&inv-gone.b=2..3', held);
		expect(ignored).toEqual([{ key: 'layers', value: 'inv-gone:0.5', reason: 'unknown-id' }]);
		expect(encode(view)).toBe('?v=1&layers=inv-gone:0.5,lakes&inv-gone.a=1&inv-gone.b=2..3');
	});
	it('keep their conditions in saved views, on slides and in comparisons', () => {
		const view: View = { ...emptyView, assets: 'pumps', assetFilter: [{ layer: 'pumps', field: '材 质~', of: ['a,b&c=d', '', 'x\ny: # "', '<b>--</b>', "it's (1)"] }, { layer: 'pumps', field: '=cmd', of: ['-1.5..2e+21'] }] };
		const saved = readSavedViews(writeSavedViews([{ id: '1', name: '泵', view: encode(view), savedAt: '2026-11-22T03:00:00.000Z', dataDate: '2026-03-04' }]));
		expect('views' in saved && decode(saved.views[0]!.view).view.assetFilter).toEqual(view.assetFilter);
		const briefing = appendView(newBriefing('pumps', 'zh', '泵站', '2026-11-22', '2026-03-04'), { title: '泵站', view: encode(view), seen: {} });
		const read = readBriefing('pumps.md', 'pumps', writeBriefing(briefing)).briefing;
		expect(decode(read!.slides.at(-1)!.view).view).toEqual({ ...view, filter: { all: [] } });
		const { sides } = decodeCompare(compareHref('zh', { a: view, b: null }).split('?')[1]!);
		expect(decode(sides.a!).view.assetFilter).toEqual(view.assetFilter);
	});
	it('take one condition a field: two are one with the values of both, one without values is told of', () => {
		const { view, ignored } = decode('?inv-pumps.a=1&inv-pumps.a=2,1&inv-pumps.b=,', held);
		expect([view.assetFilter, ignored]).toEqual([[{ layer: 'pumps', field: 'a', of: ['1', '2'] }], [{ key: 'inv-pumps.b', value: ',', reason: 'bad-value' }]]);
	});
	it('cannot be filtered through an unknown predicate of an expression', () => expect(decode(encode({ ...emptyView, filter: { is: 'unknown', key: 'inv-pumps.a', of: ['1'] } })).view.assetFilter).toEqual([]));
	it.each(['inv-../../etc', 'inv-', 'inv-A', 'asset:pumps/0', 'asset:pumps/1e3', 'asset:../x/1', 'asset:pumps/'])('%s names none', (text) => {
		const { view } = decode(`?layers=${text}&table=${text}&select=${text}`, held);
		expect(view).toMatchObject({ layers: [], assets: null, selection: null });
	});
});

describe('a condition that came with the page from the server', () => {
	it('can be dropped before the map is here', () => {
		const { filter } = decode('?f=or(kind=rail,not(district=west))&status=building').view;
		const sent = JSON.parse(JSON.stringify(filter)) as { all: Filter[] };
		for (const [i, group] of sent.all.entries()) expect(dropGroup(filter, group)).toEqual({ all: sent.all.filter((_, other) => other !== i) });
	});
});
