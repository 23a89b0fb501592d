/** One slide as a picture of 1920 × 1080 px, or up to four times that: words, figures, table, chart, map with scale and north, legend, sources, accuracy and date, as on its page of the PDF. */
import type { Briefing } from '../../domain/briefing.ts';
import { createCanvasDoc } from './canvas-doc.ts';
import { goOn } from './job.ts';
import type { ExportedFile, ExportJob } from './job.ts';
import { createPen } from './pdf-pen.ts';
import { drawSlide, page } from './pdf-slide.ts';
import { themeOf } from './pptx-theme.ts';
import { fileNameOf } from './printable.ts';
import { slidePageOf } from './slide-page.ts';

export type PngScale = 1 | 2 | 3 | 4;

export const slidePngName = ({ title, slides }: Briefing, index: number): string => fileNameOf([title, index + 1, slides[index]!.title].filter(Boolean).join(' '), 'png');

/** Errors: rejects `Cancelled`, or where the browser has no room for a picture of that size. */
export async function exportSlidePng(job: ExportJob, index: number, scale: PngScale): Promise<ExportedFile> {
	goOn(job.signal);
	const slide = await slidePageOf(job, index, scale, (png) => png);
	const canvas = document.createElement('canvas');
	[canvas.width, canvas.height] = [1920 * scale, 1080 * scale];
	const pen = canvas.getContext('2d');
	if (!pen) throw new Error('no canvas');
	const map = slide.picture && (await createImageBitmap(new Blob([slide.picture.png.slice()], { type: 'image/png' })));
	pen.scale(canvas.width / page.width, canvas.height / page.height);
	drawSlide(createPen(createCanvasDoc(pen, map), themeOf(job.briefing.theme)), slide, job.writer);
	map?.close();
	goOn(job.signal);
	const blob = await new Promise<Blob>((resolve, reject) => canvas.toBlob((made) => (made ? resolve(made) : reject(new Error('no picture'))), 'image/png'));
	job.progress(1, 1);
	return { name: slidePngName(job.briefing, index), type: 'image/png', bytes: new Uint8Array(await blob.arrayBuffer()) };
}
