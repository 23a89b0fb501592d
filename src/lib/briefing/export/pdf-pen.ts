/**
 * Text and lines on a PDF page, in pt from the top left. Text is set line by line in the embedded face, so that it breaks by Chinese rules and can be
 * selected and searched; bold is the same face with a stroke.
 */
import type { DeckTheme } from './pptx-theme.ts';
import { leading } from './fit.ts';
import { breakLines } from './wrap.ts';
import type { Run } from './wrap.ts';

export type PdfDoc = PDFKit.PDFDocument;
export interface PdfStyle {
	/** pt */
	size: number;
	colour: string;
	isBold?: boolean;
	/** Raised by so many pt, for the numbers of footnotes. */
	rise?: number;
}
export type PdfRun = Run<PdfStyle>;
export interface PdfBox {
	x: number;
	y: number;
	w: number;
	h: number;
}
export interface Pen {
	doc: PdfDoc;
	theme: DeckTheme;
	width(text: string, style: PdfStyle): number;
	/** Lines from `y` down; what does not fit in `most` pt of height is left out. Gives the height used and whether all was printed. */
	write(runs: readonly PdfRun[], at: { x: number; y: number; w: number; most?: number; align?: 'left' | 'center' | 'right' }): { height: number; isWhole: boolean };
	/** Height that `write` would use. */
	heightOf(runs: readonly PdfRun[], width: number): number;
	/** One line; `y` is its baseline. */
	line(text: string, x: number, y: number, style: PdfStyle, align?: 'left' | 'center' | 'right'): void;
	rule(x1: number, y1: number, x2: number, y2: number, colour: string, width: number, dash?: readonly [number, number]): void;
}

export function createPen(doc: PdfDoc, theme: DeckTheme): Pen {
	const known = new Map<string, number>();
	/** Width of a text at 1 pt. */
	const em = (text: string): number => {
		let width = known.get(text);
		if (width === undefined) {
			doc.fontSize(100);
			known.set(text, (width = doc.widthOfString(text) / 100));
		}
		return width;
	};
	const width = (text: string, { size }: PdfStyle): number => em(text) * size;
	const put = (text: string, x: number, y: number, { size, colour, isBold = false, rise = 0 }: PdfStyle): void => {
		doc.fontSize(size).fillColor(colour);
		if (isBold) doc.strokeColor(colour).lineWidth(size * 0.032).undash();
		doc.text(text, x, y - rise, { lineBreak: false, baseline: 'alphabetic', fill: true, stroke: isBold });
	};
	const linesIn = (runs: readonly PdfRun[], room: number) => breakLines(runs.filter(({ text }) => text !== ''), room, width).map((runs) => ({ runs, height: Math.max(...runs.map(({ style }) => (style.rise === undefined ? style.size : 0)), ...(runs.length === 0 ? [8] : [0])) * leading }));
	const offset = (align: 'left' | 'center' | 'right', room: number, used: number): number => (align === 'left' ? 0 : align === 'center' ? (room - used) / 2 : room - used);
	return {
		doc, theme, width,
		write(runs, { x, y, w, most = Infinity, align = 'left' }) {
			const lines = linesIn(runs, w);
			let height = 0;
			for (const line of lines) {
				if (height + line.height > most + 0.5) return { height, isWhole: false };
				let at = x + offset(align, w, line.runs.reduce((sum, { text, style }) => sum + width(text, style), 0));
				for (const { text, style } of line.runs) {
					put(text, at, y + height + line.height * 0.76, style);
					at += width(text, style);
				}
				height += line.height;
			}
			return { height, isWhole: true };
		},
		heightOf: (runs, room) => linesIn(runs, room).reduce((sum, { height }) => sum + height, 0),
		line: (text, x, y, style, align = 'left') => put(text, x + offset(align, 0, width(text, style)), y, style),
		rule(x1, y1, x2, y2, colour, thick, dash) {
			doc.lineWidth(thick).strokeColor(colour);
			if (dash) doc.dash(dash[0], { space: dash[1] });
			else doc.undash();
			doc.moveTo(x1, y1).lineTo(x2, y2).stroke().undash();
		}
	};
}

/** Numbers of footnotes behind a text of `size` pt. */
export const raisedNotes = (notes: readonly number[], size: number, colour: string): PdfRun[] => (notes.length === 0 ? [] : [{ text: notes.join(','), style: { size: size * 0.62, colour, rise: size * 0.34 }, isGlued: true }]);
