/**
 * Footnotes of a Word document. A source is a real footnote where it is first cited; every further mark refers to that one, so that Word renumbers
 * all of them together and the foot of a page says each source once.
 */
import type * as Docx from 'docx';
import type { Footnote } from '../../query/footnotes.ts';

export interface NoteMarks {
	/** Raised marks of these footnotes. */
	marks: (notes: readonly number[]) => Docx.ParagraphChild[];
	/** Footnotes that were marked, by their number in the document. */
	used: () => Record<string, { children: Docx.Paragraph[] }>;
}

/** `most`: marks that one statement may carry. */
export function createNotes(docx: typeof Docx, footnotes: readonly Footnote[], most: number, hrefOf: (path: string) => string): NoteMarks {
	const numbers = new Map<number, number>();
	const byN = new Map(footnotes.map((note) => [note.n, note]));
	const mark = (n: number): Docx.ParagraphChild => {
		const known = numbers.get(n);
		if (known !== undefined) return new docx.SimpleField(`NOTEREF _Note${known} \\f \\h`, String(known));
		const at = numbers.size + 1;
		numbers.set(n, at);
		return new docx.Bookmark({ id: `_Note${at}`, children: [new docx.FootnoteReferenceRun(at)] });
	};
	const raisedText = (text: string) => new docx.TextRun({ text, superScript: true });
	const textOf = ({ text, href }: Footnote): Docx.ParagraphChild[] => {
		const address = href && hrefOf(href);
		return [address ? new docx.ExternalHyperlink({ link: address, children: [new docx.TextRun({ text: ` ${text}` })] }) : new docx.TextRun({ text: ` ${text}` })];
	};
	return {
		marks: (notes) => notes.filter((n) => byN.has(n)).slice(0, most).flatMap((n, i) => [...(i > 0 ? [raisedText(',')] : []), mark(n)]),
		used: () => Object.fromEntries([...numbers].map(([n, at]) => [String(at), { children: [new docx.Paragraph({ style: 'FootnoteText', children: textOf(byN.get(n)!) })] }]))
	};
}
