/** The page's side of loading an official text: what the worker is doing, what it found, which of our documents a part is, what the server said. */
import type { Refusal } from '../domain/change-answer.ts';
import type { DocumentText } from '../domain/policy-text.ts';
import { textLimits } from '../domain/text-file.ts';
import type { TextRefusalKey } from '../domain/text-file.ts';
import type { ChangeDoor } from '../ports/changes.ts';
import type { TextReader, TextReading } from '../ports/text-reader.ts';

export type TextStage = 'idle' | 'reading' | 'refused' | 'found' | 'keeping' | 'kept';

export class TextDesk {
	stage = $state<TextStage>('idle');
	file = $state('');
	share = $state(0);
	refusal = $state.raw<{ key: TextRefusalKey; filling: Record<string, string | number> } | null>(null);
	reading = $state.raw<TextReading | null>(null);
	/** Start of the part of the text that is the document of this page, where its title did not tell. */
	chosen = $state<number | null>(null);
	/** What the server said against it. */
	turnedDown = $state.raw<Refusal | null>(null);

	readonly #reader: TextReader;
	readonly #document: string;
	#turn = 0;

	/** `document`: the one whose page this is. */
	constructor(document: string, reader: TextReader) {
		this.#document = document;
		this.#reader = reader;
	}

	/** Parts of the text that may be asked about: those of no document of ours, unless one is this page's by its title. */
	get candidates(): DocumentText[] {
		const documents = this.reading?.policy.documents ?? [];
		return documents.some(({ id }) => id === this.#document) ? [] : documents.filter(({ id }) => id === '');
	}
	get isTooLong(): boolean {
		return (this.reading?.text.length ?? 0) > textLimits.heldChars;
	}
	/** Nothing of ours is in it, and nothing was chosen to be. */
	get isUseless(): boolean {
		return this.chosen === null && !this.reading?.policy.documents.some(({ id }) => id !== '');
	}
	/** The document of this page in the text. */
	get own(): DocumentText | undefined {
		return this.reading?.policy.documents.find(({ id, start }) => id === this.#document || start === this.chosen);
	}

	async read(file: File, hash: string): Promise<void> {
		this.stop();
		const turn = this.#turn;
		[this.stage, this.file, this.share] = ['reading', file.name, 0];
		const read = await this.#reader.read({ file, hash, wantsCandidates: false }, (share) => (this.share = share));
		if (turn !== this.#turn) return;
		if (read.ok) [this.reading, this.stage] = [read.value, 'found'];
		else [this.refusal, this.stage] = [{ key: read.key, filling: read.filling }, 'refused'];
	}

	/** Sends the words, never the file. `true` where they were kept. */
	async keep(door: ChangeDoor, by: string): Promise<boolean> {
		const { name, text } = this.reading!;
		[this.stage, this.turnedDown] = ['keeping', null];
		const answer = await door.keepText({ name, text, by, assigned: this.chosen === null ? {} : { [this.chosen]: this.#document } });
		if (!answer.ok) [this.turnedDown, this.stage] = [answer.refusal, 'found'];
		else [this.reading, this.stage] = [null, 'kept'];
		return answer.ok;
	}

	/** Forgets the file, in the middle of reading too. */
	stop(): void {
		this.#turn++;
		this.#reader.stop();
		[this.stage, this.reading, this.refusal, this.turnedDown, this.chosen] = ['idle', null, null, null, null];
	}
}
