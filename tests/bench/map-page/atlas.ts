/** Ours: columns in a worker, facets and sums counted with every step, and what deck gets: one filter value a row as a GPU attribute, or the rows that pass as a new array. */
import { DataFilterExtension } from '@deck.gl/extensions';
import { ScatterplotLayer } from '@deck.gl/layers';
import type { MapLibreOverlay } from '@deck.gl/maplibre';
import type { ColumnAnswer, ColumnQuestion } from '../../../src/lib/domain/column-question.ts';
import type { Columns } from '../../../src/lib/domain/columns.ts';
import AtlasWorker from './atlas.worker.ts?worker';
import type { Candidate, PointTable, Step } from './steps.ts';

function columnsOf({ count, positions, status, statuses, year }: PointTable): Columns {
	const counting = Uint32Array.from({ length: count + 1 }, (_, i) => i);
	const bounds = new Float64Array(4 * count);
	for (let i = 0; i < count; i++) bounds.set([positions[2 * i]!, positions[2 * i + 1]!, positions[2 * i]!, positions[2 * i + 1]!], 4 * i);
	return {
		geometry: { count, shape: new Uint8Array(count).fill(1), positions, ringStart: counting, partStart: counting, rowStart: counting, bounds },
		attributes: [{ type: 'category', name: 'status', codes: status, values: statuses }, { type: 'number', name: 'year', values: year }]
	};
}

const questionOf = ({ statuses, from, to }: Step, words: readonly string[]): ColumnQuestion => ({ filter: { all: [{ is: 'category', column: 'status', of: statuses.map((code) => words[code]!) }, { is: 'number', column: 'year', from, to }] } });

interface Reply {
	answer: ColumnAnswer;
	drawn: Float32Array;
}

export async function inColumns(overlay: MapLibreOverlay, table: PointTable, way: 'attribute' | 'rebuilt'): Promise<Candidate> {
	const worker = new AtlasWorker();
	const ask = (message: unknown): Promise<Reply> => new Promise((resolve) => {
		worker.onmessage = ({ data }: MessageEvent<Reply>) => resolve(data);
		worker.postMessage(message);
	});
	await ask({ columns: columnsOf(table) });
	const positions = Float32Array.from(table.positions);
	const extensions = [new DataFilterExtension({ filterSize: 1 })];
	const look = { id: 'rows', radiusUnits: 'pixels', getRadius: 2, getFillColor: [13, 107, 120] } as const;
	return {
		async show(step) {
			const { answer, drawn } = await ask({ question: questionOf(step, table.statuses), isCompact: way === 'rebuilt' });
			const layer = way === 'rebuilt'
				? new ScatterplotLayer({ ...look, data: { length: answer.total, attributes: { getPosition: { value: drawn, size: 2 } } } })
				: new ScatterplotLayer({
					...look, data: { length: table.count, attributes: { getPosition: { value: positions, size: 2 }, getFilterValue: { value: drawn, size: 1 } } }, extensions,
					filterRange: [1, 1]
				});
			overlay.setProps({ layers: [layer] });
			await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
		}
	};
}
