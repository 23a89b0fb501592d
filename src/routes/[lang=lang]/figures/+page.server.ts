import { nameOf } from '#lib/query/cite.ts';
import { decodeTemplate } from '#lib/query/figures/template-url.ts';
import type { Lang } from '#lib/i18n/lang.ts';
import { openStore } from '#lib/server/store.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ params, url }) => {
	const { dataset } = openStore();
	const names = new Map(dataset.indicators.map((indicator) => [indicator.id, nameOf(params.lang as Lang, indicator)]));
	const wish = decodeTemplate(url.search, 'template', (id) => names.has(id));
	return { wish: { ...wish, names: wish.indicators.map((id) => names.get(id)!) }, search: url.search };
};
