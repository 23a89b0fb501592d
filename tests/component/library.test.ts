import { fireEvent, screen, within } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { beforeAll, expect, test, vi } from 'vitest';
import DocumentHead from '#lib/components/DocumentHead.svelte';
import DocumentRoom from '#lib/components/DocumentRoom.svelte';
import MarkedText from '#lib/components/MarkedText.svelte';
import MatrixTable from '#lib/components/MatrixTable.svelte';
import type { Findings } from '#lib/domain/policy-text.ts';
import type { DataSource } from '#lib/ports/ports.ts';
import { documentPage } from '#lib/query/document-page.ts';
import { firstMatrix } from '#lib/query/library-url.ts';
import { documentFacts } from '#lib/query/library.ts';
import { matrixOf } from '#lib/query/matrix.ts';
import { openRegion } from '../fixtures/region.ts';
import { show as showOn, stage } from './support/stage.svelte.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any
const show = (card: Component<any>, props: Record<string, unknown>) => showOn(stage(), card, props);
const { atlas, index } = openRegion();
const never: DataSource = { records: () => new Promise(() => {}), relations: () => new Promise(() => {}), readings: () => new Promise(() => {}), passages: () => new Promise(() => {}), shapes: () => new Promise(() => {}) };
const nothing: Findings = { places: [], agencies: [], figures: [], dates: [], references: [], doubts: [] };

beforeAll(() => {
	vi.stubGlobal('ResizeObserver', class { observe() {} disconnect() {} });
	Element.prototype.scrollIntoView = () => {};
});

const openRoom = (props: Record<string, unknown> = {}) => {
	const onopen = vi.fn();
	const { container } = show(DocumentRoom, { page: documentPage(atlas, 'zh', 'plan')!, about: null, pinned: '', source: never, outline: null, dataDate: '2026-01-01', review: '', onopen, ...props });
	const row = (path: string) => container.querySelector<HTMLElement>(`[data-clause="plan#${path}"]`)!;
	const litPlaces = () => [...container.querySelectorAll('.places li.lit')].map((item) => item.textContent!.trim());
	const litClauses = () => [...container.querySelectorAll('ol > li.lit')].map((item) => item.id);
	return { container, row, litPlaces, litClauses, onopen };
};

test('pointing at a clause lights up its places, a collective with its members, and leaving it lets them go', async () => {
	const { row, litPlaces, litClauses } = openRoom();
	expect(litPlaces()).toEqual([]);
	await fireEvent.pointerEnter(row('2'));
	expect([litClauses(), litPlaces()]).toEqual([['2'], ['镜湖2', '两水1', '长河1']]);
	await fireEvent.pointerLeave(row('2'));
	expect([litClauses(), litPlaces()]).toEqual([[], []]);
	await fireEvent.pointerEnter(row('一'));
	expect(litPlaces()).toHaveLength(4);
});

test('by keyboard: focus lights a clause, arrows move to the next one, the pointer comes before the focus', async () => {
	const { row, litPlaces, litClauses, container } = openRoom();
	const number = (path: string) => row(path).querySelector<HTMLElement>('[data-step]')!;
	number('1').focus();
	await fireEvent.focusIn(number('1'));
	expect([litClauses(), litPlaces()]).toEqual([['1'], ['镜湖2']]);
	await fireEvent.keyDown(number('1'), { key: 'ArrowDown' });
	expect(document.activeElement).toBe(number('2'));
	await vi.waitFor(() => expect(litClauses()).toEqual(['2']));
	await fireEvent.pointerEnter(row('3'));
	expect(litClauses()).toEqual(['3']);
	await fireEvent.pointerLeave(row('3'));
	await fireEvent.focusOut(container.querySelector('ol')!, { relatedTarget: document.body });
	expect(litClauses()).toEqual([]);
});

test('the clause that the address names stays lit', () => {
	const { litClauses } = openRoom({ pinned: '3' });
	expect(litClauses()).toEqual(['3']);
});

test('asked for a place, only the clauses that name it are left, with their heading', () => {
	const { container, litPlaces } = openRoom({ about: { ref: 'place:two-waters', name: '两水' } });
	expect([...container.querySelectorAll('ol > li')].map(({ id }) => id)).toEqual(['一', '2']);
	expect(screen.getByRole('status').textContent).toContain('1 条涉及“两水”，共 4 条');
	expect(litPlaces()).toEqual(['镜湖2', '两水1', '长河1']);
	expect(screen.getByRole('link', { name: '显示全部条款' }).getAttribute('href')).toBe('/zh/documents/plan');
});

test('a place that only a collective stands for says so', () => {
	openRoom({ about: { ref: 'place:mirror-lake', name: '镜湖' } });
	expect(screen.getByRole('status').textContent).toContain('其中 1 条只点到它所在的统称或走廊');
});

test('a place that no clause names leaves an honest line and no clause', () => {
	const { container } = openRoom({ about: { ref: 'place:far-lake', name: '远湖' } });
	expect(screen.getByRole('status').textContent).toContain('没有条款涉及“远湖”。');
	expect(container.querySelectorAll('ol > li')).toHaveLength(0);
});

test('pointing at a place marks the clauses that name it', async () => {
	const { container } = openRoom();
	await fireEvent.pointerEnter(within(container.querySelector<HTMLElement>('.places')!).getByRole('link', { name: /^镜湖/ }));
	expect([...container.querySelectorAll('ol > li.concerned')].map(({ id }) => id)).toEqual(['1', '2']);
});

test('without an official text there is no slot for it; with one it opens inside its clause', () => {
	const { row } = openRoom({ officialText: new Map([['1', { text: '治理镜湖', start: 50, findings: { ...nothing, places: [{ start: 52, end: 54, id: 'mirror-lake', text: '镜湖' }] } }]]) });
	expect(row('2').querySelector('details')).toBeNull();
	const mark = within(row('1').querySelector('details')!).getByText('镜湖');
	expect([mark.getAttribute('href'), mark.className, mark.closest('p')!.textContent]).toEqual(['/zh/documents/plan?place=mirror-lake', expect.stringContaining('place'), '治理镜湖']);
});

test('a marked text shows overlapping marks together, and never reads its words as markup', () => {
	const text = '<img src=x onerror=alert(1)>青浦区水务局投入3亿元';
	const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
	const { container } = show(MarkedText, {
		text, findings: { ...nothing, places: [{ ...at('青浦区'), id: 'qingpu', text: '青浦区' }], agencies: [{ ...at('青浦区水务局'), id: '', text: '青浦区水务局', role: 'responsible' }], doubts: [{ ...at('3亿元'), kind: 'symbols', text: '3亿元' }] },
		hrefOf: (ref: string) => (ref.startsWith('place:') ? `/zh/${ref}` : null)
	});
	expect(container.querySelector('img')).toBeNull();
	expect(container.querySelector('.marked')!.textContent).toBe(text);
	const both = screen.getByText('青浦区');
	expect([both.tagName, both.getAttribute('href'), both.title]).toEqual(['A', '/zh/place:qingpu', '地点：qingpu；单位']);
	expect(both.className).toMatch(/place.*agency/);
	expect([screen.getByText('水务局').tagName, screen.getByText('3亿元').title]).toEqual(['MARK', '存疑：符号代替了数字']);
});

test('a document without text says what is not stated and that no text is held', () => {
	const bare = openRegion({ 'catalogue/documents.csv': (text: string) => `${text}outline,纲要,Outline,纲要,Outline,outline,,,,unknown,,,,,s-plan\n` });
	const { container } = show(DocumentHead, { document: documentFacts(bare.atlas, 'zh', bare.atlas.document.get('outline')!) });
	expect([...container.querySelectorAll('dl:first-of-type dd')].map((item) => item.textContent)).toEqual(['未载明', '未载明', '未载明', '未核实', '未载明']);
	expect(container.textContent).toContain('本库没有原文');
	expect(container.querySelector('.counts')).toBeNull();
});

test('a cell of the matrix names its place, its column and how many name the place', () => {
	show(MatrixTable, { matrix: matrixOf(atlas, index, 'zh', firstMatrix), choice: firstMatrix });
	const cell = screen.getByRole('link', { name: /^镜湖，计划：\s*2\s*点名 1$/ });
	expect([cell.title, cell.getAttribute('href')]).toEqual(['点名 1、经统称或所含地点 1', expect.stringMatching(/along=mirror-lake&document=plan&table=measures/)]);
});
