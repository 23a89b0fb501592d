/**
 * The way of an inventory into the data folder: begin, chunks of rows, finish. Until `finish` all of it lies in a draft that no page lists; a chunk
 * is taken whole or not at all, and only the last renaming makes the layer. What an upload needs to go on is on the disk, so a restart loses nothing.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliCompress } from 'node:zlib';
import type { Answer } from '../domain/change-answer.ts';
import { inventoryLimits } from '../domain/inventory.ts';
import type { InventoryLayer, StatedLayer } from '../domain/inventory.ts';
import type { Disk } from './disk.ts';
import { readRow, readStated, refuse, widen } from './layer-check.ts';
import { clearLeftovers, diskRefusal, layersFolder, layerIdsIn } from './layer-shelf.ts';

/** Uploads at a time; more is a page gone wild. */
const mostDrafts = 8;

/** What is kept beside each chunk. */
interface ChunkHead {
	first: number;
	last: number;
	count: number;
	unplaced: number;
	bytes: number;
	bbox: number[] | null;
}

const isDraft = (draft: string): boolean => /^[0-9a-f]{32}$/.test(draft);
const draftPath = (folder: string, draft: string): string => join(layersFolder(folder), `.draft-${draft}`);
const nameOf = (chunk: number): string => `chunk-${String(chunk).padStart(6, '0')}`;
const noDraft = { zh: '这次上传已经中断或过期，没有保存。请重新接受图层。', en: 'This upload was broken off or has expired; nothing was kept. Accept the layer again.' };

function readDraft(folder: string, draft: string): { path: string; stated: StatedLayer; chunks: ChunkHead[] } | null {
	const path = draftPath(folder, draft);
	if (!isDraft(draft) || !existsSync(join(path, 'stated.json'))) return null;
	const heads = readdirSync(path).filter((name) => /^chunk-\d{6}\.json$/.test(name)).sort();
	return { path, stated: JSON.parse(readFileSync(join(path, 'stated.json'), 'utf8')) as StatedLayer, chunks: heads.map((name) => JSON.parse(readFileSync(join(path, name), 'utf8')) as ChunkHead) };
}

/** `input` states the layer. The value names the draft. Errors: comes back as a refusal. */
export function beginLayer(folder: string, input: unknown, now: number, disk: Disk): Answer<{ draft: string }> {
	const stated = readStated(input);
	if (!stated.ok) return stated;
	const draft = randomBytes(16).toString('hex');
	try {
		disk.makeFolder(layersFolder(folder));
		clearLeftovers(folder, now, disk);
		if (readdirSync(layersFolder(folder)).filter((name) => name.startsWith('.draft-')).length >= mostDrafts) return refuse(429, { zh: `已有 ${mostDrafts} 个图层正在上传，请等它们完成。没有保存。`, en: `${mostDrafts} layers are being sent already; wait for them. Nothing was kept.` });
		disk.makeFolder(draftPath(folder, draft));
		disk.write(join(draftPath(folder, draft), 'stated.json'), JSON.stringify(stated.value));
	} catch (error) {
		return diskRefusal(error);
	}
	return { ok: true, value: { draft } };
}

const isChunk = (value: unknown): value is { chunk: number; rows: unknown[] } => typeof value === 'object' && value !== null && 'chunk' in value && Number.isInteger(value.chunk) && 'rows' in value && Array.isArray(value.rows);

/** Takes the next chunk; the last one sent again stands for itself, so an answer that was lost does no harm. The value counts rows so far. */
export function appendRows(folder: string, draft: string, input: unknown, disk: Disk): Answer<{ rows: number }> {
	const open = readDraft(folder, draft);
	if (!open) return refuse(404, noDraft);
	if (!isChunk(input) || input.rows.length === 0) return refuse(400, { zh: '这一批没有行，没有写入。', en: 'This part holds no rows; it was not taken.' });
	if (input.rows.length > inventoryLimits.chunkRows) return refuse(413, { zh: `一批不能超过 ${inventoryLimits.chunkRows} 行，没有写入。`, en: `A part may hold ${inventoryLimits.chunkRows} rows; it was not taken.` });
	const { path, stated, chunks } = open;
	const { chunk } = input;
	if (chunk !== chunks.length && chunk !== chunks.length - 1) return refuse(409, { zh: `收到第 ${chunk + 1} 批，而应为第 ${chunks.length + 1} 批，没有写入。`, en: `Part ${chunk + 1} came where part ${chunks.length + 1} was due; it was not taken.` });
	const before = chunks.slice(0, chunk);
	const fields = new Set(stated.fields.map(({ name }) => name));
	const box = [Infinity, Infinity, -Infinity, -Infinity];
	const head: ChunkHead = { first: 0, last: before.at(-1)?.last ?? 0, count: input.rows.length, unplaced: 0, bytes: 0, bbox: null };
	const lines: string[] = [];
	for (const given of input.rows) {
		const read = readRow(given, head.last, fields);
		if ('said' in read) return refuse(422, { zh: `${read.said.zh}这一批没有写入。`, en: `${read.said.en} This part was not taken.` });
		const { row } = read;
		head.first ||= row.row;
		head.last = row.row;
		if (row.geometry && 'coordinates' in row.geometry) widen(box, row.geometry.coordinates);
		else head.unplaced++;
		lines.push(JSON.stringify(row));
	}
	const text = `${lines.join('\n')}\n`;
	head.bytes = Buffer.byteLength(text);
	if (box[0]! <= box[2]!) head.bbox = box;
	if (head.bytes > 2 * inventoryLimits.chunkBytes && input.rows.length > 1) return refuse(413, { zh: `一批不能超过 ${inventoryLimits.chunkBytes / 1000} KB，没有写入。`, en: `A part may hold ${inventoryLimits.chunkBytes / 1000} KB; it was not taken.` });
	const [rows, bytes] = [before.reduce((sum, { count }) => sum + count, head.count), before.reduce((sum, one) => sum + one.bytes, head.bytes)];
	if (rows > inventoryLimits.rows) return refuse(413, { zh: `图层超过 ${inventoryLimits.rows / 10_000} 万行，没有写入。请分成几个文件。`, en: `The layer has more than ${inventoryLimits.rows / 1e6} million rows; this was not taken. Split the file.` });
	if (bytes > inventoryLimits.unpackedBytes) return refuse(413, { zh: `图层超过 ${inventoryLimits.unpackedBytes / 1e9} GB，没有写入。请分成几个文件。`, en: `The layer is larger than ${inventoryLimits.unpackedBytes / 1e9} GB; this was not taken. Split the file.` });
	const file = join(path, nameOf(chunk));
	try {
		for (const end of ['.json', '.ndjson', '.json.part']) disk.remove(`${file}${end}`);
		disk.write(`${file}.ndjson`, text);
		disk.write(`${file}.json.part`, JSON.stringify(head));
		disk.rename(`${file}.json.part`, `${file}.json`);
	} catch (error) {
		return diskRefusal(error);
	}
	return { ok: true, value: { rows } };
}

/** Forgets an upload; one that is not there is forgotten already. */
export function abortLayer(folder: string, draft: string, disk: Disk): Answer<{ draft: string }> {
	try {
		if (isDraft(draft)) disk.remove(draftPath(folder, draft));
	} catch (error) {
		return diskRefusal(error);
	}
	return { ok: true, value: { draft } };
}

const slugOf = (file: string, sum: string): string => {
	const slug = file.replace(/\.[^.]*$/, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40).replace(/-+$/, '');
	return slug.length >= 2 ? slug : `layer-${sum.slice(0, 8)}`;
};

/** An id of letters that no layer here has. */
function freeId(folder: string, { file, sum }: StatedLayer): string {
	const taken = new Set([...layerIdsIn(folder), 'drafts']);
	const slug = slugOf(file, sum);
	for (let n = 1; ; n++) {
		const id = n === 1 ? slug : `${slug}-${n}`;
		if (!taken.has(id) && !existsSync(join(layersFolder(folder), id)) && !existsSync(join(layersFolder(folder), `.removed-${id}`))) return id;
	}
}

const bboxOf = (chunks: readonly ChunkHead[]): InventoryLayer['bbox'] => {
	const boxes = chunks.flatMap(({ bbox }) => (bbox ? [bbox] : []));
	return boxes.length === 0 ? null : [Math.min(...boxes.map((box) => box[0]!)), Math.min(...boxes.map((box) => box[1]!)), Math.max(...boxes.map((box) => box[2]!)), Math.max(...boxes.map((box) => box[3]!))];
};

/** Joins the chunks and compresses them, a piece at a time: other pages are answered meanwhile. The sum is of the rows as they are kept. */
async function joinRows(path: string, chunks: number): Promise<string> {
	const hash = createHash('sha256');
	async function* pieces(): AsyncGenerator<Buffer> {
		for (let chunk = 0; chunk < chunks; chunk++) {
			for await (const piece of createReadStream(join(path, `${nameOf(chunk)}.ndjson`)) as AsyncIterable<Buffer>) {
				hash.update(piece);
				yield piece;
			}
		}
	}
	await pipeline(Readable.from(pieces()), createWriteStream(join(path, 'rows.ndjson'), { flags: 'wx', flush: true }));
	await pipeline(createReadStream(join(path, 'rows.ndjson')), createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }), createWriteStream(join(path, 'rows.ndjson.br'), { flags: 'wx', flush: true }));
	return hash.digest('hex');
}

/** `input` is `{rows}`: how many were sent. The layer stands with the last step. Errors: comes back as a refusal; no layer has come then. */
export async function finishLayer(folder: string, draft: string, input: unknown, at: string, disk: Disk): Promise<Answer<InventoryLayer>> {
	const open = readDraft(folder, draft);
	if (!open) return refuse(404, noDraft);
	const { stated, chunks } = open;
	const count = chunks.reduce((sum, one) => sum + one.count, 0);
	const sent = typeof input === 'object' && input !== null && 'rows' in input ? input.rows : undefined;
	if (sent !== count || count === 0) return refuse(409, { zh: `收到 ${count} 行，与送出的 ${Number(sent) || 0} 行不符，没有保存。请再试一次。`, en: `${count} rows came where ${Number(sent) || 0} were sent; nothing was kept. Try again.` });
	// Under another name no chunk can come any more.
	const path = join(layersFolder(folder), `.sealing-${draft}`);
	let layer: InventoryLayer | null = null;
	try {
		disk.rename(open.path, path);
		const sum = await joinRows(path, chunks.length);
		const id = freeId(folder, stated);
		layer = { id, ...stated, count, unplaced: chunks.reduce((n, { unplaced }) => n + unplaced, 0), bbox: bboxOf(chunks), addedAt: at };
		disk.write(join(path, 'rows.sum'), `${sum}\n`);
		disk.write(join(path, 'layer.json'), `${JSON.stringify(layer, null, '\t')}\n`);
		for (let chunk = 0; chunk < chunks.length; chunk++) for (const end of ['.json', '.ndjson']) disk.remove(join(path, `${nameOf(chunk)}${end}`));
		disk.remove(join(path, 'stated.json'));
		disk.sync(path);
		disk.rename(path, join(layersFolder(folder), id));
		disk.sync(layersFolder(folder));
		return { ok: true, value: layer };
	} catch (error) {
		// What failed after the renaming is only whether its name outlives a power cut.
		if (layer && existsSync(join(layersFolder(folder), layer.id, 'rows.ndjson'))) return { ok: true, value: layer };
		try {
			disk.remove(path);
		} catch {
			// A draft counts for nothing; the next upload clears it.
		}
		return diskRefusal(error);
	}
}
