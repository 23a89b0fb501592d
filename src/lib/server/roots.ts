/** Folders of text files as the maps that the reader takes: what ships first, then the planner's own files and sets if there are any. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Root } from '../catalogue/read.ts';
import { activeSets, folderOf } from './data-folder.ts';

export const shippedFolder = (): string => process.env.GEODATA_DIR ?? 'geodata';
/** `DATA_DIR=none` starts without one. */
export const plannerFolder = (): string | null => (process.env.DATA_DIR === 'none' ? null : process.env.DATA_DIR || '.data');

export function readRoot(folder: string): Root {
	const files = new Map<string, string>();
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile() || !/\.(csv|geojson|json)$/.test(entry.name)) continue;
		const path = join(entry.parentPath, entry.name);
		files.set(relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8'));
	}
	return files;
}

/** A root of the planner, named in messages by its folder. */
export const plannerRoot = (files: Root, folder: string): Root => Object.assign(new Map(files), { folder: `${folder}/` });

/** The planner's layers, oldest first: files written by hand, then each set that counts. `without` leaves one set out. */
export function readPlanner(folder: string | null, without?: number): Root[] {
	if (folder === null || !existsSync(folder)) return [];
	const own = ['catalogue', 'places'].flatMap((part) => (existsSync(join(folder, part)) ? [...readRoot(join(folder, part))].map(([path, text]): [string, string] => [`${part}/${path}`, text]) : []));
	const sets = activeSets(folder).filter((number) => number !== without).map((number) => plannerRoot(readRoot(join(folder, folderOf(number))), `${folder}/${folderOf(number)}`));
	return [...(own.length > 0 ? [plannerRoot(new Map(own), folder)] : []), ...sets];
}

/** Errors: throws where the shipped folder is missing. */
export const readRoots = (): Root[] => [readRoot(shippedFolder()), ...readPlanner(plannerFolder())];
