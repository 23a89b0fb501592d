/** What the routes of plugged-in layers share: the planner's folder behind the guard, and files of rows with their tag. */
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { error } from '@sveltejs/kit';
import type { Answer } from '#lib/domain/change-answer.ts';
import { inventoryLimits } from '#lib/domain/inventory.ts';
import type { AssetRow, InventoryLayer } from '#lib/domain/inventory.ts';
import { disk } from '#lib/server/disk.ts';
import type { Disk } from '#lib/server/disk.ts';
import { findLayer, rowsOf } from '#lib/server/layer-shelf.ts';
import { plannerFolder } from '#lib/server/roots.ts';
import { answerChange } from './changes.server.ts';

const tooLarge = { zh: `一批超过 ${inventoryLimits.chunkBytes / 1000} KB，没有写入。`, en: `A part was larger than ${inventoryLimits.chunkBytes / 1000} KB; it was not taken.` };

/** The guard lets nothing through where there is no folder. */
export const answerLayer = <T>(request: Request, work: (folder: string, body: unknown, disk: Disk) => Answer<T> | Promise<Answer<T>>): Promise<Response> => answerChange(request, async (body) => work(plannerFolder()!, body, disk), tooLarge);

/** Errors: 404 where there is no such layer. */
export function openLayer(id: string): { folder: string; layer: InventoryLayer } {
	const folder = plannerFolder();
	const layer = findLayer(folder, id);
	if (folder === null || !layer) error(404, 'not found');
	return { folder, layer };
}

/** The rows as they lie on the disk, compressed where the browser takes it; 304 where it holds them. */
export function sendRows(request: Request, id: string): Response {
	const { folder } = openLayer(id);
	const { path, tag, bytes, brotliBytes } = rowsOf(folder, id);
	const headers = { 'Content-Type': 'application/x-ndjson; charset=utf-8', 'Cache-Control': 'no-cache', ETag: `"${tag}"`, Vary: 'Accept-Encoding' };
	if (request.headers.get('if-none-match')?.includes(tag)) return new Response(null, { status: 304, headers });
	const isBrotli = (request.headers.get('accept-encoding') ?? '').includes('br');
	return new Response(streamOf(createReadStream(isBrotli ? `${path}.br` : path)), { headers: { ...headers, 'Content-Length': String(isBrotli ? brotliBytes : bytes), ...(isBrotli && { 'Content-Encoding': 'br' }) } });
}

const streamOf = (readable: Readable): ReadableStream => Readable.toWeb(readable) as ReadableStream;

/** A file made from the rows, piece by piece. `write` gives the text of one row. */
export function sendMade(id: string, end: string, type: string, parts: { head: (layer: InventoryLayer) => string; row: (row: AssetRow, layer: InventoryLayer, isFirst: boolean) => string; foot: string }): Response {
	const { folder, layer } = openLayer(id);
	async function* pieces(): AsyncGenerator<string> {
		yield parts.head(layer);
		let [rest, isFirst] = ['', true];
		for await (const piece of createReadStream(rowsOf(folder, id).path, 'utf8') as AsyncIterable<string>) {
			const lines = (rest + piece).split('\n');
			rest = lines.pop()!;
			let text = '';
			for (const line of lines) {
				text += parts.row(JSON.parse(line) as AssetRow, layer, isFirst);
				isFirst = false;
			}
			if (text !== '') yield text;
		}
		yield parts.foot;
	}
	return new Response(streamOf(Readable.from(pieces(), { objectMode: true }).map((text: string) => Buffer.from(text))), { headers: { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${id}.${end}"`, 'Cache-Control': 'no-cache' } });
}
