/** Provable citations as a planner sees them: the sign, what it rests on, and the box where a text is loaded. */
import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import Citation from '#lib/components/Citation.svelte';
import ClausePanel from '#lib/components/ClausePanel.svelte';
import DocumentProof from '#lib/components/DocumentProof.svelte';
import DocumentRoom from '#lib/components/DocumentRoom.svelte';
import type { Answer } from '#lib/domain/change-answer.ts';
import type { Proof, TextEntry } from '#lib/domain/proof.ts';
import type { DataSource } from '#lib/ports/ports.ts';
import type { TextRead } from '#lib/ports/text-reader.ts';
import { createAtlas } from '#lib/query/atlas.ts';
import { citeClause } from '#lib/query/cite.ts';
import { documentPage } from '#lib/query/document-page.ts';
import { clauseCard } from '#lib/query/record-cards.ts';
import type { ChangeContext } from '#lib/state/change-context.ts';
import { readPolicy } from '#lib/text/read-policy.ts';
import { openRegion } from '../fixtures/region.ts';
import ChangeStage from './support/ChangeStage.svelte';
import { show, stage } from './support/stage.svelte.ts';

const proof = (clause: string, more: Partial<Proof> = {}): Proof => ({ clause: `plan#${clause}`, state: 'proved', differences: [], text: '计划.docx', on: '2026-11-20', at: { start: 20, end: 48 }, ...more });
const proofs = [proof('1'), proof('2', { state: 'differs', differences: [{ what: 'elsewhere', ours: '30公里', theirs: '3' }, { what: 'wording', ours: '1200', theirs: '1180' }] }), proof('3', { state: 'not-found', at: { start: 0, end: 0 } })];
const { atlas } = openRegion();
const proved = createAtlas({ ...atlas.dataset, proofs }, atlas.relations);
const never: DataSource = { records: () => new Promise(() => {}), relations: () => new Promise(() => {}), readings: () => new Promise(() => {}), passages: () => new Promise(() => {}), shapes: () => new Promise(() => {}) };

test.each([['1', '已核对', '据“计划.docx”，2026-11-20 载入，正文第 21–48 字'], ['2', '有出入', '“30公里”印在“3”，不在这一条\n文字与摘要所据的文本不同：摘要所据 1,200 字，这份 1,180 字'], ['3', '未找到', '据“计划.docx”，2026-11-20 载入']])('a citation of clause %s says %s and by which text', (path, word, told) => {
	show(stage(), Citation, { citation: citeClause(proved, 'zh', `plan#${path}`)! });
	expect(screen.getByText(word).title).toContain(told);
});

test('without a text a citation says nothing of it, and the panel of the clause says quietly that it is not checked', () => {
	const { container, unmount } = show(stage(), Citation, { citation: citeClause(atlas, 'zh', 'plan#1')! });
	expect(container.textContent).toBe('计划·1');
	unmount();
	show(stage(), ClausePanel, { card: clauseCard(atlas, 'zh', 'plan#1')! });
	expect(screen.getByText('未核对').parentElement!.textContent).toBe('未核对 没有载入这份文件的正文。');
});

test('the panel of a clause lists what differs, and gives another reason where no number leads to it', () => {
	const { unmount } = show(stage(), ClausePanel, { card: clauseCard(proved, 'zh', 'plan#2')! });
	expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(expect.arrayContaining(['“30公里”印在“3”，不在这一条']));
	unmount();
	show(stage(), ClausePanel, { card: clauseCard(proved, 'zh', 'plan#一')! });
	expect(screen.getByText('未核对').parentElement!.textContent).toBe('未核对 正文里没有印出的编号可以对到这一条。');
});

test('the clauses of a document carry their sign where a text is loaded, and none where not', () => {
	vi.stubGlobal('ResizeObserver', class { observe() {} disconnect() {} });
	const room = { about: null, pinned: '', source: never, outline: null, dataDate: '2026-01-01', review: '', onopen: () => {} };
	const first = show(stage(), DocumentRoom, { ...room, page: documentPage(atlas, 'zh', 'plan')! });
	expect(first.container.querySelectorAll('.proof')).toHaveLength(0);
	first.unmount();
	const words = { text: '1.治理镜湖。', start: 20, findings: { places: [], agencies: [], figures: [], dates: [], references: [], doubts: [] } };
	const { container } = show(stage(), DocumentRoom, { ...room, page: documentPage(proved, 'zh', 'plan')!, officialText: new Map([['1', words]]) });
	expect([...container.querySelectorAll('ol > li')].map((row) => row.querySelector('.proof')!.textContent)).toEqual(['未核对', '已核对', '有出入', '未找到']);
	expect(container.querySelector('[data-clause="plan#1"] .marked')!.textContent).toBe('1.治理镜湖。');
});

const text = '关于印发某计划的通知\n\n一、水\n1.治理镜湖。\n2.疏通两水。\n';
let kept: unknown[];
let dropped: string[];
let read: TextRead;
let answer: Answer<{ sum: string; hash: string }>;
beforeEach(() => {
	[kept, dropped] = [[], []];
	answer = { ok: true, value: { sum: 'a', hash: 'b' } };
	read = { ok: true, value: { name: '通知.txt', format: 'txt', encoding: 'utf-8', text, policy: readPolicy(text), candidates: [] } };
});
const done = vi.fn(() => Promise.resolve());
const refuse = () => Promise.reject(new Error('not asked'));
const context = (editing: ChangeContext['editing'], why: ChangeContext['why'] = null): ChangeContext => ({
	door: {
		send: refuse, undo: refuse, list: refuse, saveBriefing: refuse, unlock: () => {},
		keepText: (given) => (kept.push(given), Promise.resolve(answer)), dropText: (sum) => (dropped.push(sum), Promise.resolve(answer))
	},
	editing, why, base: 'a', by: '', done
});
const entry: TextEntry = { sum: '0123456789abcdef', name: '计划.docx', at: '2026-11-20T01:00:00Z', by: '王工', characters: 5881, documents: [{ document: 'plan', titleZh: '三角洲行动计划', titleEn: '', isUsed: true, proved: 1, differs: 1, notFound: 1, unchecked: 1 }] };
const openBox = (changes: ChangeContext | null, texts: TextEntry[] = []) => render(ChangeStage, { props: { changes, component: DocumentProof, props: { document: { id: 'plan', title: '三角洲行动计划' }, clauses: ['plan#一', 'plan#1', 'plan#2', 'plan#3', 'plan#导语'], texts, hash: 'a', titles: { plan: '三角洲行动计划' }, makeReader: () => ({ read: () => Promise.resolve(read), stop: () => {} }) } } });
const choose = async () => fireEvent.change(screen.getByLabelText('选择文件'), { target: { files: [new File([text], '通知.txt')] } });
const keepButton = () => screen.getByRole<HTMLButtonElement>('button', { name: '保存为正文', hidden: true });

test('a text whose title is not known cannot be kept until the planner says which document it is; then its words are sent', async () => {
	openBox(context('open'));
	expect(screen.getByText('正文：未载入')).toBeTruthy();
	await choose();
	await waitFor(() => expect(screen.getByText(/没有认出《三角洲行动计划》/)).toBeTruthy());
	expect(keepButton().disabled).toBe(true);
	await fireEvent.click(screen.getByLabelText('关于印发某计划的通知'));
	expect(screen.getByText(/本页 4 条有编号的条款找到 3 条/)).toBeTruthy();
	await fireEvent.submit(keepButton().closest('form')!);
	await waitFor(() => expect(kept).toEqual([{ name: '通知.txt', text, by: '', assigned: { [readPolicy(text).documents[0]!.start]: 'plan' } }]));
	await waitFor(() => expect(screen.getByText('已保存，核对结果在下面各条。')).toBeTruthy());
	expect(done).toHaveBeenCalled();
});

test('a file that cannot be read, and a text that the server refuses, each give one sentence', async () => {
	read = { ok: false, key: 'size', filling: { mb: 240, most: 200 } };
	openBox(context('open'));
	await choose();
	await waitFor(() => expect(screen.getByText(/没有读成“通知.txt”：文件有 240 MB，最多 200 MB/)).toBeTruthy());
	read = { ok: true, value: { name: '通知.txt', format: 'txt', encoding: 'utf-8', text, policy: readPolicy(text, { register: [{ title: '关于印发某计划的通知', id: 'plan' }] }), candidates: [] } };
	answer = { ok: false, refusal: { status: 507, problems: [], zh: '磁盘已满。', en: 'Full.' } };
	await choose();
	await waitFor(() => expect(keepButton().disabled).toBe(false));
	await fireEvent.submit(keepButton().closest('form')!);
	await waitFor(() => expect(screen.getByRole('alert', { hidden: true }).textContent).toBe('磁盘已满。'));
});

test('a loaded text is named with its day and counts, and taken out by its sum; a server that takes no changes offers neither', async () => {
	const { unmount, container } = openBox(context('open'), [entry]);
	expect(container.querySelector('.state')!.textContent).toBe('正文：已载入“计划.docx”，2026-11-201 条已核对、1 条有出入、1 条未找到、1 条没有编号可对');
	await fireEvent.click(screen.getByRole('button', { name: '移除正文“计划.docx”', hidden: true }));
	await waitFor(() => expect([dropped, screen.getByText(/已移除“计划.docx”/) !== null]).toEqual([['0123456789abcdef'], true]));
	unmount();
	openBox(context('closed', { zh: '只供查看。', en: 'Read-only.' }), [entry]);
	expect([screen.queryByRole('button', { hidden: true }), screen.queryByLabelText('选择文件'), screen.getByText('只供查看。').textContent]).toEqual([null, null, '只供查看。']);
});
