/**
 * Clause ids that were given out and have been renamed since. An id is never reused, so an address, a slide or a planner's row of before goes on meaning
 * the same clause. November 2026: the sections of the action plan run on from (一) to (十二) through its parts, and a number that runs on stands alone.
 */
const sectionsOfPart = { 二: ['一', '二', '三', '四', '五'], 三: ['六', '七', '八', '九', '十'], 四: ['十一', '十二'] };
const renamed: ReadonlyMap<string, string> = new Map(Object.entries(sectionsOfPart).flatMap(([part, sections]) => sections.map((section) => [`action-plan#${part}/(${section})`, `action-plan#(${section})`] as const)));
const former = new RegExp([...renamed.keys()].map((id) => id.replaceAll(/[()]/g, '\\$&')).join('|'), 'g');

/** The same words with today's ids in place of former ones: one id, a reference, a whole file. */
export const renewIds = (words: string): string => words.replaceAll(former, (id) => renamed.get(id)!);
/** Ids under which a clause was known before. */
export const formerIds = (id: string): string[] => [...renamed].filter(([, now]) => now === id).map(([before]) => before);
