/**
 * Finishes the package that docx wrote: what stands in for the faces of official documents where a machine has none of that name (Word, WPS and
 * LibreOffice read it from the font table), and second marks of a footnote raised as the first one is.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Name, the other name under which systems know it, and its class for a last resort. */
const known = [['方正小标宋简体', '宋体', 'roman'], ['仿宋_GB2312', '仿宋', 'modern'], ['楷体_GB2312', '楷体', 'modern'], ['黑体', 'SimHei', 'swiss'], ['宋体', 'SimSun', 'roman']] as const;

const fontTable = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${known.map(([name, other, family]) => `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`).join('')}</w:fonts>`;

export function finishDocument(bytes: Uint8Array): Uint8Array {
	const parts = unzipSync(bytes);
	const change = (path: string, edit: (text: string) => string): void => {
		parts[path] = strToU8(edit(strFromU8(parts[path]!)));
	};
	parts['word/fontTable.xml'] = strToU8(fontTable);
	change('[Content_Types].xml', (text) => (text.includes('/word/fontTable.xml') ? text : text.replace('</Types>', '<Override PartName="/word/fontTable.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"/></Types>')));
	change('word/_rels/document.xml.rels', (text) => (text.includes('fontTable.xml') ? text : text.replace('</Relationships>', '<Relationship Id="rIdFonts" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable" Target="fontTable.xml"/></Relationships>')));
	change('word/document.xml', raiseMarks);
	return zipSync(Object.fromEntries(Object.entries(parts).filter(([path]) => !path.endsWith('/')).map(([path, part]) => [path, [part, { level: path.endsWith('.png') ? 0 : 6 }]] as const)));
}

const raiseMarks = (text: string): string => text.replace(/(<w:fldSimple w:instr="NOTEREF [^"]*"><w:r>)(?!<w:rPr>)/g, '$1<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>');
