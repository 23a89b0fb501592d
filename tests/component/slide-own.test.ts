/** Plugged-in layers under the slide in hand: told in the corner of its map, never those of the slide before. */
import { render, screen } from '@testing-library/svelte';
import { beforeAll, expect, test, vi } from 'vitest';
import SlideMap from '#lib/components/SlideMap.svelte';
import SlideOwn from '#lib/components/SlideOwn.svelte';
import { newBriefing } from '#lib/briefing/edit.ts';
import { emptySlide } from '#lib/domain/briefing.ts';
import type { Slide } from '#lib/domain/briefing.ts';
import { shapeLayers } from '#lib/domain/shape.ts';
import type { Shapes } from '#lib/domain/shape.ts';
import { translator } from '#lib/i18n/index.ts';
import type { BuiltScene } from '#lib/map/build-scene.ts';
import type { OnSlide, SlideInventories } from '#lib/map/slide-inventories.ts';
import { slideContent } from '#lib/query/slide.ts';
import { DraftSaver } from '#lib/state/draft-saver.ts';
import { Editor } from '#lib/state/editor.svelte.ts';
import { openRegion } from '../fixtures/region.ts';

beforeAll(() => void vi.stubGlobal('ResizeObserver', class { observe() {} disconnect() {} }));

const query = openRegion();
const writer = { lang: 'zh' as const, t: translator('zh') };
const slide = (view: string, patch: Partial<Slide> = {}): Slide => ({ ...emptySlide(view), show: 'map', view, ...patch });
const told = (title: string, said: string[] = []): OnSlide => ({ drawn: [], focus: null, legend: [{ id: title, title, count: '2 / 4', ink: '#2F19D7', marks: [{ ink: '#C8381F', isHollow: true, text: '泵5' }], lines: ['来源：水务局；精度：± 5 m'] }], said });

test('names layer, count, source and what is not drawn; a late answer to the slide before is not shown, and a title tells none', async () => {
	const answers: Record<string, (answer: OnSlide) => void> = {};
	const of = vi.fn<SlideInventories['of']>((view) => new Promise((resolve) => (answers[view.layers!.at(-1)!.id] = resolve)));
	const own = { layers: { has: () => true, of, stop: () => {} }, SlideOwn };
	const props = (one: Slide) => ({ atlas: query.atlas, shapes: Object.fromEntries(shapeLayers.map((name) => [name, []])) as unknown as Shapes, build: () => ({ scene: { focus: null }, unplaced: [] }) as unknown as BuiltScene, content: slideContent(query, writer, one, () => true), writer, own, theme: 'dark' as const, scale: 1, isLive: false, onpick: () => {}, onfail: () => {} });
	const { rerender } = render(SlideMap, { props: props(slide('?layers=lakes,inv-pumps')) });
	expect(of).toHaveBeenCalledWith(expect.anything(), 'briefing');
	await rerender(props(slide('?layers=lakes,inv-pipes')));
	answers['inv-pumps']!(told('泵站'));
	answers['inv-pipes']!(told('管道', ['自有图层“地块”没有取到，图上没有画。']));
	const panel = await screen.findByRole('region', { name: '自有图层（规划人员载入）' });
	for (const words of ['管道', '2 / 4', '泵5', '来源：水务局；精度：± 5 m', '自有图层“地块”没有取到，图上没有画。']) expect(panel.textContent).toContain(words);
	expect(panel.textContent).not.toContain('泵站');
	await rerender(props(slide('?layers=lakes,inv-pumps', { kind: 'title' })));
	expect(screen.queryByRole('region', { name: '自有图层（规划人员载入）' })).toBeNull();
	expect(of).toHaveBeenCalledTimes(2);
});

test('the editor calls a layer missing only once the server has told which there are', () => {
	const briefing = { ...newBriefing('taipu', 'zh', '太浦河', '2026-03-10', '2026-03-04'), slides: [slide('?layers=lakes,inv-pumps,inv-gone')] };
	const editor = new Editor({ briefing, base: 1, isDraft: false, query, writer, isLayer: (id) => id === 'lakes', saver: (tell) => new DraftSaver({ put: () => Promise.resolve() }, tell) });
	expect(editor.content!.missing).toEqual([]);
	editor.layers = { has: (id) => id === 'pumps', of: () => new Promise(() => {}), stop: () => {} };
	expect(editor.content!.missing).toEqual(['找不到自有图层（可能已移除），图上没有画：gone']);
});
