/**
 * How much room a text takes, without a font at hand: a Chinese letter is one em wide, a Latin one a little more than half. Errs to the wide
 * side, so that what fits here fits in PowerPoint, WPS and LibreOffice, whichever face they put in.
 */
const isWide = (code: number): boolean => (code >= 0x2e80 && code <= 0xffef) || (code >= 0x2014 && code <= 0x2026) || code > 0x1f000;

export const widthEm = (text: string): number => [...text].reduce((sum, letter) => sum + (isWide(letter.codePointAt(0)!) ? 1 : letter === ' ' ? 0.34 : /[A-Zmw@%]/.test(letter) ? 0.76 : /[ijlftI.,;:'|]/.test(letter) ? 0.38 : 0.63), 0);

/** Lines of a text of `size` pt in a column of `width` inches; the rules against a leading comma and an unbroken date cut lines short: an em and a twentieth of each. */
export function linesOf(text: string, size: number, width: number): number {
	const em = Math.max(1, ((width * 72) / size) * 0.95 - 1);
	return text.split('\n').reduce((lines, part) => lines + Math.max(1, Math.ceil(widthEm(part) / em)), 0);
}

export const leading = 1.35;
/** Inches that a text takes, lines at `leading`. */
export const heightOf = (text: string, size: number, width: number): number => (linesOf(text, size, width) * size * leading) / 72;

/** The largest of the sizes (pt, falling) at which everything fits; the last one where none does. */
export const largestFit = (sizes: readonly number[], fits: (size: number) => boolean): number => sizes.find(fits) ?? sizes.at(-1)!;

export interface Column {
	title: string;
	isNumeric: boolean;
}

/** Shares of `total` for the columns of a table: short ones keep their words in one line, a long text takes more lines, not all of the width. */
export function columnWidths(columns: readonly Column[], rows: readonly (readonly string[])[], total: number): number[] {
	const wanted = columns.map(({ title, isNumeric }, i) => {
		const all = [title, ...rows.map((cells) => cells[i] ?? '')].map(widthEm);
		const longest = Math.max(...all);
		const typical = all.reduce((sum, em) => sum + em, 0) / all.length;
		const room = longest <= 10 ? longest + 1 : Math.max(8, (longest + typical) / 2);
		return Math.max(isNumeric ? 6 : 5, room <= 10 ? room : 10 + (Math.min(room, 50) - 10) ** 0.85);
	});
	const sum = wanted.reduce((sum, width) => sum + width, 0);
	return wanted.map((width) => (width / sum) * total);
}
