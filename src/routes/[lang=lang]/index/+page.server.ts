import { redirect } from '@sveltejs/kit';
import type { Lang } from '#lib/i18n/lang.ts';
import { indexHref } from '#lib/query/development-url.ts';
import { openIndex } from '../../index-page.server.ts';
import type { PageServerLoad } from './$types.js';

/** What the plain form sends is told shorter, so that the address can be passed on; where something was ignored it stays and is told. */
export const load: PageServerLoad = ({ params, url }) => {
	const lang = params.lang as Lang;
	const { page, choice, known, ignored, isForm } = openIndex(lang, url.search);
	if (isForm && ignored.length === 0) redirect(303, indexHref(lang, choice, known));
	const empty = { ...choice, items: null, years: '' };
	return {
		index: page, choice, ignored, csv: indexHref(lang, choice, known, 'index.csv'), svg: indexHref(lang, choice, known, 'chart.svg'), other: indexHref(lang === 'zh' ? 'en' : 'zh', choice, known), example: indexHref(lang, empty, known),
		subjects: page.subjects.map((subject) => ({ ...subject, href: indexHref(lang, { ...empty, of: subject.id }, known) }))
	};
};
