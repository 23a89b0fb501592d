/** Keeps a draft in the browser while it is written: at most half a second behind, at once when the page is hidden, one write at a time. */
import type { Draft, DraftStore } from '../ports/drafts.ts';

/** ms from a change to its write; the first change starts the clock, so that steady typing is stored too. */
export const saveAfter = 400;

export type Saved = 'saved' | 'waiting' | 'full' | 'failed';

/** What the browser says when there is no room. */
export const isFull = (error: unknown): boolean => error instanceof Error && (error.name === 'QuotaExceededError' || /quota/i.test(error.message));

export class DraftSaver {
	readonly #store: Pick<DraftStore, 'put'>;
	readonly #tell: (saved: Saved) => void;
	#waiting: Omit<Draft, 'savedAt'> | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#writing: Promise<void> = Promise.resolve();

	constructor(store: Pick<DraftStore, 'put'>, tell: (saved: Saved) => void) {
		this.#store = store;
		this.#tell = tell;
	}

	change(draft: Omit<Draft, 'savedAt'>): void {
		this.#waiting = draft;
		this.#tell('waiting');
		this.#timer ??= setTimeout(() => void this.flush(), saveAfter);
	}

	/** Done when the last change is stored, or has been told as not stored; never rejects. */
	flush(): Promise<void> {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#writing = this.#writing.then(() => this.#write());
		return this.#writing;
	}

	async #write(): Promise<void> {
		const draft = this.#waiting;
		if (!draft) return;
		this.#waiting = null;
		try {
			await this.#store.put({ ...draft, savedAt: new Date().toISOString() });
			if (!this.#waiting) this.#tell('saved');
		} catch (error) {
			// Kept, so that the next change or the closing of the page tries again.
			this.#waiting ??= draft;
			this.#tell(isFull(error) ? 'full' : 'failed');
		}
	}
}
