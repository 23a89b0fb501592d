import { describe, expect, it } from 'vitest';
import type { ColumnMessage, ColumnQuestion, ColumnReply } from '#lib/domain/column-question.ts';
import type { Columns } from '#lib/domain/columns.ts';
import { createColumnWorker } from '#lib/ports/column-worker.ts';
import { createColumnQuery } from '#lib/query/columns/column-query.ts';
import { serveColumns } from '#lib/query/columns/worker-protocol.ts';
import { generateRegion, regionRivers } from '../../../bench/region-generator.ts';

const makeLayer = (): Columns => generateRegion({ times: 8, seed: 5 });
const layer = makeLayer();
const river = regionRivers()[0]!;
const along: ColumnQuestion = { filter: { is: 'within', subject: 'river', withinM: 1500 } };

/** A worker on the same thread: messages are cloned and handed over as between threads, and each slice is one step long. */
function createFake(heard: ColumnReply<Uint8Array, number[]>[] = []) {
	const listening: (() => void)[] = [];
	let time = 0;
	const worker = { onmessage: (_: { data: unknown }) => {}, terminate() {} } as unknown as Worker & { onmessage: (event: { data: unknown }) => void };
	const hear = serveColumns<Uint8Array, number[]>({
		send(reply, transfer) {
			const data = structuredClone(reply, { transfer });
			heard.push(data);
			worker.onmessage({ data });
		},
		draw: ({ geometry }) => ({ drawing: geometry.shape.slice(), paint: (mask) => [mask.length] }),
		listen: () => new Promise((resolve) => {
			listening.push(resolve);
			setTimeout(() => listening.shift()?.());
		}),
		now: () => (time += 5)
	});
	worker.postMessage = ((message: ColumnMessage, transfer: Transferable[]) => void hear(structuredClone(message, { transfer }))) as Worker['postMessage'];
	return worker;
}
const open = async (heard?: ColumnReply<Uint8Array, number[]>[]) => {
	const door = createColumnWorker<Uint8Array, number[]>(() => createFake(heard));
	const summary = await door.load(makeLayer(), () => {});
	door.setSubject('river', [river]);
	return { door, summary };
};

describe('the worker that holds columns', () => {
	it('hands over what the map needs first, then says what there is to ask', async () => {
		const order: string[] = [];
		const columns = makeLayer();
		const door = createColumnWorker<Uint8Array, number[]>(() => createFake());
		const summary = await door.load(columns, (drawing) => order.push(`${drawing.length}`));
		expect([...order, summary.map(({ name }) => name).join()]).toEqual(['8000', 'kind,status,owner,material,year,length,investment,name']);
		expect(columns.geometry.positions, 'handed over, not copied').toHaveLength(0);
	});

	it('answers as the thread itself would', async () => {
		const { door } = await open();
		const query = createColumnQuery(layer);
		query.setSubject('river', [river]);
		const question: ColumnQuestion = { filter: { all: [along.filter, { is: 'category', column: 'status', of: ['在用', ''] }] }, bins: { zoom: 9, cellPx: 48, bbox: null } };
		const answer = await door.ask(question);
		expect(answer).toEqual({ ...query.ask(question), painting: [8000] });
		expect(answer!.total).toBeGreaterThan(100);
	});

	it('a newer question ends the older in the middle of its work, and is answered right after it', async () => {
		const heard: ColumnReply<Uint8Array, number[]>[] = [];
		const { door } = await open(heard);
		const shares: number[] = [];
		const first = door.ask(along, (share) => shares.push(share));
		await new Promise((resolve) => setTimeout(resolve));
		const second = door.ask({ filter: { is: 'within', subject: 'river', withinM: 300 } });
		expect(await first).toBeNull();
		const query = createColumnQuery(layer);
		query.setSubject('river', [river]);
		expect((await second)!.mask).toEqual(query.ask({ filter: { is: 'within', subject: 'river', withinM: 300 } }).mask);
		expect(shares.length).toBeGreaterThan(0);
		expect(shares.every((share) => share > 0 && share < 1)).toBe(true);
		expect(heard.filter(({ is }) => is === 'answer')).toHaveLength(1);
	});

	it('hears a cancel in the middle of the work', async () => {
		const { door } = await open();
		const asked = door.ask(along);
		await new Promise((resolve) => setTimeout(resolve));
		door.cancel();
		expect(await asked).toBeNull();
		expect((await door.ask(along))!.total).toBeGreaterThan(100);
	});

	it('says so when columns do not fit together, and when none are loaded', async () => {
		const door = createColumnWorker<Uint8Array, number[]>(() => createFake());
		await expect(door.ask(along)).rejects.toThrow('no columns are loaded');
		await expect(door.load({ geometry: { ...makeLayer().geometry, rowStart: undefined as never }, attributes: [] }, () => {})).rejects.toThrow();
	});
});
