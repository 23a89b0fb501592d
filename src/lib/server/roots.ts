/** Folders of text files as the maps that the reader takes: what ships first, then the planner's data folder if it exists. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Root } from '../catalogue/read.ts';

export const shippedFolder = (): string => process.env.GEODATA_DIR ?? 'geodata';
export const plannerFolder = (): string => process.env.DATA_DIR ?? '.data';

export function readRoot(folder: string): Root {
	const files = new Map<string, string>();
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile() || !/\.(csv|geojson|json)$/.test(entry.name)) continue;
		const path = join(entry.parentPath, entry.name);
		files.set(relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8'));
	}
	return files;
}

/** Errors: throws where the shipped folder is missing. */
export function readRoots(): Root[] {
	const planner = plannerFolder();
	return [readRoot(shippedFolder()), ...(existsSync(planner) ? [readRoot(planner)] : [])];
}
