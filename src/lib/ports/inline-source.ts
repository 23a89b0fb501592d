/** The published files from inside the page: gzip written as base64, which nothing in the data can break out of. */
import type { Dataset } from '../domain/dataset.ts';
import type { Relations } from '../domain/relations.ts';
import type { Shapes } from '../domain/shape.ts';
import type { DataSource } from './ports.ts';

/** JSON of one packed part. Errors: rejects where it is damaged. */
export async function unpack<T>(text: string): Promise<T> {
	const bytes = Uint8Array.from(atob(text.trim()), (letter) => letter.charCodeAt(0));
	return (await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).json()) as T;
}

/** `read` gives the text of a part by its name. */
export function createInlineSource(read: (name: 'records' | 'relations' | 'shapes') => string): DataSource {
	return {
		records: () => unpack<Dataset>(read('records')),
		relations: () => unpack<Relations>(read('relations')),
		shapes: () => unpack<Shapes>(read('shapes')),
		passages: async () => [],
		readings: () => Promise.reject(new Error('a one-file briefing has no search'))
	};
}
