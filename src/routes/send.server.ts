import { createHash } from 'node:crypto';
import type { PublishedFile } from '#lib/server/store.ts';

const tags = new WeakMap<PublishedFile, string>();

/** A precompressed file with its ETag; 304 where the browser holds it already. */
export function send(request: Request, file: PublishedFile, headers: Record<string, string>): Response {
	let tag = tags.get(file);
	if (!tag) tags.set(file, (tag = `"${createHash('sha256').update(file.text).digest('hex').slice(0, 20)}"`));
	const common = { ...headers, ETag: tag, Vary: 'Accept-Encoding' };
	if (request.headers.get('if-none-match')?.includes(tag)) return new Response(null, { status: 304, headers: common });
	const isBrotli = (request.headers.get('accept-encoding') ?? '').includes('br');
	const body = isBrotli ? file.brotli : file.text;
	return new Response(new Uint8Array(body), { headers: { ...common, 'Content-Length': String(body.length), ...(isBrotli ? { 'Content-Encoding': 'br' } : {}) } });
}
