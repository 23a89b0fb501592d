/**
 * The published dataset that the server answers from. `scripts/start.ts` publishes once into a folder and names it in `PUBLISHED_DIR`, so that
 * the server starts without computing; without it (development, tests) the server publishes for itself.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Dataset } from '../domain/dataset.ts';
import type { Relations } from '../domain/relations.ts';

export interface PublishedFile {
	text: Buffer;
	brotli: Buffer;
}
export interface Store {
	dataset: Dataset;
	relations: Relations;
	files: ReadonlyMap<string, PublishedFile>;
}

export const compress = (text: string, quality: number): PublishedFile => {
	const bytes = Buffer.from(text);
	return { text: bytes, brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }) };
};

let store: Store | undefined;

/** Errors: rejects with the first problem where the data is broken; the app does not start on broken data. */
export async function loadStore(): Promise<Store> {
	store ??= process.env.PUBLISHED_DIR ? readPublished(process.env.PUBLISHED_DIR) : await publishHere();
	return store;
}

/** Errors: throws before `loadStore` has resolved. */
export function openStore(): Store {
	if (!store) throw new Error('the dataset is not loaded yet');
	return store;
}

function readPublished(folder: string): Store {
	const files = new Map(readdirSync(folder).filter((name) => /\.(geo)?json$/.test(name)).map((name): [string, PublishedFile] => [name, { text: readFileSync(join(folder, name)), brotli: readFileSync(join(folder, `${name}.br`)) }]));
	const parse = <T>(name: string) => JSON.parse(files.get(name)!.text.toString('utf8')) as T;
	return { dataset: parse('records.json'), relations: parse('relations.json'), files };
}

/** The publisher brings dictionaries and geometry code, which a server of published files should not carry. */
async function publishHere(): Promise<Store> {
	const [{ publish }, { readRoots }] = await Promise.all([import('./publish.ts'), import('./roots.ts')]);
	const { dataset, relations, files, problems } = publish(readRoots());
	const first = problems.find((problem) => problem.level === 'error');
	if (first) throw new Error(`geodata/${first.file}:${first.row} ${first.key}. Run "npm run geodata:check" for the whole list.`);
	return { dataset, relations, files: new Map([...files].map(([name, text]) => [name, compress(text, 4)])) };
}
