/** Bytes of a plain text or a page as characters. UTF-8, UTF-16 and GBK (GB18030) are read; another encoding is named and refused, never guessed into a text. */
import { TextRefusal } from '../../domain/text-file.ts';

export interface Decoded {
	text: string;
	encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
}

/** Enough to tell; the whole is then decoded once. */
const sampleBytes = 65_536;

const decode = (bytes: Uint8Array, encoding: Decoded['encoding']): string | null => {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
};

/** Share of characters that a Chinese text prints: a wrong encoding gives rare signs instead. */
function isReadable(text: string): boolean {
	const sample = text.slice(0, 20_000);
	const plain = sample.match(/[\n\r\t\u0020-\u007e\u00b7\u2014\u2018-\u201d\u2026\u3000-\u301f\u4e00-\u9fa5\uff00-\uffe5]/g)?.length ?? 0;
	return plain >= sample.length * 0.9;
}

/** UTF-16 without a mark: zero bytes, which no other text has, and readable in one of the two orders. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
	const sample = bytes.subarray(0, sampleBytes);
	if (bytes.length % 2 !== 0 || !sample.includes(0)) return null;
	return (['utf-16le', 'utf-16be'] as const).find((encoding) => isReadable(new TextDecoder(encoding).decode(sample))) ?? null;
}

const commonHan = /[的和发展区市国一年为人中大建设在有不业政第]/g;

/** Names what it could be, for the sentence; empty where nothing fits. */
function nameOther(bytes: Uint8Array): string {
	const sample = bytes.subarray(0, sampleBytes);
	const score = (encoding: string): number => {
		const text = new TextDecoder(encoding).decode(sample);
		return (text.match(/[的是在有不了人這国國發展業區和とのはを]/g)?.length ?? 0) - 3 * (text.match(/\ufffd/g)?.length ?? 0);
	};
	const best = (['big5', 'shift_jis', 'euc-jp', 'euc-kr'] as const).map((encoding) => ({ encoding, points: score(encoding) })).toSorted((a, b) => b.points - a.points)[0]!;
	return best.points > sample.length / 400 ? best.encoding : '';
}

/** Errors: throws a `TextRefusal` where the bytes are no text in one of the four encodings. */
export function decodeText(bytes: Uint8Array): Decoded {
	const marked: Decoded['encoding'] | null = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : guessUtf16(bytes);
	if (bytes[0] === 0xff && bytes[1] === 0xfe && bytes[2] === 0 && bytes[3] === 0) throw new TextRefusal('encoding', { encoding: 'UTF-32' });
	if (marked) {
		const text = decode(bytes, marked);
		if (text === null) throw new TextRefusal('garbled');
		return { text, encoding: marked };
	}
	const utf8 = decode(bytes, 'utf-8');
	if (utf8 !== null) {
		if (utf8.slice(0, sampleBytes).includes('\0')) throw new TextRefusal('garbled');
		return { text: utf8, encoding: 'utf-8' };
	}
	const other = nameOther(bytes);
	const gbk = decode(bytes, 'gb18030');
	const isGbk = gbk !== null && isReadable(gbk) && (gbk.slice(0, 20_000).match(commonHan)?.length ?? 0) > 0;
	if (isGbk && (other === '' || (gbk.slice(0, sampleBytes).match(commonHan)?.length ?? 0) * 40 > Math.min(gbk.length, sampleBytes))) return { text: gbk, encoding: 'gb18030' };
	throw other === '' ? new TextRefusal('garbled') : new TextRefusal('encoding', { encoding: other === 'big5' ? 'Big5' : other.toUpperCase() });
}
