/** The core one language at a time: a reader waits for the words of the page and for no others. `loadCore` before the first page of a language. */
import type { Lang } from './lang.ts';

export const core: Record<Lang, Record<string, string>> = { zh: {}, en: {} };

export async function loadCore(lang: Lang): Promise<void> {
	if (Object.keys(core[lang]).length > 0) return;
	Object.assign(core[lang], lang === 'zh' ? (await import('./zh.ts')).zh : (await import('./en.ts')).en);
}
