import { fireEvent, screen, within } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import FigureAccept from '#lib/components/FigureAccept.svelte';
import FigureDrop from '#lib/components/FigureDrop.svelte';
import FigureReport from '#lib/components/FigureReport.svelte';
import { loadTable } from '#lib/catalogue/formats/load-table.ts';
import type { Answer, Done } from '#lib/domain/change-answer.ts';
import type { FigureReader } from '#lib/ports/figure-reader.ts';
import { checkTable } from '#lib/query/figures/check.ts';
import { FiguresDesk, pageRows } from '#lib/state/figures-desk.svelte.ts';
import { observationHead, planned, today } from '../fixtures/workbook.ts';
import { opened, show } from './support/stage.svelte.ts';

const dataset = planned();
const csv = (...rows: string[]) => new TextEncoder().encode([observationHead.join(','), ...rows, ''].join('\n'));
const line = (year: number, value: string, indicator = 'fast-trips', outlet = '统计局') => `${indicator},${value},万人,${year},,年度值,${outlet},2024,,`;
const done: Answer<Done> = { ok: true, value: { change: 3, hash: 'x', counts: { add: 1, correct: 0, retire: 0, comment: 0 } } };

/** A reader without a worker over the same code. */
function readerOf(bytes: Uint8Array, accept: FigureReader['accept'] = async () => ({ ok: true, value: done })): FigureReader {
	let check = checkTable(dataset, '表.csv', loadTable('表.csv', bytes), today, { outlet: '', date: '', title: '' });
	return {
		read: async () => ({ ok: true, value: check.overview }),
		check: async (fallback) => ({ ok: true, value: (check = checkTable(dataset, '表.csv', loadTable('表.csv', bytes), today, fallback)).overview }),
		page: async (kind, from, count) => check.rows.filter((row) => kind === '' || row.kind === kind).slice(from, from + count),
		accept, stop: () => {}
	};
}
async function reported(bytes: Uint8Array, accept?: FigureReader['accept']): Promise<FiguresDesk> {
	const desk = new FiguresDesk(() => readerOf(bytes, accept));
	await desk.read(new File([bytes as BlobPart], '表.csv'), 'hash');
	return desk;
}

test('the report counts, shows wrong rows first with their sentence, and what stands beside what changes', async () => {
	const desk = await reported(csv(line(2023, '15'), line(2019, '14'), line(2022, '很多')));
	show(await opened(), FigureReport, { desk });
	expect(screen.getAllByRole('button').map((button) => button.textContent!.replace(/\s+/g, ' ').trim())).toEqual(['全部 3', '有误 1', '改动 1', '新增 1', '未变 0']);
	expect(screen.getByRole('button', { name: '有误 1' }).getAttribute('aria-pressed')).toBe('true');
	expect(screen.getByText('“数值”是“很多”，应为数字。请改成数字，单位写在单位列。')).toBeTruthy();
	await fireEvent.click(screen.getByRole('button', { name: '改动 1' }));
	await vi.waitFor(() => expect(screen.getByText('现为 12 万人')).toBeTruthy());
	expect(within(screen.getByRole('row', { name: /快线客流/ })).getByText('14 万人')).toBeTruthy();
});

test('ten thousand rows are never in the page at once', async () => {
	const many = Array.from({ length: 60 }, (_, i) => line(1950 + i, '15'));
	const desk = await reported(csv(...many));
	show(await opened(), FigureReport, { desk });
	expect(screen.getAllByRole('rowheader')).toHaveLength(pageRows);
	await fireEvent.click(screen.getByRole('button', { name: '下一页' }));
	await vi.waitFor(() => expect(screen.getByText(`第 ${pageRows + 1}–${2 * pageRows} 行，共 60 行`)).toBeTruthy());
});

test('while a row is wrong nothing is accepted, unless the planner says that wrong rows stay out', async () => {
	const accept = vi.fn<FigureReader['accept']>(async () => ({ ok: true, value: done }));
	const desk = await reported(csv(line(2023, '15'), line(2022, '很多')), accept);
	const onaccepted = vi.fn();
	show(await opened(), FigureAccept, { desk, onaccepted });
	const button = screen.getByRole('button', { name: '接受 1 行' }) as HTMLButtonElement;
	expect(button.disabled).toBe(true);
	await fireEvent.input(screen.getByLabelText(/您的姓名/), { target: { value: '王工' } });
	expect(button.disabled).toBe(true);
	expect(screen.getByText(/有 1 行有误/)).toBeTruthy();
	await fireEvent.click(screen.getByLabelText('1 行有误的先不要，只接受其余 1 行'));
	expect(button.disabled).toBe(false);
	await fireEvent.click(button);
	await vi.waitFor(() => expect(onaccepted).toHaveBeenCalled());
	expect(accept).toHaveBeenCalledWith({ by: '王工', reason: '', leavesWrongOut: true, token: '' });
	expect([desk.stage, desk.done!.change]).toEqual(['done', 3]);
});

test('a change of what stands needs its reason; the server’s refusal is said and the report stays', async () => {
	const desk = await reported(csv(line(2019, '14')), async () => ({ ok: true, value: { ok: false, refusal: { status: 409, zh: '数据已经变了。', en: 'Changed.', problems: [{ row: 0, column: '', zh: '第一行不对', en: 'x' }] } } }));
	show(await opened(), FigureAccept, { desk, onaccepted: () => {} });
	await fireEvent.input(screen.getByLabelText(/您的姓名/), { target: { value: '王工' } });
	expect(screen.getByText('请写明改动的理由。')).toBeTruthy();
	await fireEvent.input(screen.getByLabelText(/为什么改动 1 行/), { target: { value: '新公报' } });
	await fireEvent.click(screen.getByRole('button', { name: '接受 1 行' }));
	await vi.waitFor(() => expect(screen.getByRole('alert').textContent).toContain('数据已经变了。'));
	expect(desk.stage).toBe('report');
});

test('rows without a source are right once it is typed on the page', async () => {
	const desk = await reported(csv(line(2023, '15', 'fast-trips', '')));
	expect(desk.overview!.counts.wrong).toBe(1);
	show(await opened(), FigureAccept, { desk, onaccepted: () => {} });
	await fireEvent.input(screen.getByLabelText('出处'), { target: { value: '内部台账' } });
	await fireEvent.click(screen.getByRole('button', { name: '套用并重新核对' }));
	await vi.waitFor(() => expect(desk.overview!.counts).toEqual({ wrong: 0, changed: 0, new: 1, unchanged: 0 }));
});

test('a file of 100 MB is refused before it is read, in one sentence', async () => {
	const desk = new FiguresDesk(() => { throw new Error('no reader is made'); });
	const file = new File(['x'], '大.xlsx');
	Object.defineProperty(file, 'size', { value: 100_000_000 });
	await desk.read(file, 'hash');
	show(await opened(), FigureDrop, { desk, onfile: () => {} });
	expect(screen.getByText(/文件有 100 MB，最多 20 MB/)).toBeTruthy();
});

test('cancelling gives up at once and says that nothing was read', async () => {
	const stop = vi.fn();
	const desk = new FiguresDesk(() => ({ ...readerOf(csv(line(2023, '15'))), read: () => new Promise(() => {}), stop }));
	void desk.read(new File(['x'], '表.csv'), 'hash');
	show(await opened(), FigureDrop, { desk, onfile: () => {} });
	expect(screen.getByRole('progressbar')).toBeTruthy();
	await fireEvent.click(screen.getByRole('button', { name: '取消' }));
	expect(stop).toHaveBeenCalled();
	expect(screen.getByText('已取消，未读入任何内容。')).toBeTruthy();
});
