import { fireEvent, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { expect, test } from 'vitest';
import { newBriefing } from '#lib/briefing/edit.ts';
import EditorSlides from '#lib/components/EditorSlides.svelte';
import { emptySlide, maxSlides } from '#lib/domain/briefing.ts';
import { translator } from '#lib/i18n/index.ts';
import { DraftSaver } from '#lib/state/draft-saver.ts';
import { Editor } from '#lib/state/editor.svelte.ts';
import { openRegion } from '../fixtures/region.ts';
import { opened, show } from './support/stage.svelte.ts';

const query = openRegion();
async function open(titles: readonly string[]) {
	const briefing = { ...newBriefing('taipu', 'zh', '太浦河', '2026-03-10', '2026-03-04'), slides: titles.map((title, i) => ({ ...emptySlide(`s${i + 1}`), title })) };
	const editor = new Editor({ briefing, base: 1, isDraft: false, query, writer: { lang: 'zh', t: translator('zh') }, isLayer: () => true, saver: (tell) => new DraftSaver({ put: () => Promise.resolve() }, tell) });
	show(await opened(), EditorSlides, { editor });
	return editor;
}
const titles = (editor: Editor): string => editor.briefing.slides.map(({ title }) => title).join('');
const chosen = (): HTMLElement => screen.getAllByRole('listitem').map((item) => item.querySelector('button')!).find((button) => button.getAttribute('aria-current') === 'true')!;
const press = async (key: string, more: object = {}): Promise<void> => {
	await fireEvent.keyDown(chosen(), { key, ...more });
	await tick();
	await tick();
};

test('the arrows choose, with Alt they move, and the focus stays on the slide', async () => {
	const editor = await open(['甲', '乙', '丙']);
	chosen().focus();
	await press('ArrowDown');
	expect([chosen().textContent, document.activeElement === chosen()]).toEqual([expect.stringContaining('乙'), true]);
	await press('ArrowDown', { altKey: true });
	expect(titles(editor)).toBe('甲丙乙');
	expect(document.activeElement).toBe(chosen());
	expect(screen.getByRole('status').textContent).toBe('“乙”移到第 3 张');
	await press('Delete');
	expect([titles(editor), document.activeElement === chosen()]).toEqual(['甲丙', true]);
	editor.undo();
	expect(titles(editor)).toBe('甲丙乙');
});

test('a tab that only reads changes nothing', async () => {
	const editor = await open(['甲', '乙']);
	editor.isWriter = false;
	await tick();
	await press('ArrowDown', { altKey: true });
	await press('Delete');
	expect(titles(editor)).toBe('甲乙');
	expect(screen.getByRole('button', { name: '删除' })).toHaveProperty('disabled', true);
});

test('five hundred slides stand in the list, and the page says that it is full', async () => {
	const editor = await open(Array.from({ length: maxSlides }, (_, i) => `第 ${i + 1}`));
	expect(screen.getAllByRole('listitem')).toHaveLength(maxSlides);
	expect(document.body.textContent).toContain('一份简报最多 500 张');
	await press('End');
	expect(editor.index).toBe(maxSlides - 1);
});

test('what the data say differently is marked until it is accepted', async () => {
	const editor = await open(['甲']);
	const { says } = editor.contentOf(editor.slide!);
	expect(Object.keys(says)).toContain('projects');
	editor.edit({ ...editor.briefing, slides: [{ ...editor.slide!, seen: { ...says, projects: '99 项' } }] });
	expect(editor.changes).toEqual([{ key: 'projects', before: '99 项', after: says['projects'] }]);
	editor.accept();
	expect(editor.changes).toEqual([]);
});

test('a slide that is dragged goes where it is dropped, and stays where it was when the drag is given up', async () => {
	const editor = await open(['甲', '乙', '丙']);
	const row = (i: number): HTMLElement => screen.getAllByRole('listitem')[i]!;
	await fireEvent.dragStart(row(2));
	await fireEvent.dragEnd(row(2));
	expect(titles(editor)).toBe('甲乙丙');
	await fireEvent.dragStart(row(2));
	await fireEvent.drop(row(0));
	expect(titles(editor)).toBe('丙甲乙');
});
