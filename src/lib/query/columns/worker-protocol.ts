/**
 * The worker's side of questions to columns: one layer, one question at a time, the newest. It works in slices and listens between them, so a newer
 * question or a cancel ends the older within a slice; what a question given up has measured is kept. Arrays are handed over, never copied.
 */
import type { ColumnMessage, ColumnQuestion, ColumnReply } from '../../domain/column-question.ts';
import { buffersOf } from '../../domain/columns.ts';
import type { Columns } from '../../domain/columns.ts';
import { createColumnQuery } from './column-query.ts';
import type { ColumnQuery } from './column-query.ts';

/** Longest time without listening, but for one step (a pass over the rows: 1 ms at 100,000). */
export const sliceMs = 8;

export interface ColumnServer<Drawing, Painting> {
	send(reply: ColumnReply<Drawing, Painting>, handedOver: ArrayBuffer[]): void;
	/** Arrays for the map, and what a mask changes in them; both are handed over, so neither shares an array with the columns or the other. */
	draw(columns: Columns): { drawing: Drawing; paint(mask: Uint8Array): Painting };
	/** Lets waiting messages in. */
	listen(): Promise<void>;
	now(): number;
}

export function serveColumns<Drawing, Painting>({ send, draw, listen, now }: ColumnServer<Drawing, Painting>): (message: ColumnMessage) => Promise<void> {
	let open: { query: ColumnQuery; paint(mask: Uint8Array): Painting } | undefined;
	let newest = 0;

	/** Errors: none; `undefined` where a newer question came. */
	async function work<T>(steps: Generator<number, T>, number: number): Promise<{ value: T } | undefined> {
		let end = now() + sliceMs;
		for (;;) {
			const step = steps.next();
			if (step.done) return { value: step.value };
			if (now() < end) continue;
			if (step.value > 0) send({ is: 'progress', number, share: step.value }, []);
			await listen();
			if (newest !== number) return undefined;
			end = now() + sliceMs;
		}
	}

	async function answer(number: number, question: ColumnQuestion): Promise<void> {
		newest = number;
		try {
			if (!open) throw new Error('no columns are loaded');
			const found = await work(open.query.steps(question), number);
			if (!found) return send({ is: 'over', number }, []);
			const answer = { ...found.value, painting: open.paint(found.value.mask) };
			send({ is: 'answer', number, answer }, buffersOf(answer));
			await listen();
			if (newest === number) await work(silently(open.query.quietly()), number);
		} catch (error) {
			send({ is: 'failed', number, reason: error instanceof Error ? error.message : String(error) }, []);
		}
	}

	function load(columns: Columns): void {
		try {
			const { drawing, paint } = draw(columns);
			send({ is: 'drawn', drawing }, buffersOf(drawing));
			open = { query: createColumnQuery(columns), paint };
			send({ is: 'loaded', summary: open.query.summary }, []);
		} catch (error) {
			send({ is: 'failed', number: 0, reason: error instanceof Error ? error.message : String(error) }, []);
		}
	}

	return async (message) => {
		switch (message.ask) {
			case 'load': return load(message.columns);
			case 'subject': return open?.query.setSubject(message.key, message.geometries);
			case 'question': return answer(message.number, message.question);
			case 'cancel': if (message.number === newest) newest = 0;
		}
	};
}

/** Without its progress, which nobody waits for. */
function* silently(steps: Generator<number, void>): Generator<number, void> {
	for (const _ of steps) yield 0;
}
