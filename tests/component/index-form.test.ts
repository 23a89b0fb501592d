import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import IndexForm from '#lib/components/IndexForm.svelte';
import IndexTable from '#lib/components/IndexTable.svelte';
import PngButton from '#lib/components/PngButton.svelte';
import { translator } from '#lib/i18n/index.ts';
import { indexKnown, subjectsOf } from '#lib/query/development-data.ts';
import { indexPage } from '#lib/query/development-page.ts';
import { decodeIndex } from '#lib/query/development-url.ts';
import { addLine, openRegion } from '../fixtures/region.ts';
import { show, stage } from './support/stage.svelte.ts';

const { atlas } = openRegion({ 'catalogue/observations.csv': (text) => addLine('fast-trips-2021,fast-trips,20,20,20,2021,,annual,,,,,s-news')(text) });
const writer = { lang: 'zh' as const, t: translator('zh') };
const subjects = subjectsOf(atlas, writer);
const { choice } = decodeIndex('?of=delta&i=fast-trips:30', indexKnown(subjects));
const index = indexPage(atlas, writer, subjects, choice);
afterEach(() => vi.unstubAllGlobals());

test('every weight is a named field of a plain form, with its share and its values beside it', () => {
	const { container } = show(stage(), IndexForm, { index, choice, example: '/zh/index' });
	const weight = screen.getByRole('spinbutton', { name: '快线客流的权重' });
	expect([weight.getAttribute('name'), (weight as HTMLInputElement).value]).toEqual(['w.fast-trips', '30']);
	expect(weight.closest('li')!.textContent).toMatch(/100%.*2019 12 万人.*2021 20 万人/);
	const form = container.querySelector('form')!;
	expect([form.method, form.getAttribute('action'), new FormData(form).get('norm'), new FormData(form).get('partial')]).toEqual(['get', '/zh/index', 'minmax', null]);
});

test('a hole in the table is hollow and never a zero', () => {
	const holed = { ...index, rows: index.rows.map((row, i) => (i === 0 ? { ...row, index: null, text: '', cells: row.cells.map((cell) => ({ ...cell, text: '', score: '', points: null, pointsText: '', why: 'nothing' as const })) } : row)) };
	show(stage(), IndexTable, { index: holed });
	const [first, second] = screen.getAllByRole('row')[1]!.querySelectorAll<HTMLElement>('td.n:not(:nth-child(2))');
	expect(first!.textContent.trim()).toBe('无数据');
	expect(second!.textContent).toContain('分数 100');
});

test('a browser that cannot draw says so and points to the SVG', async () => {
	const drawing = document.createElement('div');
	drawing.append(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
	vi.stubGlobal('Image', class { decode = () => Promise.reject(new Error('no')); });
	show(stage(), PngButton, { drawing, caption: { title: '客流', notes: [] }, name: 'fast-trips' });
	await fireEvent.click(await screen.findByRole('button', { name: '下载图 PNG' }));
	await waitFor(() => expect(screen.getByRole('status').textContent).toBe('浏览器没有画成，请用 SVG。'));
});
