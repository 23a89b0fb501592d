/** A strip map as vectors on a PDF page or a picture of a slide; its colours for both themes stand here, for PowerPoint too. */
import { fitStrip, leftOutWords } from '../../charts/strip-fit.ts';
import { stripMarks } from '../../charts/strip-marks.ts';
import type { Tone } from '../../charts/strip-marks.ts';
import { mix } from '../../map/palette.ts';
import type { Writer } from '../../query/indicator-words.ts';
import type { SlideStrip } from '../../query/slide-strip.ts';
import { raisedNotes } from './pdf-pen.ts';
import type { PdfBox, Pen } from './pdf-pen.ts';
import type { DeckTheme } from './pptx-theme.ts';

export const stripTones = ({ ink, line, quiet }: DeckTheme): Record<Tone, string> => ({
	text: ink.ink900, quiet, soft: ink.ink500, paper: ink.paper, water: ink.water, waterLine: ink.shore, road: ink.road, ground: mix(ink.paper, ink.eco, 0.16), groundOther: mix(ink.paper, ink.water, 0.2), edge: line
});

export function drawStrip(pen: Pen, strip: SlideStrip, box: PdfBox, { t }: Writer): void {
	const { doc, theme } = pen;
	const tones = stripTones(theme);
	const headH = 26;
	const { parts, width, scale, left } = fitStrip(strip.parts, { w: box.w, h: box.h - headH });
	pen.write([{ text: strip.title, style: { size: 14, colour: theme.ink.ink900, isBold: true } }, ...raisedNotes(strip.notes, 14, theme.ink.shore), { text: `  ${leftOutWords(t, left)}`, style: { size: 12, colour: theme.quiet } }], { x: box.x, y: box.y, w: box.w, most: headH });
	const dashed = (dash: readonly [number, number] | undefined) => (dash ? doc.dash(dash[0], { space: dash[1] }) : doc.undash());
	doc.save().translate(box.x, box.y + headH).scale(Math.min(scale, 1.6));
	for (const mark of stripMarks(parts, t, width).marks) {
		if (mark.type === 'text') {
			doc.undash();
			pen.line(mark.text, mark.x, mark.y, { size: mark.size, colour: tones[mark.tone], ...(mark.isBold ? { isBold: true } : {}) }, mark.align);
			continue;
		}
		dashed(mark.dash).lineWidth(mark.width);
		if (mark.type === 'line') {
			doc.moveTo(mark.x1, mark.y1).lineTo(mark.x2, mark.y2).stroke(tones[mark.tone]);
			continue;
		}
		const { x, y, w, h } = mark;
		if (mark.type === 'rect') doc.rect(x, y, w, h);
		else if (mark.type === 'ellipse') doc.circle(x + w / 2, y + h / 2, w / 2);
		else doc.polygon([x + w / 2, y], [x + w, y + h / 2], [x + w / 2, y + h], [x, y + h / 2]);
		if (mark.fill && mark.edge) doc.fillAndStroke(tones[mark.fill], tones[mark.edge]);
		else if (mark.fill) doc.fill(tones[mark.fill]);
		else if (mark.edge) doc.stroke(tones[mark.edge]);
	}
	doc.undash().restore();
}
