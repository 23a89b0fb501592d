/** The chart as a file of its own: the same component, rendered with plain colours, under its title and above unit, sources and date. */
import { error } from '@sveltejs/kit';
import { render } from 'svelte/server';
import { frame } from '#lib/charts/picture.ts';
import Trend from '#lib/charts/Trend.svelte';
import type { Lang } from '#lib/i18n/lang.ts';
import { chartCaption } from '#lib/query/chart-caption.ts';
import { indicatorPage } from '#lib/query/indicator-page.ts';
import { serverProgress, svgHeaders, writerOf } from '../../../../progress.server.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = ({ params }) => {
	const { atlas, judgements } = serverProgress();
	const writer = writerOf(params.lang as Lang);
	const page = indicatorPage(atlas, writer, judgements, params.id);
	if (!page?.series) error(404, writer.t(page ? 'indicators.nochart' : 'indicators.missing', { id: params.id.slice(0, 80) }));
	const { body } = render(Trend, { props: { series: page.series, label: `${page.title} · ${page.scope.name}. ${page.summary}`, unit: page.unit, t: writer.t, lang: writer.lang, isFile: true } });
	return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${frame(body, chartCaption(writer, page, atlas.dataset.dataDate)).svg}\n`, { headers: svgHeaders(`${page.id}.svg`) });
};
