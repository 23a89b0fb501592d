import { fireEvent, screen } from '@testing-library/svelte';
import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import ViewTools from '#lib/components/ViewTools.svelte';
import type { View } from '#lib/domain/view.ts';
import { decode } from '#lib/query/url.ts';
import { extentLeaf, MapExtent } from '#lib/state/map-extent.svelte.ts';
import { ViewHistory } from '#lib/state/view-history.svelte.ts';
import { opened, show } from './support/stage.svelte.ts';
import type { Staged } from './support/stage.svelte.ts';

const viewOf = (search: string): View => decode(search).view;
const historyOf = (...searches: string[]): ViewHistory => {
	const history = new ViewHistory();
	for (const search of searches) history.see(viewOf(search));
	return history;
};
const kinds = (step: Pick<View, 'filter'> | null) => JSON.stringify(step?.filter);

test('camera, tab and sorting are no steps', () => {
	const history = historyOf('?kind=rail', '?kind=rail&at=121,31,12', '?kind=rail&table=measures&sort=-clause');
	expect(history.before).toBeNull();
});

test('undo and redo walk the line; a new question drops what was undone', () => {
	const history = historyOf('', '?kind=rail', '?kind=road');
	expect(kinds(history.undo())).toContain('rail');
	history.see(viewOf('?kind=rail'));
	expect(kinds(history.after)).toContain('road');
	expect(kinds(history.redo())).toContain('road');
	history.undo();
	history.see(viewOf('?kind=eco'));
	expect([history.after, kinds(history.before)]).toEqual([null, expect.stringContaining('rail')]);
});

test('a question asked and taken back by hand is two steps, and Back along them is none', () => {
	const history = historyOf('', '?kind=rail', '');
	expect(kinds(history.before)).toContain('rail');
	history.see(viewOf('?kind=rail'), true);
	expect([kinds(history.now), kinds(history.after)]).toEqual([expect.stringContaining('rail'), kinds(viewOf(''))]);
});

test('a page opened again by Back goes on with its line, and one opened anew begins behind it', () => {
	const history = historyOf('', '?kind=rail');
	history.see(viewOf('?kind=rail'), true);
	expect(history.before).not.toBeNull();
	history.see(viewOf('?district=west'), true);
	expect(kinds(history.before)).toContain('rail');
});

test('at most a hundred steps are kept', () => {
	const history = historyOf(...Array.from({ length: 130 }, (_, i) => `?length=${i}..`));
	let steps = 0;
	while (history.undo()) steps++;
	expect(steps).toBe(99);
});

async function tools(search: string): Promise<Staged> {
	const staged = await opened(search);
	show(staged, ViewTools, { first: staged.workspace.view, map: null, rests: 0, history: new ViewHistory() });
	return staged;
}
const ask = (staged: Staged, search: string): void => {
	staged.workspace.go({ filter: viewOf(search).filter });
	flushSync();
};

test('the buttons say what they take back, and do it', async () => {
	const staged = await tools('?district=west');
	expect(screen.getByRole('button', { name: '没有可撤销的改动' })).toHaveProperty('disabled', true);
	ask(staged, '?district=west&status=building');
	await fireEvent.click(screen.getByRole('button', { name: '撤销：项目状态：在建' }));
	expect(staged.browser.address).toBe('/zh?v=1&district=west');
	await fireEvent.click(screen.getByRole('button', { name: '重做：项目状态：在建' }));
	expect(staged.browser.address).toBe('/zh?v=1&district=west&status=building');
	ask(staged, '');
	expect(screen.getByRole('button', { name: '撤销：去掉区县：西区、项目状态：在建' })).toBeTruthy();
});

test('Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y do the same, but not while a text is being written', async () => {
	const staged = await tools('');
	ask(staged, '?kind=rail');
	const field = document.body.appendChild(document.createElement('input'));
	await fireEvent.keyDown(field, { key: 'z', ctrlKey: true });
	expect(staged.browser.address).toBe('/zh?v=1&kind=rail');
	field.remove();
	await fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
	expect(staged.browser.address).toBe('/zh');
	await fireEvent.keyDown(document.body, { key: 'Z', ctrlKey: true, shiftKey: true });
	expect(staged.browser.address).toBe('/zh?v=1&kind=rail');
	await fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
	await fireEvent.keyDown(document.body, { key: 'y', ctrlKey: true });
	expect(staged.browser.address).toBe('/zh?v=1&kind=rail');
	expect(screen.getByRole('status').textContent).toBe('重做：项目类型：轨道交通');
});

test('what was asked before the tools were here can be undone too', async () => {
	const staged = await opened('');
	const first = staged.workspace.view;
	ask(staged, '?kind=rail');
	show(staged, ViewTools, { first, map: null, rests: 0, history: new ViewHistory() });
	expect(screen.getByRole('button', { name: '撤销：项目类型：轨道交通' })).toBeTruthy();
});

test('the map extent is a rectangle in the filter, follows the map in its own entry, and leaves another drawing alone', async () => {
	const { workspace, browser } = await opened('?f=drawn%3D121_31%2B121.1_31%2B121.1_31.1');
	const extent = new MapExtent(workspace);
	expect(extent.isOn).toBe(false);
	extent.turn([120.9, 31, 121, 31.1]);
	expect(extent.isOn).toBe(true);
	expect(workspace.view.filter).toEqual({ all: [{ is: 'drawn', of: ['121_31', '121.1_31', '121.1_31.1'] }, extentLeaf([120.9, 31, 121, 31.1])] });
	expect(extent.follow([120.9, 31, 121, 31.1])).toBe(false);
	const entries = browser.entries.length;
	expect(extent.follow([120.95, 31, 121.05, 31.1])).toBe(true);
	expect([browser.entries.length, extent.isOn]).toEqual([entries, true]);
	extent.turn([120.95, 31, 121.05, 31.1]);
	expect([extent.isOn, browser.address]).toEqual([false, '/zh?v=1&f=drawn%3D121_31%2B121.1_31%2B121.1_31.1']);
});

test('a rectangle that came with a link is not moved by the map', async () => {
	const { workspace, browser } = await opened('?f=drawn%3D120.9000_31.0000%2B121.0000_31.0000%2B121.0000_31.1000%2B120.9000_31.1000');
	const before = browser.address;
	expect(new MapExtent(workspace).follow([121, 31, 121.1, 31.1])).toBe(false);
	expect(browser.address).toBe(before);
});
