/**
 * The words that are loaded: the core of a language before its first page, the words of a room with the code that says them. Each file of `rooms/` adds
 * itself, so importing it is enough; a test finds the file that says a room's word without bringing it along.
 */
import { core, loadCore } from '#first-words.ts';
import type { Lang } from './lang.ts';

const rooms: Record<Lang, Record<string, string>> = { zh: {}, en: {} };

export const wordOf = (lang: Lang, key: string): string | undefined => core[lang][key] ?? rooms[lang][key];

export function addWords(room: Record<Lang, Record<string, string>>): void {
	Object.assign(rooms.zh, room.zh);
	Object.assign(rooms.en, room.en);
}

export { loadCore };
