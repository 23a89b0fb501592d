/**
 * The directory of a zip file, and its entries unpacked piece by piece. What the directory declares is judged before a byte is unpacked, and
 * unpacking stops as soon as an entry grows beyond its declared size: a bomb costs neither memory nor time.
 */
import { Inflate } from 'fflate';
import { limits } from '../../domain/change.ts';
import { FileRefusal } from '../../domain/loaded-table.ts';

export interface ZipEntry {
	name: string;
	/** 0 stored, 8 deflated. */
	method: number;
	packed: number;
	unpacked: number;
	/** Offset of its local header. */
	at: number;
}

const chunkBytes = 65_536;
/** Real sheets shrink to a thirtieth; a hundred and fifty times is a bomb, small files aside. */
const ratio = { most: 150, fromBytes: 10_000_000 };
const megabytes = (bytes: number): number => Math.ceil(bytes / 1_000_000);

/** Names are UTF-8, or GBK as Windows in Chinese writes them. */
function decodeName(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('gb18030').decode(bytes);
	}
}

/** Errors: throws a `FileRefusal` where the directory is broken, or declares more than `most`. */
export function readZipDirectory(bytes: Uint8Array, most: { unpackedBytes: number; ratio: number } = { unpackedBytes: limits.unpackedBytes, ratio: ratio.most }): ZipEntry[] {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = findEnd(view);
	const entries: ZipEntry[] = [];
	let at = view.getUint32(end + 16, true);
	for (let left = view.getUint16(end + 10, true); left > 0; left--) {
		if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw new FileRefusal('broken');
		const nameLength = view.getUint16(at + 28, true);
		if (view.getUint16(at + 8, true) & 1) throw new FileRefusal('password');
		entries.push({ name: decodeName(bytes.subarray(at + 46, at + 46 + nameLength)), method: view.getUint16(at + 10, true), packed: view.getUint32(at + 20, true), unpacked: view.getUint32(at + 24, true), at: view.getUint32(at + 42, true) });
		at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	}
	const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
	if (unpacked > most.unpackedBytes) throw new FileRefusal('unpacked', { mb: megabytes(unpacked), most: megabytes(most.unpackedBytes) });
	if (unpacked > ratio.fromBytes && unpacked > most.ratio * bytes.length) throw new FileRefusal('ratio', { times: Math.round(unpacked / bytes.length), most: most.ratio });
	return entries;
}

function findEnd(view: DataView): number {
	for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) if (view.getUint32(at, true) === 0x06054b50) return at;
	throw new FileRefusal('broken');
}

/** Unpacks one entry, a piece at a time. Errors: throws a `FileRefusal` where it is broken or larger than declared. */
function unpack(bytes: Uint8Array, entry: ZipEntry, take: (piece: Uint8Array) => void, onBytes: (packed: number) => void): void {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== 0x04034b50) throw new FileRefusal('broken');
	const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
	if (start + entry.packed > bytes.length || (entry.method !== 0 && entry.method !== 8)) throw new FileRefusal('broken');
	let unpacked = 0;
	const give = (piece: Uint8Array) => {
		unpacked += piece.length;
		if (unpacked > entry.unpacked) throw new FileRefusal('lies', { name: entry.name });
		if (piece.length > 0) take(piece);
	};
	const inflate = new Inflate(give);
	try {
		for (let from = 0; from < entry.packed; from += chunkBytes) {
			const piece = bytes.subarray(start + from, start + Math.min(from + chunkBytes, entry.packed));
			if (entry.method === 0) give(piece);
			else inflate.push(piece, from + chunkBytes >= entry.packed);
			onBytes(piece.length);
		}
	} catch (error) {
		throw error instanceof FileRefusal ? error : new FileRefusal('broken');
	}
	if (unpacked !== entry.unpacked) throw new FileRefusal('broken');
}

/** One entry as UTF-8 text, in pieces. Errors: those of `unpack`. */
export function unpackText(bytes: Uint8Array, entry: ZipEntry, take: (text: string) => void, onBytes: (packed: number) => void = () => {}): void {
	const decoder = new TextDecoder();
	unpack(bytes, entry, (piece) => take(decoder.decode(piece, { stream: true })), onBytes);
	take(decoder.decode());
}

/** One entry whole. Errors: those of `unpack`. */
export function unpackBytes(bytes: Uint8Array, entry: ZipEntry, onBytes: (packed: number) => void = () => {}): Uint8Array {
	const pieces: Uint8Array[] = [];
	unpack(bytes, entry, (piece) => pieces.push(piece), onBytes);
	const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
	pieces.reduce((at, piece) => {
		whole.set(piece, at);
		return at + piece.length;
	}, 0);
	return whole;
}
