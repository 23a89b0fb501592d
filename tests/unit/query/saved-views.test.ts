import { describe, expect, it } from 'vitest';
import type { SavedView } from '#lib/domain/saved-view.ts';
import { compareHref, countStale, freshViews, readSavedViews, writeSavedViews } from '#lib/query/saved-views.ts';
import { openRegion } from '../../fixtures/region.ts';

const view = (name: string, search = '?v=1&kind=rail'): SavedView => ({ id: name, name, view: search, savedAt: '2026-11-22T03:00:00.000Z', dataDate: '2026-03-04' });
const file = (...views: unknown[]) => JSON.stringify({ format: 'shuixiang-views/1', views });
const good = { name: '在建', view: '?v=1&status=building', savedAt: '2026-11-22T03:00:00.000Z', dataDate: '2026-03-04' };

describe('a file of saved views', () => {
	it('comes back as it was written, without the ids of the browser that wrote it', () => {
		const views = [view('太浦河 2 km', '?v=1&along=taipu-river&within=2000&at=120.9,31.05,11'), view('“全部” <b>', '')];
		expect(readSavedViews(writeSavedViews(views))).toEqual({ views: views.map(({ id: _, ...rest }) => rest) });
		expect(readSavedViews(`\ufeff${writeSavedViews(views)}`)).toMatchObject({ views: [{ name: '太浦河 2 km' }, {}] });
	});

	it('that is none is refused with the first thing that is wrong', () => {
		expect(readSavedViews('not json')).toEqual({ wrong: 'json' });
		expect(readSavedViews('[]')).toEqual({ wrong: 'format' });
		expect(readSavedViews('null')).toEqual({ wrong: 'format' });
		expect(readSavedViews('{"format":"shuixiang-views/9","views":[]}')).toEqual({ wrong: 'format' });
		expect(readSavedViews(' '.repeat(1_000_001))).toEqual({ wrong: 'size' });
	});

	it.each([
		['name', { ...good, name: '  ' }], ['name', { ...good, name: 'x'.repeat(81) }], ['name', { ...good, name: 7 }], ['view', { ...good, view: 'javascript:alert(1)' }], ['view', { ...good, view: '//elsewhere.example/?v=1' }], ['view', { ...good, view: '?a b' }],
		['view', { ...good, view: `?${'x'.repeat(6001)}` }], ['savedAt', { ...good, savedAt: 'yesterday' }], ['dataDate', { ...good, dataDate: '2026' }], ['name', null]
	])('names the entry with an unusable %s and takes nothing', (field, entry) => expect(readSavedViews(file(good, entry))).toEqual({ wrong: 'entry', n: 2, field }));

	it('adds what is not there yet, each once', () => {
		expect(freshViews([view('a')], [view('a'), view('b'), view('b'), view('a', '?v=1&kind=road')]).map(({ name, view: search }) => [name, search])).toEqual([['b', '?v=1&kind=rail'], ['a', '?v=1&kind=road']]);
	});
});

describe('a saved view', () => {
	const { atlas } = openRegion();
	it('says how much of it the data no longer have', () => {
		expect(countStale('?v=1&along=dry-river,long-river&select=place:gone', { exists: atlas.exists, isLayer: () => true })).toBe(2);
		expect(countStale('?v=1&along=long-river&length=5..20', { exists: atlas.exists, isLayer: () => true })).toBe(0);
	});
	it('is set beside another one by their query strings', () => {
		const href = compareHref('zh', '?v=1&along=a,b&within=2000', '');
		expect(href).toBe('/zh/compare?a=v%3D1%26along%3Da%2Cb%26within%3D2000&b=');
		expect(new URLSearchParams(href.split('?')[1]).get('a')).toBe('v=1&along=a,b&within=2000');
	});
});
