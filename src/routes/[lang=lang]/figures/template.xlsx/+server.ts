/** A template as a plain link: `?collection=observations&indicators=a,b`. */
import '#lib/i18n/rooms/figures.ts';
import { error } from '@sveltejs/kit';
import { writeXlsx } from '#lib/catalogue/formats/write-xlsx.ts';
import type { Lang } from '#lib/i18n/lang.ts';
import { templateBook } from '#lib/query/figures/template-book.ts';
import { decodeTemplate } from '#lib/query/figures/template-url.ts';
import { openStore } from '#lib/server/store.ts';
import { writerOf, xlsxHeaders } from '../../../progress.server.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = async ({ params, url }) => {
	const { dataset } = openStore();
	const lang = params.lang as Lang;
	const known = new Set(dataset.indicators.map(({ id }) => id));
	const { collection, indicators, ignored } = decodeTemplate(url.search, 'collection', (id) => known.has(id));
	if (collection === null || (ignored.length > 0 && indicators.length === 0)) error(404, writerOf(lang).t('figures.template.missing', { name: ignored[0] ?? '' }));
	const bytes = await writeXlsx(templateBook(dataset, lang, { collection, ...(indicators.length > 0 ? { indicators } : {}) }));
	return new Response(bytes, { headers: xlsxHeaders(`shuixiang-${collection}-template.xlsx`) });
};
