/**
 * The words that are loaded: the core with the first page, the words of a room with the code that says them. Each file of `rooms/` adds itself, so
 * importing it is enough; a test finds the file that says a room's word without bringing it along.
 */
import { en } from './en.ts';
import type { Lang } from './lang.ts';
import { zh } from './zh.ts';

export const tables: Record<Lang, Record<string, string>> = { zh: { ...zh }, en: { ...en } };

export function addWords(room: Record<Lang, Record<string, string>>): void {
	Object.assign(tables.zh, room.zh);
	Object.assign(tables.en, room.en);
}
