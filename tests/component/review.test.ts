/** Reviewing a dropped document by keyboard: what each letter does, what is asked first, what is kept, what is sent. */
import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import ReadDrop from '#lib/components/ReadDrop.svelte';
import ReviewFilters from '#lib/components/ReviewFilters.svelte';
import ReviewSend from '#lib/components/ReviewSend.svelte';
import ReviewTable from '#lib/components/ReviewTable.svelte';
import type { Answer, Done } from '#lib/domain/change-answer.ts';
import type { ChangeSet } from '#lib/domain/change.ts';
import type { KeptReview } from '#lib/domain/review.ts';
import type { BrowserStore } from '#lib/ports/browser-store.ts';
import type { TextRead } from '#lib/ports/text-reader.ts';
import { namesIn } from '#lib/query/ingest/say-review.ts';
import type { ChangeContext } from '#lib/state/change-context.ts';
import { pageRows, ReviewDesk } from '#lib/state/review-desk.svelte.ts';
import { draftPlan, filledDocument, readingOf } from '../fixtures/reading.ts';
import { openRegion } from '../fixtures/region.ts';
import ChangeStage from './support/ChangeStage.svelte';

const { publication: { dataset } } = openRegion();
let kept: Map<string, KeptReview>;
let sent: ChangeSet[];
let answer: Answer<Done>;
beforeEach(() => { [kept, sent, answer] = [new Map(), [], { ok: true, value: { change: 3, hash: 'b', counts: { add: 2, correct: 0, retire: 0, comment: 0 } } }]; });

const store = (): BrowserStore<KeptReview> => ({ all: async () => [...kept.values()], get: async (key) => kept.get(key) ?? null, put: async (thing) => void kept.set(thing.sum, structuredClone(thing)), remove: async (key) => void kept.delete(key) });
async function deskOf(text = draftPlan, read?: () => Promise<TextRead>): Promise<ReviewDesk> {
	const desk = new ReviewDesk({ makeReader: () => ({ read: read ?? (async () => ({ ok: true, value: await readingOf(text) })), stop: () => {} }), records: async () => dataset, store: store() });
	await desk.read(new File([text], '方案.txt'), 'a');
	return desk;
}
const changes = (): ChangeContext => ({
	door: { send: async (set) => { sent.push(set); return answer; }, undo: () => Promise.reject(new Error('not asked')), list: () => Promise.reject(new Error('not asked')), saveBriefing: () => Promise.reject(new Error('not asked')), keepText: () => Promise.reject(new Error('not asked')), dropText: () => Promise.reject(new Error('not asked')), unlock: () => {} },
	editing: 'open', why: null, base: 'a', by: '', done: async () => {}
});
// eslint-disable-next-line @typescript-eslint/no-explicit-any
const show = (component: any, desk: ReviewDesk, props: Record<string, unknown> = {}) => render(ChangeStage, { props: { changes: changes(), component, props: { desk, nameOf: namesIn(desk.review!, dataset, 'zh'), ...props } } });
const current = (): HTMLElement => screen.getAllByRole('row').find((row) => row.getAttribute('aria-selected') === 'true')!;
const press = (key: string): Promise<unknown> => fireEvent.keyDown(current(), { key });

describe('the review table', () => {
	it('moves by letters, arrows and space, with the focus on the current row and its passage beneath', async () => {
		show(ReviewTable, await deskOf());
		expect(current().textContent).toContain('三角洲水环境治理实施方案');
		for (const key of ['j', 'ArrowDown', ' ']) await press(key);
		await waitFor(() => expect(document.activeElement).toBe(current()));
		expect(current().textContent).toMatch(/关联.*镜湖/);
		expect(within(screen.getByRole('group', { name: '原文' })).getByText('镜湖').tagName).toBe('MARK');
		await press('k');
		expect(current().textContent).toContain('目标');
		expect(screen.getAllByRole('row').filter((row) => row.tabIndex === 0)).toHaveLength(1);
	});

	it('A on a row that misses something opens its field; with it the row is accepted', async () => {
		const desk = await deskOf();
		show(ReviewTable, desk);
		await press('a');
		expect(screen.getByRole('status').textContent).toBe('先补全“三角洲水环境治理实施方案”：类别。');
		const kind = screen.getByLabelText(/^类别/);
		await waitFor(() => expect(document.activeElement).toBe(kind));
		await fireEvent.keyDown(kind, { key: 'r' });
		expect(desk.decisions).toEqual({});
		await fireEvent.change(kind, { target: { value: 'implementation-plan' } });
		await fireEvent.submit(kind.closest('form')!);
		expect(desk.decisions).toEqual({ '0/document': 'accepted' });
		expect(screen.getByRole('status').textContent).toContain('已接受');
		expect(current().textContent).toContain('总体要求');
	});

	it('R rejects, U takes the last decision back though its row has left the list, Escape closes the fields', async () => {
		const desk = await deskOf();
		show(ReviewTable, desk);
		await press('r');
		expect([desk.decisions, current().textContent!.includes('总体要求')]).toEqual([{ '0/document': 'rejected' }, true]);
		await press('u');
		expect([desk.decisions, current().textContent!.includes('三角洲水环境治理实施方案')]).toEqual([{}, true]);
		await press('e');
		await fireEvent.keyDown(screen.getByLabelText(/^类别/), { key: 'Escape' });
		expect(screen.queryByLabelText(/^类别/)).toBeNull();
	});

	it('five hundred candidates are never in the page at once', async () => {
		const many = `长清单方案\n${Array.from({ length: 500 }, (_, i) => `${i + 1}.加快治理镜湖第${i + 1}段。`).join('\n')}\n`;
		const desk = await deskOf(many);
		expect(desk.rows.length).toBeGreaterThan(1000);
		show(ReviewTable, desk);
		expect(screen.getAllByRole('row').length).toBe(pageRows + 2);
		await fireEvent.click(screen.getByRole('button', { name: '下一页' }));
		await waitFor(() => expect(current().getAttribute('aria-rowindex')).toBe(String(pageRows + 2)));
	});

	it('many links at once are counted and asked for', async () => {
		const desk = await deskOf();
		desk.correct('0/document', filledDocument);
		desk.correct('0/measure/(一)', { kind: 'action', domain: 'eco' });
		show(ReviewFilters, desk);
		await fireEvent.click(screen.getByRole('button', { name: '接受 2 条把握高的关联' }));
		expect(screen.getByText(/将接受 2 条关联/)).toBeTruthy();
		expect(desk.accepted.filter(({ kind }) => kind === 'link')).toHaveLength(0);
		await fireEvent.click(screen.getByRole('button', { name: '确定接受' }));
		expect(desk.accepted.filter(({ kind }) => kind === 'link')).toHaveLength(2);
	});
});

describe('decisions', () => {
	it('outlive a closed tab, under the sum of the text', async () => {
		const desk = await deskOf();
		desk.correct('0/document', filledDocument);
		desk.reject('0/measure/三');
		await waitFor(() => expect([...kept.values()][0]?.decisions).toEqual({ '0/document': 'accepted', '0/measure/三': 'rejected' }));
		const again = await deskOf();
		expect([again.decisions, again.edits['0/document']?.id, again.readBefore !== '']).toEqual([{ '0/document': 'accepted', '0/measure/三': 'rejected' }, 'delta-water-plan', true]);
		expect((await deskOf(`${draftPlan}四、其他\n另行通知。\n`)).decisions).toEqual({});
	});

	it('are told where the browser keeps nothing', async () => {
		const desk = new ReviewDesk({ makeReader: () => ({ read: async () => ({ ok: true, value: await readingOf(draftPlan) }), stop: () => {} }), records: async () => dataset, store: { ...store(), put: () => Promise.reject(new Error('full')) } });
		await desk.read(new File(['x'], '方案.txt'), 'a');
		desk.reject();
		await waitFor(() => expect(desk.cannotKeep).toBe(true));
	});
});

describe('writing', () => {
	it('needs a name, sends one set, and what was sent is no longer accepted', async () => {
		const desk = await deskOf();
		desk.correct('0/document', filledDocument);
		const onsent = vi.fn();
		show(ReviewSend, desk, { onsent });
		const button = screen.getByRole('button', { name: '写入 1 条' }) as HTMLButtonElement;
		expect(button.disabled).toBe(true);
		await fireEvent.input(screen.getByLabelText(/核对人姓名/), { target: { value: '王工' } });
		await fireEvent.click(button);
		await waitFor(() => expect(onsent).toHaveBeenCalled());
		expect(sent.map(({ by, from, base, rows }) => [by, from, base, rows.map(({ kind, collection }) => `${kind} ${collection}`)])).toEqual([['王工', '方案.txt', 'a', ['add sources', 'add documents']]]);
		expect([desk.done!.change, desk.decisions]).toEqual([3, {}]);
	});

	it('what the server says of a row stands beside it, and nothing is lost', async () => {
		const desk = await deskOf();
		desk.correct('0/document', filledDocument);
		answer = { ok: false, refusal: { status: 422, zh: '有 1 处问题。', en: 'x', problems: [{ row: 1, column: 'id', zh: '编号已经存在。', en: 'x' }] } };
		show(ReviewSend, desk, { onsent: () => {} });
		await fireEvent.input(screen.getByLabelText(/核对人姓名/), { target: { value: '王工' } });
		await fireEvent.click(screen.getByRole('button', { name: '写入 1 条' }));
		await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('编号已经存在。'));
		expect(desk.decisions).toEqual({ '0/document': 'accepted' });
		await fireEvent.click(screen.getByRole('button', { name: '到这一条' }));
		show(ReviewTable, desk);
		expect(current().textContent).toContain('编号已经存在。');
	});
});

describe('what cannot be reviewed', () => {
	it('a text without clauses is said to have none, and offers nothing', async () => {
		const desk = await deskOf('镜湖很美。我们去了镜湖。');
		render(ChangeStage, { props: { component: ReadDrop, props: { desk, onfile: () => {} } } });
		expect(desk.stage).toBe('unstructured');
		expect(screen.getByText(/^没有条款结构/)).toBeTruthy();
	});

	it('a refusal of the reader is one sentence; 300 MB are refused before they are read', async () => {
		const desk = await deskOf('x', async () => ({ ok: false, key: 'password', filling: {} }));
		render(ChangeStage, { props: { component: ReadDrop, props: { desk, onfile: () => {} } } });
		expect(screen.getByText(/文件有密码，没有打开/)).toBeTruthy();
		const file = new File(['x'], '大.txt');
		Object.defineProperty(file, 'size', { value: 300_000_000 });
		const big = new ReviewDesk({ makeReader: () => { throw new Error('no reader is made'); }, records: async () => dataset, store: null });
		await big.read(file, 'a');
		expect(big.refusal).toEqual({ key: 'size', filling: { mb: 300, most: 200 } });
	});
});
