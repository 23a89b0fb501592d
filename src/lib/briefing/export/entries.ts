/** The list behind the export menu: a new kind of file is one more entry. The code that writes a file is loaded when it is asked for. */
import '../../i18n/rooms/editor.ts';
import type { Briefing, Slide } from '../../domain/briefing.ts';
import type { Ref } from '../../domain/dataset.ts';
import type { Key } from '../../i18n/index.ts';
import { briefDocument } from '../../query/brief-document.ts';
import { isBriefable } from '../../query/brief-me.ts';
import type { Query } from '../../query/explore.ts';
import type { Writer } from '../../query/indicator-words.ts';
import type { SlideContent } from '../../query/slide.ts';
import { decode } from '../../query/url.ts';
import { goOn } from './job.ts';
import type { ExportedFile, ExportJob } from './job.ts';

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
	review: string;
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

/** `picture` draws a slide's map; without it the files say that no map was drawn. */
export function exportEntries(from: Exported, picture: ExportJob['picture'] = () => Promise.resolve(null)): ExportEntry[] {
	const { briefing, query, writer, review, address } = from;
	const about = subjectIn(from);
	const brief = (length: 'short' | 'long'): ExportEntry => ({
		id: `docx-${length}`, word: `editor.export.docx-${length}`,
		async run(run) {
			const model = briefDocument(query, writer, about!, length)!;
			const { exportDocx } = await import('./docx.ts');
			return exportDocx(model, { ...run, picture: () => Promise.resolve(null), review, address });
		}
	});
	return [
		{
			id: 'pptx', word: 'editor.export.pptx',
			async run({ progress, signal }) {
				const contents = await contentsOf(from, signal);
				const { exportPptx } = await import('./pptx.ts');
				return exportPptx({ briefing, contents, writer, picture, progress, signal, review }, address);
			}
		},
		...(about ? [brief('short'), brief('long')] : [])
	];
}
