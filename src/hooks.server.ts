import type { Handle } from '@sveltejs/kit';
import { isLang } from '#lib/i18n/lang.ts';
import { openStore } from '#lib/server/store.ts';

openStore();

export const handle: Handle = async ({ event, resolve }) => {
	const first = event.url.pathname.split('/')[1] ?? '';
	const lang = isLang(first) ? first : 'zh';
	const response = await resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', lang === 'zh' ? 'zh-Hans' : 'en') });
	response.headers.set('X-Content-Type-Options', 'nosniff');
	response.headers.set('Referrer-Policy', 'same-origin');
	response.headers.set('Cross-Origin-Opener-Policy', 'same-origin');
	return response;
};
