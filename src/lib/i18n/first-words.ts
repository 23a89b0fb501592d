/** The core in both languages, as servers, scripts, tests and the one file want it. A browser takes `first-words.browser.ts` instead: see `imports` in package.json. */
import { en } from './en.ts';
import type { Lang } from './lang.ts';
import { zh } from './zh.ts';

export const core: Record<Lang, Record<string, string>> = { zh: { ...zh }, en: { ...en } };

export const loadCore = (_: Lang): Promise<void> => Promise.resolve();
