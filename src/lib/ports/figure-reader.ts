/** The door to the worker that reads a planner's file: the file goes in, pages of the report come out, and what is accepted leaves from there. The page's own thread never holds ten thousand rows. */
import type { Answer, Done } from '../domain/change-answer.ts';
import type { FallbackSource, ReportOverview, ReportRow, RowKind } from '../domain/figure-report.ts';
import type { Filling, RefusalKey } from '../domain/loaded-table.ts';

export type Phase = 'reading' | 'loading' | 'checking';
export type Told<T> = { ok: true; value: T } | { ok: false; key: RefusalKey; filling: Filling };
export interface Accepting {
	by: string;
	reason: string;
	leavesWrongOut: boolean;
	token: string;
}

/** What the page asks; `hash` is the dataset on screen, which the file is checked against. */
export type Question =
	| { ask: 'read'; file: File; hash: string; fallback: FallbackSource }
	| { ask: 'check'; fallback: FallbackSource }
	| { ask: 'page'; kind: RowKind | ''; from: number; count: number }
	| { ask: 'accept'; with: Accepting };
export type Reply =
	| { is: 'progress'; phase: Phase; done: number; total: number }
	| { is: 'reply'; number: number; value: unknown };

export interface FigureReader {
	/** `onProgress` gets the rows that are done, or the share of the file (total 1). */
	read(file: File, hash: string, fallback: FallbackSource, onProgress: (phase: Phase, done: number, total: number) => void): Promise<Told<ReportOverview>>;
	/** The same rows with another source for those that name none. */
	check(fallback: FallbackSource): Promise<Told<ReportOverview>>;
	page(kind: RowKind | '', from: number, count: number): Promise<ReportRow[]>;
	/** Sends what is accepted; `refused` where the set is too large to send. */
	accept(accepting: Accepting): Promise<Told<Answer<Done>>>;
	/** Gives up at once, in the middle of a file too. */
	stop(): void;
}

const failed: Told<never> = { ok: false, key: 'failed', filling: {} };

/** One worker a file: stopping it frees all it holds. */
export function createFigureReader(makeWorker: () => Worker): FigureReader {
	const worker = makeWorker();
	const waiting = new Map<number, (value: unknown) => void>();
	let number = 0;
	let progress: (phase: Phase, done: number, total: number) => void = () => {};
	const giveUp = () => {
		for (const answer of waiting.values()) answer(failed);
		waiting.clear();
	};
	worker.onmessage = ({ data }: MessageEvent<Reply>) => {
		if (data.is === 'progress') return progress(data.phase, data.done, data.total);
		waiting.get(data.number)?.(data.value);
		waiting.delete(data.number);
	};
	worker.onerror = giveUp;
	const ask = <T>(question: Question) => new Promise<T>((resolve) => {
		waiting.set(++number, resolve as (value: unknown) => void);
		worker.postMessage({ number, ...question });
	});
	return {
		read(file, hash, fallback, onProgress) {
			progress = onProgress;
			return ask({ ask: 'read', file, hash, fallback });
		},
		check: (fallback) => ask({ ask: 'check', fallback }),
		page: (kind, from, count) => ask({ ask: 'page', kind, from, count }),
		accept: (accepting) => ask({ ask: 'accept', with: accepting }),
		stop() {
			worker.terminate();
			giveUp();
		}
	};
}
