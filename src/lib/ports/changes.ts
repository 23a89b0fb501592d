/** The door through which a planner's changes leave the page. The app gives the http form; a briefing in one file has none. */
import type { Answer, ChangeLog, Done, Refusal } from '../domain/change-answer.ts';
import type { ChangeSet } from '../domain/change.ts';

/** Never rejects: what goes wrong comes back as a refusal in both languages, a server out of reach included. */
export interface ChangeDoor {
	/** Taken whole or not at all. */
	send(set: ChangeSet): Promise<Answer<Done>>;
	/** Takes back one set; without a number the newest that still counts. `by` is self-declared and may be empty. */
	undo(change?: number, by?: string): Promise<Answer<Done>>;
	list(): Promise<Answer<ChangeLog>>;
	/** Saves a briefing: the text of its file and the version that it was opened from (0: none). */
	saveBriefing(slug: string, text: string, base: number): Promise<Answer<{ slug: string; version: number; date: string }>>;
	/** Keeps an official text by which clauses are proved; `assigned` names the document of ours that starts at an offset. */
	keepText(text: { name: string; text: string; by: string; assigned: Record<number, string> }): Promise<Answer<{ sum: string; hash: string }>>;
	dropText(sum: string): Promise<Answer<{ sum: string; hash: string }>>;
	/** Token of a server that asks for one; kept in memory only. */
	unlock(token: string): void;
}

const unreached: Refusal = {
	status: 0, problems: [],
	zh: '没有连上服务器，改动没有送达，数据未变。请检查服务是否在运行，再试一次。',
	en: 'The server was not reached; nothing was changed. Check that it is running and try again.'
};
const unread = (status: number): Refusal => ({
	status, problems: [],
	zh: `服务器以 ${status} 答复，内容无法识别，改动没有生效。请重新载入页面后再试。`,
	en: `The server answered ${status} in a form that is not understood; nothing was changed. Reload the page and try again.`
});

const isRefusal = (value: unknown): value is Refusal => typeof value === 'object' && value !== null && 'zh' in value && 'en' in value && 'problems' in value;

export interface Asker {
	/** Without a body it reads, with one it changes. */
	ask<T>(path: string, body?: unknown, method?: string): Promise<Answer<T>>;
	unlock(token: string): void;
}

/** Questions to our own server that never reject. */
export function createAsker(base: string, get: typeof fetch): Asker {
	let token = '';
	async function ask<T>(path: string, body?: unknown, method = 'POST'): Promise<Answer<T>> {
		const headers = { Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...(token ? { Authorization: `Bearer ${token}` } : {}) };
		let response: Response;
		try {
			response = await get(`${base}${path}`, body === undefined ? { headers, cache: 'no-store' } : { method, headers, body: JSON.stringify(body) });
		} catch {
			return { ok: false, refusal: unreached };
		}
		const answer: unknown = await response.json().catch(() => null);
		if (response.ok && answer !== null) return { ok: true, value: answer as T };
		return { ok: false, refusal: isRefusal(answer) ? { ...answer, status: response.status } : unread(response.status) };
	}
	return { ask, unlock: (given) => (token = given.trim()) };
}

export function createHttpDoor(base = '', get: typeof fetch = (...args) => fetch(...args)): ChangeDoor {
	const { ask, unlock } = createAsker(base, get);
	return {
		send: (set) => ask('/api/changes', set),
		undo: (change, by = '') => ask('/api/changes/undo', { change, by }),
		list: () => ask('/api/changes.json'),
		saveBriefing: (slug, text, base) => ask(`/api/briefings/${slug}`, { text, base }, 'PUT'),
		keepText: (text) => ask('/api/texts', text),
		dropText: (sum) => ask(`/api/texts/${sum}`, {}, 'DELETE'),
		unlock
	};
}
