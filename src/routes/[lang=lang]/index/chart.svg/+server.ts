/** The chart of the index as a file of its own: the same component in plain colours, under its title and above its weights, sources and date. */
import '#lib/i18n/rooms/index.ts';
import { error } from '@sveltejs/kit';
import { render } from 'svelte/server';
import IndexChart from '#lib/charts/IndexChart.svelte';
import { frame } from '#lib/charts/picture.ts';
import type { Lang } from '#lib/i18n/lang.ts';
import { indexCaption } from '#lib/query/chart-caption.ts';
import { openIndex } from '../../../index-page.server.ts';
import { svgHeaders } from '../../../progress.server.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = ({ params, url }) => {
	const { page, choice, writer, dataDate } = openIndex(params.lang as Lang, url.search);
	if (page.rows.length === 0) error(404, writer.t('index.summary.none'));
	const { body } = render(IndexChart, { props: { page, t: writer.t, isFile: true } });
	return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${frame(body, indexCaption(writer, page, choice, dataDate)).svg}\n`, { headers: svgHeaders(`shuixiang-index-${page.of}.svg`) });
};
