/**
 * Sentences put together in Chinese keep a space between Han and a Latin word or a figure that is put in: `穿过 G50`, not `穿过G50`. Only the seams are
 * looked at: what a name holds itself (`318国道`) is official and stays exact.
 */
import type { Translate, Words } from './index.ts';

/** Stands at each end of what is put in, until the sentence is made. */
const seam = '\u2063';
const seams = new RegExp(`${seam}+`, 'g');
const toLatin = new RegExp(`(\\p{Script=Han})${seam}+(?=[A-Za-z0-9])`, 'gu');
/** Two of them side by side would read as one: `G50` and `0 km`. */
const between = new RegExp(`([A-Za-z0-9])${seam}+(?=[A-Za-z0-9])`, 'gu');
const toHan = new RegExp(`([A-Za-z0-9])${seam}+(?=\\p{Script=Han})`, 'gu');

export const withoutSeams = (text: string): string => text.replace(toLatin, '$1 ').replace(toHan, '$1 ').replace(between, '$1 ').replace(seams, '');
/** Parts joined, for one of the words of a sentence. */
export const joinSeamed = (parts: readonly string[], between: string): string => parts.map((part) => `${seam}${part}${seam}`).join(between);

export const spaced = (t: Translate): Translate => (key, words: Words = {}) => withoutSeams(t(key, Object.fromEntries(Object.entries(words).map(([name, word]) => [name, `${seam}${word}${seam}`]))));
