/** The map of a PDF page: the picture, and on it scale bar, north arrow and stamp as vectors; its legend in one or two lines. */
import { saying } from '../../i18n/index.ts';
import type { LegendPart } from '../../map/legend.ts';
import { telling } from '../../map/legend.ts';
import { scaleBar } from '../../map/scale-bar.ts';
import type { Writer } from '../../query/indicator-words.ts';
import type { MapPicture } from './job.ts';
import type { Pen, PdfBox } from './pdf-pen.ts';

/** A browser's PNG carries transparency that a PDF would hold apart, pixel by pixel; as JPEG it is a tenth of the time and size. Elsewhere the PNG stays. */
export async function printedPicture(png: Uint8Array): Promise<Uint8Array> {
	if (typeof createImageBitmap !== 'function' || typeof OffscreenCanvas !== 'function') return png;
	const image = await createImageBitmap(new Blob([png.slice()], { type: 'image/png' }));
	const canvas = new OffscreenCanvas(image.width, image.height);
	canvas.getContext('2d')!.drawImage(image, 0, 0);
	image.close();
	const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
	return new Uint8Array(await blob.arrayBuffer());
}

/** `bytes`: the picture as it is embedded. */
export function drawMap(pen: Pen, picture: MapPicture, bytes: Uint8Array, box: PdfBox, { t }: Writer): void {
	const { doc, theme: { ink }, line } = pen;
	doc.image(bytes as Buffer, box.x, box.y, { width: box.w, height: box.h });
	const bar = scaleBar((picture.metresPerPixel * picture.width) / box.w, Math.min(120, box.w / 4));
	const right = Math.min(box.x + box.w, pageRight) - 36;
	const left = right - bar.width;
	const y = box.y + box.h - 24;
	doc.fillOpacity(0.82).rect(left - 12, y - 12, bar.width + 46, 30).fill(ink.paper).fillOpacity(1).undash().lineWidth(0.6);
	for (const quarter of [0, 1, 2, 3]) doc.rect(left + (bar.width / 4) * quarter, y, bar.width / 4, 3.5).fillAndStroke(quarter % 2 === 0 ? ink.ink700 : ink.paper, ink.ink700);
	const style = { size: 8, colour: ink.ink700 };
	line(bar.labels[0], left, y + 13, style, 'center');
	line(`${bar.labels[2]} ${bar.unit}`, right, y + 13, style, 'center');
	doc.save().translate(right + 24, y - 1).scale(0.55);
	doc.path('M0 -17L5.5 6L0 2.4L-5.5 6Z').lineWidth(1.1).stroke(ink.ink700).path('M0 -17L0 2.4L-5.5 6Z').fill(ink.ink700);
	doc.restore();
	line(t('map.north.letter'), right + 24, y + 13, style, 'center');
}
/** Right edge of the text on a slide of 960 pt; a map may run on to the paper's edge. */
const pageRight = 930;

export function drawLegend(pen: Pen, picture: MapPicture, box: PdfBox, { t }: Writer): void {
	const { doc, theme: { ink }, line, width } = pen;
	const say = saying(t);
	const entries = telling(picture.legend ?? [], 18);
	const style = { size: 8.5, colour: ink.ink700 };
	let [x, y] = [box.x, box.y];
	for (const { parts, key } of entries) {
		const needed = 30 + width(say(key), style) + 10;
		if (x + needed > box.x + box.w) {
			[x, y] = [box.x, y + 13];
			if (y + 12 > box.y + box.h + 4) return;
		}
		doc.save().translate(x, y).scale(0.82);
		for (const part of parts) drawPart(pen, part);
		doc.restore();
		line(say(key), x + 28, y + 9, style);
		x += needed;
	}
}

function drawPart({ doc, theme: { ink } }: Pen, { d, at = [0, 0], fill, fillOpacity = 1, stroke, strokeOpacity = 1, width = 1, dash, round }: LegendPart): void {
	doc.save().translate(...(at as [number, number])).undash();
	if (fill) doc.fillOpacity(fillOpacity).path(d).fill(ink[fill]);
	if (stroke) {
		doc.strokeOpacity(strokeOpacity).lineWidth(width).lineCap(round ? 'round' : 'butt');
		if (dash) doc.dash(Math.max(0.1, dash[0] ?? 1), { space: dash[1] ?? 1 });
		doc.path(d).stroke(ink[stroke]);
	}
	doc.restore();
}
