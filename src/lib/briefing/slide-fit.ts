/** How much room the words of a slide take at 1920 × 1080, told from their length, so that page and map keep out of each other's way. */
import type { Footnote } from '../query/footnotes.ts';

/** In em: a Chinese character is one, anything else about half. */
export const widthInEm = (text: string): number => [...text].reduce((sum, c) => sum + (/[\u2e80-\uffef]/.test(c) ? 1 : 0.55), 0);

const lineEm = 84;
const lineHeight = 28;
export const shownFootnotes = (footnotes: readonly Footnote[], isEnd: boolean): readonly Footnote[] => footnotes.slice(0, isEnd ? 40 : 16);

/** px that the foot of a slide with a map needs above the two lines it always has. */
export function extraFoot(footnotes: readonly Footnote[]): number {
	const lines = Math.ceil(shownFootnotes(footnotes, false).reduce((sum, { n, text }) => sum + widthInEm(`${n} ${text}`) + 1.3, 0) / lineEm);
	return Math.max(0, lines - 2) * lineHeight;
}

/** A figure of many characters is set smaller, so that three stand side by side. */
export const figureSize = (value: string): 'large' | 'middle' | 'small' => (widthInEm(value) <= 4.5 ? 'large' : widthInEm(value) <= 7.5 ? 'middle' : 'small');
