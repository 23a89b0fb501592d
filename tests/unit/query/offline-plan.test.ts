import { describe, expect, it } from 'vitest';
import { offlinePlan } from '#lib/query/offline-plan.ts';
import { answeringOf, keptRooms, offlineHref, readsItsAddress, showingLock, updateWaits } from '#lib/query/offline-rooms.ts';
import { openRegion } from '../../fixtures/region.ts';

const { atlas } = openRegion();
const plan = offlinePlan(atlas, ['taipu'], ['records.json', 'geometry-water.json', 'places.geojson', 'keys.json', 'relations.json', 'readings.json']);

describe('what is kept for the time without a server', () => {
	it('every room in both languages, documents with clauses, waters, briefings', () => {
		for (const [path] of keptRooms) expect(plan.pages).toEqual(expect.arrayContaining([`/zh${path}`, `/en${path}`]));
		expect(plan.pages).toEqual(expect.arrayContaining(['/zh/offline', '/zh/briefings/taipu/present', '/en/waters/mirror-lake']));
		expect(plan.pages.filter((path) => path.startsWith('/zh/documents/') && !keptRooms.some(([room]) => path === `/zh${room}`))).toHaveLength(atlas.dataset.documents.filter(({ id }) => atlas.clausesOf(id).length > 0).length);
		expect(new Set(plan.pages).size).toBe(plan.pages.length);
	});
	it('the files that pages load, of the dataset they were made from', () => {
		expect(plan.files).toEqual(['records.json', 'geometry-water.json', 'relations.json', 'readings.json']);
		expect(plan.hash).toBe(atlas.dataset.hash);
	});
});

describe('how a request is answered', () => {
	it.each([
		['/data/abc/records.json', false, 'data'], ['/zh', true, 'page'], ['/zh/documents/action-plan', true, 'page'], ['/zh/documents/__data.json', false, 'page-data'],
		['/zh/briefings/taipu/onefile.html', true, 'pass'], ['/zh/indicators.xlsx', true, 'pass'], ['/api/changes.json', false, 'pass'], ['/zh', false, 'pass'], ['/offline.json', false, 'pass'],
		['/api/layers.json', false, 'layers'], ['/api/layers/pumps/rows.ndjson', false, 'layers'], ['/api/layers/pumps/layer.geojson', true, 'pass'], ['/api/layers/drafts/0a', false, 'pass']
	] as const)('%s', (path, isNavigation, answering) => expect(answeringOf(path, isNavigation)).toBe(answering));
	it('one kept page stands for every query only where the browser reads the address', () => {
		expect(['/zh', '/en/', '/zh/search', '/zh/briefings/taipu/present'].map(readsItsAddress)).toEqual([true, true, true, true]);
		expect(['/zh/indicators', '/en/index', '/zh/briefings', '/zh/place/taipu', '/zh/search/x'].map(readsItsAddress)).toEqual([false, false, false, false, false]);
	});
	it('the offline page speaks the language of the address', () => expect(['/en/place/x', '/zh/x', '/', '/fr'].map(offlineHref)).toEqual(['/en/offline', '/zh/offline', '/zh/offline', '/zh/offline']));
});

describe('an update while a briefing is shown', () => {
	const at = (path: string) => `https://atlas.example${path}`;
	it('waits for the window on the big screen, and for the presenter’s own', () => {
		expect(updateWaits([at('/zh'), at('/zh/briefings/taipu/present#4')], [])).toBe(true);
		expect(updateWaits([at('/en/briefings/taipu/present?speaker&draft')], [])).toBe(true);
	});
	it('waits for a show reached by a link, whose window the browser still knows by the address it was opened with', () => expect(updateWaits([at('/zh/briefings')], ['draft taipu', showingLock])).toBe(true));
	it('waits for nothing else: list, editor, a place of that name, a question that speaks of it', () => {
		expect(updateWaits([at('/zh/briefings'), at('/zh/briefings/present'), at('/zh/briefings/taipu'), at('/zh/place/present'), at('/zh?select=/zh/briefings/taipu/present')], ['draft taipu'])).toBe(false);
		expect(updateWaits([], [])).toBe(false);
	});
});
