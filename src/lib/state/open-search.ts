/** Search in the browser: built on first use from the dataset that the page holds, a few milliseconds at a time, and kept as long as that dataset is. */
import type { DataSource } from '../ports/ports.ts';
import { createSearchInSlices } from '../query/search/search.ts';
import type { Search } from '../query/search/search.ts';

const opened = new WeakMap<DataSource, Promise<Search>>();
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Errors: rejects where the dataset cannot be had; the next call tries again. */
export function openSearch(source: DataSource): Promise<Search> {
	const known = opened.get(source) ?? build(source);
	opened.set(source, known);
	known.catch(() => opened.delete(source));
	return known;
}

async function build(source: DataSource): Promise<Search> {
	const [data, readings] = await Promise.all([source.records(), source.readings()]);
	// Proofs tell that texts are loaded. Without the server they cannot be had, and the rest is found all the same.
	const passages = data.proofs.length > 0 ? await source.passages().catch(() => []) : [];
	return createSearchInSlices({ data, readings, passages }, breathe);
}
