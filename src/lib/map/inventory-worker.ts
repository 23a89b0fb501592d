/** The page's side of the worker that holds plugged-in layers. Never rejects: `null` where a layer could not be had. */
import type { AssetAnswer, AssetCard, AssetFound, AssetLine, AssetQuestion, AssetRows, AssetSort, FacetField, InventoryMessage, InventoryReply } from '../domain/inventory-question.ts';
import type { InventoryLayer } from '../domain/inventory.ts';
import type { Drawing } from './columns-data.ts';

export interface InventoryWorker {
	/** Values of each category field, no data left out. */
	load(layer: InventoryLayer): Promise<Record<string, string[]> | null>;
	ask(id: string, question: AssetQuestion): Promise<AssetAnswer<Drawing> | null>;
	rows(id: string, question: Pick<AssetQuestion, 'filter' | 'grounds'>, most: number): Promise<AssetRows | null>;
	/** What its rows can be chosen by. */
	fields(id: string): Promise<FacetField[] | null>;
	lines(id: string, sort: AssetSort, from: number, count: number): Promise<AssetLine[] | null>;
	all(id: string, sort: AssetSort): Promise<AssetLine[] | null>;
	/** The features of GeoJSON that pass the last question, parted by commas: UTF-8. */
	features(id: string): Promise<Blob | null>;
	/** `hash`: the dataset whose waters and corridors are looked at; `null` for what the row itself says. */
	card(id: string, row: number, hash: string | null): Promise<AssetCard | null>;
	find(id: string, text: string, limit: number): Promise<AssetFound[] | null>;
	stop(): void;
}

export function createInventoryWorker(makeWorker: () => Worker): InventoryWorker {
	const worker = makeWorker();
	const waiting = new Map<number, (value: unknown) => void>();
	let number = 0;
	const giveUp = () => {
		for (const resolve of waiting.values()) resolve(null);
		waiting.clear();
	};
	worker.onmessage = ({ data }: MessageEvent<InventoryReply>) => {
		waiting.get(data.number)?.(data.value);
		waiting.delete(data.number);
	};
	worker.onerror = giveUp;
	const ask = <T>(message: InventoryMessage) => new Promise<T | null>((resolve) => {
		waiting.set(++number, resolve as (value: unknown) => void);
		worker.postMessage({ number, ...message });
	});
	return {
		load: (layer) => ask({ ask: 'load', layer }),
		ask: (id, question) => ask({ ask: 'question', id, question }),
		rows: (id, question, most) => ask({ ask: 'rows', id, question, most }),
		fields: (id) => ask({ ask: 'fields', id }),
		lines: (id, sort, from, count) => ask({ ask: 'lines', id, sort, from, count }),
		all: (id, sort) => ask({ ask: 'all', id, sort }),
		features: (id) => ask({ ask: 'features', id }),
		card: (id, row, hash) => ask({ ask: 'card', id, row, hash }),
		find: (id, text, limit) => ask({ ask: 'find', id, text, limit }),
		stop() {
			worker.terminate();
			giveUp();
		}
	};
}
