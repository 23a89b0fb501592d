/**
 * Search over everything, the same function on the server and in the browser: names, headings, our summaries, figures, loaded official texts. All
 * words of the question have to be found in one entry. Built from the dataset, in slices where a page must not stand still.
 */
import { searchKinds } from '../../domain/search.ts';
import type { Found, FoundGroup, Readings, SearchAnswer, SearchKind, TextPassage } from '../../domain/search.ts';
import type { Lang } from '../../i18n/lang.ts';
import { createIndexBuilder } from './build.ts';
import type { Indexed } from './build.ts';
import { entriesOf } from './entries.ts';
import type { Searched } from './entries.ts';
import { createFold } from './fold.ts';
import { createLookup } from './lookup.ts';
import type { Scores } from './lookup.ts';
import { toSought } from './match.ts';
import type { Sought } from './match.ts';
import { nameRanks, rankOf } from './rank.ts';
import { showEntry } from './show.ts';
import { createSpeller } from './spelling.ts';
import { readQuestion, toTerm } from './terms.ts';
import type { Term } from './terms.ts';

export interface SearchInput {
	data: Searched;
	/** `null`: only what is written alike is found. */
	readings: Readings | null;
	passages: readonly TextPassage[];
}
export interface SearchOptions {
	lang: Lang;
	/** Results shown of each kind; one more where that is all. */
	limit: number;
	/** Only these are shown; all kinds are counted. */
	only?: SearchKind;
}
export interface Search {
	find(question: string, options: SearchOptions): SearchAnswer;
}

interface Hit {
	at: number;
	rank: number;
}

/** Steps that build the search; the last gives it. A caller may pause after any of them. */
export function* buildSteps({ data, readings, passages }: SearchInput): Generator<undefined, Search> {
	const [fold, speller] = [createFold(readings), createSpeller(readings)];
	const builder = createIndexBuilder(fold, speller);
	for (const entry of entriesOf(data, passages)) {
		builder.add(entry);
		yield;
	}
	const built = builder.finish();
	const [entries, lookup] = [built.entries, createLookup(built)];
	const hitsOf = (terms: readonly Term[]): { hits: Hit[]; sought: Sought[] } => {
		const sought = terms.map((term) => toSought(term, speller));
		return { hits: findHits(entries, lookup, sought), sought };
	};

	function find(question: string, options: SearchOptions): SearchAnswer {
		const { terms, isCut } = readQuestion(question, fold);
		if (terms.length === 0) return { groups: [], count: 0, words: [], isCut, isApart: false };
		const together = hitsOf(terms);
		const apart = together.hits.length === 0 ? findApart(terms, hitsOf) : null;
		const { hits, sought } = apart ?? together;
		return { groups: toGroups(entries, hits, sought, options), count: hits.length, words: sought.map(({ text }) => text), isCut, isApart: apart !== null };
	}
	return { find };
}

/** Builds at once. */
export function createSearch(input: SearchInput): Search {
	const steps = buildSteps(input);
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

/** Builds a few milliseconds at a time. */
export async function createSearchInSlices(input: SearchInput, pause: () => Promise<void>, sliceMs = 8): Promise<Search> {
	const steps = buildSteps(input);
	for (let begun = performance.now(); ; ) {
		const step = steps.next();
		if (step.done) return step.value;
		if (performance.now() - begun < sliceMs) continue;
		await pause();
		begun = performance.now();
	}
}

function findHits(entries: readonly Indexed[], lookup: (term: Sought) => Scores, terms: readonly Sought[]): Hit[] {
	const joined = terms.map(({ text }) => text).join('');
	const [first, ...others] = terms.map(lookup);
	const hits: Hit[] = [];
	for (let at = 0; at < entries.length; at++) {
		let worst = first![at]!;
		for (const scores of others) worst = worst === 0 || scores[at] === 0 ? 0 : Math.max(worst, scores[at]!);
		if (worst > 0) hits.push({ at, rank: rankOf(entries[at]!, worst - 1, joined) });
	}
	return hits;
}

/** 太浦河补偿 as 太浦河 and 补偿: the one cut of a long word that finds most. */
function findApart(terms: readonly Term[], hitsOf: (terms: readonly Term[]) => { hits: Hit[]; sought: Sought[] }): { hits: Hit[]; sought: Sought[] } | null {
	const at = terms.findIndex(({ runs, text }) => runs.length === 1 && runs[0]!.isHan && text.length >= 4);
	if (at < 0) return null;
	const { text } = terms[at]!;
	let best: { hits: Hit[]; sought: Sought[] } | null = null;
	for (let cut = 2; cut <= Math.min(text.length - 2, 12); cut++) {
		const found = hitsOf(terms.toSpliced(at, 1, toTerm(text.slice(0, cut)), toTerm(text.slice(cut))));
		if (found.hits.length > (best?.hits.length ?? 0)) best = found;
	}
	return best;
}

function toGroups(entries: readonly Indexed[], hits: readonly Hit[], terms: readonly Sought[], { lang, limit, only }: SearchOptions): FoundGroup[] {
	const byKind = new Map<SearchKind, Hit[]>();
	for (const hit of hits) {
		const { kind } = entries[hit.at]!;
		const own = byKind.get(kind);
		if (own) own.push(hit);
		else byKind.set(kind, [hit]);
	}
	const groups = searchKinds.flatMap((kind) => {
		const own = byKind.get(kind);
		return own ? [{ kind, own, best: own.reduce((best, { rank }) => Math.min(best, rank), Infinity) }] : [];
	});
	const show = ({ at }: Hit): Found => showEntry(entries[at]!, terms, lang);
	return groups.sort((a, b) => a.best - b.best).map(({ kind, own }) => ({ kind, count: own.length, items: only !== undefined && only !== kind ? [] : bestOf(entries, own, limit).map(show) }));
}

/** By rank; of names that are equally near the shortest first, of clauses the order of the document. */
function bestOf(entries: readonly Indexed[], hits: readonly Hit[], limit: number): Hit[] {
	const byRank: Hit[][] = [];
	for (const hit of hits) (byRank[hit.rank] ??= []).push(hit);
	const lengthOf = ({ at }: Hit): number => (entries[at]!.kind === 'clause' || entries[at]!.kind === 'text' ? 0 : entries[at]!.texts[0]!.text.length);
	const best: Hit[] = [];
	// A way to all of them is not worth its line where it hides a single one.
	const room = hits.length === limit + 1 ? hits.length : limit;
	byRank.forEach((some, rank) => {
		if (best.length < room) best.push(...(rank < nameRanks ? some.sort((a, b) => lengthOf(a) - lengthOf(b)) : some).slice(0, room - best.length));
	});
	return best;
}
