/** Reads a planner's file of assets off the page's thread: bytes to rows, rows to WGS84, columns and chunks. */
import sqlite from 'sql.js/dist/sql-wasm-browser.wasm?url';
import { buffersOf } from '#lib/domain/columns.ts';
import { fetchBytes } from '#lib/ports/http-files.ts';
import type { FileLook, LayerQuestion, LayerReply, PlacedLayer } from '#lib/ports/layer-reader.ts';
import { createLayerSession } from '#lib/query/layer-session.ts';

/** SQLite is a file of our own, fetched when a GeoPackage comes. */
const session = createLayerSession(async () => (await fetchBytes(sqlite)) as Uint8Array<ArrayBuffer>);
const send = (reply: LayerReply, transfer: Transferable[] = []) => self.postMessage(reply, { transfer });

/** Hex SHA-256; browsers keep it from pages over plain http. */
async function sumOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	if (!self.isSecureContext) return '';
	return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function answer(question: LayerQuestion): Promise<unknown> {
	switch (question.ask) {
		case 'read': {
			const bytes = new Uint8Array(await question.file.arrayBuffer());
			const sum = await sumOf(bytes);
			const look = await session.read(question.file.name, bytes, question.area, { coordinates: question.coordinates, onProgress: (share) => send({ is: 'progress', share }) });
			return { ...look, sum } satisfies FileLook;
		}
		case 'shifts': return session.shifts(question.layer, question.crs, question.isSwapped, question.boundary);
		case 'place': return session.place(question.with);
		case 'rows': return session.rows(question.from);
	}
}

self.onmessage = async ({ data }: MessageEvent<LayerQuestion & { number: number }>) => {
	const value = await answer(data);
	send({ is: 'reply', number: data.number, value }, data.ask === 'place' ? buffersOf((value as PlacedLayer).columns) : []);
};
