/** The door to the worker that reads an official text: the file goes in, its words and what stands in them come out. The file never leaves the computer. */
import type { Candidate, PolicyText } from '../domain/policy-text.ts';
import type { TextFile, TextRefusalKey } from '../domain/text-file.ts';
import type { TextRegister } from '../domain/text-register.ts';

/** What the page asks; `hash` is the dataset on screen, whose names of places, agencies and documents are looked for. */
export interface TextQuestion {
	file: File;
	hash: string;
	wantsCandidates: boolean;
}

export interface TextReading extends TextFile {
	name: string;
	/** Offsets count in `text`. */
	policy: PolicyText;
	/** One list for each document of `policy`, in their order; empty lists unless asked for. */
	candidates: Candidate[][];
}

/** `key` and `filling` make the sentence `textfile.<key>`. */
export type TextRead = { ok: true; value: TextReading } | { ok: false; key: TextRefusalKey; filling: Record<string, string | number> };
export type TextReply = { is: 'progress'; share: number } | { is: 'reply'; value: TextRead };

export interface TextReader {
	/** `onProgress` gets the share of the work, 0 to 1. Never rejects. A file that is still being read is given up. */
	read(question: TextQuestion, onProgress: (share: number) => void): Promise<TextRead>;
	/** Gives up at once, in the middle of a file too; frees all that the worker holds. */
	stop(): void;
}

const failed: TextRead = { ok: false, key: 'failed', filling: {} };

/** A worker lives for one file. */
export function createTextReader(makeWorker: () => Worker): TextReader {
	let giveUp = () => {};
	return {
		read(question, onProgress) {
			giveUp();
			const worker = makeWorker();
			return new Promise<TextRead>((resolve) => {
				const end = (value: TextRead) => {
					worker.terminate();
					resolve(value);
				};
				giveUp = () => end(failed);
				worker.onerror = giveUp;
				// The PDF reader speaks on the same line; what it says has no `is`.
				worker.onmessage = ({ data }: MessageEvent<Partial<TextReply>>) => {
					if (data.is === 'progress') onProgress(data.share!);
					else if (data.is === 'reply') end(data.value!);
				};
				worker.postMessage(question);
			});
		},
		stop: () => giveUp()
	};
}

/** Errors: rejects with a sentence when the names cannot be had. */
export async function loadTextRegister(hash: string, get: typeof fetch = fetch): Promise<TextRegister> {
	const response = await get(`/data/${hash}/text.json`);
	if (!response.ok) throw new Error(`text.json answered ${response.status}`);
	return (await response.json()) as TextRegister;
}
