/**
 * Page and type of a written brief as Chinese official documents have them (《党政机关公文格式》 GB/T 9704-2012): A4, text area 156 × 225 mm (margins
 * 37, 26, 35, 28 mm), title 小标宋 二号, body 仿宋 三号 on lines of 28 pt, headings 黑体 and 楷体, page number between dashes in 宋体 四号. A brief of
 * one page is no such document: it has to hold a map and its sources on one sheet, with smaller type and margins of 20 and 18 mm. Faces stand by name; `docx-package.ts` says what to put in where one is missing.
 */
import type { IRunStylePropertiesOptions, IParagraphStylePropertiesOptions, IStylesOptions } from 'docx';
import type { BriefLength } from '../../query/brief-document.ts';

const mm = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);

const margins: Readonly<Record<BriefLength, { top: number; bottom: number; footer: number }>> = { long: { top: mm(37), bottom: mm(35), footer: mm(15) }, short: { top: mm(18), bottom: mm(20), footer: mm(8) } };
export const pageOf = (length: BriefLength) => ({ size: { width: mm(210), height: mm(297) }, margin: { ...margins[length], right: mm(26), left: mm(28), header: mm(10) } });
/** Twips. */
export const textWidth = mm(156);
/** Px of 1/96 inch: as wide as the text, half or a third as high. */
export const pictureSize = (length: BriefLength) => ({ width: Math.round((156 / 25.4) * 96), height: Math.round(((length === 'long' ? 78 : 36) / 25.4) * 96) });

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
const sizes: Readonly<Record<BriefLength, TypeSizes>> = {
	long: { title: 22, heading: 16, body: 16, table: 11, note: 9, line: 28 },
	short: { title: 16, heading: 11, body: 9, table: 8, note: 7, line: 13 }
};
export const sizesOf = (length: BriefLength): TypeSizes => sizes[length];

/** Chinese face, and Times New Roman for figures and Latin words. */
export const face = (eastAsia: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia });
export const faces = { title: '方正小标宋简体', heading: '黑体', second: '楷体_GB2312', body: '仿宋_GB2312', page: '宋体' } as const;

const half = (pt: number): number => Math.round(pt * 2);
const exact = (pt: number, before = 0, after = 0) => ({ line: pt * 20, lineRule: 'exact' as const, before: before * 20, after: after * 20 });

export function stylesOf(length: BriefLength): IStylesOptions {
	const { title, heading, body, note, table, line } = sizesOf(length);
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
