/** Addresses of the indicator pages: the list's filter stands in its query string, one value a key. What is not understood is ignored and told. */
import type { Lang } from '../i18n/lang.ts';
import { states } from './progress-rules.ts';
import type { Rule, State } from './progress-rules.ts';

export const listKeys = ['theme', 'scope', 'state'] as const;
export type ListKey = (typeof listKeys)[number];
export interface ListFilter {
	theme: string;
	scope: string;
	state: State | '';
}
export const noFilter: ListFilter = { theme: '', scope: '', state: '' };

export interface ListKnown {
	themes: ReadonlySet<string>;
	scopes: ReadonlySet<string>;
}

export function decodeList(search: string, known: ListKnown): { filter: ListFilter; ignored: string[] } {
	const filter = { ...noFilter };
	const ignored: string[] = [];
	for (const [key, value] of new URLSearchParams(search)) {
		if (value === '' && key in noFilter) continue;
		if (key === 'theme' && known.themes.has(value)) filter.theme = value;
		else if (key === 'scope' && known.scopes.has(value)) filter.scope = value;
		else if (key === 'state' && (states as readonly string[]).includes(value)) filter.state = value as State;
		else ignored.push(`${key}=${value}`.slice(0, 80));
	}
	return { filter, ignored };
}

export const encodeList = (filter: ListFilter): string => {
	const parts = listKeys.filter((key) => filter[key] !== '').map((key) => `${key}=${encodeURIComponent(filter[key])}`);
	return parts.length === 0 ? '' : `?${parts.join('&')}`;
};
export const listHref = (lang: Lang, filter: ListFilter = noFilter): string => `/${lang}/indicators${encodeList(filter)}`;
export const listCsvHref = (lang: Lang, filter: ListFilter): string => `/${lang}/indicators.csv${encodeList(filter)}`;
export const listXlsxHref = (lang: Lang, filter: ListFilter): string => `/${lang}/indicators.xlsx${encodeList(filter)}`;
export const indicatorHref = (lang: Lang, id: string): string => `/${lang}/indicators/${id}`;
export const methodHref = (lang: Lang, rule?: Rule): string => `/${lang}/method${rule ? `#rule-${rule}` : ''}`;
