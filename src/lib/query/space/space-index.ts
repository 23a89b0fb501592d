/**
 * Answers to questions about space over the records of an index: which subjects answer, which records they carry, why, and what cannot be asked.
 * Each question is answered once for a ground. Loaded only where one is asked: it needs geometry and its own words.
 */
import '../../i18n/rooms/space.ts';
import type { Shapes } from '../../domain/shape.ts';
import type { SpaceKey, SpaceLeaf } from '../../domain/view.ts';
import { translator } from '../../i18n/index.ts';
import { printExpression } from '../expression.ts';
import type { Atlas } from '../atlas.ts';
import type { QueryIndex, SpaceIndex } from '../query-index.ts';
import { refuse } from './answerable.ts';
import type { Refusal } from './answerable.ts';
import { carriersOf, carries } from './carriers.ts';
import type { Carrier } from './carriers.ts';
import { sayFilter } from './filter-phrases.ts';
import { geometryPredicates } from './geometry-predicates.ts';
import { groundOfSpace } from './ground.ts';
import type { Predicate, SpaceHit } from './hit.ts';
import { networkPredicates } from './network-predicates.ts';
import { sayReason } from './reasons.ts';
import { shortPlace } from '../cards.ts';

const predicates: Partial<Record<SpaceKey, Predicate>> = { ...geometryPredicates, ...networkPredicates };

interface Answer {
	hits: ReadonlyMap<string, SpaceHit>;
	pass: Uint8Array;
	/** Of "nearest": the number of each record among those of its kind. */
	ranks: ReadonlyMap<string, number> | null;
	refusal: Refusal | null;
}
interface Found {
	carrier: Carrier;
	hit: SpaceHit;
}

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
	const carriersOfRef = (ref: string): Carrier[] => {
		let known = carriers.get(ref);
		if (!known) carriers.set(ref, (known = carriersOf(ground, ref)));
		return known;
	};
	/** What a record stands on, of what answers; a place is not carried by anything, so that areas answer for themselves. */
	const foundIn = (ref: string, leaf: SpaceLeaf, hits: Answer['hits']): Found[] => carriersOfRef(ref).flatMap((carrier) => {
		const hit = hits.get(carrier.id);
		return hit && (ref.startsWith('place:') || carries(ground, leaf.is, carrier, hit)) ? [{ carrier, hit }] : [];
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
		if (!predicate || refusal) return { hits: new Map(), pass: new Uint8Array(index.items.length).fill(silent), ranks: null, refusal };
		const hits = predicate(ground, leaf);
		if (leaf.is === 'nearest') return { hits, refusal, ...nearestOf(leaf, hits) };
		return { hits, pass: Uint8Array.from(index.items, ({ ref }) => (foundIn(ref, leaf, hits).length > 0 ? 1 : 0)), ranks: null, refusal };
	}
	/** So many projects, measures and indicators as are asked for, each kind by itself; of equal distance all. */
	function nearestOf(leaf: SpaceLeaf, hits: Answer['hits']): Pick<Answer, 'pass' | 'ranks'> {
		const metres = index.items.map(({ ref }) => Math.min(Infinity, ...foundIn(ref, leaf, hits).map(({ hit }) => hit.metres!)));
		const ranks = new Map<string, number>();
		for (const kind of ['project', 'measure', 'indicator'] as const) {
			const own = metres.slice(index.start[kind], index.end[kind]).filter((m) => m < Infinity).toSorted((a, b) => a - b);
			const taken = own.slice(0, Number(leaf.of[1])).at(-1) ?? -1;
			for (let i = index.start[kind]; i < index.end[kind]; i++) if (metres[i]! <= taken) ranks.set(index.items[i]!.ref, 1 + own.indexOf(metres[i]!));
		}
		return { ranks, pass: Uint8Array.from(index.items, ({ ref }) => (ranks.has(ref) ? 1 : 0)) };
	}
	const isPlaceIn = (id: string, leaf: SpaceLeaf): boolean | null => {
		const { hits, refusal } = answerOf(leaf);
		if (refusal) return null;
		return foundIn(`place:${id}`, leaf, hits).some(({ hit }) => leaf.is !== 'nearest' || (hit.rank !== undefined && hit.rank <= Number(leaf.of[1])));
	};

	return {
		pass: (leaf) => answerOf(leaf).pass,
		isPlaceIn,
		why(ref, leaf, lang) {
			const { hits, ranks } = answerOf(leaf);
			const isPlace = ref.startsWith('place:');
			if (isPlace ? isPlaceIn(ref.slice('place:'.length), leaf) !== true : ranks !== null && !ranks.has(ref)) return [];
			const teller = { ground, t: translator(lang), lang };
			const found = foundIn(ref, leaf, hits).filter(({ hit }, _, all) => ranks === null || hit.metres === all.reduce((least, one) => Math.min(least, one.hit.metres!), Infinity));
			const told = found.toSorted((a, b) => weight(a) - weight(b)).map(({ carrier, hit }) => sayReason(teller, ref, carrier, leaf, hit, isPlace ? undefined : ranks?.get(ref)));
			return told.length > mostReasons ? [...told.slice(0, mostReasons), teller.t('space.more', { n: told.length - mostReasons })] : told;
		},
		words: (filter, lang) => sayFilter({ ground, t: translator(lang), lang }, filter),
		refusal(leaf, lang) {
			const { refusal } = answerOf(leaf);
			if (!refusal) return null;
			const t = translator(lang);
			return t('space.no.sentence', { question: sayFilter({ ground, t, lang }, leaf), why: t(refusal.key, { name: refusal.place === undefined ? '' : shortPlace(atlas, lang, refusal.place) }) });
		}
	};
}

/** The index with a ground that is made when a question first needs it. */
export function withLazySpace(atlas: Atlas, index: QueryIndex, shapes: () => Shapes): QueryIndex {
	let space: SpaceIndex | null = null;
	return Object.defineProperty({ ...index }, 'space', { enumerable: true, get: () => (space ??= createSpaceIndex(atlas, index, shapes())) });
}
