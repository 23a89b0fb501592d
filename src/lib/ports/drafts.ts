/**
 * Drafts of briefings, kept in this browser (IndexedDB) and written by one tab at a time. Which tab that is, a lock says where the browser has
 * locks (a crash frees it); on plain http it has none, and tabs ask each other through a channel. A tab that loses a draft first writes what it has.
 */
import type { Briefing, Slide } from '../domain/briefing.ts';
import { createBrowserStore } from './browser-store.ts';
import { createChannel } from './channel.ts';
import type { Channel } from './channel.ts';

export interface Draft {
	briefing: Briefing;
	/** ISO 8601, UTC, of the last write. */
	savedAt: string;
	/** Version of the server's file that it was opened from; 0 where there was none. */
	base: number;
}

/** Errors: every call rejects with what the browser said (`QuotaExceededError` where storage is full); a draft that was there stays. */
export interface DraftStore {
	/** The newest first. */
	list(): Promise<Draft[]>;
	get(slug: string): Promise<Draft | null>;
	put(draft: Draft): Promise<void>;
	remove(slug: string): Promise<void>;
}

export function createDraftStore(factory: IDBFactory | undefined, name = 'shuixiang-briefings'): DraftStore {
	const { all, get, put, remove } = createBrowserStore<Draft>(factory, name, 'drafts', 'briefing.slug');
	return { list: async () => (await all()).toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1)), get, put, remove };
}

export type DraftMessage =
	| { type: 'who' | 'held' | 'free' | 'take' | 'added' | 'full' }
	/** A view of the map, sent to the tab that writes the draft. */
	| { type: 'add'; slide: Pick<Slide, 'title' | 'view' | 'seen'> };

export interface Writing {
	/** Writes what is not yet stored; the tab goes on as a reader afterwards. */
	onlost(): Promise<void>;
	/** `false`: the briefing is full. */
	onadd(slide: Pick<Slide, 'title' | 'view' | 'seen'>): boolean;
}

export interface Claim {
	readonly isWriter: boolean;
	/** Makes this tab the writer; the other one has stored its last words by then, or is gone. */
	take(): Promise<void>;
	/** Hands a slide to the tab that writes. */
	offer(slide: Pick<Slide, 'title' | 'view' | 'seen'>): Promise<'added' | 'full' | 'silent'>;
	release(): void;
}

/** How long another tab may think before it counts as gone, ms. */
const patience = 400;

/** Asks for the right to write a draft; without it the claim reads only. */
export async function claimDraft(slug: string, locks: LockManager | undefined, writing: Writing, open: typeof createChannel<DraftMessage> = createChannel): Promise<Claim> {
	const channel = open(`draft ${slug}`);
	let isWriter = false;
	let free: () => void = () => {};
	const drop = () => {
		isWriter = false;
		free();
	};
	const stop = channel.listen((message) => {
		if (!isWriter) return;
		if (message.type === 'who') channel.send({ type: 'held' });
		else if (message.type === 'add') channel.send({ type: writing.onadd(message.slide) ? 'added' : 'full' });
		else if (message.type === 'take') void writing.onlost().finally(() => {
			drop();
			channel.send({ type: 'free' });
		});
	});
	/** A lock is held as long as its promise is open. */
	const hold = (options: LockOptions): Promise<boolean> => new Promise((resolve) => {
		locks!.request(`draft ${slug}`, options, (lock) => {
			if (!lock) return resolve(false);
			resolve(true);
			return new Promise<void>((end) => (free = end));
		}).catch(() => {
			if (isWriter) void writing.onlost();
			isWriter = false;
			resolve(false);
		});
	});
	isWriter = locks !== undefined && (await hold({ ifAvailable: true }));
	// A page that is just being left frees its lock a moment later and answers no longer.
	if (!isWriter && (await ask(channel, { type: 'who' }, ['held'], 80)) === null) isWriter = locks ? await hold({ ifAvailable: true }) : true;
	return {
		get isWriter() {
			return isWriter;
		},
		async take() {
			if (isWriter) return;
			await ask(channel, { type: 'take' }, ['free'], patience * 5);
			isWriter = locks ? await hold({ steal: true }) : true;
		},
		async offer(slide) {
			const answer = await ask(channel, { type: 'add', slide }, ['added', 'full']);
			return answer === 'added' || answer === 'full' ? answer : 'silent';
		},
		release() {
			drop();
			stop();
			channel.close();
		}
	};
}

function ask(channel: Channel<DraftMessage>, question: DraftMessage, answers: readonly DraftMessage['type'][], ms = patience): Promise<DraftMessage['type'] | null> {
	return new Promise((resolve) => {
		const timer = setTimeout(() => end(null), ms);
		const stop = channel.listen(({ type }) => answers.includes(type) && end(type));
		function end(answer: DraftMessage['type'] | null): void {
			clearTimeout(timer);
			stop();
			resolve(answer);
		}
		channel.send(question);
	});
}
