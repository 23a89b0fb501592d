/**
 * Filter trees as text for the address: `or(kind=rail,not(district=qingpu+wujiang))`, values of a leaf joined by "+", metres after "~"; `~named` asks for
 * records that name the place themselves, not through a collective.
 * Predicates that this version does not know are kept as they stand.
 */
import { facetKeys, maxWithinM, spaceKeys, spaceWithinM } from '../domain/view.ts';
import type { FacetKey, Filter, SpaceKey } from '../domain/view.ts';

const maxDepth = 12;

export function printExpression(filter: Filter): string {
	if ('all' in filter) return `and(${filter.all.map(printExpression).join(',')})`;
	if ('any' in filter) return `or(${filter.any.map(printExpression).join(',')})`;
	if ('not' in filter) return `not(${printExpression(filter.not)})`;
	const key = filter.is === 'unknown' ? filter.key : filter.is;
	return `${key}=${filter.of.join('+')}${'withinM' in filter && filter.withinM !== undefined ? `~${filter.withinM}` : ''}${'named' in filter && filter.named ? '~named' : ''}`;
}

/** The tree, or `null` where the text is none. Spaces are read as "+", which addresses turn into spaces. */
export function parseExpression(text: string): Filter | null {
	const source = text.replaceAll(' ', '+');
	let at = 0;
	const list = (depth: number): Filter[] | null => {
		const parts: Filter[] = [];
		if (source[at] === ')') return at++, parts;
		while (at < source.length) {
			const part = expression(depth + 1);
			if (!part) return null;
			parts.push(part);
			const mark = source[at++];
			if (mark === ')') return parts;
			if (mark !== ',') return null;
		}
		return null;
	};
	const expression = (depth: number): Filter | null => {
		if (depth > maxDepth) return null;
		const call = /^(and|or|not)\(/.exec(source.slice(at));
		if (!call) return leaf();
		at += call[0].length;
		const parts = list(depth);
		if (!parts) return null;
		if (call[1] === 'and') return { all: parts };
		if (call[1] === 'or') return { any: parts };
		return parts.length === 1 ? { not: parts[0]! } : null;
	};
	const leaf = (): Filter | null => {
		const match = /^([a-z][a-z0-9_-]*)=([^,()=~]+)(?:~(\d{1,5}))?(~named)?/.exec(source.slice(at));
		if (!match) return null;
		at += match[0].length;
		const of = match[2]!.split('+').filter((value) => value !== '');
		if (of.length === 0) return null;
		const key = match[1]!;
		const isSpace = (spaceKeys as readonly string[]).includes(key);
		if (!isSpace && !(facetKeys as readonly string[]).includes(key)) return { is: 'unknown', key, of: match[3] === undefined && match[4] === undefined ? of : [...of.slice(0, -1), [of.at(-1), match[3], match[4]?.slice(1)].filter((part) => part !== undefined).join('~')] };
		if (match[4] !== undefined && !isSpace) return null;
		const withinM = match[3] === undefined ? undefined : Number(match[3]);
		const takesMetres = key === 'along' || spaceWithinM[key as SpaceKey] !== undefined;
		if (withinM !== undefined && (!takesMetres || withinM > maxWithinM)) return null;
		return { is: key as FacetKey | SpaceKey, of, ...(withinM !== undefined && { withinM }), ...(match[4] !== undefined && { named: true }) } as Filter;
	};
	const parsed = expression(0);
	return parsed && at === source.length ? parsed : null;
}
