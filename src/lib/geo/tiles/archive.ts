/**
 * Writes a PMTiles archive, version 3 (https://github.com/protomaps/PMTiles, spec v3): one file of vector tiles that is read by byte ranges. The library
 * only reads, so this writes; its own reader proves it in the tests. Tiles are gzipped, laid down in the order of the Hilbert curve, equal ones once.
 */
import { gzipSync } from 'fflate';

export interface Tile {
	z: number;
	x: number;
	y: number;
	/** A vector tile, not compressed. */
	bytes: Uint8Array;
}
export interface ArchiveHead {
	/** west, south, east, north, WGS84. */
	bbox: [number, number, number, number];
	/** JSON metadata; `vector_layers` names what the tiles hold. */
	metadata: Record<string, unknown>;
}

/** The root directory may take no more than this many bytes, so that one short read brings it with the header; beyond it, it gets leaves. */
const rootBytes = 16384 - 127;

/** Number of a tile along the Hilbert curves of all zooms, from 0 at zoom 0. */
export function tileNumber(z: number, x: number, y: number): number {
	let number = (4 ** z - 1) / 3;
	let [a, b] = [x, y];
	for (let side = 2 ** (z - 1); side >= 1; side /= 2) {
		const right = (a & side) > 0 ? 1 : 0;
		const down = (b & side) > 0 ? 1 : 0;
		number += side * side * ((3 * right) ^ down);
		if (down === 0) {
			if (right === 1) [a, b] = [side - 1 - (a & (side - 1)), side - 1 - (b & (side - 1))];
			[a, b] = [b, a];
		}
	}
	return number;
}

interface Entry {
	number: number;
	offset: number;
	length: number;
	/** Tiles in a row that are this one; 0: a leaf directory. */
	run: number;
}

function varints(values: readonly number[]): number[] {
	return values.flatMap((value) => {
		const bytes: number[] = [];
		for (let left = value; ; left = Math.floor(left / 128)) {
			if (left < 128) return [...bytes, left];
			bytes.push((left % 128) + 128);
		}
	});
}

const directory = (entries: readonly Entry[]): Uint8Array => gzipSync(Uint8Array.from(varints([
	entries.length, ...entries.map(({ number }, i) => number - (entries[i - 1]?.number ?? 0)), ...entries.map(({ run }) => run), ...entries.map(({ length }) => length),
	...entries.map(({ offset }, i) => (i > 0 && offset === entries[i - 1]!.offset + entries[i - 1]!.length ? 0 : offset + 1))
])));

/** A root that fits, with leaves where one directory does not. */
function directories(entries: readonly Entry[], limit: number): { root: Uint8Array; leaves: Uint8Array } {
	const whole = directory(entries);
	if (whole.length <= limit) return { root: whole, leaves: new Uint8Array() };
	for (let size = Math.ceil(entries.length / 64); ; size *= 2) {
		const parts: Uint8Array[] = [];
		const top: Entry[] = [];
		let offset = 0;
		for (let i = 0; i < entries.length; i += size) {
			const leaf = directory(entries.slice(i, i + size));
			top.push({ number: entries[i]!.number, offset, length: leaf.length, run: 0 });
			offset += leaf.length;
			parts.push(leaf);
		}
		const root = directory(top);
		if (root.length <= limit) return { root, leaves: concat(parts) };
	}
}

/** Errors: throws where there is no tile. */
export function writeArchive(tiles: readonly Tile[], { bbox, metadata }: ArchiveHead, rootLimit = rootBytes): Uint8Array {
	if (tiles.length === 0) throw new Error('an archive needs at least one tile');
	const numbered = tiles.map((tile) => ({ ...tile, number: tileNumber(tile.z, tile.x, tile.y) })).sort((a, b) => a.number - b.number);
	const known = new Map<string, { offset: number; length: number }>();
	const data: Uint8Array[] = [];
	const entries: Entry[] = [];
	let size = 0;
	for (const { number, bytes } of numbered) {
		const key = new TextDecoder('latin1').decode(bytes);
		let at = known.get(key);
		if (!at) {
			const packed = gzipSync(bytes);
			known.set(key, (at = { offset: size, length: packed.length }));
			data.push(packed);
			size += packed.length;
		}
		const last = entries.at(-1);
		if (last && last.offset === at.offset && last.number + last.run === number) last.run++;
		else entries.push({ number, ...at, run: 1 });
	}
	const { root, leaves } = directories(entries, rootLimit);
	const about = gzipSync(new TextEncoder().encode(JSON.stringify(metadata)));
	const zooms = tiles.map(({ z }) => z);
	return concat([header({ root: root.length, about: about.length, leaves: leaves.length, data: size, tiles: numbered.length, entries: entries.length, contents: known.size, zooms: [Math.min(...zooms), Math.max(...zooms)], bbox }), root, about, leaves, ...data]);
}

interface Sizes {
	root: number;
	about: number;
	leaves: number;
	data: number;
	tiles: number;
	entries: number;
	contents: number;
	zooms: [least: number, most: number];
	bbox: ArchiveHead['bbox'];
}

const [gzip, vectorTile, version] = [2, 1, 3];

function concat(parts: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(parts.reduce((size, { length }) => size + length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

function header({ root, about, leaves, data, tiles, entries, contents, zooms, bbox: [west, south, east, north] }: Sizes): Uint8Array {
	const head = new Uint8Array(127);
	const view = new DataView(head.buffer);
	head.set(new TextEncoder().encode('PMTiles'));
	head[7] = version;
	let at = 8;
	const count = (value: number) => {
		view.setBigUint64(at, BigInt(value), true);
		at += 8;
	};
	const degrees = (value: number) => {
		view.setInt32(at, Math.round(value * 1e7), true);
		at += 4;
	};
	let offset = head.length;
	for (const length of [root, about, leaves, data]) {
		count(offset);
		count(length);
		offset += length;
	}
	[tiles, entries, contents].forEach(count);
	head.set([1, gzip, gzip, vectorTile, ...zooms], at);
	at += 6;
	[west, south, east, north].forEach(degrees);
	head[at++] = zooms[0];
	[(west + east) / 2, (south + north) / 2].forEach(degrees);
	return head;
}
