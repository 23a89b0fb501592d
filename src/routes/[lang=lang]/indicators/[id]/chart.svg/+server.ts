/** The chart as a file of its own: the same component, rendered with plain colours. */
import { error } from '@sveltejs/kit';
import { render } from 'svelte/server';
import { plainInk } from '#lib/charts/ink.ts';
import Trend from '#lib/charts/Trend.svelte';
import type { Lang } from '#lib/i18n/lang.ts';
import { indicatorPage } from '#lib/query/indicator-page.ts';
import { serverProgress, writerOf } from '../../../../progress.server.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = ({ params }) => {
	const { atlas, judgements } = serverProgress();
	const writer = writerOf(params.lang as Lang);
	const page = indicatorPage(atlas, writer, judgements, params.id);
	if (!page?.series) error(404, writer.t(page ? 'indicators.nochart' : 'indicators.missing', { id: params.id.slice(0, 80) }));
	const sources = page.sources.map(({ outlet, date }) => `${outlet} ${date}`.trim()).join('; ');
	const { body } = render(Trend, { props: { series: page.series, label: `${page.title} · ${page.scope.name}. ${page.summary} ${sources}`, unit: page.unit, t: writer.t, lang: writer.lang, isFile: true } });
	const svg = plainInk(body.replace(/<!--[\s\S]*?-->/g, '')).replace(/ class="[^"]*"/g, '');
	return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`, { headers: { 'Content-Type': 'image/svg+xml; charset=utf-8', 'Content-Disposition': `attachment; filename="${page.id}.svg"`, 'Cache-Control': 'no-cache' } });
};
