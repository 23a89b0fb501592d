/** Own layers as a planner sees them: the coordinate system is chosen before anything is sent, rows go in chunks, a layer is taken out and put back. */
import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import HeldLayers from '#lib/components/HeldLayers.svelte';
import LayerFound from '#lib/components/LayerFound.svelte';
import type { AssetRow, InventoryLayer, StatedLayer } from '#lib/domain/inventory.ts';
import type { LayerDoor } from '#lib/ports/layer-door.ts';
import type { FileLook, LayerReader } from '#lib/ports/layer-reader.ts';
import type { ChangeContext } from '#lib/state/change-context.ts';
import { LayerDesk } from '#lib/state/layer-desk.svelte.ts';
import ChangeStage from './support/ChangeStage.svelte';

const field = (name: string, type: 'text' | 'number') => ({ name, label: name, type, unit: '', distinct: 2, missing: 1, min: null, max: null, examples: ['<b>甲</b>', '乙'] });
const look: FileLook = {
	sum: 'a'.repeat(64), problems: [],
	layers: [{
		name: '', count: 3, shapes: { point: 2, line: 0, area: 0, none: 1 }, fields: [field('名称', 'text'), field('长度', 'number')], coordinates: undefined, problems: [{ row: 3, key: 'no-geometry', with: {}, level: 'skipped' }],
		found: { crs: null, basis: 'range', candidates: [{ crs: { datum: 'wgs84' }, share: 0.9 }, { crs: { datum: 'gcj02' }, share: 0.7 }], doubt: '', named: '' }
	}]
};
const row = (n: number): AssetRow => ({ row: n, geometry: null, properties: {} });
const reader = (): LayerReader => ({
	read: () => Promise.resolve(look), shifts: (_, crs) => Promise.resolve([{ crs, metres: 0, share: 0.9, positions: [[121, 31]] }, { crs: { datum: crs.datum === 'wgs84' ? 'gcj02' : 'wgs84' }, metres: 512, share: 0.7, positions: [[121.004, 31.002]] }]),
	place: () => Promise.resolve({ columns: null as never, count: 3, unplaced: 1, bbox: null, problems: [] }), rows: (from) => Promise.resolve(from === 0 ? { rows: [row(1), row(2)], next: 2 } : { rows: [row(3)], next: null }), stop: () => {}
});
const layer: InventoryLayer = { id: 'pumps', title: '<i>泵站</i>', file: 'pumps.csv', sum: '', crs: { datum: 'gcj02' }, accuracyM: null, source: '', date: '', count: 1200, unplaced: 3, bbox: null, fields: [], roles: {}, style: { colour: 0 }, addedAt: '2026-11-22T00:00:00Z', addedBy: '' };
const refused = { ok: false as const, refusal: { status: 507, zh: '磁盘已满，图层没有保存。请腾出空间后再试。', en: '', problems: [] } };
const door = (changed: Partial<LayerDoor> = {}): LayerDoor => ({
	list: vi.fn(), begin: vi.fn(() => Promise.resolve({ ok: true as const, value: { draft: 'd' } })), append: vi.fn(() => Promise.resolve({ ok: true as const, value: { rows: 0 } })), abort: vi.fn(() => Promise.resolve({ ok: true as const, value: { draft: 'd' } })),
	finish: vi.fn(() => Promise.resolve({ ok: true as const, value: layer })), change: vi.fn(), drop: vi.fn(() => Promise.resolve({ ok: true as const, value: { id: 'pumps' } })), restore: vi.fn(() => Promise.resolve({ ok: true as const, value: layer })), unlock: vi.fn(), ...changed
});
const changes = { editing: 'open', why: null, base: 'x', by: '', door: null as never, done: async () => {} } as unknown as ChangeContext;
const known = Promise.resolve({ area: [120, 30, 122, 32] as [number, number, number, number], boundary: { type: 'Polygon' as const, coordinates: [] } });

async function open(given: LayerDoor) {
	const desk = new LayerDesk(reader, given);
	await desk.read(new File(['{}'], '泵站.geojson'), known, 1);
	render(ChangeStage, { props: { changes, component: LayerFound, props: { desk, shapes: null, colour: 1, onaccepted: () => {} } } });
	return desk;
}

test('nothing is sent before the planner has said which coordinate system it is', async () => {
	const given = door();
	const desk = await open(given);
	expect(screen.getByText('先选定坐标系。')).toBeTruthy();
	const go = screen.getByRole('button', { name: '接受 3 个要素' });
	expect((go as HTMLButtonElement).disabled).toBe(true);
	await fireEvent.click(screen.getByRole('radio', { name: /GCJ-02/ }));
	await screen.findByText(/比所选平均偏 510 m/);
	expect((screen.getByLabelText('名称 的用途') as HTMLSelectElement).value).toBe('name');
	expect(screen.getAllByText('<b>甲</b>、乙')).toHaveLength(2);
	await fireEvent.submit(go.closest('form')!);
	await waitFor(() => expect(desk.stage).toBe('done'));
	expect(vi.mocked(given.begin).mock.calls[0]![0]).toMatchObject({ title: '泵站', crs: { datum: 'gcj02' }, accuracyM: null, roles: { name: '名称', length: '长度' }, style: { colour: 1 } } satisfies Partial<StatedLayer>);
	expect(vi.mocked(given.append).mock.calls.map(([, chunk, rows]) => [chunk, rows.map((one) => one.row)])).toEqual([[0, [1, 2]], [1, [3]]]);
	expect(given.finish).toHaveBeenCalledWith('d', 3);
});

test('a chunk that the server refuses ends the upload; what was typed stays', async () => {
	const given = door({ append: vi.fn(() => Promise.resolve(refused)) });
	const desk = await open(given);
	await fireEvent.click(screen.getByRole('radio', { name: /WGS84/ }));
	await fireEvent.submit(screen.getByRole('button', { name: '接受 3 个要素' }).closest('form')!);
	expect((await screen.findByRole('alert')).textContent).toContain('磁盘已满');
	expect(given.abort).toHaveBeenCalledWith('d');
	expect(given.finish).not.toHaveBeenCalled();
	expect([desk.stage, desk.crs]).toEqual(['found', { datum: 'wgs84' }]);
});

test('an answer that was lost is asked for again, once, under the same number', async () => {
	const lost = { ok: false as const, refusal: { ...refused.refusal, status: 0 } };
	const append = vi.fn().mockResolvedValueOnce(lost).mockResolvedValue({ ok: true, value: { rows: 2 } });
	const desk = await open(door({ append }));
	await fireEvent.click(screen.getByRole('radio', { name: /WGS84/ }));
	await fireEvent.submit(screen.getByRole('button', { name: '接受 3 个要素' }).closest('form')!);
	await waitFor(() => expect(desk.stage).toBe('done'));
	expect(append.mock.calls.map(([, chunk]) => chunk as number)).toEqual([0, 0, 1]);
});

test('a layer says what it is, is taken out after a question, and put back', async () => {
	const given = door();
	const onchange = vi.fn(() => Promise.resolve());
	render(ChangeStage, { props: { changes, component: HeldLayers, props: { layers: [layer], broken: [], door: given, onchange } } });
	expect(screen.getByRole('heading').textContent).toBe('<i>泵站</i>');
	expect(screen.getAllByText('未注明')).toHaveLength(2);
	await fireEvent.click(screen.getByRole('button', { name: '移除“<i>泵站</i>”' }));
	expect(given.drop).not.toHaveBeenCalled();
	await fireEvent.click(screen.getByRole('button', { name: '确认移除' }));
	await fireEvent.click(await screen.findByRole('button', { name: '恢复' }));
	await waitFor(() => expect(given.restore).toHaveBeenCalledWith('pumps'));
	expect(onchange).toHaveBeenCalledTimes(2);
});

test('where the server takes no changes a layer is seen and downloaded, not changed', () => {
	render(ChangeStage, { props: { changes: { ...changes, editing: 'closed', why: { zh: '只供查看。', en: '' } } as ChangeContext, component: HeldLayers, props: { layers: [layer], broken: ['old'], door: door(), onchange: () => Promise.resolve() } } });
	expect(screen.queryAllByRole('button')).toEqual([]);
	expect(screen.getByRole('link', { name: 'CSV' }).getAttribute('href')).toBe('/api/layers/pumps/layer.csv');
	expect(screen.getByText(/layers\/old/)).toBeTruthy();
});
