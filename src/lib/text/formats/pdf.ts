/**
 * A PDF with text as paragraphs. The reader is loaded only for a PDF and runs where it is called, without a worker of its own: the caller is one
 * already, or a command. Pictures are not read, scripts in the file are not run.
 */
import { TextRefusal, textLimits } from '../../domain/text-file.ts';
import { linesOf, paragraphsOf, type PdfLine, type PdfPiece } from './pdf-lines.ts';

export interface PdfOptions {
	onProgress?: (share: number) => void;
	/** Folder of the character maps that come with the reader, with `/` at the end; older Chinese files that embed no map need it. */
	cMapUrl?: string;
}

/** Fewer characters than this on a page, and the page is a picture with a stamp. */
const fewestChars = 4;

async function load() {
	// Registers itself, so that the reader looks for no worker file.
	await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
	return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/** Errors: rejects with a `TextRefusal`, whatever the bytes. */
export async function readPdf(bytes: Uint8Array, { onProgress = () => {}, cMapUrl }: PdfOptions = {}): Promise<string> {
	const { getDocument, VerbosityLevel } = await load();
	// The reader takes the bytes over, so it gets its own.
	const task = getDocument({ data: Uint8Array.from(bytes), isEvalSupported: false, disableFontFace: true, useSystemFonts: false, useWorkerFetch: false, verbosity: VerbosityLevel.ERRORS, ...(cMapUrl ? { cMapUrl, cMapPacked: true } : {}) });
	let isLocked = false;
	task.onPassword = () => {
		isLocked = true;
		void task.destroy();
	};
	try {
		const file = await task.promise;
		if (file.numPages > textLimits.pages) throw new TextRefusal('pages', { pages: file.numPages, most: textLimits.pages });
		const pages: PdfLine[][] = [];
		let chars = 0;
		for (let number = 1; number <= file.numPages; number++) {
			const page = await file.getPage(number);
			const { items } = await page.getTextContent();
			const lines = linesOf(items.flatMap((item): PdfPiece[] => ('str' in item ? [{ text: item.str, x: item.transform[4] as number, y: item.transform[5] as number, width: item.width, size: Math.hypot(item.transform[2] as number, item.transform[3] as number) || item.height }] : [])));
			page.cleanup();
			chars += lines.reduce((sum, { text }) => sum + text.length, 0);
			if (chars > textLimits.chars) throw new TextRefusal('chars', { most: textLimits.chars });
			pages.push(lines);
			onProgress(number / file.numPages);
		}
		if (chars < fewestChars * file.numPages) throw new TextRefusal('no-text');
		return paragraphsOf(pages);
	} catch (error) {
		if (error instanceof TextRefusal) throw error;
		throw isLocked || (error instanceof Error && error.name === 'PasswordException') ? new TextRefusal('password') : new TextRefusal('broken', { type: '.pdf' });
	} finally {
		await task.destroy().catch(() => {});
	}
}
