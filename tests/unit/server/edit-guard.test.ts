import { describe, expect, it } from 'vitest';
import { editingOf, turnAway } from '#lib/server/edit-guard.ts';
import type { Listening } from '#lib/server/edit-guard.ts';

const here: Listening = { host: '127.0.0.1', origin: 'http://127.0.0.1:4173', token: undefined, hasFolder: true, isDev: false };
const open: Listening = { ...here, host: '0.0.0.0', origin: 'https://atlas.example' };
const locked: Listening = { ...open, token: 'taihu-2026' };

const own = { host: '127.0.0.1:4173', origin: 'http://127.0.0.1:4173', 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
const far = { ...own, host: 'atlas.example', origin: 'https://atlas.example', authorization: 'Bearer taihu-2026' };
const ask = (headers: Record<string, string | null>, at: Listening) => turnAway({ method: 'POST', header: (name) => headers[name] ?? null }, at);

describe('a server that only this computer reaches', () => {
	it.each<[string, Partial<Listening>]>([['an address', {}], ['a name', { host: 'localhost', origin: 'http://localhost:4173' }], ['the sixth version', { host: '::1', origin: 'http://[::1]:4173' }], ['no origin set', { origin: undefined }], ['development', { host: undefined, origin: undefined, isDev: true }]])('by %s takes changes', (_, at) => {
		expect(editingOf({ ...here, ...at })).toEqual({ editing: 'open', why: null });
		expect(ask(own, { ...here, ...at })).toBeNull();
	});

	it.each<[string, Record<string, string | null>]>([
		['opened by another of its names', { host: 'localhost:4173', origin: 'http://localhost:4173' }],
		['from a browser that does not say from which site', { 'sec-fetch-site': null }],
		['with a charset', { 'content-type': 'application/json; charset=utf-8' }]
	])('takes a change %s', (_, headers) => expect(ask({ ...own, ...headers }, here)).toBeNull());

	it.each<[string, Record<string, string | null>, number]>([
		['of a page of another site', { origin: 'https://evil.example' }, 403],
		['of another port on this computer', { origin: 'http://127.0.0.1:9999' }, 403],
		['without an origin', { origin: null }, 403],
		['of an opaque origin', { origin: 'null' }, 403],
		['that the browser calls cross-site', { 'sec-fetch-site': 'cross-site' }, 403],
		['typed into the address bar', { 'sec-fetch-site': 'none' }, 403],
		['for a name that was made to point here', { host: 'evil.example:4173', origin: 'http://evil.example:4173' }, 403],
		['without a host', { host: null }, 403],
		['that came through a proxy', { 'x-forwarded-for': '203.0.113.5' }, 403],
		['as a form', { 'content-type': 'text/plain' }, 415],
		['as something that only starts like JSON', { 'content-type': 'application/jsonp' }, 415]
	])('turns away a change %s, with one sentence in each language', (_, headers, status) => {
		const turned = ask({ ...own, ...headers }, here)!;
		expect(turned.status).toBe(status);
		expect(turned.zh).toMatch(/[\u4e00-\u9fff].*。$/);
		expect(turned.en).toMatch(/^[A-Z].*\.$/);
	});
});

describe('a server that other computers reach', () => {
	it.each<[string, Partial<Listening>]>([['on all addresses', {}], ['where no address is given', { host: undefined }], ['behind a proxy on this computer, by its public origin', { host: '127.0.0.1' }], ['over a socket', { host: 'socket', origin: undefined }]])('%s is read-only without a token, and says why', (_, at) => {
		expect(editingOf({ ...open, ...at })).toMatchObject({ editing: 'closed', why: { en: expect.stringContaining('read-only') as string } });
		expect(ask(far, { ...open, ...at })?.status).toBe(403);
		expect(ask(own, { ...open, ...at })?.status).toBe(403);
	});

	it('takes a change with the token, in either header', () => {
		expect(ask(far, locked)).toBeNull();
		expect(ask({ ...far, authorization: null, 'x-edit-token': 'taihu-2026' }, locked)).toBeNull();
	});

	it.each<[string, Record<string, string | null>, number]>([
		['without a token', { authorization: null }, 401],
		['with a wrong token', { authorization: 'Bearer taihu-2025' }, 401],
		['with a part of the token', { authorization: 'Bearer taihu' }, 401],
		['with the token from another site', { origin: 'https://evil.example' }, 403],
		['with the token as a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415]
	])('turns away a change %s', (_, headers, status) => expect(ask({ ...far, ...headers }, locked)?.status).toBe(status));

	it('asks for its token on this computer too', () => {
		expect(editingOf({ ...here, token: 'x' }).editing).toBe('token');
		expect(ask(own, { ...here, token: 'x' })?.status).toBe(401);
	});
});

it('a server without a data folder takes no changes', () => {
	expect(editingOf({ ...here, hasFolder: false }).editing).toBe('closed');
	expect(ask(own, { ...here, hasFolder: false })).toMatchObject({ status: 403, zh: expect.stringContaining('数据文件夹') as string });
});
