/**
 * From a text as it was given to its documents, clauses and what stands in them, every offset in the given text. Structure is read here; what is
 * looked for in the words is given as `find`, so that a caller who needs only the clauses pays for nothing else.
 */
import type { Aside, ClauseText, DocumentText, Findings, NormalText, PolicyText, Span } from '../domain/policy-text.ts';
import { findAsides } from './aside.ts';
import { findCaptions } from './captions.ts';
import { readImprint } from './imprint.ts';
import { normalise, normaliseText } from './normalise.ts';
import type { Simplify } from './simplify.ts';
import { splitClauses, type ClauseNode } from './split-clauses.ts';
import { splitDocuments, type DocumentRange, type RegisterEntry } from './split-documents.ts';
import { originalSpan } from './units.ts';

/** Everything found in a whole text, offsets in the original. */
export type Finders = (normal: NormalText) => Findings;

export interface ReadOptions {
	register?: readonly RegisterEntry[];
	find?: Finders;
	/** Traditional to simplified, for a caller that has loaded it. */
	simplify?: Simplify;
	/** Told what has been done, 0 to 1. */
	onProgress?: (share: number) => void;
}

export const noFindings = (): Findings => ({ places: [], agencies: [], figures: [], dates: [], references: [], doubts: [] });
const findingKinds = ['places', 'agencies', 'figures', 'dates', 'references', 'doubts'] as const;

function readDocument(normal: NormalText, range: DocumentRange, nodes: readonly ClauseNode[]): DocumentText {
	const clauses = nodes.map((node, _, all): ClauseText => ({
		...originalSpan(normal, node.from, node.to), ...noFindings(), path: node.path, levels: node.labels, parent: all[node.parent]?.path ?? '', kind: node.kind, heading: node.heading
	}));
	return { ...originalSpan(normal, range.from, range.to), ...noFindings(), title: range.title, id: range.id, ...readImprint(normal.text, range), clauses };
}

/** The deepest clause that holds an offset, else its document; `undefined` in what is set aside. */
function ownerOf(documents: readonly DocumentText[], asides: readonly Aside[]): (at: number) => Findings | undefined {
	type Step = { at: number; owner: Findings | undefined };
	const steps: Step[] = [];
	for (const document of documents) {
		steps.push({ at: document.start, owner: document });
		const open: ClauseText[] = [];
		const close = (at: number) => {
			while (open.length > 0 && open.at(-1)!.end <= at) {
				const { end } = open.pop()!;
				steps.push({ at: end, owner: open.at(-1) ?? document });
			}
		};
		for (const clause of document.clauses) {
			close(clause.start);
			steps.push({ at: clause.start, owner: clause });
			open.push(clause);
		}
		close(Number.MAX_SAFE_INTEGER);
		steps.push({ at: document.end, owner: undefined });
	}
	const last = <T>(items: readonly T[], isBefore: (item: T) => boolean): T | undefined => {
		let [low, high] = [0, items.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (isBefore(items[middle]!)) low = middle + 1;
			else high = middle;
		}
		return items[low - 1];
	};
	return (at) => {
		const aside = last(asides, ({ start }) => start <= at);
		return aside && at < aside.end ? undefined : last(steps, (step) => step.at <= at)?.owner;
	};
}

function giveOut(found: Findings, documents: readonly DocumentText[], asides: readonly Aside[]): void {
	const owner = ownerOf(documents, asides);
	for (const kind of findingKinds) {
		for (const item of found[kind] as Span[]) (owner(item.start)?.[kind] as Span[] | undefined)?.push(item);
	}
}

/** Reads a text whose normal form is at hand. Never throws on what a text may hold. */
export function readNormal(normal: NormalText, { register = [], find, onProgress = () => {} }: Omit<ReadOptions, 'simplify'> = {}): PolicyText {
	onProgress(0.2);
	const plain = register.map((entry) => ({ ...entry, title: normalise(entry.title).text }));
	const split = splitDocuments(normal.text, findAsides(normal.text), plain);
	const structures = new Map(split.documents.map((range) => [range, splitClauses(normal.text, range)]));
	const passages = [...split.asides, ...split.documents.flatMap((range) => findCaptions(normal.text, range, structures.get(range)!))].toSorted((a, b) => a.from - b.from);
	const asides = passages.map(({ from, to, kind }): Aside => ({ ...originalSpan(normal, from, to), kind }));
	onProgress(0.4);
	const documents = split.documents.map((range, index) => {
		onProgress(0.4 + (0.2 * index) / split.documents.length);
		return readDocument(normal, range, structures.get(range)!);
	});
	onProgress(0.6);
	if (find) giveOut(find(normal), documents, asides);
	onProgress(1);
	return { normaliser: normal.normaliser, documents, asides };
}

/** Reads a text at once; a traditional one stays traditional without `simplify`. */
export const readPolicy = (original: string, options: ReadOptions = {}): PolicyText => readNormal(normalise(original, options.simplify), options);

/** The same, loading the dictionary of traditional characters where the text needs it. Errors: rejects where it cannot be loaded. */
export const readPolicyText = async (original: string, options: ReadOptions = {}): Promise<PolicyText> => readNormal(options.simplify ? normalise(original, options.simplify) : await normaliseText(original), options);
