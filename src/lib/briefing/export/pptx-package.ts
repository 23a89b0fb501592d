/**
 * Finishes the package that pptxgenjs wrote: the real pictures, charts with their data and the theme take their places, and what strays from the
 * schema is put right (parts listed that do not exist, ids that stand twice, properties repeated in a paragraph, notes in one line), so that a
 * strict reader such as WPS has nothing to repair. The price: it knows the words of pptxgenjs 4.0; the office tests fail first when those change.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import type { NativeChart } from './chart-parts.ts';
import { writeGrid } from './office-sheet.ts';
import { colourScheme, fontScheme } from './pptx-theme.ts';
import type { DeckTheme } from './pptx-theme.ts';

export interface PackageParts {
	theme: DeckTheme;
	/** In the order of their slides. */
	charts: readonly NativeChart[];
	/** Slide number, from 1, to the picture of its map. */
	pictures: ReadonlyMap<number, Uint8Array>;
	lang: string;
}

export function finishPackage(skeleton: Uint8Array, { theme, charts, pictures, lang }: PackageParts): Uint8Array {
	const parts = new Map<string, Uint8Array>(Object.entries(unzipSync(skeleton)).filter(([path]) => !path.endsWith('/')));
	const change = (path: string, edit: (text: string) => string): void => {
		parts.set(path, strToU8(edit(strFromU8(parts.get(path)!))));
	};
	numbered(parts, /^ppt\/charts\/chart(\d+)\.xml$/).forEach((path, i) => parts.set(path, strToU8(charts[i]!.xml)));
	numbered(parts, /^ppt\/embeddings\/Microsoft_Excel_Worksheet(\d+)\.xlsx$/).forEach((path, i) => parts.set(path, writeGrid(charts[i]!.grid)));
	for (const [number, png] of pictures) parts.set(`ppt/media/image-${number}-1.png`, png);
	for (const path of parts.keys()) {
		if (/^ppt\/(slides|slideLayouts)\/[^/]+\.xml$/.test(path)) change(path, tidySlide);
		if (/^ppt\/notesSlides\/[^/]+\.xml$/.test(path)) change(path, (text) => tidyNotes(text, lang));
	}
	change('ppt/theme/theme1.xml', (text) => text.replace(/<a:clrScheme[\s\S]*?<\/a:clrScheme>/, colourScheme(theme)).replace(/<a:fontScheme[\s\S]*?<\/a:fontScheme>/, fontScheme));
	if (theme.isDark) change('ppt/slideMasters/slideMaster1.xml', (text) => text.replace('bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"', 'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"'));
	// The schema has the master of the notes before the slides.
	change('ppt/presentation.xml', (text) => text.replace(/(<p:sldIdLst>[\s\S]*?<\/p:sldIdLst>)(<p:notesMasterIdLst>[\s\S]*?<\/p:notesMasterIdLst>)/, '$2$1'));
	change('[Content_Types].xml', (text) => listOnly(text, parts));
	// Pictures are compressed as they are; a second time costs seconds and saves nothing.
	return zipSync(Object.fromEntries([...parts].map(([path, bytes]): [string, Zippable[string]] => [path, [bytes, { level: /\.(png|xlsx)$/.test(path) ? 0 : 6 }]])));
}

const numbered = (parts: ReadonlyMap<string, Uint8Array>, pattern: RegExp): string[] =>
	[...parts.keys()].flatMap((path) => { const match = pattern.exec(path); return match ? [{ path, n: Number(match[1]) }] : []; }).sort((a, b) => a.n - b.n).map(({ path }) => path);

/** Chinese letters take the theme's Chinese face, every shape has an id of its own, a paragraph says its properties once. */
function tidySlide(text: string): string {
	let id = 1;
	return text
		.replace(/<a:(ea|cs) typeface="\+(mj|mn)-lt"/g, '<a:$1 typeface="+$2-$1"')
		.replace(/ pitchFamily="34" charset="-?\d+"/g, '').replace(/(<a:(?:latin|ea|cs) typeface="[^"]*") charset="0"/g, '$1')
		.replace(/(<\/a:r>|<a:br\/>)<a:pPr[^>]*>(?:(?!<\/a:pPr>)[\s\S])*<\/a:pPr>/g, '$1')
		.replace(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${id++}"`)
		.replace(/<a:ln><\/a:ln>/g, '');
}

/** A line of the notes is a paragraph. */
function tidyNotes(text: string, lang: string): string {
	return text.replace(/<a:p><a:r><a:rPr lang="en-US" dirty="0"\/><a:t>([\s\S]*?)<\/a:t><\/a:r><a:endParaRPr lang="en-US" dirty="0"\/><\/a:p>/, (_, words: string) =>
		words.split(/\r?\n/).map((line) => (line === '' ? `<a:p><a:endParaRPr lang="${lang}"/></a:p>` : `<a:p><a:r><a:rPr lang="${lang}"/><a:t>${line}</a:t></a:r></a:p>`)).join(''));
}

/** Only parts and endings that the package holds. */
function listOnly(text: string, parts: ReadonlyMap<string, Uint8Array>): string {
	const endings = new Set([...parts.keys()].map((path) => path.slice(path.lastIndexOf('.') + 1)));
	return text
		.replace(/\s*<Override PartName="\/([^"]+)"[^>]*\/>/g, (whole, path: string) => (parts.has(path) ? whole.trim() : ''))
		.replace(/<Default Extension="([^"]+)"[^>]*\/>/g, (whole, ending: string) => (endings.has(ending) ? whole : ''));
}
