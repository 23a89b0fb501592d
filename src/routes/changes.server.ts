/** What the change routes share: the guard in front, the log, and answers in JSON that no cache keeps. */
import { dev } from '$app/environment';
import { json } from '@sveltejs/kit';
import type { Answer, ChangeLog } from '#lib/domain/change-answer.ts';
import { limits } from '#lib/domain/change.ts';
import { readEntries } from '#lib/server/data-folder.ts';
import { editingOf, turnAway } from '#lib/server/edit-guard.ts';
import type { Listening } from '#lib/server/edit-guard.ts';
import { plannerFolder } from '#lib/server/roots.ts';
import { openStore } from '#lib/server/store.ts';

const listening = (): Listening => ({ host: process.env.SOCKET_PATH ? 'socket' : process.env.HOST, origin: process.env.ORIGIN, token: process.env.EDIT_TOKEN || undefined, hasFolder: plannerFolder() !== null, isDev: dev });
export const editingHere = () => editingOf(listening());

export function openLog(): ChangeLog {
	const { dataset } = openStore();
	const folder = plannerFolder();
	return { ...editingHere(), hash: dataset.hash, entries: folder === null ? [] : readEntries(folder), rows: dataset.overlaid };
}

const unread = { zh: '提交的内容不是 JSON，未作任何改动。', en: 'What was sent is no JSON; nothing was changed.' };
const tooManyRows = { zh: `提交的内容超过 ${limits.bodyBytes / 1e6} MB，未作任何改动。请分几次导入。`, en: `What was sent is larger than ${limits.bodyBytes / 1e6} MB; nothing was changed. Load it in parts.` };
const refused = (status: number, said: { zh: string; en: string }): Response => json({ ...said, status, problems: [] }, { status, headers });
const headers = { 'Cache-Control': 'no-store' };

/** Errors: answers with the guard's status, 400 for no JSON, 413 for too much of it, or with the refusal of `work`. */
export async function answerChange<T>(request: Request, work: (body: unknown) => Promise<Answer<T>>, tooLarge = tooManyRows): Promise<Response> {
	const turned = turnAway({ method: request.method, header: (name) => request.headers.get(name) }, listening());
	if (turned) return refused(turned.status, turned);
	if (Number(request.headers.get('content-length')) > limits.bodyBytes) return refused(413, tooLarge);
	let body: unknown;
	try {
		body = await request.json();
	} catch (error) {
		return (error as { status?: number }).status === 413 ? refused(413, tooLarge) : refused(400, unread);
	}
	const answer = await work(body);
	return answer.ok ? json(answer.value, { headers }) : json(answer.refusal, { status: answer.refusal.status, headers });
}
