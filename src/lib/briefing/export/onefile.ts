/**
 * A briefing as one .html: app, data, geometry, styles and slides, opened from `file://` without a network. The data goes in as gzip in base64, so that no
 * text of it can end a script element, and takes a third of its size. The file carries its own policy: only its own script runs (by hash) and nothing is
 * ever asked of a network. The same input gives the same bytes.
 */
import '../../i18n/rooms/offline.ts';
import { writeBriefing } from '../../catalogue/formats/briefing.ts';
import type { Briefing } from '../../domain/briefing.ts';
import type { PackedLayers } from '../../domain/packed-layers.ts';
import { translator } from '../../i18n/index.ts';
import type { DataSource } from '../../ports/ports.ts';
import type { ExportedFile } from './job.ts';

/** The app's part, the same in every file; served at `/onefile.json`. Hashes as a Content-Security-Policy writes them: made when it is built, since a page on plain http cannot. */
export interface OnefileShell {
	script: string;
	style: string;
	scriptHash: string;
	styleHash: string;
}
/** JSON texts as published: `records.json`, `relations.json`, and the geometry files as one object by layer. */
export interface OnefileTexts {
	records: string;
	relations: string;
	shapes: string;
}
export type PackedData = Record<keyof OnefileTexts, string>;

/** What the file says of itself to the app inside. */
export interface OnefileHead {
	slug: string;
	markdown: string;
	review: string;
}

export async function pack(text: string): Promise<string> {
	const bytes = new Uint8Array(await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer());
	let letters = '';
	for (let at = 0; at < bytes.length; at += 0x8000) letters += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
	return btoa(letters);
}

/** The larger part of the work; a server does it once for a dataset. */
export async function packData(texts: OnefileTexts): Promise<PackedData> {
	const [records, relations, shapes] = await Promise.all([pack(texts.records), pack(texts.relations), pack(texts.shapes)]);
	return { records, relations, shapes };
}

/** For a draft, which the browser packs itself; the server has the texts as they are. Errors: rejects where the data cannot be had. */
export async function textsOf(source: DataSource): Promise<OnefileTexts> {
	const [records, relations, shapes] = await Promise.all([source.records(), source.relations(), source.shapes()]);
	return { records: JSON.stringify(records), relations: JSON.stringify(relations), shapes: JSON.stringify(shapes) };
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** `review`: map review number (审图号), empty where none is configured. `layers`: plugged-in layers that its slides name. */
export async function exportOnefile(briefing: Briefing, data: PackedData, shell: OnefileShell, review: string, layers: PackedLayers | null = null): Promise<ExportedFile> {
	const t = translator(briefing.lang);
	const head: OnefileHead = { slug: briefing.slug, markdown: writeBriefing(briefing), review };
	const policy = `default-src 'none'; script-src '${shell.scriptHash}'; style-src '${shell.styleHash}'; img-src data: blob:; font-src data:; worker-src blob: data:; connect-src blob:; base-uri 'none'; form-action 'none'`;
	const part = (id: string, packed: string): string => `<script type="application/gzip" id="${id}">${packed}</script>`;
	const html = `<!doctype html>
<html lang="${briefing.lang === 'zh' ? 'zh-Hans' : 'en'}" data-theme="day">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(briefing.title)}</title>
<style>${shell.style}</style>
</head>
<body>
<div id="atlas"><p role="status">${escape(t('onefile.opening'))}</p></div>
<noscript><p>${escape(t('onefile.noscript'))}</p></noscript>
${part('head', await pack(JSON.stringify(head)))}
${part('records', data.records)}
${part('relations', data.relations)}
${part('shapes', data.shapes)}
${layers ? `${part('layers', await pack(JSON.stringify(layers)))}\n` : ''}<script>${shell.script}</script>
</body>
</html>
`;
	return { name: `${briefing.slug}.html`, type: 'text/html', bytes: new TextEncoder().encode(html) };
}
