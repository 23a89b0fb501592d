/** A planner's file as text: .txt, .md, .html, .docx, .pdf. What it is, is told by its first bytes before its name; what it is not, by one sentence. */
import { TextRefusal, textLimits, type TextFile } from '../../domain/text-file.ts';
import { decodeText } from './decode.ts';

export interface FileOptions {
	/** Told what has been read, 0 to 1. */
	onProgress?: (share: number) => void;
	/** See `PdfOptions`. */
	cMapUrl?: string;
}

const startsWith = (bytes: Uint8Array, ...first: number[]): boolean => first.every((byte, i) => bytes[i] === byte);
const endingOf = (name: string): string => /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
const megabytes = (bytes: number): number => Math.ceil(bytes / 1_000_000);
const endings = new Set(['', 'txt', 'text', 'md', 'markdown', 'html', 'htm', 'xhtml', 'docx', 'pdf']);

/** What name and size alone refuse, before a byte is read. Errors: throws a `TextRefusal`. */
export function checkTextFile(name: string, size: number): void {
	if (size === 0) throw new TextRefusal('empty');
	if (size > textLimits.fileBytes) throw new TextRefusal('size', { mb: megabytes(size), most: megabytes(textLimits.fileBytes) });
	const ending = endingOf(name);
	if (ending === 'doc' || ending === 'wps') throw new TextRefusal('old-word');
	if (!endings.has(ending)) throw new TextRefusal('type', { type: `.${ending}` });
}

async function read(name: string, bytes: Uint8Array, options: FileOptions): Promise<TextFile> {
	const ending = endingOf(name);
	if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new TextRefusal(ending === 'docx' ? 'password' : 'old-word');
	if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || ending === 'docx') return { format: 'docx', text: (await import('./docx.ts')).readDocx(bytes), encoding: '' };
	if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46) || ending === 'pdf') return { format: 'pdf', text: await (await import('./pdf.ts')).readPdf(bytes, options), encoding: '' };
	const { text, encoding } = decodeText(bytes);
	if (/^(?:html?|xhtml)$/.test(ending) || /^\s*(?:<!doctype html|<html[\s>])/i.test(text.slice(0, 500))) return { format: 'html', text: (await import('./html.ts')).readHtml(text), encoding };
	return { format: ending === 'md' || ending === 'markdown' ? 'md' : 'txt', text, encoding };
}

/** Errors: rejects with a `TextRefusal`, whatever the bytes. */
export async function readTextFile(name: string, bytes: Uint8Array, options: FileOptions = {}): Promise<TextFile> {
	checkTextFile(name, bytes.length);
	const file = await read(name, bytes, options);
	if (!/[\p{L}\p{N}]/u.test(file.text)) throw new TextRefusal(file.format === 'pdf' ? 'no-text' : 'empty');
	if (file.text.length > textLimits.chars) throw new TextRefusal('chars', { most: textLimits.chars });
	return file;
}
