/** Opens a PDF with its face and closes it to bytes. pdfkit is loaded when a PDF is asked for; the face is embedded as the subset that is used. */
import type { PdfDoc } from './pdf-pen.ts';

export interface PdfHead {
	title: string;
	author: string;
	/** Name of the app. */
	subject: string;
	/** `YYYY-MM-DD`; left out where it is no day. */
	date: string;
	lang: 'zh' | 'en';
}
export interface OpenPdf {
	doc: PdfDoc;
	finish(): Promise<Uint8Array>;
}

/** `font`: a TrueType file. Errors: rejects when it cannot be had. */
export async function openPdf({ title, author, subject, date, lang }: PdfHead, font: () => Promise<Uint8Array>): Promise<OpenPdf> {
	const [{ default: PdfDocument }, face] = await Promise.all([import('pdfkit'), font()]);
	const doc = new PdfDocument({
		autoFirstPage: false, margin: 0, font: face as unknown as string, pdfVersion: '1.7', lang: lang === 'zh' ? 'zh-CN' : 'en', displayTitle: true,
		info: { Title: title, Author: author, Subject: subject, Creator: subject, Producer: subject, ...(Number.isNaN(Date.parse(date)) ? {} : { CreationDate: new Date(date) }) }
	});
	const chunks: Uint8Array[] = [];
	const written = new Promise<void>((resolve) => {
		doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
		doc.on('end', resolve);
	});
	return {
		doc,
		async finish() {
			doc.end();
			await written;
			return joined(chunks);
		}
	};
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
	const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, at);
		at += chunk.length;
	}
	return bytes;
}
