import { cleanup, screen, within } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { expect, test, vi } from 'vitest';
import { shapeLayers } from '#lib/domain/shape.ts';
import type { Shape, Shapes } from '#lib/domain/shape.ts';
import CompareFigures from '#lib/components/CompareFigures.svelte';
import CompareForm from '#lib/components/CompareForm.svelte';
import CompareMaps from '#lib/components/CompareMaps.svelte';
import CompareRecords from '#lib/components/CompareRecords.svelte';
import DifferenceList from '#lib/components/DifferenceList.svelte';
import GovernmentBoard from '#lib/components/GovernmentBoard.svelte';
import { translator } from '#lib/i18n/index.ts';
import { layerIds } from '#lib/map/layer-ids.ts';
import type { DataSource } from '#lib/ports/ports.ts';
import { createAtlas } from '#lib/query/atlas.ts';
import { comparePicks } from '#lib/query/compare-picks.ts';
import { decodeCompare } from '#lib/query/compare-url.ts';
import { compareViews } from '#lib/query/compare.ts';
import { governmentBoard } from '#lib/query/government-board.ts';
import { buildIndex } from '#lib/query/query-index.ts';
import { publish } from '#lib/server/publish.ts';
import { readRoots } from '#lib/server/roots.ts';
import { openRegion } from '../fixtures/region.ts';
import { show as showOn, stage } from './support/stage.svelte.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any
const show = (card: Component<any>, props: Record<string, unknown>) => showOn(stage(), card, props);
const writer = { lang: 'zh' as const, t: translator('zh') };
const { dataset, relations } = publish(readRoots());
const atlas = createAtlas(dataset, relations);
const query = { atlas, index: buildIndex(atlas) };
const ask = (a: string, b: string) => decodeCompare(`?a=${encodeURIComponent(a)}&b=${encodeURIComponent(b)}`);
const compare = (a: string, b: string) => compareViews(query, writer, ask(a, b), (id) => layerIds.includes(id))!;
const lakes = () => compare('along=dianshan-lake&within=0', 'along=yuandang-lake&within=0');
const rowOf = (name: string) => within(screen.getByRole('rowheader', { name }).closest('tr')!).getAllByRole('cell').map(({ textContent }) => textContent);

test('a sum says for how many projects it is known on each side, and is not subtracted', () => {
	show(CompareFigures, { compared: lakes() });
	const [a, b, difference] = rowOf('投资（亿元）');
	expect([a, b]).toEqual([expect.stringMatching(/项中已知 \d+ 项/), expect.stringMatching(/项中已知 \d+ 项/)]);
	expect(difference).toMatch(/^不相减：A 已知 \d+ 项，B 已知 \d+ 项，都不全$/);
	expect(rowOf('项目')[2]).toMatch(/^[−+]?\d+$/);
});

test('each record stands in one list, with why it is on each side, and leads to itself', () => {
	const { container } = show(CompareRecords, { compared: lakes() });
	const texts = (within: Element, selector: string) => [...within.querySelectorAll(selector)].map(({ textContent }) => textContent);
	const both = [...container.querySelectorAll('details')].find((part) => part.textContent!.startsWith('两侧都有'))!;
	expect(texts(both, 'thead th')).toEqual(['名称', '状态、条款或数值', '长度（km）', '投资（亿元）', '为何在 A', '为何在 B', '来源']);
	const names = texts(container, 'tbody th');
	expect(new Set(names).size).toBe(names.length);
	expect(screen.getByText('元荡岸线生态修复三期（青浦）').getAttribute('href')).toMatch(/select=project:yuandang-phase3$/);
});

test('of two years the list begins with what changed, and tells what one year does not know apart from it', () => {
	show(CompareRecords, { compared: compare('along=husuhu-hsr,yuandang-lake&year=2021', 'along=husuhu-hsr,yuandang-lake&year=2025') });
	const [changed, appeared] = [screen.getAllByText(/^两侧都有，状态或数值不同/)[0]!.closest('details')!, screen.getAllByText(/^两侧都有，其中一侧当时没有记载/)[0]!.closest('details')!];
	expect(changed.open).toBe(true);
	expect(within(changed).getByText('沪苏湖高铁').closest('tr')!.textContent).toMatch(/A：在建或推进中 2020.* → B：已完工 2024/);
	expect(appeared.textContent).toMatch(/A：当年状态不明；B：/);
});

test('the form offers four parts of each question and keeps the rest of it', () => {
	const asked = ask('along=dianshan-lake&within=0&status=building', 'district=qingpu,wujiang');
	const compared = compare(asked.sides.a!, asked.sides.b!);
	const { container } = show(CompareForm, { asked, sides: compared.sides, picks: comparePicks(query, writer) });
	const form = new FormData(container.querySelector('form')!);
	expect(Object.fromEntries(form)).toEqual({ a: asked.sides.a, b: asked.sides.b, 'a.place': 'dianshan-lake', 'a.district': '', 'a.document': '', 'a.year': '', 'b.place': '', 'b.district': 'keep', 'b.document': '', 'b.year': '' });
	expect(screen.getByRole('link', { name: 'A、B 对调' }).getAttribute('href')).toBe(`/zh/compare?a=district%3Dqingpu,wujiang&b=along%3Ddianshan-lake%26within%3D0%26status%3Dbuilding`);
});

test('three governments stand side by side with clauses, and an empty one says what our data hold', () => {
	const board = governmentBoard(atlas, writer, 'yuandang-lake')!;
	show(GovernmentBoard, { board });
	const column = (name: string) => screen.getByRole('heading', { level: 2, name: new RegExp(`^${name}`) }).closest('section')!;
	expect(column('青浦区').textContent).toMatch(/元荡岸线生态修复三期（青浦）.*2022 开工.*3\.1 km · 5\.8 亿元/);
	expect(within(column('青浦区')).getByText('行动计划·23').getAttribute('href')).toMatch(/select=clause:action-plan%2323$/);
	expect(column('嘉善县').textContent).toMatch(/^嘉善县图上不涉及\s*我们的数据中没有\s*$/);
	cleanup();
	show(DifferenceList, { differences: board.differences });
	expect(screen.getByRole('rowheader', { name: /^同一项目的分段/ }).closest('tr')!.textContent).toMatch(/青浦区.*已建成 2023-05.*吴江区.*已建成 2022/);
});

test('without WebGL2 one sentence stands for both maps, and no divider', async () => {
	vi.stubGlobal('ResizeObserver', class { observe(): void {} disconnect(): void {} });
	vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
	const { publication } = openRegion();
	const shapes = Object.fromEntries(shapeLayers.map((layer) => [layer, JSON.parse(publication.files.get(`geometry-${layer}.json`)!) as Shape[]])) as Shapes;
	const source = { records: () => Promise.resolve(publication.dataset), relations: () => Promise.resolve(publication.relations), shapes: () => Promise.resolve(shapes) } as unknown as DataSource;
	show(CompareMaps, { compared: lakes(), mode: 'swipe', source, outline: null, dataDate: dataset.dataDate, review: '', pointed: null });
	await expect.poll(() => screen.queryAllByRole('status').filter(({ textContent }) => textContent?.includes('WebGL2')).length).toBe(1);
	expect([screen.queryByRole('slider'), screen.queryByRole('group', { name: '两侧的地图' })]).toEqual([null, null]);
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});
