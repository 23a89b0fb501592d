/** Policy text files for commands: opened with one sentence for what is bad, with a bar on a terminal. */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TextRefusal, type TextFile } from '#lib/domain/text-file.ts';
import { en } from '#lib/i18n/rooms/textfile.ts';
import { checkTextFile, readTextFile } from '#lib/text/formats/read-file.ts';

export function stop(sentence: string, code: 1 | 2): never {
	process.stderr.write(`${sentence}\n`);
	process.exit(code);
}

/** Character maps of the PDF reader, for files that embed none. */
const cMapUrl = fileURLToPath(new URL('cmaps/', import.meta.resolve('pdfjs-dist/package.json')));

/** A bar on a terminal, once reading takes longer than a blink. */
const begun = performance.now();
export function showProgress(name: string, share: number): void {
	if (!process.stderr.isTTY || performance.now() - begun < 400) return;
	const full = Math.round(share * 30);
	process.stderr.write(`\r\x1b[K${'█'.repeat(full)}${'░'.repeat(30 - full)} ${Math.round(share * 100)}% ${name}${share >= 1 ? '\r\x1b[K' : ''}`);
}

const sentenceOf = (refusal: TextRefusal): string => en[`textfile.${refusal.key}`].replace(/\{(\w+)\}/g, (_, word: string) => String(refusal.filling[word] ?? ''));

/** Errors: ends the command with code 1 and one sentence. */
export async function openTextFile(name: string): Promise<TextFile> {
	let bytes: Uint8Array;
	try {
		const { size } = statSync(name);
		checkTextFile(name, size);
		bytes = readFileSync(name);
	} catch (error) {
		return stop(error instanceof TextRefusal ? `${name}: ${sentenceOf(error)}` : `${name}: the file cannot be opened. Check the name and the folder.`, 1);
	}
	try {
		return await readTextFile(name, bytes, { onProgress: (share) => showProgress(basename(name), share * 0.6), cMapUrl });
	} catch (error) {
		return stop(`${name}: ${error instanceof TextRefusal ? sentenceOf(error) : en['textfile.failed']}`, 1);
	}
}
