/** The list behind the export menu: a new kind of file is one more entry. The code that writes a file is loaded when it is asked for. */
import '../../i18n/rooms/editor.ts';
import { emptySlide } from '../../domain/briefing.ts';
import type { Briefing, Slide } from '../../domain/briefing.ts';
import type { Ref } from '../../domain/dataset.ts';
import type { Key } from '../../i18n/index.ts';
import type { OpenSlideInventories } from '../../map/open-slide-inventories.ts';
import type { Theme } from '../../map/palette.ts';
import { fetchBytes } from '../../ports/http-files.ts';
import { fetchOnefileShell } from '../../ports/onefile-shell.ts';
import type { DataSource } from '../../ports/ports.ts';
import { briefDocument } from '../../query/brief-document.ts';
import { isBriefable } from '../../query/brief-me.ts';
import type { Query } from '../../query/explore.ts';
import type { Writer } from '../../query/indicator-words.ts';
import type { SlideContent } from '../../query/slide.ts';
import { decode } from '../../query/url.ts';
import { goOn } from './job.ts';
import type { OnefileShell } from './onefile.ts';
import type { PdfKind } from './pdf.ts';
import type { PngScale } from './slide-png.ts';
import type { ExportedFile, ExportJob } from './job.ts';

const pngScales: readonly PngScale[] = [1, 2, 3, 4];

export interface ExportRun {
	/** After each part; the total is known with the first. */
	progress(done: number, total: number): void;
	signal: AbortSignal;
}
export interface ExportEntry {
	id: string;
	word: Key;
	/** Errors: rejects `Cancelled`, or what the writer said; no file was made then. */
	run(run: ExportRun): Promise<ExportedFile>;
}
export interface Exported {
	briefing: Briefing;
	query: Query;
	writer: Writer;
	contentOf(slide: Slide): SlideContent;
	/** Geometry for the maps, asked for when a file is made. */
	source: DataSource;
	review: string;
	/** Plugged-in layers; `null` where no slide names one. */
	layers: () => Promise<OpenSlideInventories | null>;
	/** Of the slide that is saved as a picture. */
	index: number;
	/** Such as `https://atlas.example.cn`. */
	address: string;
}

/** The record that a briefing is about: the first place, document or agency that one of its views selects. */
export function subjectIn({ briefing, query }: Pick<Exported, 'briefing' | 'query'>): Ref | null {
	for (const { view } of briefing.slides) {
		const { selection } = decode(view).view;
		if (selection && isBriefable(query.atlas, selection)) return selection;
	}
	return null;
}

/** Contents of all slides, with a breath between them so that the page answers and a cancel is heard. Errors: rejects `Cancelled`. */
export async function contentsOf({ briefing, contentOf }: Pick<Exported, 'briefing' | 'contentOf'>, signal: AbortSignal): Promise<SlideContent[]> {
	const contents: SlideContent[] = [];
	for (const slide of briefing.slides) {
		contents.push(contentOf(slide));
		await new Promise((next) => setTimeout(next));
		goOn(signal);
	}
	return contents;
}

type Draw = ExportJob['picture'];

/** Maps are drawn by one hidden map that lives as long as its export; without WebGL2 the files say that no map was drawn. */
async function withMaps<T>({ query: { atlas }, writer, source, layers }: Exported, theme: Theme, signal: AbortSignal, use: (draw: Draw) => Promise<T>): Promise<T> {
	const [shapes, own, { createSceneBuilder }, { createPictures }] = await Promise.all([source.shapes(), layers(), import('../../map/build-scene.ts'), import('./picture.ts')]);
	goOn(signal);
	const pictures = createPictures({ atlas, shapes, build: createSceneBuilder(atlas.dataset, shapes, atlas), writer, theme, signal, layers: own });
	try {
		return await use((...asked) => pictures.draw(...asked));
	} finally {
		pictures.close();
	}
}

export function exportEntries(from: Exported): ExportEntry[] {
	const { briefing, query, writer, source, layers, contentOf, review, index, address } = from;
	const slide = briefing.slides[index];
	const about = subjectIn(from);
	const pdf = (kind: PdfKind): ExportEntry => ({
		id: `pdf-${kind}`, word: `editor.export.pdf-${kind}`,
		async run({ progress, signal }) {
			const contents = await contentsOf(from, signal);
			const [{ exportPdf, pdfTheme }, { fontUrl }] = await Promise.all([import('./pdf.ts'), import('./font-file.ts')]);
			return withMaps(from, pdfTheme(kind, briefing), signal, (picture) => exportPdf({ briefing, contents, writer, picture, progress, signal, review }, { kind, paper: 'A4', font: () => fetchBytes(fontUrl) }));
		}
	});
	const png = (scale: PngScale): ExportEntry => ({
		id: `png-${scale}`, word: `editor.export.png-${scale}`,
		async run({ progress, signal }) {
			const { exportSlidePng } = await import('./slide-png.ts');
			// A saved slide keeps its own number; the others are not looked at.
			const contents = briefing.slides.map((one) => (one === slide ? contentOf(one) : null)) as SlideContent[];
			return withMaps(from, briefing.theme === 'dark' ? 'briefing' : 'day', signal, (picture) => exportSlidePng({ briefing, contents, writer, picture, progress, signal, review }, index, scale));
		}
	});
	const brief = (length: 'short' | 'long'): ExportEntry => ({
		id: `docx-${length}`, word: `editor.export.docx-${length}`,
		async run(run) {
			const model = briefDocument(query, writer, about!, length)!;
			const { exportDocx } = await import('./docx.ts');
			return withMaps(from, 'day', run.signal, (draw) => exportDocx(model, { ...run, picture: (view, ...size) => draw(contentOf({ ...emptySlide(`brief-${length}`), show: 'map', view }), ...size), review, address }));
		}
	});
	return [
		{
			id: 'pptx', word: 'editor.export.pptx',
			async run({ progress, signal }) {
				const contents = await contentsOf(from, signal);
				const { exportPptx } = await import('./pptx.ts');
				return withMaps(from, briefing.theme === 'dark' ? 'briefing' : 'day', signal, (picture) => exportPptx({ briefing, contents, writer, picture, progress, signal, review }, address));
			}
		},
		pdf('slides'), pdf('handout'),
		{
			id: 'onefile', word: 'editor.export.onefile',
			async run({ signal }) {
				const { exportOnefile, packData, textsOf } = await import('./onefile.ts');
				const own = layers().then((opened) => opened?.pack(briefing.slides) ?? null);
				const [data, shell, packed] = await Promise.all([textsOf(source).then(packData), fetchOnefileShell<OnefileShell>(), own]);
				goOn(signal);
				return exportOnefile(briefing, data, shell, review, packed);
			}
		},
		...(about ? [brief('short'), brief('long')] : []),
		...(slide ? pngScales.map(png) : [])
	];
}
