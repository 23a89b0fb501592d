/** Plugged-in layers on a page of a PDF and on the picture of a slide: a panel at the head of the map, where no furniture stands. */
import type { Writer } from '../../query/indicator-words.ts';
import type { OwnWords } from '../../map/slide-inventories.ts';
import { ownLines } from './own-lines.ts';
import type { OwnLine, OwnPiece } from './own-lines.ts';
import type { PdfBox, PdfStyle, Pen } from './pdf-pen.ts';

const inset = 8;
const most = 250;
/** pt, the largest that leaves the panel two thirds of the map. */
const sizes = [9, 8, 7, 6] as const;

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

/** `box`: of the map. `right`: px that its words may run to. */
export function drawOwn(pen: Pen, own: OwnWords, box: PdfBox, right: number, { t }: Writer): void {
	const lines = ownLines(t, own);
	if (lines.length === 0) return;
	const { doc, theme: { ink } } = pen;
	const widthAt = (size: number): number => Math.min(most, box.w - 4 * inset, widest(pen, lines, size) + 1);
	const heightAt = (size: number): number => flow(pen, lines, size, widthAt(size), () => {});
	const size = sizes.find((one) => heightAt(one) <= box.h * 0.66) ?? sizes.at(-1)!;
	const [w, h] = [widthAt(size), Math.min(heightAt(size), box.h - 4 * inset)];
	const [left, top] = [Math.min(box.x + box.w, right) - w - 2 * inset, box.y + inset];
	doc.save().fillOpacity(0.88).rect(left - inset, top, w + 2 * inset, h + 2 * inset).fill(ink.paper).fillOpacity(1).restore();
	flow(pen, lines, size, w, ({ mark, text }, x, y, room, style) => {
		if (y + size > h) return;
		const at = top + inset + y;
		if (mark) {
			doc.circle(left + x + size * 0.45, at + size * 0.68, size * (mark.isHollow ? 0.34 : 0.42));
			if (mark.isHollow) doc.undash().lineWidth(size * 0.2).stroke(mark.ink);
			else doc.fill(mark.ink);
		}
		pen.write([{ text, style }], { x: left + x + (mark ? size * 1.2 : 0), y: at, w: room + 1, most: h - y + size });
	});
}
