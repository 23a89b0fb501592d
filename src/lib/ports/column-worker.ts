/** The door to the worker that holds a layer in columns: questions go in, arrays for the map, the table and the filters come out. The page's own thread never goes through the rows. */
import type { Geometry } from 'geojson';
import type { ColumnMessage, ColumnQuestion, ColumnReply, ColumnSummary, Painted } from '../domain/column-question.ts';
import { buffersOf } from '../domain/columns.ts';
import type { Columns } from '../domain/columns.ts';

export interface ColumnWorker<Drawing, Painting> {
	/** Takes the columns: they cannot be read here afterwards. `onDrawn` gets the map's arrays, first. Errors: rejects with the worker's words. */
	load(columns: Columns, onDrawn: (drawing: Drawing) => void): Promise<ColumnSummary[]>;
	/** A geometry to ask about under a key; `null` forgets it. Before the question that names it. */
	setSubject(key: string, geometries: Geometry[] | null): void;
	/** `null` where a newer question or `cancel` came first. `onProgress` gets the share of a long step, 0 to 1. Errors: rejects with the worker's words. */
	ask(question: ColumnQuestion, onProgress?: (share: number) => void): Promise<Painted<Painting> | null>;
	cancel(): void;
	/** Frees all that the worker holds. */
	stop(): void;
}

interface Asked<Painting> {
	answer(value: Painted<Painting> | null): void;
	fail(error: Error): void;
	progress(share: number): void;
}

/** One worker a layer. */
export function createColumnWorker<Drawing, Painting>(makeWorker: () => Worker): ColumnWorker<Drawing, Painting> {
	const worker = makeWorker();
	const asked = new Map<number, Asked<Painting>>();
	let loading: { drawn(drawing: Drawing): void; loaded(summary: ColumnSummary[]): void; fail(error: Error): void } | undefined;
	let number = 0;
	const say = (message: ColumnMessage, handedOver: ArrayBuffer[] = []) => worker.postMessage(message, handedOver);
	const failAll = (reason: string) => {
		loading?.fail(new Error(reason));
		for (const { fail } of asked.values()) fail(new Error(reason));
		asked.clear();
	};
	worker.onerror = ({ message }) => failAll(message);
	worker.onmessage = ({ data }: MessageEvent<ColumnReply<Drawing, Painting>>) => {
		switch (data.is) {
			case 'drawn': return loading?.drawn(data.drawing);
			case 'loaded': return loading?.loaded(data.summary);
			case 'progress': return asked.get(data.number)?.progress(data.share);
			case 'failed': if (data.number === 0) return loading?.fail(new Error(data.reason));
		}
		const waiting = asked.get(data.number);
		asked.delete(data.number);
		if (data.is === 'failed') waiting?.fail(new Error(data.reason));
		else waiting?.answer(data.is === 'answer' ? data.answer : null);
	};
	return {
		load: (columns, onDrawn) => new Promise((resolve, reject) => {
			loading = { drawn: onDrawn, loaded: resolve, fail: reject };
			say({ ask: 'load', columns }, buffersOf(columns));
		}),
		setSubject: (key, geometries) => say({ ask: 'subject', key, geometries }),
		ask: (question, onProgress = () => {}) => new Promise((resolve, reject) => {
			asked.set(++number, { answer: resolve, fail: reject, progress: onProgress });
			say({ ask: 'question', number, question });
		}),
		cancel: () => say({ ask: 'cancel', number }),
		stop() {
			worker.terminate();
			for (const { answer } of asked.values()) answer(null);
			asked.clear();
		}
	};
}
