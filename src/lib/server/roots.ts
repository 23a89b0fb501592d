/** Folders of text files as the maps that the reader takes: what ships first, then the planner's data folder if it exists. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Root } from '../catalogue/read.ts';

export const shippedFolder = (): string => process.env.GEODATA_DIR ?? 'geodata';
export const plannerFolder = (): string => process.env.DATA_DIR ?? '.data';

/** `briefings/taipu.md`: other Markdown in the folder is for people. */
export const isBriefingFile = (path: string): boolean => /^briefings\/[^/]+\.md$/.test(path);

export function readRoot(folder: string): Root {
	const files = new Map<string, string>();
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
		const path = join(entry.parentPath, entry.name);
		const name = relative(folder, path).split(sep).join('/');
		if (entry.isFile() && (/\.(csv|geojson|json)$/.test(name) || isBriefingFile(name))) files.set(name, readFileSync(path, 'utf8'));
	}
	return files;
}

/** Errors: throws where the shipped folder is missing. */
export function readRoots(): Root[] {
	const planner = plannerFolder();
	return [readRoot(shippedFolder()), ...(existsSync(planner) ? [readRoot(planner)] : [])];
}

/** Briefings alone, read anew whenever a page asks: they are saved while the app runs. */
export function readBriefingRoots(): Root[] {
	return [shippedFolder(), plannerFolder()].map((folder) => {
		const path = join(folder, 'briefings');
		const names = existsSync(path) ? readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith('.md')).map(({ name }) => name) : [];
		return new Map(names.map((name) => [`briefings/${name}`, readFileSync(join(path, name), 'utf8')]));
	});
}
