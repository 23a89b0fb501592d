/** Plugged-in layers on a page of a PDF and on the picture of a slide, where `ownBox` puts them. */
import type { Writer } from '../../query/indicator-words.ts';
import type { OwnWords } from '../../map/slide-inventories.ts';
import type { SlideContent } from '../../query/slide.ts';
import { ownLines } from './own-lines.ts';
import type { OwnLine, OwnPiece } from './own-lines.ts';
import type { PdfStyle, Pen } from './pdf-pen.ts';
import { ownBox } from './pptx-layout.ts';
import type { SlideLayout } from './pptx-layout.ts';

/** pt around the words. */
const inset = 6;

/** Calls `place` with each piece where it stands from the top left of the words, and gives the height. A piece that is longer than the line stands on lines of its own. */
function flow(pen: Pen, lines: readonly OwnLine[], size: number, w: number, place: (piece: OwnPiece, x: number, y: number, w: number, style: PdfStyle) => void): number {
	let y = 0;
	for (const line of lines) {
		let x = 0;
		let height = size * 1.35;
		for (const piece of line) {
			const style: PdfStyle = { size, colour: piece.isQuiet ? pen.theme.quiet : pen.theme.ink.ink900, isBold: piece.isBold };
			const before = piece.mark ? size * 1.2 : 0;
			const needed = before + pen.width(piece.text, style);
			if (x > 0 && x + needed > w) [x, y] = [0, y + height];
			height = Math.max(size * 1.35, pen.heightOf([{ text: piece.text, style }], w - before));
			place(piece, x, y, w - before, style);
			x += needed + size;
		}
		y += height;
	}
	return y;
}
const widest = (pen: Pen, lines: readonly OwnLine[], size: number): number => Math.max(...lines.map((line) => line.reduce((sum, { text, mark, isBold }) => sum + pen.width(text, { size, colour: '', isBold }) + (mark ? size * 1.2 : 0) + size, -size)));

export function drawOwn(pen: Pen, own: OwnWords, at: SlideLayout, content: SlideContent, { t }: Writer): void {
	const lines = ownLines(t, own);
	const box = lines.length === 0 ? null : ownBox(at, content, (width, size) => (flow(pen, lines, size, width * 72 - 2 * inset, () => {}) + 2 * inset) / 72);
	if (!box) return;
	const { doc, theme: { ink } } = pen;
	const { size } = box;
	const [left, top, room] = [box.x * 72 + inset, box.y * 72 + inset, box.w * 72 - 2 * inset];
	doc.save().fillOpacity(0.88).rect(box.x * 72, box.y * 72, Math.min(room, widest(pen, lines, size)) + 2 * inset, box.h * 72).fill(ink.paper).fillOpacity(1).restore();
	flow(pen, lines, size, room, ({ mark, text }, x, y, w, style) => {
		if (mark) {
			doc.circle(left + x + size * 0.45, top + y + size * 0.68, size * (mark.isHollow ? 0.34 : 0.42));
			if (mark.isHollow) doc.undash().lineWidth(size * 0.2).stroke(mark.ink);
			else doc.fill(mark.ink);
		}
		pen.write([{ text, style }], { x: left + x + (mark ? size * 1.2 : 0), y: top + y, w: w + 1 });
	});
}
