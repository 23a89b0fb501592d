import { expect, it } from 'vitest';
import type { LayerReply } from '#lib/ports/layer-reader.ts';
import { createLayerReader } from '#lib/ports/layer-reader.ts';

function fakeWorker() {
	const worker = { asked: [] as { number: number; ask: string }[], isEnded: false, onmessage: (_: { data: LayerReply }) => {}, onerror: () => {}, postMessage: (question: { number: number; ask: string }) => worker.asked.push(question), terminate: () => (worker.isEnded = true) };
	return worker;
}

it('a planner who gives up in the middle of a file gets an answer at once, and never half the rows as if they were all', async () => {
	const worker = fakeWorker();
	const reader = createLayerReader(() => worker as unknown as Worker);
	const shares: number[] = [];
	const reading = reader.read(new File([], 'a.csv'), [0, 0, 1, 1], (share) => shares.push(share));
	worker.onmessage({ data: { is: 'progress', share: 0.5 } });
	reader.stop();
	expect(await reading).toMatchObject({ layers: [], problems: [{ key: 'failed', level: 'refused' }] });
	expect([shares, worker.isEnded]).toEqual([[0.5], true]);
	expect(await reader.rows(0)).toBeNull();
	expect(await reader.place({ layer: 0, crs: { datum: 'wgs84' }, isSwapped: false, fields: [] })).toBeNull();
});

it('answers go to the questions they are of, whatever their order', async () => {
	const worker = fakeWorker();
	const reader = createLayerReader(() => worker as unknown as Worker);
	const [first, second] = [reader.rows(0), reader.rows(9)];
	worker.onmessage({ data: { is: 'reply', number: 2, value: { rows: [], next: 9 } } });
	worker.onmessage({ data: { is: 'reply', number: 1, value: { rows: [], next: null } } });
	expect([await first, await second]).toEqual([{ rows: [], next: null }, { rows: [], next: 9 }]);
});
