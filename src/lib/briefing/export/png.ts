/** The map as one PNG that can stand alone: title, filter, scale, north, legend, sources, accuracy, review number and data date are drawn around and on the picture of the map. */
import '../../i18n/rooms/office.ts';
import { saying } from '../../i18n/index.ts';
import type { LegendEntry, LegendPart } from '../../map/legend.ts';
import { palettes } from '../../map/palette.ts';
import type { Palette, Theme } from '../../map/palette.ts';
import { scaleBar } from '../../map/scale-bar.ts';
import type { ThemeLegend } from '../../map/theme-legend.ts';
import type { Writer } from '../../query/indicator-words.ts';
import type { ExportedFile, MapPicture } from './job.ts';
import { layPng } from './png-layout.ts';
import type { PngSign, PngText, PngWords } from './png-layout.ts';
import { fileNameOf } from './printable.ts';

export interface MapSheet {
	words: PngWords;
	picture: MapPicture & { legend?: readonly LegendEntry[]; themes?: readonly ThemeLegend[] };
	writer: Writer;
	theme: Theme;
	/** Pixels to one CSS px, 1–4. */
	scale: number;
}

const family = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',sans-serif";
const fontOf = (size: number, isBold: boolean): string => `${isBold ? '600 ' : ''}${size}px ${family}`;

/** Rejects where the browser cannot draw it. */
export async function exportMapPng({ words, picture, writer, theme, scale }: MapSheet): Promise<ExportedFile> {
	const canvas = document.createElement('canvas');
	const pen = canvas.getContext('2d');
	if (!pen) throw new Error('no canvas');
	const measure = (text: string, size: number, isBold: boolean): number => {
		pen.font = fontOf(size, isBold);
		return pen.measureText(text).width;
	};
	// Pixels that the graphics card refused are not made up: the sheet is as fine as its map.
	const map = { width: picture.width / scale, height: picture.height / scale };
	const sheet = layPng(words, picture.legend ?? [], picture.themes ?? [], saying(writer.t), map, measure);
	const palette = palettes[theme];
	[canvas.width, canvas.height] = [Math.round(sheet.width * scale), Math.round(sheet.height * scale)];
	pen.scale(scale, scale);
	pen.fillStyle = palette.paper;
	pen.fillRect(0, 0, sheet.width, sheet.height);
	const image = await createImageBitmap(new Blob([picture.png.slice()], { type: 'image/png' }));
	pen.drawImage(image, sheet.map.x, sheet.map.y, sheet.map.w, sheet.map.h);
	image.close();
	drawFurniture(pen, sheet.map, picture.metresPerPixel * scale, palette, writer);
	for (const text of sheet.texts) drawText(pen, text, palette);
	for (const sign of sheet.signs) drawSign(pen, sign, palette);
	for (const { x, y, radius } of sheet.circles) {
		pen.strokeStyle = palette.amount;
		pen.lineWidth = 1.2;
		pen.beginPath();
		pen.arc(x, y, radius, 0, 2 * Math.PI);
		pen.stroke();
	}
	const blob = await new Promise<Blob>((resolve, reject) => canvas.toBlob((made) => (made ? resolve(made) : reject(new Error('no picture'))), 'image/png'));
	return { name: fileNameOf([words.title, words.filter].filter(Boolean).join(' '), 'png'), type: 'image/png', bytes: new Uint8Array(await blob.arrayBuffer()) };
}

function drawText(pen: CanvasRenderingContext2D, { x, y, text, size, isBold, tone }: PngText, palette: Palette): void {
	pen.font = fontOf(size, isBold);
	pen.fillStyle = tone === 'text' ? palette.ink900 : palette.ink700;
	pen.fillText(text, x, y);
}

function drawSign(pen: CanvasRenderingContext2D, { x, y, parts }: PngSign, palette: Palette): void {
	pen.save();
	pen.translate(x, y);
	pen.beginPath();
	pen.rect(0, 0, 30, 14);
	pen.clip();
	for (const part of parts) drawPart(pen, part, palette);
	pen.restore();
}

function drawPart(pen: CanvasRenderingContext2D, { d, at = [0, 0], fill, fillOpacity = 1, stroke, strokeOpacity = 1, width = 1, dash = [], round }: LegendPart, palette: Palette): void {
	const path = new Path2D(d);
	pen.save();
	pen.translate(...at);
	if (fill) {
		pen.globalAlpha = fillOpacity;
		pen.fillStyle = palette[fill];
		pen.fill(path);
	}
	if (stroke) {
		pen.globalAlpha = strokeOpacity;
		pen.strokeStyle = palette[stroke];
		pen.lineWidth = width;
		pen.setLineDash([...dash]);
		pen.lineCap = round ? 'round' : 'butt';
		pen.stroke(path);
	}
	pen.restore();
}

/** Scale bar, north arrow and the stamp, as on the explore page. */
function drawFurniture(pen: CanvasRenderingContext2D, { x, y, w, h }: { x: number; y: number; w: number; h: number }, metresPerPx: number, palette: Palette, { t }: Writer): void {
	const bar = scaleBar(metresPerPx, Math.min(180, w / 4));
	const right = x + w - 52;
	const left = right - bar.width;
	const base = y + h - 34;
	const halo = (text: string, at: number, top: number): void => {
		pen.lineWidth = 3;
		pen.lineJoin = 'round';
		pen.strokeStyle = palette.halo;
		pen.strokeText(text, at, top);
		pen.fillStyle = palette.ink700;
		pen.fillText(text, at, top);
	};
	pen.save();
	pen.strokeStyle = palette.ink700;
	pen.lineWidth = 0.8;
	for (const quarter of [0, 1, 2, 3]) {
		pen.fillStyle = quarter % 2 === 0 ? palette.ink700 : palette.paper;
		pen.fillRect(left + (bar.width / 4) * quarter, base, bar.width / 4, 5);
		pen.strokeRect(left + (bar.width / 4) * quarter, base, bar.width / 4, 5);
	}
	pen.font = fontOf(12, false);
	pen.textAlign = 'center';
	halo(bar.labels[0], left, base + 19);
	halo(bar.labels[1], left + bar.width / 2, base + 19);
	halo(`${bar.labels[2]} ${bar.unit}`, right, base + 19);
	pen.translate(x + w - 22, base - 4);
	pen.fillStyle = palette.ink700;
	pen.strokeStyle = palette.ink700;
	pen.lineWidth = 1.1;
	pen.stroke(new Path2D('M0 -17L5.5 6L0 2.4L-5.5 6Z'));
	pen.fill(new Path2D('M0 -17L0 2.4L-5.5 6Z'));
	halo(t('map.north.letter'), 0, 23);
	pen.restore();
	pen.save();
	pen.font = fontOf(12, false);
	const stamp = t('map.stamp');
	const wide = pen.measureText(stamp).width + 20;
	pen.globalAlpha = 0.92;
	pen.fillStyle = palette.paper;
	pen.fillRect(x + w - wide - 10, y + 10, wide, 24);
	pen.globalAlpha = 1;
	pen.fillStyle = palette.ink900;
	pen.fillText(stamp, x + w - wide, y + 26);
	pen.restore();
}
