/** What one slide of an export is drawn from, its map included: the same for a page of a PDF and for a picture of the slide. */
import '../../i18n/rooms/office.ts';
import { goOn } from './job.ts';
import type { ExportJob } from './job.ts';
import { printedPicture } from './pdf-map.ts';
import type { SlidePage } from './pdf-slide.ts';
import { between, layOut } from './pptx-layout.ts';
import { pxPerInch } from './pptx-map.ts';
import { printable } from './printable.ts';

/** `scale`: px of the map's picture to one of 1920 × 1080; `printed` turns it into what is embedded. Errors: rejects `Cancelled`. */
export async function slidePageOf(job: ExportJob, index: number, scale: number, printed: (png: Uint8Array) => Promise<Uint8Array> | Uint8Array = printedPicture): Promise<SlidePage> {
	const { writer: { t, lang }, review, signal } = job;
	const given = job.contents[index]!;
	const [content, { author, date, version }] = [printable(given), printable(job.briefing)];
	const base = review ? [content.base, t('office.review', { number: printable(review) })].join(lang === 'zh' ? '；' : '; ') : content.base;
	const box = content.slide.kind === 'content' ? layOut(content, base).map : null;
	const drawn = box && (await job.picture(given, Math.round(box.w * pxPerInch), Math.round(box.h * pxPerInch), scale));
	goOn(signal);
	return {
		content, picture: drawn && { ...drawn, ...(drawn.own && { own: printable(drawn.own) }), bytes: await printed(drawn.png) }, base, n: index + 1, total: job.contents.length,
		imprint: [author && t('office.by', { author }), t('office.date', { date, version })].filter(Boolean).join(between)
	};
}
