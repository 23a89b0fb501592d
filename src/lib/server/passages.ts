/** Loaded official texts as the passages that search finds: each clause's own words without its children's, and what stands before the first clause. */
import type { TextPassage } from '../domain/search.ts';
import type { ReadText } from './proofs.ts';

/** Where two texts hold one document, the one that came last counts, as in the proofs. */
export function passagesOf(texts: readonly Pick<ReadText, 'text' | 'documents'>[]): TextPassage[] {
	const byDocument = new Map(texts.flatMap(({ text, documents }) => documents.map((document) => [document.id, { text, document }] as const)));
	return [...byDocument.values()].flatMap(({ text, document }) => {
		const clauses = document.clauses.toSorted((a, b) => a.start - b.start);
		const passage = (clause: string, start: number, end: number): TextPassage => ({ document: document.id, clause, text: text.slice(start, end).trim() });
		const own = clauses.map(({ path, start, end }, i) => passage(`${document.id}#${path}`, start, Math.min(end, clauses[i + 1]?.start ?? end)));
		return [passage('', document.start, clauses[0]?.start ?? document.end), ...own].filter((some) => some.text !== '');
	});
}
