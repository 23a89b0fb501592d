import { expect, test } from 'vitest';
import { opened, stage } from './support/stage.svelte.ts';

test('until the dataset is here, the page shows what the server rendered', async () => {
	const { workspace } = stage('?along=mirror-lake');
	expect(workspace.isReady).toBe(false);
	expect(workspace.computed).toBeNull();
	const served = workspace.model;
	expect(served.chips.map(({ names }) => names)).toEqual([['镜湖']]);
	await workspace.load();
	expect(workspace.isReady).toBe(true);
	expect(workspace.model).not.toBe(served);
	expect(workspace.model.counts).toEqual(served.counts);
});

test('where the dataset cannot be had, loading says so and the server\'s page stays', async () => {
	const { workspace } = stage('?along=mirror-lake', { broken: true });
	const served = workspace.model;
	await expect(workspace.load()).rejects.toThrow('records cannot be had');
	expect(workspace.isReady).toBe(false);
	expect(workspace.model).toBe(served);
});

test('one door: a change writes an address, and everything follows from it', async () => {
	const { workspace, browser } = await opened('?district=west');
	workspace.go({ selection: 'place:mirror-lake' });
	expect(browser.address).toBe('/zh?v=1&district=west&select=place:mirror-lake');
	expect(workspace.record.card).toMatchObject({ type: 'place', id: 'mirror-lake' });
	workspace.go({ filter: { all: [] } });
	expect(browser.address).toBe('/zh?v=1&select=place:mirror-lake');
	expect(workspace.model.counts.project).toBe(3);
	expect(browser.entries).toHaveLength(3);
});

test('Back restores filter and selection', async () => {
	const { workspace, browser } = await opened('?district=east');
	const before = workspace.model.counts;
	workspace.go({ filter: { all: [] }, selection: 'measure:plan-1' });
	expect(workspace.model.counts).not.toEqual(before);
	browser.back();
	expect(workspace.view.selection).toBeNull();
	expect(workspace.model.counts).toEqual(before);
	expect(workspace.record.card).toBeNull();
});

test('a link changes one thing and keeps the rest, conditions that this version does not know included', async () => {
	const { workspace } = await opened('?along=long-river&within=2000&mood=sunny&layers=lakes:0.5&table=measures&sort=-clause&at=121.1,31.05,12');
	expect(workspace.href({ selection: 'place:mirror-lake' })).toBe('/zh?v=1&along=long-river&within=2000&mood=sunny&select=place:mirror-lake&layers=lakes:0.5&table=measures&sort=-clause&at=121.1,31.05,12');
	expect(workspace.clearHref()).toBe('/zh?v=1&layers=lakes:0.5&table=measures&sort=-clause&at=121.1,31.05,12');
});

test('a map at rest replaces the address, adds nothing to the history, and the next link carries the camera', async () => {
	const { workspace, browser } = await opened('?district=west');
	const model = workspace.model;
	workspace.rest({ center: [121.05, 31.04], zoom: 12.5 });
	expect(browser.entries).toEqual(['/zh?v=1&district=west&at=121.05,31.04,12.5']);
	expect(workspace.model, 'nothing is computed anew').toBe(model);
	workspace.go({ selection: 'place:mirror-lake' });
	expect(browser.address).toBe('/zh?v=1&district=west&select=place:mirror-lake&at=121.05,31.04,12.5');
});

test('a chosen record is framed once; Back and reload frame nothing and bring the camera of the address', async () => {
	const { workspace, browser } = await opened('?select=place:far-lake&at=121.1,31.05,11');
	workspace.arrived(false);
	expect(workspace.takeFraming(), 'an opened link keeps its own camera').toBe(false);
	workspace.go({ selection: 'measure:plan-2' });
	workspace.arrived(true);
	expect(workspace.takeFraming()).toBe(true);
	expect(workspace.takeFraming()).toBe(false);
	workspace.go({ filter: { all: [{ is: 'district', of: ['west'] }] } });
	workspace.arrived(true);
	expect(workspace.takeFraming(), 'a filter moves no camera').toBe(false);
	workspace.rest({ center: [121.2, 31], zoom: 14 });
	browser.back();
	browser.back();
	workspace.arrived(false);
	expect(workspace.takeFraming()).toBe(false);
	expect(workspace.href({})).toBe('/zh?v=1&select=place:far-lake&at=121.1,31.05,11');
});

test('pointing at a record costs nothing', async () => {
	const { workspace } = await opened();
	const model = workspace.model;
	workspace.hovered = 'place:mirror-lake';
	expect(workspace.model).toBe(model);
});

test('a stale address opens the nearest view and says what it ignored', async () => {
	const { workspace } = await opened('?along=dry-river,long-river&select=place:dry-lake&layers=lakes,glitter&within=far');
	expect(workspace.model.ignored.map(({ key, value, reason }) => `${key} ${value} ${reason}`)).toEqual(['within far bad-value', 'along dry-river unknown-id', 'select place:dry-lake unknown-id', 'layers glitter unknown-id']);
	expect(workspace.model.chips.map(({ values }) => values)).toEqual([['long-river']]);
	expect(workspace.view.layers).toEqual([{ id: 'lakes', opacity: 1 }]);
});

test('words follow the language', async () => {
	const { workspace } = await opened('?select=place:mirror-lake', { lang: 'en' });
	expect(workspace.t('filter.title')).toBe('Filters');
	expect(workspace.record.card).toMatchObject({ name: 'Mirror Lake' });
	expect(workspace.href({ selection: null })).toBe('/en');
});

test('a question about space keeps the last answer until the ground is here, and asks for geometry only then', async () => {
	const { workspace, browser, asked } = stage('?district=west', { hasShapes: true });
	await workspace.load();
	await workspace.settle();
	expect(asked).toEqual(['records', 'relations']);
	const before = workspace.model;
	browser.goto('/zh?f=near=mirror-lake~1200');
	expect(workspace.model, 'no answer without the ground').toBe(before);
	await workspace.settle();
	expect(asked).toEqual(['records', 'relations', 'shapes']);
	expect(workspace.model.counts).toEqual({ project: 2, measure: 2, indicator: 1 });
	expect(workspace.model.chips[0]!.words).toBe('在镜湖 1.2 km 内');
	browser.goto('/zh?f=near=mirror-lake~1108');
	expect(workspace.model.counts.project, 'the next question is answered at once').toBe(1);
});

test('the first address shows what the server answered until the ground is here', async () => {
	const { workspace } = await opened('?f=near=mirror-lake~1200', { hasShapes: true });
	const served = workspace.model;
	expect([workspace.computed, served.counts.project]).toEqual([null, 2]);
	await workspace.settle();
	expect(workspace.model.counts).toEqual(served.counts);
});

test('where the geometry cannot be had, the page says that it did not filter', async () => {
	const { workspace } = await opened('?f=near=mirror-lake~1200');
	await workspace.settle();
	expect(workspace.model.ignored).toEqual([{ key: 'near', value: 'mirror-lake', reason: 'no-ground' }]);
	expect(workspace.model.counts.project).toBe(3);
});
