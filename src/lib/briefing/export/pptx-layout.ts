/**
 * Where the parts of a slide stand, in inches on 13.333 × 7.5. Laid from the foot up: sources take what they need, figures and legend stand on
 * them, the map, chart or table has the rest. Nothing overlaps, whatever the length of title, words and sources; `tests/unit/briefing` proves it.
 */
import type { Block } from '../../domain/rich-text.ts';
import type { SlideContent } from '../../query/slide.ts';
import { heightOf, largestFit, linesOf, leading } from './fit.ts';

export interface Box {
	x: number;
	y: number;
	w: number;
	h: number;
}
export interface TextBox extends Box {
	/** pt */
	size: number;
}
export interface SlideLayout {
	kicker: TextBox;
	title: TextBox;
	words: TextBox | null;
	map: Box | null;
	chart: Box | null;
	table: Box | null;
	strip: Box | null;
	figures: Box[];
	legend: Box | null;
	foot: TextBox;
	/** Sources that the foot has room for; the notes hold all of them. */
	sources: number;
}

export const slideWidth = 13.333;
export const slideHeight = 7.5;
export const margin = 0.5;
const inner = slideWidth - 2 * margin;
const bottom = 7.26;
/** Room for the page number to the right of the foot. */
const footWidth = inner - 0.9;

/** Between the sources of one line: a Chinese space. */
export const between = '\u3000';
const sourcesLine = (content: SlideContent, count: number): string => content.footnotes.slice(0, count).map(({ n, text }) => `${n} ${text}`).join(between);

/** Height of the words at `size` pt: bullets are indented, paragraphs stand apart. */
export const wordsHeight = (words: readonly Block[], size: number, width: number): number =>
	words.reduce((sum, { type, inlines }) => sum + heightOf(inlines.map(({ text }) => text).join(''), size, type === 'paragraph' ? width : width - 0.25) + (size * 0.4) / 72, 0);

/** The words that a box has room for; what is cut away ends in an ellipsis and stands whole in the notes. */
export function cutWords(words: readonly Block[], { w, h, size }: TextBox): Block[] {
	if (wordsHeight(words, size, w) <= h) return [...words];
	const kept = [...words];
	const shortened = (block: Block, letters: number): Block => ({ type: block.type, inlines: [{ text: `${[...block.inlines.map(({ text }) => text).join('')].slice(0, letters).join('')}…` }] });
	while (kept.length > 1 && wordsHeight([...kept.slice(0, -1), shortened(kept.at(-1)!, 1)], size, w) > h) kept.pop();
	const last = kept.pop()!;
	let letters = [...last.inlines.map(({ text }) => text).join('')].length;
	while (letters > 1 && wordsHeight([...kept, shortened(last, letters)], size, w) > h) letters = Math.floor(letters * 0.9);
	return [...kept, shortened(last, letters)];
}

export function layOut(content: SlideContent, base: string): SlideLayout {
	const { slide } = content;
	const size = largestFit([32, 28, 25], (size) => linesOf(slide.title, size, inner) === 1);
	const titleSize = linesOf(slide.title, size, inner) === 1 ? size : largestFit([24, 20, 17, 14], (size) => linesOf(slide.title, size, inner) <= 2);
	const title: TextBox = { x: margin, y: 0.62, w: inner, h: titleSize < 25 ? 0.86 : 0.7, size: titleSize };
	const kicker: TextBox = { x: margin, y: 0.32, w: inner, h: 0.27, size: largestFit([13, 11, 9, 7], (size) => linesOf(content.filter, size, inner) === 1) };
	const { foot, sources } = layFoot(content, base);
	const isMap = slide.show.startsWith('map');
	const legend: Box | null = isMap ? { x: margin, y: foot.y - 0.38, w: inner, h: 0.3 } : null;
	let floor = (legend?.y ?? foot.y) - 0.12;
	const figures = layFigures(content.figures.length, floor);
	if (figures.length > 0) floor = figures[0]!.y - 0.12;
	const top = title.y + title.h + 0.16;
	const room: Box = { x: margin, y: top, w: inner, h: floor - top };
	return { kicker, title, legend, figures, foot, sources, ...layBody(content, room) };
}

function layFoot(content: SlideContent, base: string): { foot: TextBox; sources: number } {
	const height = (count: number, size: number) => ((linesOf(`${sourcesLine(content, count)}${count < content.footnotes.length ? between.repeat(12) : ''}`, size, footWidth) * (count > 0 ? 1 : 0) + linesOf(base, size, footWidth)) * size * leading) / 72;
	const most = 1.25;
	const all = content.footnotes.length;
	const size = largestFit([10, 9, 8], (size) => height(all, size) <= most);
	let sources = all;
	while (sources > 0 && height(sources, size) > most) sources--;
	const h = height(sources, size) + 0.02;
	return { foot: { x: margin, y: bottom - h, w: footWidth, h, size }, sources };
}

function layFigures(count: number, floor: number): Box[] {
	if (count === 0) return [];
	const columns = Math.min(count, 4);
	const rows = Math.ceil(count / columns);
	const h = rows > 1 ? 1.05 : 1.3;
	const w = (inner - (columns - 1) * 0.3) / columns;
	return Array.from({ length: count }, (_, i) => ({ x: margin + (i % columns) * (w + 0.3), y: floor - (rows - Math.floor(i / columns)) * (h + 0.06) + 0.06, w, h }));
}

/** Sizes of running text, pt. */
const textSizes = [20, 18, 16, 14, 13, 12, 11, 10, 9, 8];

function layBody(content: SlideContent, room: Box): Pick<SlideLayout, 'words' | 'map' | 'chart' | 'table' | 'strip'> {
	const none = { words: null, map: null, chart: null, table: null, strip: null };
	const { show } = content.slide;
	const hasWords = content.words.length > 0;
	const fitted = (box: Box, sizes = textSizes): TextBox => ({ ...box, size: largestFit(sizes, (size) => wordsHeight(content.words, size, box.w) <= box.h) });
	if (show === 'table' || show === 'comparison' || show === 'strip') {
		const wide = (box: Box) => (show === 'strip' ? { strip: box } : { table: box });
		if (!hasWords) return { ...none, ...wide(room) };
		const size = largestFit([16, 14, 12, 11, 10, 9, 8], (size) => wordsHeight(content.words, size, room.w) <= 0.9);
		const h = Math.min(room.h * 0.45, wordsHeight(content.words, size, room.w));
		return { ...none, words: { ...room, h, size }, ...wide({ ...room, y: room.y + h + 0.1, h: room.h - h - 0.1 }) };
	}
	if (show === 'map-chart') {
		const w = 5.6;
		const side: Box = { ...room, w };
		const map: Box = { x: margin + w + 0.3, y: room.y, w: slideWidth - margin - w - 0.3, h: room.h };
		if (!hasWords) return { ...none, map, chart: side };
		const size = largestFit([18, 16, 14, 13, 12, 11, 10, 9, 8], (size) => wordsHeight(content.words, size, w) <= room.h * 0.4);
		const h = Math.min(room.h * 0.5, wordsHeight(content.words, size, w));
		return { ...none, map, words: { ...side, h, size }, chart: { ...side, y: side.y + h + 0.1, h: side.h - h - 0.1 } };
	}
	// A map runs to the edges of the slide: land and paper touch without a box.
	const left = hasWords ? margin + 4.1 + 0.3 : show === 'chart' ? margin : 0;
	const words = hasWords ? fitted({ ...room, w: 4.1 }) : null;
	if (show === 'chart') return { ...none, words, chart: { ...room, x: left, w: slideWidth - margin - left } };
	return { ...none, words, map: { x: left, y: room.y, w: slideWidth - left, h: room.h } };
}

const ownSizes = [10, 9, 8, 7];
/**
 * Where plugged-in layers are told: below the words where those leave room, else in the corner of the map that has no furniture. `heightAt` gives the
 * inches that they take in a width at a size.
 */
export function ownBox({ words, map }: Pick<SlideLayout, 'words' | 'map'>, { slide, words: blocks }: Pick<SlideContent, 'slide' | 'words'>, heightAt: (width: number, size: number) => number): TextBox | null {
	if (!map) return null;
	const free = words && slide.show !== 'map-chart' ? words.h - wordsHeight(blocks, words.size, words.w) - 0.15 : 0;
	const beside = words && ownSizes.find((size) => heightAt(words.w, size) <= free);
	if (words && beside) {
		const h = heightAt(words.w, beside);
		return { x: words.x, y: words.y + words.h - h, w: words.w, h, size: beside };
	}
	const w = Math.min(3.4, map.w - 0.4);
	const size = largestFit(ownSizes, (one) => heightAt(w, one) <= map.h * 0.66);
	const h = Math.min(heightAt(w, size), map.h - 0.2);
	return { x: Math.max(map.x, margin - 0.1) + 0.1, y: map.y + map.h - h - 0.1, w, h, size };
}
