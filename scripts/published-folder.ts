/** Publishes the dataset into a folder named by its content, precompressed; an existing folder is taken as it is. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Publication } from '#lib/server/publish.ts';
import { compress } from '#lib/server/store.ts';

export const publishedRoot = 'node_modules/.cache/shuixiang-atlas';

/** The folder that holds the files of this publication. */
export function writePublication(publication: Publication, root = publishedRoot): string {
	const folder = join(root, publication.hash);
	if (existsSync(folder)) return folder;
	const draft = `${folder}.${process.pid}`;
	rmSync(draft, { recursive: true, force: true });
	mkdirSync(draft, { recursive: true });
	for (const [name, text] of publication.files) {
		const { text: bytes, brotli } = compress(text, 9);
		writeFileSync(join(draft, name), bytes);
		writeFileSync(join(draft, `${name}.br`), brotli);
	}
	for (const [name, bytes] of publication.tiles) writeFileSync(join(draft, name), bytes);
	renameSync(draft, folder);
	return folder;
}
