/**
 * Captions and asides of a news page that prints paragraphs of a policy without numbers: bare lines that head no paragraph, and exclamations,
 * which no policy prints. Where a document is numbered, a bare line may be a heading, so nothing is taken.
 */
import type { Mark } from './aside.ts';
import { wordsOf } from './lines.ts';
import type { ClauseNode } from './split-clauses.ts';
import type { DocumentRange } from './split-documents.ts';

export function findCaptions(text: string, document: DocumentRange, nodes: readonly ClauseNode[]): Mark[] {
	if (nodes.length === 0 || nodes.some(({ level }) => level !== 'titled')) return [];
	const heads = new Set(nodes.map(({ from }) => from));
	return document.lines.flatMap((line): Mark[] => {
		const words = wordsOf(text, line);
		if (line.from < document.wordsFrom || words.length > 70 || heads.has(line.from)) return [];
		if (/!$/.test(words) && !/。/.test(words)) return [{ ...line, kind: 'other' }];
		return line.from > nodes[0]!.from && !/[。;:,!?]$/.test(words) && !/[。;:]/.test(words) ? [{ ...line, kind: 'caption' }] : [];
	});
}
