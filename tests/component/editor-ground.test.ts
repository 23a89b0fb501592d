import { screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { newBriefing } from '#lib/briefing/edit.ts';
import EditorRoom from '#lib/components/EditorRoom.svelte';
import { emptySlide } from '#lib/domain/briefing.ts';
import type { Shapes } from '#lib/domain/shape.ts';
import { translator } from '#lib/i18n/index.ts';
import type { DataSource } from '#lib/ports/ports.ts';
import { DraftSaver } from '#lib/state/draft-saver.ts';
import { Editor } from '#lib/state/editor.svelte.ts';
import { openRegion } from '../fixtures/region.ts';
import { opened, show } from './support/stage.svelte.ts';

const query = openRegion();
const nothing = createRawSnippet(() => ({ render: () => '<span></span>' }));
const never = () => new Promise<never>(() => {});

beforeAll(() => {
	vi.stubGlobal('ResizeObserver', class { observe() {} disconnect() {} });
});
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function open(shapes: () => Promise<Shapes>): Promise<Editor> {
	const slides = [{ ...emptySlide('a'), kind: 'section' as const, title: '甲' }, { ...emptySlide('b'), title: '乙' }, { ...emptySlide('c'), title: '丙' }];
	const briefing = { ...newBriefing('taipu', 'zh', '太浦河', '2026-03-10', '2026-03-04'), slides };
	const editor = new Editor({ briefing, base: 1, isDraft: false, query, writer: { lang: 'zh', t: translator('zh') }, isLayer: () => true, saver: (tell) => new DraftSaver({ put: () => Promise.resolve() }, tell) });
	const source: DataSource = { records: never, relations: never, readings: never, passages: never, shapes };
	show(await opened(), EditorRoom, { editor, source, kicker: '', review: '', presentHref: '#', entries: () => [], ondownload: () => {}, oncopy: () => {}, saving: nothing, notices: nothing });
	return editor;
}
const rest = () => vi.advanceTimersByTimeAsync(400);

test('the map is fetched with the first slide that has one, once for the whole desk', async () => {
	const shapes = vi.fn(never);
	const editor = await open(shapes);
	await rest();
	expect(shapes, 'a section has no map').not.toHaveBeenCalled();
	editor.select('b');
	await rest();
	expect(shapes).toHaveBeenCalledTimes(1);
	expect(screen.getByText('地图载入中')).toBeTruthy();
	editor.select('c');
	await rest();
	expect(shapes).toHaveBeenCalledTimes(1);
});

test('where the geometry does not come, the preview says so and keeps the words', async () => {
	const editor = await open(() => Promise.reject(new Error('offline')));
	editor.select('b');
	await rest();
	expect(screen.getByText('地图数据没有取到，预览只显示文字；刷新页面可再试。')).toBeTruthy();
	expect(screen.getByRole('heading', { level: 2, name: '乙' })).toBeTruthy();
});
