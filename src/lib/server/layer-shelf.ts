/**
 * Inventories that planners have plugged in: `layers/<id>/` in the data folder with `layer.json`, `rows.ndjson`, the same compressed, and the sum of
 * the rows. They change no record of ours, so the published dataset and its address stay as they are. A layer taken out rests beside for a day.
 */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '../domain/change-answer.ts';
import type { InventoryLayer } from '../domain/inventory.ts';
import type { Disk } from './disk.ts';
import { isLayerId, readPatch, refuse } from './layer-check.ts';

export interface LayerShelf {
	/** By the day they came, oldest first. */
	layers: InventoryLayer[];
	/** Folders whose head a hand has broken. */
	broken: string[];
}

const isHead = (value: unknown): value is InventoryLayer => typeof value === 'object' && value !== null && ['id', 'title', 'file', 'fields', 'roles', 'style', 'crs', 'count'].every((key) => key in value) && Array.isArray((value as InventoryLayer).fields);

const pathOf = (folder: string, id: string): string => join(folder, 'layers', id);
export const layersFolder = (folder: string): string => join(folder, 'layers');

function readHead(folder: string, id: string): InventoryLayer | null {
	try {
		const head: unknown = JSON.parse(readFileSync(join(pathOf(folder, id), 'layer.json'), 'utf8'));
		return isHead(head) ? { ...head, id } : null;
	} catch {
		return null;
	}
}

export function readShelf(folder: string | null): LayerShelf {
	if (folder === null || !existsSync(layersFolder(folder))) return { layers: [], broken: [] };
	const ids = readdirSync(layersFolder(folder)).filter(isLayerId);
	const layers = ids.flatMap((id) => readHead(folder, id) ?? []).toSorted((a, b) => (a.addedAt < b.addedAt ? -1 : a.addedAt > b.addedAt ? 1 : 0));
	return { layers, broken: ids.filter((id) => !layers.some((layer) => layer.id === id)) };
}

/** Ids alone: cheap, for the explore page, which asks each time. */
export const layerIdsIn = (folder: string | null): string[] => (folder !== null && existsSync(layersFolder(folder)) ? readdirSync(layersFolder(folder)).filter((id) => isLayerId(id) && existsSync(join(pathOf(folder, id), 'layer.json'))) : []);

/** `null` where there is no such layer; an id that is no id never reaches the disk. */
export const findLayer = (folder: string | null, id: string): InventoryLayer | null => (folder !== null && isLayerId(id) ? readHead(folder, id) : null);

/** Where the rows lie, and their tag. */
export function rowsOf(folder: string, id: string): { path: string; tag: string; bytes: number; brotliBytes: number } {
	const path = join(pathOf(folder, id), 'rows.ndjson');
	return { path, tag: readFileSync(join(pathOf(folder, id), 'rows.sum'), 'utf8').trim().slice(0, 20), bytes: statSync(path).size, brotliBytes: statSync(`${path}.br`).size };
}

const gone = { zh: '没有这个图层，可能已经移除。', en: 'There is no such layer; it may have been taken out already.' };
const restDays = 1;
const restingName = (id: string): string => `.removed-${id}`;

/** Errors: comes back as a refusal; the layer is then as before. */
export function changeLayer(folder: string, id: string, input: unknown, disk: Disk): Answer<InventoryLayer> {
	const layer = findLayer(folder, id);
	if (!layer) return refuse(404, gone);
	const next = readPatch(layer, input);
	if (!next.ok) return next;
	const file = join(pathOf(folder, id), 'layer.json');
	const beside = join(pathOf(folder, id), `.layer-${process.pid}.draft`);
	try {
		disk.remove(beside);
		disk.write(beside, `${JSON.stringify(next.value, null, '\t')}\n`);
		disk.rename(beside, file);
	} catch (error) {
		return diskRefusal(error);
	}
	return next;
}

/** Errors: comes back as a refusal; the layer is then still there. */
export function dropLayer(folder: string, id: string, disk: Disk): Answer<{ id: string }> {
	if (!findLayer(folder, id)) return refuse(404, gone);
	const rest = join(layersFolder(folder), restingName(id));
	try {
		disk.remove(rest);
		disk.rename(pathOf(folder, id), rest);
		disk.sync(layersFolder(folder));
	} catch (error) {
		if (existsSync(pathOf(folder, id))) return diskRefusal(error);
	}
	return { ok: true, value: { id } };
}

/** Puts a layer back that was taken out. */
export function restoreLayer(folder: string, id: string, disk: Disk): Answer<InventoryLayer> {
	const rest = join(layersFolder(folder), restingName(id));
	if (!isLayerId(id) || !existsSync(rest)) return refuse(404, { zh: `移除的图层只保留 ${restDays} 天，这个已经找不回来了。请重新载入文件。`, en: `A layer that was taken out is kept for ${restDays} day; this one is gone. Load the file again.` });
	if (existsSync(pathOf(folder, id))) return refuse(409, { zh: '同名的图层已经在了，没有恢复。', en: 'A layer of that name is there again; nothing was put back.' });
	try {
		disk.rename(rest, pathOf(folder, id));
		disk.sync(layersFolder(folder));
	} catch (error) {
		if (!existsSync(pathOf(folder, id))) return diskRefusal(error);
	}
	const layer = findLayer(folder, id);
	return layer ? { ok: true, value: layer } : refuse(404, gone);
}

const isOld = (path: string, hours: number, now: number): boolean => {
	try {
		return now - statSync(path).mtimeMs > hours * 3_600_000;
	} catch {
		return false;
	}
};

/** Clears uploads that nobody goes on with (an hour) and layers taken out (a day). */
export function clearLeftovers(folder: string, now: number, { remove }: Disk): void {
	if (!existsSync(layersFolder(folder))) return;
	for (const name of readdirSync(layersFolder(folder))) {
		const path = join(layersFolder(folder), name);
		if ((/^\.(draft|sealing)-/.test(name) && isOld(path, 1, now)) || (name.startsWith('.removed-') && isOld(path, restDays * 24, now))) remove(path);
	}
}

export function diskRefusal(error: unknown): Answer<never> {
	const code = (error as NodeJS.ErrnoException).code ?? '';
	if (code === 'ENOSPC' || code === 'EDQUOT') return refuse(507, { zh: '磁盘已满，图层没有保存。请腾出空间后再试。', en: 'The disk is full; the layer was not kept. Free some space and try again.' });
	return refuse(500, { zh: `写入数据文件夹失败（${code || '未知错误'}），图层没有保存。请检查文件夹的写入权限。`, en: `Writing into the data folder failed (${code || 'unknown error'}); the layer was not kept. Check that the folder can be written.` });
}
