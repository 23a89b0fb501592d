/**
 * Answers to questions about space over the records of an index: which subjects answer, which records they carry, why, and what cannot be asked.
 * Each question is answered once for a ground. Loaded only where one is asked: it needs geometry and its own words.
 */
import '../../i18n/rooms/space.ts';
import { splitRef } from '../../domain/dataset.ts';
import type { Shapes } from '../../domain/shape.ts';
import type { Leaf, SpaceKey, SpaceLeaf } from '../../domain/view.ts';
import { formatKm, translator } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/lang.ts';
import { printExpression } from '../expression.ts';
import type { Atlas } from '../atlas.ts';
import type { QueryIndex, SpaceIndex } from '../query-index.ts';
import { isLeaf } from '../select.ts';
import { refuse } from './answerable.ts';
import type { Refusal } from './answerable.ts';
import { drawAsked, isDrawn, lookingIn } from './asked.ts';
import type { Asked } from './asked.ts';
import { carriersOf, carries, isByCollective } from './carriers.ts';
import type { Carrier } from './carriers.ts';
import { sayFilter } from './filter-phrases.ts';
import { geometryPredicates } from './geometry-predicates.ts';
import { groundOfSpace } from './ground.ts';
import type { Predicate, SpaceHit } from './hit.ts';
import { networkPredicates } from './network-predicates.ts';
import { sayReason } from './reasons.ts';
import type { Teller } from './reasons.ts';
import { spaced } from '../../i18n/spaced.ts';
import { shortPlace } from '../cards.ts';

const predicates: Partial<Record<SpaceKey, Predicate>> = { ...geometryPredicates, ...networkPredicates };

interface Answer {
	hits: ReadonlyMap<string, SpaceHit>;
	pass: Uint8Array;
	nearest: Nearest | null;
	/** Reasons that were told, by language and record. */
	told: Map<string, string[]>;
	refusal: Refusal | null;
}
interface Nearest {
	/** The number of each record among those of its kind. */
	ranks: ReadonlyMap<string, number>;
	/** For each kind of record, and for places, the metres of the first that is left out. */
	beyond: ReadonlyMap<string, number>;
	/** For each kind of record the metres of the last that is taken; -1 where there is none. */
	farthest: ReadonlyMap<string, number>;
}
interface Found {
	carrier: Carrier;
	hit: SpaceHit;
}

/** Of "nearest" the least distance speaks; it hinges where what is left out may be as near. */
const nearestFound = ({ beyond }: Nearest, ref: string, found: readonly Found[]): Found[] => {
	const least = Math.min(...found.map(({ hit }) => hit.metres!));
	return found.filter(({ hit }) => hit.metres === least).map(({ carrier, hit }) => ({ carrier, hit: { ...hit, isHinging: least + hit.accuracyM > beyond.get(splitRef(ref)[0])! } }));
};

/** Surer first, then what names the place asked about itself. */
const weight = ({ carrier, hit }: Found): number => Number(hit.isHinging) * 2 + Number(carrier.id !== hit.asked);

const silent = 2;
/** Reasons told for one record and question; the rest is counted. */
const mostReasons = 3;
const keptAnswers = 200;

export function createSpaceIndex(atlas: Atlas, index: QueryIndex, shapes: Shapes): SpaceIndex {
	const ground = groundOfSpace(atlas, shapes);
	const carriers = new Map<string, Carrier[]>();
	const answers = new Map<string, Answer>();
	const tellerIn = (lang: Lang): Teller => ({ ground, t: spaced(translator(lang)), lang, isRefused: (leaf) => answerOf(leaf).refusal !== null });
	const drawn = new Map<string, readonly Asked[]>();
	const drawLeaf = (leaf: Leaf | SpaceLeaf, lang: Lang): Asked[] => {
		const teller = tellerIn(lang);
		if (isLeaf(leaf)) return [drawAsked(teller, leaf, { hits: new Map(), farthest: null })];
		const { hits, nearest, refusal } = answerOf(leaf);
		return refusal ? [] : [drawAsked(teller, leaf, { hits, farthest: nearest?.farthest ?? null })];
	};
	const carriersOfRef = (ref: string): Carrier[] => {
		let known = carriers.get(ref);
		if (!known) carriers.set(ref, (known = carriersOf(ground, ref)));
		return known;
	};
	/** What a record stands on, of what answers; a place is not carried by anything, so that areas answer for themselves. */
	const foundIn = (ref: string, leaf: SpaceLeaf, hits: Answer['hits']): Found[] => carriersOfRef(ref).flatMap((carrier) => {
		const hit = hits.get(carrier.id);
		return hit && (ref.startsWith('place:') || (carries(ground, leaf.is, carrier, hit) && !(leaf.named && isByCollective(atlas, carrier, leaf.of)))) ? [{ carrier, hit }] : [];
	});
	const answerOf = (leaf: SpaceLeaf): Answer => {
		const key = printExpression(leaf);
		let known = answers.get(key);
		if (!known) {
			if (answers.size >= keptAnswers) answers.clear();
			answers.set(key, (known = answer(leaf)));
		}
		return known;
	};
	function answer(leaf: SpaceLeaf): Answer {
		const predicate = predicates[leaf.is];
		const refusal: Refusal | null = predicate ? refuse(ground, leaf) : { key: 'space.no.key' };
		if (!predicate || refusal) return { hits: new Map(), pass: new Uint8Array(index.items.length).fill(silent), nearest: null, told: new Map(), refusal };
		const hits = predicate(ground, leaf);
		const nearest = leaf.is === 'nearest' ? nearestOf(leaf, hits) : null;
		return { hits, pass: Uint8Array.from(index.items, ({ ref }) => (nearest ? nearest.ranks.has(ref) : foundIn(ref, leaf, hits).length > 0) ? 1 : 0), nearest, told: new Map(), refusal };
	}
	/** So many projects, measures and indicators as are asked for, each kind by itself; of equal distance all. */
	function nearestOf(leaf: SpaceLeaf, hits: Answer['hits']): Nearest {
		const count = Number(leaf.of[1]);
		const metres = index.items.map(({ ref }) => Math.min(Infinity, ...foundIn(ref, leaf, hits).map(({ hit }) => hit.metres!)));
		const ranks = new Map<string, number>();
		const farthest = new Map<string, number>();
		const beyond = new Map([['place', [...hits.values()].find(({ rank }) => rank !== undefined && rank > count)?.metres ?? Infinity]]);
		for (const kind of ['project', 'measure', 'indicator'] as const) {
			const own = metres.slice(index.start[kind], index.end[kind]).filter((m) => m < Infinity).toSorted((a, b) => a - b);
			const taken = own.slice(0, count).at(-1) ?? -1;
			farthest.set(kind, taken);
			beyond.set(kind, own.find((m) => m > taken) ?? Infinity);
			for (let i = index.start[kind]; i < index.end[kind]; i++) if (metres[i]! <= taken) ranks.set(index.items[i]!.ref, 1 + own.indexOf(metres[i]!));
		}
		return { ranks, beyond, farthest };
	}
	const isPlaceIn = (id: string, leaf: SpaceLeaf): boolean | null => {
		const { hits, refusal } = answerOf(leaf);
		if (refusal) return null;
		return foundIn(`place:${id}`, leaf, hits).some(({ hit }) => leaf.is !== 'nearest' || (hit.rank !== undefined && hit.rank <= Number(leaf.of[1])));
	};

	function tell(ref: string, leaf: SpaceLeaf, lang: Lang): string[] {
		const { hits, nearest } = answerOf(leaf);
		const isPlace = ref.startsWith('place:');
		if (isPlace ? isPlaceIn(ref.slice('place:'.length), leaf) !== true : nearest && !nearest.ranks.has(ref)) return [];
		const teller = tellerIn(lang);
		const found = nearest ? nearestFound(nearest, ref, foundIn(ref, leaf, hits)) : foundIn(ref, leaf, hits);
		const told = found.toSorted((a, b) => weight(a) - weight(b)).map(({ carrier, hit }) => sayReason(teller, ref, carrier, leaf, hit, isPlace ? undefined : nearest?.ranks.get(ref)));
		return told.length > mostReasons ? [...told.slice(0, mostReasons), teller.t('space.more', { n: told.length - mostReasons })] : told;
	}

	return {
		pass: (leaf) => answerOf(leaf).pass,
		isPlaceIn,
		why(ref, leaf, lang) {
			const { told } = answerOf(leaf);
			const key = `${lang} ${ref}`;
			let known = told.get(key);
			if (!known) told.set(key, (known = tell(ref, leaf, lang)));
			return known;
		},
		asked(filter, lang) {
			const key = `${lang} ${printExpression(filter)}`;
			let known = drawn.get(key);
			if (!known) {
				if (drawn.size >= keptAnswers) drawn.clear();
				drawn.set(key, (known = lookingIn(filter).flatMap((leaf) => drawLeaf(leaf, lang)).filter(isDrawn)));
			}
			return known;
		},
		collectives(ref, leaf) {
			const { hits, nearest } = answerOf(leaf);
			const all = nearest && !nearest.ranks.has(ref) ? [] : foundIn(ref, leaf, hits);
			/** Everything has some distance; only what it is listed by counts. */
			const least = Math.min(...all.map(({ hit }) => hit.metres ?? 0));
			const found = nearest ? all.filter(({ hit }) => hit.metres === least) : all;
			return found.every(({ carrier }) => isByCollective(atlas, carrier, leaf.of)) ? [...new Set(found.map(({ carrier }) => carrier.via!))] : [];
		},
		taken: (leaf) => new Map((['project', 'measure', 'indicator'] as const).map((kind) => [kind, [...(answerOf(leaf).nearest?.ranks.keys() ?? [])].filter((ref) => ref.startsWith(`${kind}:`)).length])),
		unplaced: (leaf) => [...answerOf(leaf).hits].filter(([, { stretch }]) => stretch === null).map(([id]) => id),
		words: (filter, lang) => sayFilter(tellerIn(lang), filter),
		refusal(leaf, lang) {
			const { refusal } = answerOf(leaf);
			if (!refusal) return null;
			const nameOf = (id = ''): string => (atlas.place.has(id) ? shortPlace(atlas, lang, id) : id);
			const { isRefused: _, ...teller } = tellerIn(lang);
			return teller.t('space.no.sentence', { question: sayFilter(teller, leaf), why: teller.t(refusal.key, { name: nameOf(refusal.place), end: nameOf(refusal.end), km: formatKm(refusal.lengthKm ?? 0) }) });
		}
	};
}

/** The index with a ground that is made when a question first needs it. */
export function withLazySpace(atlas: Atlas, index: QueryIndex, shapes: () => Shapes): QueryIndex {
	let space: SpaceIndex | null = null;
	return Object.defineProperty({ ...index }, 'space', { enumerable: true, get: () => (space ??= createSpaceIndex(atlas, index, shapes())) });
}
