import type { Lang } from '#lib/i18n/lang.ts';

/** Chinese unless the browser asks for English first. */
export const preferredLang = (request: Request): Lang => ((request.headers.get('accept-language') ?? '').trim().toLowerCase().startsWith('en') ? 'en' : 'zh');
