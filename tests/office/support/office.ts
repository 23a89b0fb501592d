/** Real programs at work on our files: LibreOffice lays them out as PDF, poppler reads its words and pixels. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const isThere = (command: string): boolean => spawnSync(command, ['--version']).error === undefined;
/** Missing programs are reported as "not run" by `npm test`; here they skip. */
export const hasOffice = ['soffice', 'pdftotext', 'pdftoppm'].every(isThere);
export const hasPoppler = ['pdftotext', 'pdftoppm', 'pdffonts', 'pdfinfo', 'pdfimages'].every(isThere);

/** Name to path of its PDF; one start of LibreOffice for all files. */
export function toPdf(files: Readonly<Record<string, Uint8Array>>): Record<string, string> {
	const folder = mkdtempSync(join(tmpdir(), 'office-'));
	for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
	execFileSync('soffice', [`-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...Object.keys(files).map((name) => join(folder, name))], { stdio: 'pipe' });
	return Object.fromEntries(Object.keys(files).map((name) => [name, join(folder, name.replace(/\.\w+$/, '.pdf'))]));
}

/** Words of each page in the order they were written, cell after cell, without the spaces that a layout puts between letters. */
export function pagesOf(pdf: string): string[] {
	const text = execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' });
	return text.split('\f').slice(0, -1).map(squeeze);
}
export const squeeze = (text: string): string => text.replace(/\s+/g, '');

export interface Picture {
	width: number;
	height: number;
	/** RGB, row by row. */
	pixels: Uint8Array;
}
/** One page at 48 dpi. */
export function drawPage(pdf: string, page: number): Picture {
	const prefix = join(mkdtempSync(join(tmpdir(), 'page-')), 'p');
	execFileSync('pdftoppm', ['-r', '48', '-f', String(page), '-l', String(page), pdf, prefix]);
	const folder = join(prefix, '..');
	const bytes = new Uint8Array(readFileSync(join(folder, readdirSync(folder)[0]!)));
	const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(Buffer.from(bytes.subarray(0, 40)).toString('latin1'))!;
	return { width: Number(head[1]), height: Number(head[2]), pixels: bytes.subarray(head[0].length) };
}

/** Share of the pixels in a box (0–1 of the page) that are near to a colour `#RRGGBB`. */
export function shareOf({ width, height, pixels }: Picture, box: { x: number; y: number; w: number; h: number }, colour: string): number {
	const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as [number, number, number];
	let [near, all] = [0, 0];
	for (let y = Math.floor(box.y * height); y < Math.floor((box.y + box.h) * height); y++) {
		for (let x = Math.floor(box.x * width); x < Math.floor((box.x + box.w) * width); x++) {
			const at = (y * width + x) * 3;
			all++;
			if (Math.abs(pixels[at]! - r) + Math.abs(pixels[at + 1]! - g) + Math.abs(pixels[at + 2]! - b) < 48) near++;
		}
	}
	return near / all;
}
