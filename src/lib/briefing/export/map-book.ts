/** A map book on A4: contents, then one page for each place with its map, what is known of it and the sources. Maps are drawn one at a time and kept as JPEG. */
import '../../i18n/rooms/export.ts';
import '../../i18n/rooms/mapbook.ts';
import '../../i18n/rooms/office.ts';
import type { BookPage, MapBook } from '../../query/map-book.ts';
import type { Writer } from '../../query/indicator-words.ts';
import { drawContents, drawPlace, layPlace } from './map-book-page.ts';
import { goOn } from './job.ts';
import type { ExportedFile, MapPicture } from './job.ts';
import { openPdf } from './pdf-file.ts';
import { papers } from './pdf-handout.ts';
import { printedPicture } from './pdf-map.ts';
import { createPen } from './pdf-pen.ts';
import { themeOf } from './pptx-theme.ts';
import { fileNameOf, printable } from './printable.ts';

export interface MapBookJob {
	book: MapBook;
	pageOf(id: string): BookPage;
	writer: Writer;
	/** The map of a saved query string; `null` where none can be drawn. `width` and `height` in CSS px. */
	picture(view: string, width: number, height: number): Promise<MapPicture | null>;
	/** After each place. */
	progress(done: number, total: number): void;
	signal: AbortSignal;
	/** Map review number (审图号), printed where one is configured. */
	review: string;
	/** `YYYY-MM-DD` */
	date: string;
	font: () => Promise<Uint8Array>;
}

/** CSS px for one pt: the smallest names, 20 px of the picture, are 8 pt on paper at 180 dpi. */
const pxPerPt = 2.5;

/** Errors: throws `Cancelled`. */
export async function exportMapBook({ book: given, pageOf, writer, picture, progress, signal, review, date, font }: MapBookJob): Promise<ExportedFile> {
	const { t, lang } = writer;
	const book = printable(given);
	const base = review ? [book.base, t('office.review', { number: printable(review) })].join(lang === 'zh' ? '；' : '; ') : book.base;
	const { doc, finish } = await openPdf({ title: book.title, author: '', subject: t('app.name'), date, lang }, font);
	goOn(signal);
	const pen = createPen(doc, themeOf('light'));
	const turn = (): void => void doc.addPage({ size: papers.A4, margin: 0 });
	turn();
	doc.outline.addItem(t('mapbook.contents'));
	drawContents(pen, book, base, writer);
	const total = book.places.length;
	for (const [i, { id }] of book.places.entries()) {
		goOn(signal);
		const page = printable(pageOf(id));
		const laid = layPlace(pen, page, base);
		const drawn = await picture(page.view, Math.round(laid.map.w * pxPerPt), Math.round(laid.map.h * pxPerPt));
		const map = drawn && { picture: drawn, bytes: await printedPicture(drawn.png) };
		goOn(signal);
		turn();
		doc.outline.addItem(page.title);
		doc.addNamedDestination(id);
		drawPlace(pen, page, laid, map, { book: book.title, base, n: i + 2, total: total + 1 }, writer);
		progress(i + 1, total);
		// A stopped export is noticed between pages, and the page stays alive.
		await new Promise((resolve) => setTimeout(resolve));
	}
	goOn(signal);
	return { name: fileNameOf(book.title, 'pdf'), type: 'application/pdf', bytes: await finish() };
}
