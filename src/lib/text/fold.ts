/**
 * One form for each character: NFKC (Kangxi radicals, full width, compatibility forms), plain blanks and line ends, nothing invisible.
 * Ringed numbers and the Chinese ellipsis stay as printed, since ① numbers a clause and … is no three full stops.
 */
import type { Units } from './units.ts';

/** Radicals that Unicode gives no decomposition, though PDF files print them for the character. */
const radicals: Record<string, string> = {
	'⺠': '民', '⻄': '西', '⻅': '见', '⻆': '角', '⻉': '贝', '⻋': '车', '⻓': '长', '⻔': '门', '⻘': '青', '⻙': '韦', '⻚': '页', '⻛': '风', '⻜': '飞', '⻝': '食', '⻢': '马', '⻣': '骨', '⻤': '鬼', '⻥': '鱼', '⻦': '鸟', '⻧': '卤', '⻨': '麦', '⻩': '黄', '⻬': '齐', '⻮': '齿', '⻰': '龙'
};

const isPlain = (code: number): boolean => code === 0x0a || (code >= 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3001 && code <= 0x301b) || code === 0x2014 || (code >= 0x2018 && code <= 0x201d);
const isMark = (code: number): boolean => (code >= 0x0300 && code <= 0x036f) || (code >= 0x3099 && code <= 0x309a);
const isInvisible = (code: number): boolean => code === 0xad || (code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x206f) || (code >= 0xfe00 && code <= 0xfe0f) || code === 0xfeff || (code >= 0xe0100 && code <= 0xe01ef) || (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0b && code !== 0x0c && code !== 0x0d);
const isLineEnd = (code: number): boolean => code === 0x0b || code === 0x0c || code === 0x85 || code === 0x2028 || code === 0x2029;

function fold(piece: string, code: number): string {
	if (isInvisible(code)) return '';
	if (code === 0x0d || isLineEnd(code)) return '\n';
	if (code === 0x2026 || (code >= 0x2460 && code <= 0x2473)) return piece;
	if (/^[\s\p{Zs}]/u.test(piece)) return code === 0x3000 || code === 0x09 ? '  ' : ' ';
	return radicals[piece] ?? piece.normalize('NFKC');
}

/** Two offsets a unit, in room that doubles when it is full: one character may become eighteen, but hardly any does. */
function makeRoom(units: number): { put: (start: number, end: number, times: number) => void; take: () => Pick<Units, 'starts' | 'ends'> } {
	let [starts, ends, used] = [new Uint32Array(units), new Uint32Array(units), 0];
	const grow = (old: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
		const wider = new Uint32Array(old.length * 2 + 32);
		wider.set(old);
		return wider;
	};
	return {
		put(start, end, times) {
			if (used + times > starts.length) [starts, ends] = [grow(starts), grow(ends)];
			starts.fill(start, used, used + times);
			ends.fill(end, used, used + times);
			used += times;
		},
		take: () => ({ starts: starts.slice(0, used), ends: ends.slice(0, used) })
	};
}

/** A full-width blank or a tab counts as two blanks, since it is set on purpose. */
export function foldCharacters(original: string): Units {
	const pieces: string[] = [];
	const room = makeRoom(original.length);
	let [at, plainFrom] = [0, 0];
	while (at < original.length) {
		const code = original.codePointAt(at)!;
		let end = at + (code > 0xffff ? 2 : 1);
		while (end < original.length && isMark(original.charCodeAt(end))) end++;
		if (code === 0x0d && original.charCodeAt(end) === 0x0a) end++;
		if (isPlain(code) && end === at + 1) room.put(at, end, 1);
		else {
			const folded = fold(original.slice(at, end), code);
			pieces.push(original.slice(plainFrom, at), folded);
			room.put(at, end, folded.length);
			plainFrom = end;
		}
		at = end;
	}
	pieces.push(original.slice(plainFrom));
	return { text: pieces.join(''), ...room.take() };
}
