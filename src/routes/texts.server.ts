/** Official texts as the routes show them; where none is held, nothing is loaded for them. */
import type { OfficialTexts } from '#lib/domain/official-text.ts';
import type { TextEntry } from '#lib/domain/proof.ts';
import { plannerFolder } from '#lib/server/roots.ts';
import { openStore } from '#lib/server/store.ts';
import { holdsTexts } from '#lib/server/texts.ts';

export const heldEntries = async (): Promise<TextEntry[]> => (holdsTexts(plannerFolder()) ? (await import('#lib/server/text-shelf.ts')).textEntries(openStore()) : []);
export const heldText = async (document: string): Promise<OfficialTexts> => (holdsTexts(plannerFolder()) ? (await import('#lib/server/text-shelf.ts')).officialTexts(openStore(), document) : new Map());
