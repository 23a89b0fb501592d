/** How much room the words of a slide take at 1920 × 1080, told from their length, so that page and map keep out of each other's way. */
import type { OwnWords } from '../map/slide-inventories.ts';
import type { Footnote } from '../query/footnotes.ts';
import type { SlideContent } from '../query/slide.ts';

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

const linesIn = (text: string, em: number): number => Math.max(1, Math.ceil(widthInEm(text) / em));

/** px from the top of a slide with a map that title, words and sentences on what is missing take. */
function wordsBottom({ slide, words, missing }: Pick<SlideContent, 'slide' | 'words' | 'missing'>): number {
	const length = widthInEm(slide.title);
	const title = length > 26 ? 68 * linesIn(slide.title, 28) : length > 17 ? 84 * linesIn(slide.title, 22) : 100;
	const text = words.reduce((sum, { inlines }) => sum + linesIn(inlines.map(({ text }) => text).join(''), 22) * 48 + 14, words.length > 0 ? 22 : 0);
	return 100 + title + text + (missing.length > 0 ? 16 + 42 * linesIn(missing.join('；'), 60) : 0);
}
/** px that the panel of plugged-in layers takes. */
const panelHeight = ({ legend, said }: OwnWords): number => 56 + 30 * legend.reduce((sum, { title, count, marks, lines }) => sum + linesIn(`${title}  ${count}`, 27) + (marks.length > 0 ? linesIn(marks.map(({ text }) => `000${text}`).join(''), 27) : 0) + lines.reduce((rows, line) => rows + linesIn(line, 27), 0), said.reduce((rows, line) => rows + linesIn(line, 27), 0));

/** Plugged-in layers are told below the words, where the map is kept clear of; only where those leave no room, over the map. `bottom`: px that stand below. */
export const ownSide = (content: SlideContent, own: OwnWords, bottom: number): 'left' | 'right' => (content.slide.show === 'map-chart' || wordsBottom(content) + panelHeight(own) + 24 <= 1080 - bottom ? 'left' : 'right');
