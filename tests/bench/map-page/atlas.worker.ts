/** The engine of inventories behind its own thread: filter, counts of every facet, sums; the answer travels without a copy. */
import type { Columns } from '../../../src/lib/domain/columns.ts';
import type { ColumnQuestion } from '../../../src/lib/domain/column-question.ts';
import { createColumnQuery } from '../../../src/lib/query/columns/column-query.ts';
import type { ColumnQuery } from '../../../src/lib/query/columns/column-query.ts';

let query: ColumnQuery;
let positions: Float32Array;
const post = (message: unknown, transfer: Transferable[] = []) => (self as unknown as { postMessage(message: unknown, transfer: Transferable[]): void }).postMessage(message, transfer);

self.onmessage = ({ data }: MessageEvent<{ columns: Columns } | { question: ColumnQuestion; isCompact: boolean }>) => {
	if ('columns' in data) {
		query = createColumnQuery(data.columns);
		positions = Float32Array.from(data.columns.geometry.positions);
		return post('loaded');
	}
	const answer = query.ask(data.question);
	const drawn = data.isCompact ? compact(answer.mask, answer.total) : Float32Array.from(answer.mask);
	post({ answer, drawn }, [answer.mask.buffer, drawn.buffer]);
};

function compact(mask: Uint8Array, total: number): Float32Array {
	const kept = new Float32Array(2 * total);
	let at = 0;
	for (let i = 0; i < mask.length; i++) {
		if (mask[i] === 0) continue;
		kept[at++] = positions[2 * i]!;
		kept[at++] = positions[2 * i + 1]!;
	}
	return kept;
}
