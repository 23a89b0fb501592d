/** What native charts share: colours and text as DrawingML, references into the embedded sheet. Elements stand in the order that the schema asks for. */
import { hex } from './pptx-theme.ts';
import { xml } from './printable.ts';

export const solid = (colour: string): string => `<a:solidFill><a:srgbClr val="${hex(colour)}"/></a:solidFill>`;
export const pattern = (preset: string, over: string, under: string): string => `<a:pattFill prst="${preset}"><a:fgClr><a:srgbClr val="${hex(over)}"/></a:fgClr><a:bgClr><a:srgbClr val="${hex(under)}"/></a:bgClr></a:pattFill>`;
/** `width` in pt. */
export const line = (colour: string, width: number, dash = 'solid'): string => `<a:ln w="${Math.round(width * 12700)}" cap="rnd">${solid(colour)}<a:prstDash val="${dash}"/><a:round/></a:ln>`;
export const noLine = '<a:ln><a:noFill/></a:ln>';
export const shape = (inner: string): string => `<c:spPr>${inner}</c:spPr>`;

const properties = (tag: string, colour: string, size: number, isBold: boolean): string => `<a:${tag} sz="${size * 100}" b="${isBold ? 1 : 0}">${solid(colour)}<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:${tag}>`;
/** `size` in pt. */
export const textStyle = (colour: string, size: number, isBold = false): string => `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${properties('defRPr', colour, size, isBold)}</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`;
export const richText = (text: string, colour: string, size: number): string => `<c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${properties('defRPr', colour, size, true)}</a:pPr><a:r>${properties('rPr', colour, size, true).replace('<a:rPr', '<a:rPr lang="zh-CN"')}<a:t>${xml(text)}</a:t></a:r></a:p></c:rich></c:tx>`;

const point = (value: string | number, at: number): string => `<c:pt idx="${at}"><c:v>${typeof value === 'number' ? value : xml(value)}</c:v></c:pt>`;
export const seriesName = (reference: string, name: string): string => `<c:tx>${texts(reference, [name])}</c:tx>`;
export const texts = (reference: string, values: readonly string[]): string => `<c:strRef><c:f>${reference}</c:f><c:strCache><c:ptCount val="${values.length}"/>${values.map(point).join('')}</c:strCache></c:strRef>`;
/** A missing value has no point: it is a gap, never zero. */
export const numbers = (reference: string, values: readonly (number | null)[]): string => `<c:numRef><c:f>${reference}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${values.map((value, i) => (value === null ? '' : point(value, i))).join('')}</c:numCache></c:numRef>`;

export const shown = (value: boolean): string => `<c:showLegendKey val="0"/><c:showVal val="${value ? 1 : 0}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;

/** The part `ppt/charts/chartN.xml`; its data stand in the workbook behind relation `rId1`. */
export function chartSpace(plotArea: string, legend: string, colour: string): string {
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>${plotArea}${shape(`<a:noFill/>${noLine}`)}</c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>${shape(`<a:noFill/>${noLine}`)}${textStyle(colour, 12)}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`;
}

/** A native chart: its own part and the table behind it. */
export interface NativeChart {
	xml: string;
	grid: (string | number | null)[][];
}
