/**
 * Page and type of a written brief as Chinese official documents have them (《党政机关公文格式》 GB/T 9704-2012): A4, text area 156 × 225 mm (margins
 * 37, 26, 35, 28 mm), title 小标宋 二号, body 仿宋 三号 on lines of 28 pt, headings 黑体 and 楷体, page number between dashes in 宋体 四号. A brief of
 * one page is no such document: it has to hold a map and its sources on one sheet, with smaller type and narrower margins. Faces stand by name; `docx-package.ts` says what to put in where one is missing.
 */
import type { IRunStylePropertiesOptions, IParagraphStylePropertiesOptions, IStylesOptions } from 'docx';
import type { BriefLength } from '../../query/brief-document.ts';

const mm = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);

export interface TypeSizes {
	/** pt */
	title: number;
	heading: number;
	body: number;
	table: number;
	note: number;
	/** Height of a line of running text, pt. */
	line: number;
}
/** Paper and type of one brief; lengths in mm. */
export interface Sheet {
	top: number;
	bottom: number;
	left: number;
	right: number;
	footer: number;
	picture: number;
	type: TypeSizes;
}
const long: Sheet = { top: 37, bottom: 35, left: 28, right: 26, footer: 15, picture: 78, type: { title: 22, heading: 16, body: 16, table: 11, note: 9, line: 28 } };
/** One page, the roomiest first: a full place or document takes a closer one, see `sheetFor`. */
export const shortSheets: readonly Sheet[] = [
	{ top: 18, bottom: 20, left: 28, right: 26, footer: 8, picture: 36, type: { title: 16, heading: 11, body: 9, table: 8, note: 7, line: 13 } },
	{ top: 15, bottom: 18, left: 24, right: 24, footer: 8, picture: 34, type: { title: 15, heading: 10.5, body: 8.5, table: 7.5, note: 6.5, line: 12 } },
	{ top: 12, bottom: 16, left: 20, right: 20, footer: 7, picture: 30, type: { title: 14, heading: 10, body: 8, table: 7, note: 6, line: 11 } },
	{ top: 11, bottom: 15, left: 18, right: 18, footer: 6, picture: 26, type: { title: 13, heading: 9.5, body: 7.5, table: 6.5, note: 5.5, line: 10 } },
	{ top: 10, bottom: 14, left: 16, right: 16, footer: 6, picture: 22, type: { title: 12, heading: 9, body: 7, table: 6.5, note: 5, line: 9.5 } },
	{ top: 10, bottom: 14, left: 15, right: 15, footer: 6, picture: 18, type: { title: 11, heading: 8, body: 6.5, table: 6, note: 5, line: 8.5 } }
];
export const sheetFor = (length: BriefLength, fits: (sheet: Sheet) => boolean): Sheet => (length === 'long' ? long : (shortSheets.find(fits) ?? shortSheets.at(-1)!));

export const pageOf = ({ top, bottom, left, right, footer }: Sheet) => ({ size: { width: mm(210), height: mm(297) }, margin: { top: mm(top), bottom: mm(bottom), footer: mm(footer), right: mm(right), left: mm(left), header: mm(Math.min(10, top / 2)) } });
export const textMm = ({ left, right }: Pick<Sheet, 'left' | 'right'>): number => 210 - left - right;
/** Twips. */
export const textWidth = (sheet: Sheet): number => mm(textMm(sheet));
/** Px of 1/96 inch: as wide as the text. */
export const pictureSize = (sheet: Sheet) => ({ width: Math.round((textMm(sheet) / 25.4) * 96), height: Math.round((sheet.picture / 25.4) * 96) });

/** Chinese face, and Times New Roman for figures and Latin words. */
export const face = (eastAsia: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia });
export const faces = { title: '方正小标宋简体', heading: '黑体', second: '楷体_GB2312', body: '仿宋_GB2312', page: '宋体' } as const;

const half = (pt: number): number => Math.round(pt * 2);
const exact = (pt: number, before = 0, after = 0) => ({ line: pt * 20, lineRule: 'exact' as const, before: before * 20, after: after * 20 });

export function stylesOf({ type: { title, heading, body, note, table, line } }: Sheet): IStylesOptions {
	const run = (font: string, size: number, more: IRunStylePropertiesOptions = {}): IRunStylePropertiesOptions => ({ font: face(font), size: half(size), color: '000000', ...more });
	const next = { basedOn: 'Normal', next: 'Normal', quickFormat: true };
	const kept: IParagraphStylePropertiesOptions = { keepNext: true, spacing: exact(line, line * 0.3) };
	return {
		default: {
			document: { run: { ...run(faces.body, body), language: { value: 'en-US', eastAsia: 'zh-CN' } }, paragraph: { spacing: exact(line) } },
			title: { run: run(faces.title, title), paragraph: { alignment: 'center', spacing: exact(title * 1.5, 0, title * 0.4), keepNext: true } },
			heading1: { ...next, run: run(faces.heading, heading), paragraph: kept },
			heading2: { ...next, run: run(faces.second, heading), paragraph: kept },
			heading3: { ...next, run: run(faces.body, heading, { bold: true }), paragraph: kept },
			footnoteText: { run: run(faces.body, note), paragraph: { spacing: { line: Math.round(note * 1.3) * 20, lineRule: 'exact' } } }
		},
		paragraphStyles: [
			{ id: 'Subtitle', name: 'Subtitle', ...next, run: run(faces.second, body), paragraph: { alignment: 'center', spacing: exact(line, 0, line * 0.4) } },
			{ id: 'BriefText', name: 'Brief Text', ...next, run: run(faces.body, body), paragraph: { alignment: 'both', spacing: exact(line), indent: { firstLine: body * 40, firstLineChars: 200 } } },
			{ id: 'BriefItem', name: 'Brief Item', ...next, run: run(faces.body, body), paragraph: { alignment: 'both', spacing: exact(line) } },
			{ id: 'Caption', name: 'caption', ...next, run: run(faces.second, table), paragraph: { alignment: 'center', spacing: { before: 60, after: 100 } } },
			{ id: 'TableText', name: 'Table Text', ...next, run: run(faces.body, table), paragraph: { spacing: { line: Math.round(table * 1.35) * 20, lineRule: 'atLeast' } } },
			{ id: 'TableHead', name: 'Table Head', ...next, run: run(faces.heading, table), paragraph: { keepNext: true, spacing: { line: Math.round(table * 1.35) * 20, lineRule: 'atLeast' } } }
		]
	};
}
