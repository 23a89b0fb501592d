/** The address of a question: `/zh/search?q=…&kind=clause`. */
import { searchKinds } from '../domain/search.ts';
import type { SearchKind } from '../domain/search.ts';
import type { Lang } from '../i18n/lang.ts';

export interface Asked {
	question: string;
	/** The one kind to show in full; `null` for the first few of each. */
	kind: SearchKind | null;
}

/** Results of each kind in the box, on the page, and on the page of one kind. */
export const [boxLimit, pageLimit, kindLimit] = [4, 10, 200];

export const searchHref = (lang: Lang, question = '', kind: SearchKind | null = null): string => {
	const parts = [...(question === '' ? [] : [`q=${encodeURIComponent(question)}`]), ...(kind ? [`kind=${kind}`] : [])];
	return `/${lang}/search${parts.length > 0 ? `?${parts.join('&')}` : ''}`;
};

/** A kind that does not exist counts as none. A question longer than anybody types is cut, so that the page does not repeat it. */
export const readAsked = (params: URLSearchParams): Asked => ({ question: [...(params.get('q') ?? '')].slice(0, 500).join(''), kind: searchKinds.find((kind) => kind === params.get('kind')) ?? null });

export const limitOf = ({ kind }: Asked): number => (kind ? kindLimit : pageLimit);
