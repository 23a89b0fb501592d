/** The map of a slide: the picture, and on it scale bar and north arrow as shapes; below it the signs of kind and status, as on the projected slide. */
import type PptxGenJS from 'pptxgenjs';
import { projectKinds, statusValues } from '../../domain/vocabulary.ts';
import { formatNumber, say } from '../../i18n/index.ts';
import type { Writer } from '../../query/indicator-words.ts';
import type { SlideContent } from '../../query/slide.ts';
import { kindInk } from '../../map/palette.ts';
import type { OwnWords } from '../../map/slide-inventories.ts';
import { heightOf, widthEm } from './fit.ts';
import type { MapPicture } from './job.ts';
import { ownLines } from './own-lines.ts';
import type { OwnLine } from './own-lines.ts';
import { ownBox } from './pptx-layout.ts';
import type { Box, SlideLayout } from './pptx-layout.ts';
import { hex } from './pptx-theme.ts';
import type { DeckTheme } from './pptx-theme.ts';
import { boxOptions } from './pptx-text.ts';
import type { Run } from './pptx-text.ts';
import { printable } from './printable.ts';

/** CSS px of the map for one inch of slide: 1920 × 1080 on the screen is 13.333 × 7.5 in here, so labels keep their size. */
export const pxPerInch = 144;
/** In the picture: 192 dpi, more than a projector shows, and the same picture serves the PDF. */
export const pictureScale = 4 / 3;

/** A round length whose bar is at most `most` inches: `[metres, inches]`. */
export function scaleBarOf({ metresPerPixel, width }: Pick<MapPicture, 'metresPerPixel' | 'width'>, boxWidth: number, most = 1.6): [number, number] {
	const metresPerInch = (metresPerPixel * width) / boxWidth;
	const power = 10 ** Math.floor(Math.log10(metresPerInch * most));
	const metres = ([5, 2, 1].find((n) => n * power <= metresPerInch * most) ?? 1) * power;
	return [metres, metres / metresPerInch];
}

export function addFurniture(slide: PptxGenJS.Slide, picture: MapPicture, box: Box, { lang, t }: Writer): void {
	const [metres, inches] = scaleBarOf(picture, box.w);
	const right = Math.min(box.x + box.w, 12.833) - 0.1;
	const y = box.y + box.h - 0.42;
	const x = right - inches - 0.55;
	slide.addShape('rect', { x: x - 0.12, y: y - 0.02, w: inches + 0.7, h: 0.38, fill: { color: 'bg1', transparency: 20 }, objectName: 'scale ground' });
	slide.addShape('rect', { x, y: y + 0.26, w: inches, h: 0.045, fill: { color: 'bg1' }, line: { color: 'tx1', width: 0.75 }, objectName: 'scale bar' });
	slide.addShape('rect', { x, y: y + 0.26, w: inches / 2, h: 0.045, fill: { color: 'tx1' }, objectName: 'scale bar half' });
	slide.addText(metres >= 1000 ? `${formatNumber(metres / 1000)} km` : `${formatNumber(metres)} m`, boxOptions(lang, { x, y: y + 0.02, w: inches, h: 0.22 }, { size: 10, align: 'right', name: 'scale' }));
	slide.addShape('triangle', { x: right - 0.3, y: y + 0.01, w: 0.14, h: 0.16, fill: { color: 'tx1' }, objectName: 'north arrow' });
	slide.addText(t('map.north.letter'), boxOptions(lang, { x: right - 0.4, y: y + 0.16, w: 0.34, h: 0.2 }, { size: 10, align: 'center', name: 'north' }));
}

/** Plugged-in layers as one text that can be edited. */
export function addOwn(slide: PptxGenJS.Slide, own: OwnWords, at: SlideLayout, content: SlideContent, { lang, t }: Writer): void {
	const lines = ownLines(t, printable(own));
	const textOf = (line: OwnLine): string => line.map(({ mark, text }) => `${mark ? '● ' : ''}${text}`).join('  ');
	const box = lines.length === 0 ? null : ownBox(at, content, (width, size) => lines.reduce((sum, line) => sum + heightOf(textOf(line), size, width - 0.17), 0) + 0.17);
	if (!box) return;
	const runs = lines.flatMap((line): Run[] => line.flatMap(({ mark, text, isBold, isQuiet }, i): Run[] => [
		...(mark ? [{ text: mark.isHollow ? '○ ' : '● ', options: { color: hex(mark.ink) } }] : []),
		{ text: i < line.length - 1 ? `${text}  ` : text, options: { ...(isBold && { bold: true }), color: isQuiet ? 'tx2' : 'tx1', ...(i === line.length - 1 && { breakLine: true }) } }
	]));
	slide.addText(runs, { ...boxOptions(lang, box, { size: box.size, valign: 'top', name: 'own layers' }), margin: 6, fill: { color: 'bg1', transparency: 12 } });
}

const shapes = { eco: 'ellipse', hydro: 'teardrop', rail: 'rect', road: 'diamond', innovation: 'hexagon', public: 'triangle' } as const;

/** Six kinds by shape and colour, four statuses by how much is filled. */
export function addLegend(slide: PptxGenJS.Slide, box: Box, { lang, t }: Writer, { ink }: DeckTheme): void {
	const words = [...projectKinds.map((kind) => say(t, 'kind', kind)), ...statusValues.map((status) => say(t, 'status', status))];
	const room = box.w - words.length * 0.42 - 0.3;
	const size = Math.max(8, Math.min(11, (room * 72) / words.reduce((sum, word) => sum + widthEm(word) + 0.8, 0)));
	const side = 0.15;
	const y = box.y + (box.h - side) / 2;
	let x = box.x;
	const label = (word: string) => {
		const w = ((widthEm(word) + 0.6) * size) / 72;
		slide.addText(word, boxOptions(lang, { x: x + 0.22, y: box.y, w, h: box.h }, { size, valign: 'middle', name: word }));
		x += 0.22 + w + 0.18;
	};
	for (const kind of projectKinds) {
		slide.addShape(shapes[kind], { x, y, w: side, h: side, fill: { color: hex(ink[kindInk[kind]]) }, objectName: kind, ...(kind === 'hydro' ? { rotate: 315 } : {}) });
		label(say(t, 'kind', kind));
	}
	x += 0.2;
	for (const status of statusValues) {
		slide.addShape('rect', { x, y, w: side, h: side, fill: { color: status === 'completed' ? 'tx1' : 'bg1' }, line: { color: 'tx1', width: 1 }, objectName: status });
		if (status === 'building') slide.addShape('rect', { x, y: y + side / 2, w: side, h: side / 2, fill: { color: 'tx1' }, objectName: `${status} half` });
		if (status === 'ongoing') slide.addShape('ellipse', { x: x + side / 3, y: y + side / 3, w: side / 3, h: side / 3, fill: { color: 'tx1' }, objectName: `${status} dot` });
		label(say(t, 'status', status));
	}
}
