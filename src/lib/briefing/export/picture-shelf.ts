/** Pictures of the map that were drawn already: PowerPoint, PDF and the editor's preview of one briefing share them. Kept until the dataset changes, the oldest given up first. */
import type { Atlas } from '../../query/atlas.ts';
import type { MapPicture } from './job.ts';

/** Bytes of all pictures together: some eighty slides. */
const mostBytes = 64e6;

export interface PictureShelf<T extends MapPicture> {
	/** `null`: has to be drawn. */
	get(key: string): T | null;
	put(key: string, picture: T): void;
}

export function createPictureShelf<T extends MapPicture>(most = mostBytes): PictureShelf<T> {
	const pictures = new Map<string, T>();
	let bytes = 0;
	return {
		get(key) {
			const picture = pictures.get(key) ?? null;
			if (picture) {
				// The one asked for last is given up last.
				pictures.delete(key);
				pictures.set(key, picture);
			}
			return picture;
		},
		put(key, picture) {
			bytes += picture.png.length - (pictures.get(key)?.png.length ?? 0);
			pictures.delete(key);
			pictures.set(key, picture);
			for (const [oldest, { png }] of pictures) {
				if (bytes <= most) break;
				pictures.delete(oldest);
				bytes -= png.length;
			}
		}
	};
}

const shelves = new WeakMap<Atlas, PictureShelf<MapPicture>>();

/** One shelf for each state of the data. */
export function shelfOf<T extends MapPicture>(atlas: Atlas): PictureShelf<T> {
	let shelf = shelves.get(atlas);
	if (!shelf) shelves.set(atlas, (shelf = createPictureShelf()));
	return shelf as PictureShelf<T>;
}
