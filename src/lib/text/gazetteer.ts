/** Names of places in a text: the longest name wins, a longer word that means something else takes the name away, a collective brings its members. */
import type { PlaceMention } from '../domain/policy-text.ts';
import type { PlaceName, TextRegister } from '../domain/text-register.ts';
import { fold, foldName, makeMatcher } from './matcher.ts';
import type { Match } from './matcher.ts';
import { inOtherName } from './other-names.ts';
import type { Reading } from './reading.ts';
import { byPosition, firstFrom } from './spans.ts';
import { standsAlone } from './standing-alone.ts';

export type FindPlaces = (reading: Reading) => PlaceMention[];

/** Between two names of a list. */
const joins = /[、,，\-—–·/和与及至到“”"\s]/;
/** A road or railway is named by letters for its ends. */
const line = /^等?(?:铁路|高铁|高速|城际|线(?![上下]))/;
/** After a letter for a province: 沪苏湖, 沪宁 and 苏州 are a railway, a line and a city. */
const cityLetters = /[湖嘉通甬杭宁合常锡皋泰昆渝绍台乍淮徐连盐扬镇马芜滁宿州北南中西东]/;

/** Made once for a register; finding costs text times the longest name. */
export function makeGazetteer(register: TextRegister): FindPlaces {
	const names = register.places.map((name) => ({ ...name, folded: foldName(name.text) })).filter(({ folded }) => folded !== '');
	const matchNames = makeMatcher(names.map(({ folded }) => folded));
	const matchRefused = makeMatcher(register.refused.map(foldName));
	const letters = new Set(names.filter(({ rule }) => rule === 'run').map(({ folded }) => folded));

	return (reading) => {
		const folded = fold(reading.text);
		const byStart = groupByStart(matchNames(folded));
		const refused = groupByStart(matchRefused(folded));
		const [starts, ends] = [new Set<number>(), new Set<number>()];
		for (const [start, matches] of byStart) {
			const words = matches.filter(({ name }) => names[name]!.rule !== 'run');
			if (words.length > 0) starts.add(start);
			for (const { end } of words) ends.add(end);
		}
		const asked = new Map<string, boolean>();
		const holds = (word: string): boolean => asked.get(word) ?? (asked.set(word, folded.includes(foldName(word))), asked.get(word)!);
		const definitions = findDefinitions(folded, names, ends);

		const isNamed = ({ start, end, name }: Match): boolean => {
			const { rule, needs, folded: word, kind, text, place } = names[name]!;
			if (reading.inTitle(start, end) || (needs.length > 0 && !needs.some(holds))) return false;
			if (inOtherName(folded, end, word, kind)) return false;
			if (rule === 'run') return false;
			if (rule === 'listed') return isListed(folded, start, end, starts, ends);
			if (rule !== 'alone') return true;
			const own = definitions.get(text) ?? [];
			const last = own[firstFrom(own, start) - 1];
			return (last === undefined || last.place === place) && standsAlone(folded, start, end);
		};

		/** 嘉定—昆山—太仓 prints its members: they are named, not only meant. */
		const memberWithin = (id: string, from: number, to: number): Match | undefined => {
			for (let at = from; at < to; at++) {
				const match = byStart.get(at)?.findLast(({ end, name }) => end <= to && names[name]!.place === id);
				if (match) return match;
			}
			return undefined;
		};

		const mentions: PlaceMention[] = [];
		let refusedUntil = 0;
		let refusedFrom = 0;
		for (let at = 0; at < folded.length; at++) {
			for (const { end } of refused.get(at) ?? []) if (end > refusedUntil) [refusedFrom, refusedUntil] = [at, end];
			const candidates = byStart.get(at);
			if (!candidates) continue;
			// A word takes away what is shorter than itself, never a name of ours that is the same or longer.
			const isRefused = (end: number) => at >= refusedFrom && end <= refusedUntil && end - at < refusedUntil - refusedFrom;
			const named = candidates.toReversed().find((match) => !isRefused(match.end) && isNamed(match));
			if (named) {
				mentions.push(...expand(names[named.name]!, named, reading.text, memberWithin));
				at = named.end - 1;
				continue;
			}
			const run = candidates.some(({ name }) => names[name]!.rule === 'run') ? runAt(folded, at, letters) : at;
			if (run - at < 2 || isRefused(run) || reading.inTitle(at, run)) continue;
			for (; at < run; at++) {
				const letter = byStart.get(at)?.find(({ name }) => names[name]!.rule === 'run');
				if (letter) mentions.push(...expand(names[letter.name]!, letter, reading.text, memberWithin));
			}
			at = run - 1;
		}
		return joinTouching(mentions.sort(byPosition), reading.text);
	};
}

/** S9苏台高速: two names of one place without a mark between them are one mention. */
function joinTouching(mentions: readonly PlaceMention[], text: string): PlaceMention[] {
	const joined: PlaceMention[] = [];
	for (const mention of mentions) {
		const last = joined.at(-1);
		if (last && last.id === mention.id && last.end === mention.start && last.via === undefined && mention.via === undefined) joined[joined.length - 1] = { ...last, end: mention.end, text: text.slice(last.start, mention.end) };
		else joined.push(mention);
	}
	return joined;
}

/** Shortest first, as the trie meets them. */
function groupByStart(matches: readonly Match[]): Map<number, Match[]> {
	const groups = new Map<number, Match[]>();
	for (const match of matches) {
		const group = groups.get(match.start);
		if (group) group.push(match);
		else groups.set(match.start, [match]);
	}
	return groups;
}

function expand({ place, members, text: name }: PlaceName, { start, end }: Match, text: string, memberWithin: (id: string, from: number, to: number) => Match | undefined): PlaceMention[] {
	const mention = (id: string, from: number, to: number): PlaceMention => ({ id, text: text.slice(from, to), start: from, end: to });
	const own = place === '' ? [] : [mention(place, start, end)];
	return [...own, ...members.map((id) => {
		const printed = memberWithin(id, start, end);
		return printed ? mention(id, printed.start, printed.end) : { ...mention(id, start, end), via: place || name };
	})];
}

/** Beside another place of a list, or right after the place it lies in. */
function isListed(text: string, start: number, end: number, starts: ReadonlySet<number>, ends: ReadonlySet<number>): boolean {
	return ends.has(start) || starts.has(end) || (start > 0 && joins.test(text[start - 1]!) && ends.has(start - 1)) || (end < text.length && joins.test(text[end]!) && starts.has(end + 1)) || line.test(text.slice(end, end + 4));
}

/** End of a row of letters for provinces (沪苏浙皖), or `start` where the row goes on into the name of a line or a city. */
function runAt(text: string, start: number, letters: ReadonlySet<string>): number {
	if (start > 0 && letters.has(text[start - 1]!)) return start;
	const rowFrom = (from: number): number => {
		let to = from;
		while (to < text.length && letters.has(text[to]!)) to++;
		return to;
	};
	let end = rowFrom(start);
	// 苏、浙、皖三省; 苏浙、苏皖管道
	for (let next = rowFrom(end + 1); text[end] === '、' && next > end + 1 && !cityLetters.test(text[next] ?? '') && text[next] !== '江'; next = rowFrom(end + 1)) end = next;
	return end < text.length && (cityLetters.test(text[end]!) || line.test(text.slice(end, end + 4))) ? start : end;
}

interface Definition {
	start: number;
	/** Place whose full name stands before the bracket; empty where another thing is given the short name. */
	place: string;
}

/** `…(以下简称示范区)`: from here on the word means what stands before the bracket, in a document of another region something else than our zone. */
function findDefinitions(folded: string, names: readonly (PlaceName & { folded: string })[], ends: ReadonlySet<number>): Map<string, Definition[]> {
	const common = names.filter(({ rule }) => rule === 'alone');
	const full = names.filter(({ rule }) => rule === 'plain');
	const definitions = new Map<string, Definition[]>();
	for (const found of folded.matchAll(/\((?:以下|下)?[统简]?称[为:]?["“'‘「]?([^"”'’」)]{2,12})["”'’」]?\)/g)) {
		const meant = common.find(({ folded: word }) => word === found[1]);
		if (!meant) continue;
		const before = folded.slice(Math.max(0, found.index - 40), found.index);
		const place = ends.has(found.index) ? (full.find(({ folded: word, place: id }) => id === meant.place && before.endsWith(word))?.place ?? '') : '';
		definitions.set(meant.text, [...(definitions.get(meant.text) ?? []), { start: found.index, place }]);
	}
	return definitions;
}
