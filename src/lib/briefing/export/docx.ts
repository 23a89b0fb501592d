/** A brief as a Word document: headings, tables, maps and footnotes that Word knows as such. docx is loaded when it is asked for. */
import '../../i18n/rooms/office.ts';
import type * as Docx from 'docx';
import { formatNumber, translator } from '../../i18n/index.ts';
import type { Translate } from '../../i18n/index.ts';
import type { BriefBlock, BriefDocument } from '../../query/brief-document.ts';
import { createNotes } from './docx-notes.ts';
import type { NoteMarks } from './docx-notes.ts';
import { finishDocument } from './docx-package.ts';
import { fitsOnePage } from './docx-fit.ts';
import { face, faces, pageOf, pictureSize, sheetFor, stylesOf, textMm, textWidth } from './docx-styles.ts';
import type { Sheet } from './docx-styles.ts';
import { tableOf } from './docx-table.ts';
import { goOn } from './job.ts';
import type { ExportedFile, MapPicture } from './job.ts';
import { fileNameOf, printable } from './printable.ts';

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export interface BriefJob {
	/** The map of a saved query string; `null` where none can be drawn. `width` and `height` in CSS px. */
	picture(view: string, width: number, height: number, scale: number): Promise<MapPicture | null>;
	/** After each picture. */
	progress(done: number, total: number): void;
	signal: AbortSignal;
	/** Map review number (审图号), printed where one is configured. */
	review: string;
	/** Such as `https://atlas.example.cn`: footnotes of clauses become links; empty where the file has no app to lead to. */
	address: string;
}

/** 312 dpi at the 156 mm of a long brief; the height follows the picture's place. */
const drawnWidth = 960;

/** Errors: throws `Cancelled`. */
export async function exportDocx(model: BriefDocument, job: BriefJob): Promise<ExportedFile> {
	const docx = await import('docx');
	const brief = printable(model);
	const t = translator(brief.lang);
	const isShort = brief.length === 'short';
	// One page has room for the first source of each statement; the long brief has all, and the short one says so.
	const notes = createNotes(docx, brief.footnotes, isShort ? 1 : Infinity, (path) => (job.address === '' ? '' : new URL(path, job.address).href));
	const body: (Docx.Paragraph | Docx.Table)[] = [
		new docx.Paragraph({ heading: docx.HeadingLevel.TITLE, children: [new docx.TextRun(brief.title)] }),
		...(brief.subtitle ? [new docx.Paragraph({ style: 'Subtitle', children: [new docx.TextRun(brief.subtitle)] })] : [])
	];
	const total = brief.sections.reduce((sum, { blocks }) => sum + blocks.filter(({ type }) => type === 'picture').length, 0);
	const review = job.review ? `${brief.lang === 'zh' ? '；' : '; '}${t('office.review', { number: printable(job.review) })}` : '';
	const sheet = sheetFor(brief.length, (sheet) => fitsOnePage(brief, sheet, brief.base + review));
	const size = pictureSize(sheet);
	let done = 0;
	for (const { heading, level, blocks } of brief.sections) {
		goOn(job.signal);
		if (heading) body.push(new docx.Paragraph({ heading: level === 1 ? docx.HeadingLevel.HEADING_1 : docx.HeadingLevel.HEADING_2, children: [new docx.TextRun(heading)] }));
		for (const block of blocks) {
			if (block.type !== 'picture') {
				body.push(...blockOf(docx, block, notes, sheet));
				continue;
			}
			const map = await job.picture(block.view, drawnWidth, Math.round((drawnWidth * size.height) / size.width), 2);
			goOn(job.signal);
			body.push(...pictureOf(docx, sheet, map ? `${block.caption}${scaleWords(map, sheet, t)}` : `${block.caption}${t('office.picture.none')}`, map));
			job.progress(++done, total);
		}
	}
	if (brief.responsibilities) {
		const { caption, notes: cited } = brief.responsibilities;
		body.push(new docx.Paragraph({ heading: docx.HeadingLevel.HEADING_1, children: [new docx.TextRun(caption || t('office.responsible'))] }), ...tableOf(docx, { ...brief.responsibilities, caption: cited.length > 0 ? t('office.table.note') : '' }, notes, textWidth(sheet)));
	}
	if (isShort) body.push(new docx.Paragraph({ style: 'Caption', children: [new docx.TextRun(t('office.short'))] }));
	const document = new docx.Document({
		title: brief.title, creator: t('app.name'), description: brief.base, styles: stylesOf(sheet), footnotes: notes.used(), features: { updateFields: false },
		numbering: { config: [{ reference: 'items', levels: [{ level: 0, format: docx.LevelFormat.BULLET, text: '•', alignment: 'left', style: { paragraph: { indent: { left: 640, hanging: 320 } } } }] }] },
		sections: [{ properties: { page: pageOf(sheet) }, footers: { default: footer(docx, brief.base + review) }, children: body }]
	});
	const bytes = new Uint8Array(await docx.Packer.toArrayBuffer(document));
	goOn(job.signal);
	return { name: fileNameOf(brief.title, 'docx'), type: docxType, bytes: finishDocument(bytes) };

	function footer({ Footer, Paragraph, TextRun, PageNumber }: typeof Docx, base: string): Docx.Footer {
		const size = Math.round(sheet.type.note * 2);
		return new Footer({
			children: [
				new Paragraph({ alignment: 'center', spacing: { line: 240, lineRule: 'atLeast' }, children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: face(faces.page), size: isShort ? 20 : 28 })] }),
				new Paragraph({ alignment: 'center', spacing: { line: 200, lineRule: 'atLeast' }, children: [new TextRun({ text: base, size })] })
			]
		});
	}
}

function blockOf(docx: typeof Docx, block: Exclude<BriefBlock, { type: 'picture' }>, notes: NoteMarks, sheet: Sheet): (Docx.Paragraph | Docx.Table)[] {
	if (block.type === 'table') return tableOf(docx, block, notes, textWidth(sheet));
	const children = block.runs.flatMap(({ text, strong, notes: cited }) => [new docx.TextRun({ text, ...(strong ? { bold: true } : {}) }), ...notes.marks(cited)]);
	return [new docx.Paragraph(block.isBullet ? { style: 'BriefItem', numbering: { reference: 'items', level: 0 }, children } : { style: 'BriefText', children })];
}

/** How much a centimetre on the paper is on the ground: a Word picture has no place for a bar that stays right when it is dragged. */
const scaleWords = ({ metresPerPixel, width }: MapPicture, sheet: Sheet, t: Translate): string => t('office.scale', { km: formatNumber(Number(((metresPerPixel * width) / (textMm(sheet) / 10) / 1000).toPrecision(2))) });

function pictureOf(docx: typeof Docx, sheet: Sheet, caption: string, map: MapPicture | null): Docx.Paragraph[] {
	const under = new docx.Paragraph({ style: 'Caption', children: [new docx.TextRun(caption)] });
	if (!map) return [under];
	const image = new docx.ImageRun({ type: 'png', data: map.png, transformation: pictureSize(sheet), altText: { name: 'map', title: caption, description: caption } });
	return [new docx.Paragraph({ alignment: 'center', keepNext: true, spacing: { line: 240, lineRule: 'auto' }, children: [image] }), under];
}
