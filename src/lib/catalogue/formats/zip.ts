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

/** Errors: throws a `FileRefusal` where the directory is broken, or declares more than `limits.unpackedBytes`. */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = findEnd(view);
	const entries: ZipEntry[] = [];
	let at = view.getUint32(end + 16, true);
	for (let left = view.getUint16(end + 10, true); left > 0; left--) {
		if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw new FileRefusal('broken');
		const nameLength = view.getUint16(at + 28, true);
		if (view.getUint16(at + 8, true) & 1) throw new FileRefusal('password');
		entries.push({ name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)), method: view.getUint16(at + 10, true), packed: view.getUint32(at + 20, true), unpacked: view.getUint32(at + 24, true), at: view.getUint32(at + 42, true) });
		at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	}
	const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
	if (unpacked > limits.unpackedBytes) throw new FileRefusal('unpacked', { mb: megabytes(unpacked), most: megabytes(limits.unpackedBytes) });
	if (unpacked > ratio.fromBytes && unpacked > ratio.most * bytes.length) throw new FileRefusal('ratio', { times: Math.round(unpacked / bytes.length), most: ratio.most });
	return entries;
}

function findEnd(view: DataView): number {
	for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) if (view.getUint32(at, true) === 0x06054b50) return at;
	throw new FileRefusal('broken');
}

/** Unpacks one entry as UTF-8 text, a piece at a time. Errors: throws a `FileRefusal` where it is broken or larger than declared. */
export function unpackText(bytes: Uint8Array, entry: ZipEntry, take: (text: string) => void, onBytes: (packed: number) => void = () => {}): void {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== 0x04034b50) throw new FileRefusal('broken');
	const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
	if (start + entry.packed > bytes.length || (entry.method !== 0 && entry.method !== 8)) throw new FileRefusal('broken');
	const decoder = new TextDecoder();
	let unpacked = 0;
	const give = (piece: Uint8Array) => {
		unpacked += piece.length;
		if (unpacked > entry.unpacked) throw new FileRefusal('lies', { name: entry.name });
		if (piece.length > 0) take(decoder.decode(piece, { stream: true }));
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
	take(decoder.decode());
}
