import type { Ref } from './dataset.ts';

/** One findable name with its simplified, traditional, pinyin (full and initials) and English forms, lower case. */
export interface NameEntry {
	ref: Ref;
	zh: string;
	en: string;
	forms: string[];
}
