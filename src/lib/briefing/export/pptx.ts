/**
 * A briefing as PowerPoint: text boxes, tables and charts that can be edited, the map as a picture, notes and sources. pptxgenjs is loaded when
 * it is asked for. One picture is drawn at a time; what stays in memory are the finished PNGs, which the file holds as they are.
 */
import '../../i18n/rooms/office.ts';
import type PptxGenJS from 'pptxgenjs';
import { recordHref } from '../../query/url.ts';
import type { NativeChart } from './chart-parts.ts';
import { goOn } from './job.ts';
import type { ExportedFile, ExportJob } from './job.ts';
import { between, layOut, slideHeight, slideWidth } from './pptx-layout.ts';
import { pictureScale, pxPerInch } from './pptx-map.ts';
import { finishPackage } from './pptx-package.ts';
import { addSlide } from './pptx-slide.ts';
import type { Deck } from './pptx-slide.ts';
import { langOf } from './pptx-text.ts';
import { faces, hex, themeOf } from './pptx-theme.ts';
import type { DeckTheme } from './pptx-theme.ts';
import { fileNameOf, printable } from './printable.ts';

export const pptxType = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

/** `address` such as `https://atlas.example.cn`: words that lead to a record become links to it. Errors: throws `Cancelled`. */
export async function exportPptx(job: ExportJob, address = ''): Promise<ExportedFile> {
	const { default: Pptx } = await import('pptxgenjs');
	const { writer, signal } = job;
	const { lang, t } = writer;
	const briefing = printable(job.briefing);
	const theme = themeOf(briefing.theme);
	const pptx = new Pptx();
	pptx.defineLayout({ name: 'wide', width: slideWidth, height: slideHeight });
	pptx.layout = 'wide';
	Object.assign(pptx, { title: briefing.title, author: briefing.author, company: '', subject: t('app.name'), revision: String(briefing.version) });
	defineMasters(pptx, theme);
	const review = job.review ? `${lang === 'zh' ? '；' : '; '}${t('office.review', { number: printable(job.review) })}` : '';
	const deck: Deck = {
		pptx, theme, writer, base: (content) => content.base + review, hrefOf: (ref) => (address === '' ? '' : new URL(recordHref(lang, ref), address).href),
		imprint: [briefing.author && t('office.by', { author: briefing.author }), t('office.date', { date: briefing.date, version: briefing.version })].filter(Boolean).join(between)
	};
	const charts: NativeChart[] = [];
	const pictures = new Map<number, Uint8Array>();
	for (const [i, content] of job.contents.entries()) {
		goOn(signal);
		const clean = printable(content);
		const box = clean.slide.kind === 'content' ? layOut(clean, deck.base(clean)).map : null;
		const picture = box && (await job.picture(content, Math.round(box.w * pxPerInch), Math.round(box.h * pxPerInch), pictureScale));
		goOn(signal);
		if (picture) pictures.set(i + 1, picture.png);
		charts.push(...addSlide(deck, clean, picture));
		job.progress(i + 1, job.contents.length);
	}
	const skeleton = (await pptx.write({ outputType: 'uint8array' })) as Uint8Array;
	goOn(signal);
	return { name: fileNameOf(briefing.title, 'pptx'), type: pptxType, bytes: finishPackage(skeleton, { theme, charts, pictures, lang: langOf(lang) }) };
}

/** Four layouts under one master: paper, title in Song, page number; the accent of a section is a stroke of water. */
function defineMasters(pptx: PptxGenJS, theme: DeckTheme): void {
	const number: PptxGenJS.SlideNumberProps = { x: 12.03, y: 7.0, w: 0.8, h: 0.26, fontFace: faces.text, fontSize: 10, color: 'tx2', align: 'right' };
	const titleAt = (x: number, y: number, w: number, h: number, fontSize: number, valign: 'top' | 'bottom') => ({ placeholder: { options: { name: 'title', type: 'title' as const, x, y, w, h, fontFace: faces.title, fontSize, bold: true, color: 'tx1', align: 'left' as const, valign, margin: 0 }, text: '' } });
	const background = { color: 'bg1' };
	const stroke = (color: string) => ({ rect: { x: 1.2, y: 3.78, w: 1.6, h: 0.06, fill: { color } } });
	pptx.defineSlideMaster({ title: 'content', background, slideNumber: number, objects: [titleAt(0.5, 0.62, slideWidth - 1, 0.86, 32, 'top')] });
	pptx.defineSlideMaster({ title: 'title', background, objects: [titleAt(1.2, 1.5, slideWidth - 2.4, 2.1, 50, 'bottom'), stroke('accent1')] });
	pptx.defineSlideMaster({ title: 'section', background: { color: 'bg2' }, slideNumber: number, objects: [titleAt(1.2, 1.5, slideWidth - 2.4, 2.1, 50, 'bottom'), stroke(hex(theme.line))] });
	pptx.defineSlideMaster({ title: 'end', background, slideNumber: number, objects: [titleAt(1.2, 1.5, slideWidth - 2.4, 2.1, 50, 'bottom'), stroke('accent1')] });
}
