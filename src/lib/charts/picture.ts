/**
 * A chart as a picture to take away: the drawing with plain colours, under its title and above unit, source and date, as one SVG that needs
 * nothing from the page; and the same drawn to a PNG. Fonts are those of the reader's own system.
 */
import { ink, plainInk } from './ink.ts';
import { widthOf } from './trend-layout.ts';

export interface Caption {
	title: string;
	/** Lines below the drawing: unit, source, date, what has to be known. */
	notes: string[];
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * Office programs know no `paint-order` and lay the halo of a text over its letters, so that nothing is left to read: the halo becomes a text of
 * its own below them.
 */
const haloBelow = (markup: string): string => markup.replace(/<text\b([^>]*) paint-order="stroke"([^>]*)>([\s\S]*?)<\/text>/g, (_, before: string, after: string, inner: string) => {
	const own = before + after;
	return `<text${own.replace(/ fill="[^"]*"/g, '')} fill="none" aria-hidden="true">${inner.replace(/ fill="[^"]*"/g, '')}</text><text${own.replace(/ stroke[\w-]*="[^"]*"/g, '')}>${inner}</text>`;
});

/** Markup of a drawing without what only the page needs: marks of the framework, classes, links, variables. */
export const plainDrawing = (markup: string): string => haloBelow(plainInk(markup.replace(/<!--[\s\S]*?-->/g, '')).replace(/ (class|href|tabindex)="[^"]*"/g, ''));

/** Lines that fit a width in px at 12 px; breaks between Chinese characters or at spaces. */
export function wrap(text: string, width: number): string[] {
	const lines: string[] = [];
	let line = '';
	for (const part of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+|\s+/g) ?? []) {
		if (line !== '' && widthOf(line + part.trimEnd()) > width) {
			lines.push(line.trimEnd());
			line = part.trimStart();
		} else line += part;
	}
	return [...lines, line.trimEnd()].filter(Boolean);
}

const margin = 16;

/** `drawing` is an `<svg …viewBox="0 0 W H"…>`; the answer is one too, px as in its view box. */
export function frame(drawing: string, { title, notes }: Caption): { svg: string; width: number; height: number } {
	const plain = plainDrawing(drawing).trim();
	const [, w, h] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(plain) ?? ['', '640', '320'];
	const [inner, tall] = [Number(w), Number(h)];
	const titles = wrap(title, (inner * 12) / 16);
	const lines = notes.flatMap((note) => wrap(note, (inner * 12) / 11));
	const top = margin + titles.length * 22 + 6;
	const [width, height] = [inner + 2 * margin, top + tall + 14 + lines.length * 16 + margin];
	const family = `font-family="'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif"`;
	const plainOf = (tone: string) => plainInk(tone);
	const svg = [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`, `<title>${escape(title)}</title>`, `<rect width="${width}" height="${height}" fill="${plainOf(ink.paper)}"/>`,
		...titles.map((line, i) => `<text x="${margin}" y="${margin + 16 + i * 22}" ${family} font-size="16" font-weight="700" fill="${plainOf(ink.text)}">${escape(line)}</text>`),
		plain.replace(/^<svg\b/, `<svg x="${margin}" y="${top}" width="${inner}" height="${tall}"`),
		...lines.map((line, i) => `<text x="${margin}" y="${top + tall + 24 + i * 16}" ${family} font-size="11" fill="${plainOf(ink.quiet)}">${escape(line)}</text>`), '</svg>'
	].join('\n');
	return { svg, width, height };
}

/** What of the browser is needed; a test gives its own. */
export interface Easel {
	load(url: string): Promise<CanvasImageSource>;
	canvas(width: number, height: number): HTMLCanvasElement;
}
const browserEasel: Easel = {
	load: async (url) => {
		const image = new Image();
		image.src = url;
		await image.decode();
		return image;
	},
	canvas: (width, height) => Object.assign(document.createElement('canvas'), { width, height })
};

/** The framed drawing as a PNG, `scale` times as large. Rejects where the browser cannot draw it. */
export async function toPng({ svg, width, height }: ReturnType<typeof frame>, scale = 3, easel: Easel = browserEasel): Promise<Blob> {
	const image = await easel.load(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`);
	const canvas = easel.canvas(Math.round(width * scale), Math.round(height * scale));
	const context = canvas.getContext('2d');
	if (!context) throw new Error('no canvas');
	context.drawImage(image, 0, 0, canvas.width, canvas.height);
	return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'));
}
