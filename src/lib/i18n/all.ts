/** Every word of the interface at once: for tests, and for the type of the keys. Pages load the core and the rooms they say something of. */
import { en as enCore } from './en.ts';
import { en as changesEn, zh as changesZh } from './rooms/changes.ts';
import { en as figuresEn, zh as figuresZh } from './rooms/figures.ts';
import { en as indexEn, zh as indexZh } from './rooms/index.ts';
import { en as themesEn, zh as themesZh } from './rooms/themes.ts';
import { en as timelineEn, zh as timelineZh } from './rooms/timeline.ts';
import { en as watersEn, zh as watersZh } from './rooms/waters.ts';
import { zh as zhCore } from './zh.ts';

export const zh = {
	...zhCore,
	...changesZh,
	...figuresZh,
	...indexZh,
	...themesZh,
	...timelineZh,
	...watersZh
};
export type Key = keyof typeof zh;

export const en: Record<Key, string> = {
	...enCore,
	...changesEn,
	...figuresEn,
	...indexEn,
	...themesEn,
	...timelineEn,
	...watersEn
};
