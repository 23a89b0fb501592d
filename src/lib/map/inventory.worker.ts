/** Holds plugged-in layers in columns, off the page's thread: fetches and parses rows, answers filters with drawings, gives pages of the table. */
import type { InventoryMessage, InventoryReply } from '../domain/inventory-question.ts';
import type { Shapes } from '../domain/shape.ts';
import { createHttpSource } from '../ports/http-source.ts';
import { fetchRows } from '../ports/layer-rows.ts';
import { createAssets } from './inventory-assets.ts';
import type { Assets } from './inventory-assets.ts';

const open = new Map<string, Promise<Assets>>();
const grounds = new Map<string, Promise<Shapes>>();
const shapesOf = (hash: string): Promise<Shapes> => {
	const known = grounds.get(hash) ?? createHttpSource('', hash).shapes();
	grounds.set(hash, known);
	known.catch(() => grounds.delete(hash));
	return known;
};

async function answer(message: InventoryMessage): Promise<unknown> {
	if (message.ask === 'load') {
		const { layer } = message;
		const known = open.get(layer.id) ?? fetchRows(layer).then((rows) => createAssets(layer, rows));
		open.set(layer.id, known);
		known.catch(() => open.delete(layer.id));
		return known.then(({ values }) => values);
	}
	const assets = await open.get(message.id);
	if (!assets) return null;
	switch (message.ask) {
		case 'fields': return assets.fields();
		case 'question': return assets.ask(message.question);
		case 'rows': return assets.rows(message.question, message.most);
		case 'lines': return assets.lines(message.sort, message.from, message.count);
		case 'all': return assets.lines(message.sort, 0, Infinity);
		case 'features': return new Blob([...assets.features()]);
		case 'card': return assets.card(message.row, message.hash === null ? null : await shapesOf(message.hash).catch(() => null));
		case 'find': return assets.find(message.text, message.limit);
		case 'forget': return open.delete(message.id);
	}
}

/** Arrays are handed over, not copied. */
const buffersIn = (value: unknown): ArrayBuffer[] => (ArrayBuffer.isView(value) ? [value.buffer as ArrayBuffer] : typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.values(value).flatMap(buffersIn) : []);

self.onmessage = async ({ data }: MessageEvent<InventoryMessage & { number: number }>) => {
	const value = await answer(data).catch(() => null);
	const reply: InventoryReply = { number: data.number, value };
	self.postMessage(reply, { transfer: data.ask === 'question' ? [...new Set(buffersIn(value))] : [] });
};
