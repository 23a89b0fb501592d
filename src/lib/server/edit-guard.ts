/**
 * Who may change data. There are no accounts: a server that only this computer reaches takes changes from its own pages; any other takes them
 * with the token that its owner set, or not at all. Pages of other sites, and names that were made to point here, are turned away.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Editing, Said } from '../domain/change-answer.ts';

/** What the guard knows of the server; from the environment that adapter-node reads. */
export interface Listening {
	/** Address listened on; adapter-node listens on all where none is given. */
	host: string | undefined;
	/** Public origin where one is set. */
	origin: string | undefined;
	token: string | undefined;
	hasFolder: boolean;
	/** The development server listens on this computer by default. */
	isDev: boolean;
}

export interface Asking {
	method: string;
	header(name: string): string | null;
}

export interface Turned extends Said {
	status: 401 | 403 | 415;
}

const loopback = new Set(['127.0.0.1', 'localhost', '::1', '[::1]']);
const hostOf = (address: string): string => {
	try {
		return new URL(address.includes('://') ? address : `http://${address}`).hostname;
	} catch {
		return '';
	}
};

/** Reached from this computer alone, as far as the server's own settings tell. */
function isPrivate({ host, origin, isDev }: Listening): boolean {
	const listensHere = host === undefined || host === '' ? isDev : loopback.has(host);
	return listensHere && (!origin || loopback.has(hostOf(origin)));
}

export function editingOf(at: Listening): { editing: Editing; why: Said | null } {
	if (!at.hasFolder) return { editing: 'closed', why: { zh: '服务器启动时没有指定数据文件夹（DATA_DIR=none），不接受改动。', en: 'The server was started without a data folder (DATA_DIR=none) and takes no changes.' } };
	if (at.token) return { editing: 'token', why: { zh: '改动需要管理员设定的口令（EDIT_TOKEN）。', en: 'Changes need the token that the owner of this server set (EDIT_TOKEN).' } };
	if (isPrivate(at)) return { editing: 'open', why: null };
	return {
		editing: 'closed',
		why: { zh: '服务器对其他电脑开放而没有设定口令，只供查看。管理员可用 EDIT_TOKEN 设定口令后开放改动。', en: 'This server is open to other computers and has no token, so it is read-only. Its owner can set EDIT_TOKEN to allow changes.' }
	};
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
/** Of digests, so that neither content nor length shows in the time it takes. */
const isSame = (given: string, wanted: string): boolean => timingSafeEqual(digest(given), digest(wanted));

const tokenOf = (asking: Asking): string => /^Bearer\s+(.+)$/i.exec(asking.header('authorization') ?? '')?.[1]?.trim() ?? asking.header('x-edit-token') ?? '';

function isOwnOrigin(asking: Asking, { origin: ours }: Listening): boolean {
	const origin = asking.header('origin');
	if (!origin || !/^https?:\/\//.test(origin)) return false;
	return origin === ours || origin.replace(/^https?:\/\//, '') === asking.header('host');
}

/** `null` where the request may change data. */
export function turnAway(asking: Asking, at: Listening): Turned | null {
	const { editing, why } = editingOf(at);
	if (editing === 'closed') return { status: 403, ...why! };
	if (editing === 'open') {
		const host = hostOf(asking.header('host') ?? '');
		if (!loopback.has(host)) return { status: 403, zh: `请求用的主机名“${host}”不是本机，改动没有生效。请用 http://127.0.0.1 打开本页。`, en: `The request came for host "${host}", which is not this computer; nothing was changed. Open the page at http://127.0.0.1.` };
		if (asking.header('x-forwarded-for') || asking.header('forwarded')) return { status: 403, zh: '请求经由代理转来，而服务器没有设定口令，改动没有生效。请由管理员设定 EDIT_TOKEN。', en: 'The request came through a proxy and the server has no token; nothing was changed. Its owner has to set EDIT_TOKEN.' };
	}
	const site = asking.header('sec-fetch-site');
	if ((site !== null && site !== 'same-origin') || !isOwnOrigin(asking, at)) return { status: 403, zh: '改动只能从本应用自己的页面提交，这次没有生效。', en: 'Changes are taken from the pages of this app only; nothing was changed.' };
	if (!/^application\/json\s*(;|$)/i.test(asking.header('content-type') ?? '')) return { status: 415, zh: '改动须以 JSON 提交（Content-Type: application/json），这次没有生效。', en: 'Changes have to be sent as JSON (Content-Type: application/json); nothing was changed.' };
	if (editing === 'token' && !isSame(tokenOf(asking), at.token!)) return { status: 401, zh: '口令缺失或不对，改动没有生效。请输入管理员给的口令。', en: 'The token is missing or wrong; nothing was changed. Type the token that the owner of this server gave you.' };
	return null;
}
