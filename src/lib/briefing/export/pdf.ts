/**
 * A briefing as PDF, written in the browser: slides of 16:9, or a handout on paper. The face is embedded as the subset that is used, text stays text,
 * charts are vectors, every slide has its bookmark. pdfkit and the face are loaded when a PDF is asked for; one picture is drawn at a time.
 */
import '../../i18n/rooms/office.ts';
import '../../i18n/rooms/export.ts';
import { goOn } from './job.ts';
import type { ExportedFile, ExportJob } from './job.ts';
import { drawHandout, papers } from './pdf-handout.ts';
import type { Paper } from './pdf-handout.ts';
import { openPdf } from './pdf-file.ts';
import { createPen } from './pdf-pen.ts';
import { drawSlide, page } from './pdf-slide.ts';
import { pictureScale } from './pptx-map.ts';
import { themeOf } from './pptx-theme.ts';
import { fileNameOf, printable } from './printable.ts';
import { slidePageOf } from './slide-page.ts';
import type { Theme } from '../../map/palette.ts';

export type PdfKind = 'slides' | 'handout';
export interface PdfOptions {
	kind: PdfKind;
	/** Of a handout; slides have the shape of the screen. */
	paper: Paper;
	/** The face to embed, a TrueType file. Errors: rejects when it cannot be had, and so does the export. */
	font: () => Promise<Uint8Array>;
}

/** 192 dpi on a slide; a handout shows it smaller at a scale of 1, so that is 270 dpi on paper. */
const pictureScales: Readonly<Record<PdfKind, number>> = { slides: pictureScale, handout: 1 };

/** A handout is printed: light, whatever the screen was. */
export const isDarkPdf = (kind: PdfKind, { theme }: { theme: 'dark' | 'light' }): boolean => kind === 'slides' && theme === 'dark';
/** Theme to draw the pictures of the map in. */
export const pdfTheme = (kind: PdfKind, briefing: { theme: 'dark' | 'light' }): Theme => (isDarkPdf(kind, briefing) ? 'briefing' : 'day');

/** Errors: throws `Cancelled`. */
export async function exportPdf(job: ExportJob, { kind, paper, font }: PdfOptions): Promise<ExportedFile> {
	const { writer, signal } = job;
	const { t, lang } = writer;
	const briefing = printable(job.briefing);
	const { doc, finish } = await openPdf({ title: briefing.title, author: briefing.author, subject: t('app.name'), date: briefing.date, lang }, font);
	goOn(signal);
	const pen = createPen(doc, themeOf(isDarkPdf(kind, briefing) ? 'dark' : 'light'));
	const turn = (): void => void doc.addPage({ size: kind === 'slides' ? [page.width, page.height] : papers[paper], margin: 0 });
	/** Slides of a section stand under it. */
	let parent = doc.outline;
	for (const i of job.contents.keys()) {
		goOn(signal);
		const slide = await slidePageOf(job, i, pictureScales[kind]);
		const { content } = slide;
		goOn(signal);
		turn();
		const title = content.slide.title || `${i + 1}`;
		if (content.slide.kind === 'section') parent = doc.outline.addItem(title, { expanded: true });
		else (content.slide.kind === 'content' ? parent : doc.outline).addItem(title);
		if (kind === 'slides') drawSlide(pen, slide, writer);
		else drawHandout(pen, slide, briefing.title, paper, writer, turn);
		job.progress(i + 1, job.contents.length);
		// A stopped export is noticed between slides, and the page stays alive.
		await new Promise((resolve) => setTimeout(resolve));
	}
	goOn(signal);
	return { name: fileNameOf(kind === 'handout' ? `${briefing.title} ${t('export.handout')}` : briefing.title, 'pdf'), type: 'application/pdf', bytes: await finish() };
}
