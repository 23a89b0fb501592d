/** Where the parts of a map picture stand, CSS px: title and filter over the map, legend, sources and date under it. Nothing is cut: the sheet grows as long as its words. */
import type { LegendEntry, LegendPart } from '../../map/legend.ts';
import type { ThemeLegend } from '../../map/theme-legend.ts';
import { wrapText } from './wrap.ts';

export interface PngWords {
	title: string;
	filter: string;
	figures: readonly { value: string; label: string }[];
	/** Numbered sources, attribution with accuracy and data date, review number: each its own paragraph. */
	foot: readonly string[];
}
export interface PngText {
	x: number;
	/** Baseline. */
	y: number;
	text: string;
	size: number;
	isBold: boolean;
	tone: 'text' | 'quiet';
}
export interface PngSign {
	x: number;
	y: number;
	parts: readonly LegendPart[];
}
export interface PngCircle {
	x: number;
	y: number;
	radius: number;
}
export interface PngLayout {
	width: number;
	height: number;
	map: { x: number; y: number; w: number; h: number };
	texts: PngText[];
	signs: PngSign[];
	circles: PngCircle[];
}

const margin = 24;

/** `measure` gives px of a text at a size. */
export function layPng(words: PngWords, legend: readonly LegendEntry[], themes: readonly ThemeLegend[], say: (key: string) => string, map: { width: number; height: number }, measure: (text: string, size: number, isBold: boolean) => number): PngLayout {
	const width = map.width + 2 * margin;
	const texts: PngText[] = [];
	const signs: PngSign[] = [];
	const circles: PngCircle[] = [];
	let y = margin;
	const paragraph = (text: string, size: number, isBold: boolean, tone: PngText['tone'], x = margin, room = map.width): void => {
		for (const line of wrapText(text, room, (part) => measure(part, size, isBold))) {
			y += size * 1.4;
			texts.push({ x, y: y - size * 0.32, text: line, size, isBold, tone });
		}
	};
	paragraph(words.title, 22, true, 'text');
	if (words.filter) paragraph(words.filter, 14, false, 'quiet');
	y += 12;
	const box = { x: margin, y, w: map.width, h: map.height };
	y += map.height + 10;

	if (words.figures.length > 0) {
		const column = map.width / words.figures.length;
		const top = y;
		let deepest = y;
		words.figures.forEach(({ value, label }, i) => {
			y = top;
			paragraph(value, 28, true, 'text', margin + i * column, column - 20);
			paragraph(label, 13, false, 'quiet', margin + i * column, column - 20);
			deepest = Math.max(deepest, y);
		});
		y = deepest + 10;
	}
	for (const theme of themes) {
		paragraph(theme.title, 13, true, 'text');
		for (const line of theme.lines) paragraph(line, 12, false, 'quiet');
		flow([...theme.rows.map(({ parts, text, notes }) => ({ parts, text: [text, ...notes].join(' · ') }))]);
		for (const { radius, text } of theme.circles) {
			y += 2 * radius + 4;
			circles.push({ x: margin + radius + 1, y: y - radius, radius });
			texts.push({ x: margin + 2 * radius + 12, y: y - radius + 4, text, size: 12, isBold: false, tone: 'text' });
		}
		for (const note of theme.notes) paragraph(note, 12, false, 'quiet');
		y += 8;
	}
	flow(legend.map(({ parts, key }) => ({ parts, text: say(key) })));
	y += 4;
	for (const line of words.foot) paragraph(line, 11, false, 'quiet');
	return { width, height: Math.ceil(y + margin), map: box, texts, signs, circles };

	/** Signs with their words side by side, as many in a line as there is room for. */
	function flow(entries: readonly { parts: readonly LegendPart[]; text: string }[]): void {
		let x = margin;
		if (entries.length > 0) y += 20;
		for (const { parts, text } of entries) {
			const lines = wrapText(text, map.width - 40, (part) => measure(part, 12, false));
			const needed = 38 + Math.max(...lines.map((line) => measure(line, 12, false))) + 18;
			if (x > margin && x + needed > margin + map.width) {
				x = margin;
				y += 20;
			}
			signs.push({ x, y: y - 11, parts });
			lines.forEach((line, i) => {
				if (i > 0) y += 18;
				texts.push({ x: x + 38, y, text: line, size: 12, isBold: false, tone: 'text' });
			});
			x += needed;
		}
		if (entries.length > 0) y += 8;
	}
}
