/** Folders of text files as the maps that the reader takes: what ships first, then the planner's own files and sets if there are any. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Root } from '../catalogue/read.ts';
import { activeSets, folderOf } from './data-folder.ts';

export const shippedFolder = (): string => process.env.GEODATA_DIR ?? 'geodata';
/** `DATA_DIR=none` starts without one. */
export const plannerFolder = (): string | null => (process.env.DATA_DIR === 'none' ? null : process.env.DATA_DIR || '.data');

/** `briefings/taipu.md`: other Markdown in the folder is for people. */
export const isBriefingFile = (path: string): boolean => /^briefings\/[^/]+\.md$/.test(path);

/** `texts/0123456789abcdef/text.txt`: an official text that a planner loaded. A draft, `.draft-…`, is none yet. */
const isHeldText = (path: string): boolean => /[/\\]texts[/\\][0-9a-f]{16}[/\\]text\.txt$/.test(path);

export function readRoot(folder: string): Root {
	const files = new Map<string, string>();
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
		const path = join(entry.parentPath, entry.name);
		const name = relative(folder, path).split(sep).join('/');
		if (entry.isFile() && (/\.(csv|geojson|json)$/.test(name) || isBriefingFile(name) || isHeldText(path))) files.set(name, readFileSync(path, 'utf8'));
	}
	return files;
}

/** A root of the planner, named in messages by its folder. */
export const plannerRoot = (files: Root, folder: string): Root => Object.assign(new Map(files), { folder: `${folder}/` });

/** The planner's layers, oldest first: files written by hand, then each set that counts. `without` leaves one set out. */
export function readPlanner(folder: string | null, without?: number): Root[] {
	if (folder === null || !existsSync(folder)) return [];
	const own = ['catalogue', 'places', 'texts'].flatMap((part) => (existsSync(join(folder, part)) ? [...readRoot(join(folder, part))].map(([path, text]): [string, string] => [`${part}/${path}`, text]) : []));
	const sets = activeSets(folder).filter((number) => number !== without).map((number) => plannerRoot(readRoot(join(folder, folderOf(number))), `${folder}/${folderOf(number)}`));
	return [...(own.length > 0 ? [plannerRoot(new Map(own), folder)] : []), ...sets];
}

/** Errors: throws where the shipped folder is missing. */
export const readRoots = (): Root[] => [readRoot(shippedFolder()), ...readPlanner(plannerFolder())];

/** Briefings alone, read anew whenever a page asks: they are saved while the app runs. */
export function readBriefingRoots(): Root[] {
	return [shippedFolder(), plannerFolder()].filter((folder) => folder !== null).map((folder) => {
		const path = join(folder, 'briefings');
		const names = existsSync(path) ? readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith('.md')).map(({ name }) => name) : [];
		return new Map(names.map((name) => [`briefings/${name}`, readFileSync(join(path, name), 'utf8')]));
	});
}
