import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Handle, ServerInit } from '@sveltejs/kit';
import { isLang } from '#lib/i18n/lang.ts';
import { framingPolicy, readEmbedOrigins, sayWrongOrigins } from '#lib/server/framing.ts';
import { loadStore } from '#lib/server/store.ts';
import { serverOutline, serverQuery } from './routes/query.server.ts';

const embedOrigins = readEmbedOrigins(process.env.EMBED_ORIGINS);

/** The first reader should not pay for the index. */
export const init: ServerInit = async () => {
	if (embedOrigins.wrong.length > 0) console.error(sayWrongOrigins(embedOrigins.wrong));
	await loadStore();
	serverQuery();
	serverOutline();
};

const compress = promisify(brotliCompress);
/** Pages are computed per request: a quick level, about 3 ms for a page. */
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

const isPage = (response: Response): boolean => response.headers.get('content-type')?.startsWith('text/html') ?? false;

async function compressed(request: Request, response: Response): Promise<Response> {
	if (!isPage(response) || !(request.headers.get('accept-encoding') ?? '').includes('br') || response.body === null) return response;
	const body = await compress(Buffer.from(await response.arrayBuffer()), quick);
	const headers = new Headers(response.headers);
	headers.set('Content-Encoding', 'br');
	headers.set('Content-Length', String(body.length));
	headers.append('Vary', 'Accept-Encoding');
	return new Response(new Uint8Array(body), { status: response.status, headers });
}

export const handle: Handle = async ({ event, resolve }) => {
	const first = event.url.pathname.split('/')[1] ?? '';
	const lang = isLang(first) ? first : 'zh';
	const response = await resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', lang === 'zh' ? 'zh-Hans' : 'en') });
	response.headers.set('X-Content-Type-Options', 'nosniff');
	response.headers.set('Referrer-Policy', 'same-origin');
	response.headers.set('Cross-Origin-Opener-Policy', 'same-origin');
	if (isPage(response)) response.headers.set('Content-Security-Policy', framingPolicy(response.headers.get('Content-Security-Policy'), event.route.id === '/[lang=lang]/embed', embedOrigins.origins));
	return compressed(event.request, response);
};
