/** Questions to begin with, as an address asks them. A test holds each against the shipped data: all have answers. */
import type { Filter } from '../../domain/view.ts';
import type { Key } from '../../i18n/index.ts';
import '../../i18n/rooms/ask.ts';
import { decode } from '../url.ts';

const searches = {
	'ask.example.taipu': '?status=building&along=taipu-river&within=2000&f=crosses=g50&f=upstream=dianshan-lake',
	'ask.example.shore': '?status=building&f=shore=dianshan-lake+yuandang-lake',
	'ask.example.border': '?f=or(border=qingpu+wujiang~1000,border=qingpu+jiashan~1000,border=wujiang+jiashan~1000)',
	'ask.example.upstream': '?kind=eco,hydro&f=upstream=dianshan-lake',
	'ask.example.nearest': '?f=nearest=water-parlour-station+10'
} as const satisfies Partial<Record<Key, string>>;

export interface Example {
	key: Key;
	filter: Filter;
}
export const examples: readonly Example[] = Object.entries(searches).map(([key, search]) => ({ key: key as Key, filter: decode(search).view.filter }));
