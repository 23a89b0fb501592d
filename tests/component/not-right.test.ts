/** "Not right?" beside a record: the form, what it sends, and what it says when the server refuses. */
import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import NotRight from '#lib/components/NotRight.svelte';
import ChangeMarks from '#lib/components/ChangeMarks.svelte';
import type { Answer, Done } from '#lib/domain/change-answer.ts';
import type { ChangeSet } from '#lib/domain/change.ts';
import type { RecordEdit } from '#lib/query/record-edit.ts';
import type { ChangeContext } from '#lib/state/change-context.ts';
import ChangeStage from './support/ChangeStage.svelte';

const edit: RecordEdit = { collection: 'observations', id: 'ratio-2025', cells: { value_text: '20.38', year: '2025', basis_kind: 'annual' }, canRetire: true, unit: '%', sources: ['jjrb2603'], marks: [] };
const taken: Answer<Done> = { ok: true, value: { change: 1, hash: 'b', counts: { add: 1, correct: 1, retire: 0, comment: 0 } } };

let sent: ChangeSet[];
let answer: Answer<Done>;
let done: ReturnType<typeof vi.fn<() => Promise<void>>>;
let unlocked: string[];

// The test DOM knows the element and not its methods.
beforeAll(() => {
	HTMLDialogElement.prototype.showModal = function () {
		this.open = true;
	};
	HTMLDialogElement.prototype.close = function () {
		this.open = false;
		this.dispatchEvent(new Event('close'));
	};
});
beforeEach(() => {
	[sent, answer, done, unlocked] = [[], taken, vi.fn(() => Promise.resolve()), []];
});

const context = (editing: ChangeContext['editing'] = 'open'): ChangeContext => ({
	door: {
		send: (set) => {
			sent.push(set);
			return Promise.resolve(answer);
		},
		undo: () => Promise.reject(new Error('not asked')), list: () => Promise.reject(new Error('not asked')), saveBriefing: () => Promise.reject(new Error('not asked')), keepText: () => Promise.reject(new Error('not asked')), dropText: () => Promise.reject(new Error('not asked')), unlock: (token) => void unlocked.push(token)
	},
	editing, why: null, base: 'a', by: '', done: () => done()
});
const show = (changes: ChangeContext | null, props: Record<string, unknown> = { edit, name: '河湖水面率 2025' }) => render(ChangeStage, { props: { changes, component: NotRight, props } });
async function open(changes = context(), props?: Record<string, unknown>): Promise<void> {
	show(changes, props);
	await fireEvent.click(screen.getByRole('button', { name: /^有误？/ }));
	await screen.findByRole('dialog');
}
const type = (label: RegExp, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const send = () => fireEvent.submit(screen.getByRole('button', { name: '提交' }).closest('form')!);

describe('a planner who finds a wrong value', () => {
	it('corrects it with reason, source and name; the numbers follow the text, and the value rests on the named source', async () => {
		await open();
		expect(screen.getByRole('dialog', { name: '这条数据有误？' })).toHaveProperty('open', true);
		await type(/^改为（%）/, '20.41');
		await type(/^理由/, '公报已更新');
		await type(/^依据/, '统计公报 2026-03');
		await type(/^姓名/, ' 王丽 ');
		await send();
		const [set] = sent;
		const own = set!.rows[0]!.id;
		expect(set).toEqual({
			by: '王丽', from: '', base: 'a',
			rows: [
				{ kind: 'add', collection: 'sources', id: own, cells: { id: own, outlet_zh: '统计公报 2026-03', outlet_en: '统计公报 2026-03', quality: 'planner' }, reason: '', source: '' },
				{ kind: 'correct', collection: 'observations', id: 'ratio-2025', cells: { value_text: '20.41', value_min: '20.41', value_max: '20.41', sources: own }, reason: '公报已更新', source: '统计公报 2026-03' }
			]
		});
		expect(own).toMatch(/^own-[0-9a-f]{8}$/);
		await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
		expect(done).toHaveBeenCalledOnce();
	});

	it('chooses from the words of a closed vocabulary, and keeps the record’s sources beside the new one', async () => {
		await open();
		await fireEvent.change(screen.getByLabelText('哪一项'), { target: { value: 'basis_kind' } });
		expect(screen.getByText('年度值', { selector: 'b' })).toBeTruthy();
		await fireEvent.change(screen.getByLabelText('改为'), { target: { value: 'count' } });
		await type(/^理由/, '是计数');
		await type(/^依据/, '台账');
		await type(/^姓名/, '王丽');
		await send();
		expect(sent[0]!.rows[1]!.cells).toEqual({ basis_kind: 'count', sources: `jjrb2603;${sent[0]!.rows[0]!.id}` });
	});

	it('retires or comments without a cell', async () => {
		await open();
		await fireEvent.click(screen.getByLabelText(/^作废/));
		expect(screen.queryByLabelText('哪一项')).toBeNull();
		await type(/^理由/, '不是本区的值');
		await type(/^姓名/, '王丽');
		await send();
		expect(sent[0]!.rows).toEqual([{ kind: 'retire', collection: 'observations', id: 'ratio-2025', cells: {}, reason: '不是本区的值', source: '' }]);
	});

	it('is told when nothing differs, and why the server refused; nothing is reloaded', async () => {
		answer = { ok: false, refusal: { status: 409, zh: '数据在您打开页面之后有了变化。', en: 'The data has changed.', problems: [{ row: 1, column: 'year', zh: '“year”为“soon”。', en: '"year" is "soon".' }] } };
		await open();
		await send();
		await waitFor(() => expect(screen.getByRole('alert').textContent).toBe('新值与现值相同，没有要更正的内容。'));
		expect(sent).toEqual([]);
		await type(/^改为/, '20.41');
		await send();
		await waitFor(() => expect(screen.getByRole('alert').textContent).toBe('数据在您打开页面之后有了变化。“year”为“soon”。'));
		expect([done.mock.calls.length, screen.getByRole('dialog')]).toMatchObject([0, { open: true }]);
	});

	it('types the token where the server asks for one', async () => {
		await open(context('token'));
		await type(/^改为/, '20.41');
		await type(/^口令/, 'taihu');
		await send();
		expect(unlocked).toEqual(['taihu']);
	});

	it('is not offered to retire a record that others name', async () => {
		await open(context(), { edit: { ...edit, collection: 'projects', canRetire: false }, name: '项目' });
		expect(screen.getAllByRole('radio')).toHaveLength(2);
	});
});

describe('where nothing can be changed', () => {
	it.each([['the server is read-only', context('closed')], ['the page has no server', null]])('no control stands: %s', (_, changes) => {
		show(changes);
		expect(screen.queryByRole('button')).toBeNull();
	});
});

it('a corrected value has the shipped one struck beside it, with who, when and why', () => {
	const mark = { kind: 'correct', change: 2, by: '王丽', day: '2026-11-22', from: '', reason: '公报已更新', source: '统计公报 2026-03', cells: [{ column: 'value_text', was: '20.38', now: '20.41' }] } as const;
	const { container } = render(ChangeStage, { props: { component: ChangeMarks, props: { edit: { ...edit, marks: [mark, { ...mark, kind: 'comment', change: 0, by: '', day: '', reason: '待核对', source: '', cells: [] }] } } } });
	expect(container.querySelector('del')?.textContent).toBe('20.38%');
	expect(container.textContent).toContain('更正数值 20.38%王丽（自报姓名） 2026-11-22 · 理由：公报已更新 · 依据：统计公报 2026-03');
	expect(container.textContent).toContain('批注待核对手工写入数据文件夹，未署名');
});
