/** A strip map as shapes and texts of PowerPoint: each can be taken, moved and written over; the notes hold the same as a list. */
import type PptxGenJS from 'pptxgenjs';
import { fitStrip, leftOutWords } from '../../charts/strip-fit.ts';
import { stripMarks } from '../../charts/strip-marks.ts';
import type { Writer } from '../../query/indicator-words.ts';
import type { SlideStrip } from '../../query/slide-strip.ts';
import { widthEm } from './fit.ts';
import { stripTones } from './pdf-strip.ts';
import type { Box } from './pptx-layout.ts';
import { boxOptions, raised } from './pptx-text.ts';
import { hex } from './pptx-theme.ts';
import type { DeckTheme } from './pptx-theme.ts';

/** Px of the drawing to an inch at scale 1. */
const pxPerInch = 96;
const headH = 0.34;

export function addStrip(slide: PptxGenJS.Slide, strip: SlideStrip, box: Box, theme: DeckTheme, { t, lang }: Writer): void {
	const tones = stripTones(theme);
	const { parts, width, scale, left: out } = fitStrip(strip.parts, { w: box.w * pxPerInch, h: (box.h - headH) * pxPerInch });
	slide.addText([{ text: strip.title, options: { bold: true } }, ...raised(strip.notes), { text: `  ${leftOutWords(t, out)}`, options: { color: 'tx2', fontSize: 14 } }], boxOptions(lang, { ...box, h: 0.3 }, { size: 15, name: 'strip title' }));
	const inch = (px: number): number => (px * Math.min(scale, 1.6)) / pxPerInch;
	const [left, top] = [box.x, box.y + headH];
	const points = (px: number): number => inch(px) * 72;
	stripMarks(parts, t, width).marks.forEach((mark, i) => {
		const name = `strip ${mark.type} ${i + 1}`;
		if (mark.type === 'text') {
			const size = points(mark.size);
			const w = inch(widthEm(mark.text) * mark.size * 1.08 + 4);
			const x = left + inch(mark.x) - (mark.align === 'left' ? 0 : mark.align === 'center' ? w / 2 : w);
			slide.addText(mark.text, { ...boxOptions(lang, { x, y: top + inch(mark.y - mark.size), w, h: inch(mark.size * 1.3) }, { size, color: mark.tone === 'text' ? 'tx1' : 'tx2', valign: 'middle', align: mark.align, name }), wrap: false, ...(mark.isBold ? { bold: true } : {}) });
			return;
		}
		const line = (tone: keyof typeof tones) => ({ color: hex(tones[tone]), width: Math.max(0.25, points(mark.width)), ...(mark.dash ? { dashType: mark.dash[0] > 8 ? 'dash' as const : 'sysDash' as const } : {}) });
		if (mark.type === 'line') {
			slide.addShape('line', { x: left + inch(Math.min(mark.x1, mark.x2)), y: top + inch(Math.min(mark.y1, mark.y2)), w: inch(Math.abs(mark.x2 - mark.x1)), h: inch(Math.abs(mark.y2 - mark.y1)), line: line(mark.tone), objectName: name });
			return;
		}
		slide.addShape(mark.type === 'lozenge' ? 'diamond' : mark.type, { x: left + inch(mark.x), y: top + inch(mark.y), w: inch(mark.w), h: inch(mark.h), ...(mark.fill ? { fill: { color: hex(tones[mark.fill]) } } : {}), ...(mark.edge ? { line: line(mark.edge) } : {}), objectName: name });
	});
}
