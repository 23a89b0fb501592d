/**
 * Address of the index: `?of=qingpu&i=gdp:30,listed-firms:20&norm=target&partial=1&years=2019..2025`. The form writes one field an indicator
 * (`w.gdp=30`), so that it works without scripts; such an address is read too and written back short. What is not understood is told.
 */
import type { Lang } from '../i18n/lang.ts';
import { norms } from './development-index.ts';
import type { Norm } from './development-index.ts';
import { parseYears } from './years.ts';

/** Places side by side, on what exists for each of them. */
export const districts = 'districts';

export interface IndexChoice {
	/** Place id, or `districts`. */
	of: string;
	/** `null`: nothing said, an example is shown; empty: nothing chosen. */
	items: { id: string; weight: number }[] | null;
	norm: Norm;
	isPartial: boolean;
	/** `2019..2025`; empty for all. */
	years: string;
}
export interface IndexKnown {
	/** What can be chosen, by subject; the first subject is the default. */
	subjects: ReadonlyMap<string, ReadonlySet<string>>;
}
export const ignoredReasons = ['unknown', 'scope', 'weight', 'twice'] as const;
export interface IgnoredPart {
	text: string;
	why: (typeof ignoredReasons)[number];
}

const defaultOf = ({ subjects }: IndexKnown): string => subjects.keys().next().value ?? '';

export function decodeIndex(search: string, known: IndexKnown): { choice: IndexChoice; ignored: IgnoredPart[]; isForm: boolean } {
	const params = new URLSearchParams(search);
	const of = params.get('of') ?? '';
	const choice: IndexChoice = { of: known.subjects.has(of) ? of : defaultOf(known), items: null, norm: 'minmax', isPartial: false, years: '' };
	const ignored: IgnoredPart[] = [];
	const refuse = (text: string, why: IgnoredPart['why'] = 'unknown') => void ignored.push({ text: text.slice(0, 80), why });
	const offered = known.subjects.get(choice.of);
	const elsewhere = (id: string) => [...known.subjects.values()].some((ids) => ids.has(id));
	const take = (id: string, weight: string, text: string) => {
		choice.items ??= [];
		if (!offered?.has(id)) refuse(text, elsewhere(id) ? 'scope' : 'unknown');
		else if (choice.items.some((item) => item.id === id)) refuse(text, 'twice');
		else if (!/^\d{1,3}$/.test(weight) || Number(weight) > 100) refuse(text, 'weight');
		else if (Number(weight) > 0) choice.items.push({ id, weight: Number(weight) });
	};
	let isForm = false;
	for (const [key, value] of params) {
		if (key === 'i') {
			choice.items ??= [];
			for (const part of value.split(',').filter(Boolean)) take(part.slice(0, Math.max(0, part.lastIndexOf(':'))) || part, part.includes(':') ? part.slice(part.lastIndexOf(':') + 1) : '', part);
		} else if (key.startsWith('w.')) {
			isForm = true;
			choice.items ??= [];
			if (value.trim() !== '') take(key.slice(2), value.trim(), `${key}=${value}`);
		} else if (key === 'norm' && (norms as readonly string[]).includes(value)) choice.norm = value as Norm;
		else if (key === 'partial' && (value === '1' || value === '')) choice.isPartial = value === '1';
		else if (key === 'years' && (value === '' || parseYears(value))) choice.years = value;
		else if (key === 'of' && known.subjects.has(value)) continue;
		else refuse(`${key}=${value}`);
	}
	return { choice, ignored, isForm };
}

/** Commas and colons stay readable: both may stand in a query. */
export function encodeIndex(choice: IndexChoice, known: IndexKnown): string {
	const parts = [
		...(choice.of === defaultOf(known) ? [] : [`of=${choice.of}`]), ...(choice.items === null ? [] : [`i=${choice.items.map(({ id, weight }) => `${id}:${weight}`).join(',')}`]), ...(choice.norm === 'minmax' ? [] : [`norm=${choice.norm}`]),
		...(choice.isPartial ? ['partial=1'] : []), ...(choice.years === '' ? [] : [`years=${choice.years}`])
	];
	return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

const files = { page: '', 'index.csv': '.csv', 'chart.svg': '/chart.svg' } as const;
export const indexHref = (lang: Lang, choice: IndexChoice, known: IndexKnown, file: keyof typeof files = 'page'): string => `/${lang}/index${files[file]}${encodeIndex(choice, known)}`;
