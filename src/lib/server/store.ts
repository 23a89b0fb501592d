/**
 * The published dataset that the server answers from. `scripts/start.ts` publishes once into a folder and names it in `PUBLISHED_DIR`, so that
 * the server starts without computing; without it (development, tests) the server publishes for itself. A planner's change puts another dataset
 * in its place while the server runs; pages that are open go on reading the one they were made from.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Dataset } from '../domain/dataset.ts';
import type { Relations } from '../domain/relations.ts';
import type { Keys, Publication } from './publish.ts';

export interface PublishedFile {
	text: Buffer;
	brotli: Buffer;
}
export interface Store {
	dataset: Dataset;
	relations: Relations;
	files: ReadonlyMap<string, PublishedFile>;
	/** Vector tiles, by file name. */
	tiles: ReadonlyMap<string, Uint8Array>;
	keys: Keys;
}

export const compress = (text: string, quality: number): PublishedFile => {
	const bytes = Buffer.from(text);
	return { text: bytes, brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }) };
};

/** Datasets before the one in use that open pages may still ask for. */
const keptStores = 2;
let store: Store | undefined;
let former: Store[] = [];

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

/** The dataset of an open page, or `undefined` where it is too old. */
export const findStore = (hash: string): Store | undefined => [...(store ? [store] : []), ...former].find(({ dataset }) => dataset.hash === hash);

export function swapStore(next: Store): void {
	former = [...(store ? [store] : []), ...former].filter(({ dataset }) => dataset.hash !== next.dataset.hash).slice(0, keptStores);
	store = next;
}

/** Something computed from the dataset, once for each dataset: what a module keeps across requests must follow a change of the planner. */
export function perStore<T>(make: (store: Store) => T): () => T {
	const made = new WeakMap<Store, { value: T }>();
	return () => {
		const now = openStore();
		const known = made.get(now) ?? { value: make(now) };
		made.set(now, known);
		return known.value;
	};
}

const isGround = (name: string): boolean => /^(relations\.json|places\.geojson|geometry-.*)$/.test(name);

/** Files whose text is the same are taken over with their compressed form. */
export function storeOf({ dataset, relations, files, tiles, keys }: Publication, before?: Store): Store {
	const keep = (name: string, text: string): PublishedFile => {
		const known = before?.files.get(name);
		const isSame = known && before && ((isGround(name) && before.keys.ground === keys.ground) || (name === 'readings.json' && before.keys.names === keys.names));
		return isSame ? known : compress(text, 4);
	};
	return { dataset, relations, keys, tiles, files: new Map([...files].map(([name, text]) => [name, keep(name, text)])) };
}

function readPublished(folder: string): Store {
	const files = new Map(readdirSync(folder).filter((name) => /\.(geo)?json$/.test(name)).map((name): [string, PublishedFile] => [name, { text: readFileSync(join(folder, name)), brotli: readFileSync(join(folder, `${name}.br`)) }]));
	const tiles = new Map(readdirSync(folder).filter((name) => name.endsWith('.pmtiles')).map((name): [string, Uint8Array] => [name, readFileSync(join(folder, name))]));
	const parse = <T>(name: string) => JSON.parse(files.get(name)!.text.toString('utf8')) as T;
	return { dataset: parse('records.json'), relations: parse('relations.json'), keys: parse('keys.json'), files, tiles };
}

/** The publisher brings dictionaries and geometry code, which a server of published files should not carry. */
async function publishHere(): Promise<Store> {
	const [{ publish }, { readRoots }] = await Promise.all([import('./publish.ts'), import('./roots.ts')]);
	const publication = publish(readRoots());
	const first = publication.problems.find((problem) => problem.level === 'error');
	if (first) throw new Error(`${first.file}:${first.row} ${first.key}. Run "npm run geodata:check" for the whole list.`);
	return storeOf(publication);
}
