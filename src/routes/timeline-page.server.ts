/** The page of the timeline and its files from one address. */
import '#lib/i18n/rooms/timeline.ts';
import { render } from 'svelte/server';
import { plainInk } from '#lib/charts/ink.ts';
import TimelineFile from '#lib/charts/TimelineFile.svelte';
import type { Lang } from '#lib/i18n/lang.ts';
import type { Writer } from '#lib/query/indicator-words.ts';
import { timelinePage } from '#lib/query/timeline-page.ts';
import type { TimelinePage } from '#lib/query/timeline-page.ts';
import { decode } from '#lib/query/url.ts';
import { writerOf } from './progress.server.ts';
import { serverQuery } from './query.server.ts';

export function openTimeline(lang: Lang, search: string): { page: TimelinePage; writer: Writer } {
	const query = serverQuery();
	const { view, ignored } = decode(search, { exists: query.atlas.exists, isLayer: () => true });
	const writer = writerOf(lang);
	return { page: timelinePage(query, writer, view, ignored), writer };
}

/** One of the charts as a file: the drawing of the page with plain colours. */
export function timelineSvg(lang: Lang, search: string, what: 'milestones' | 'projects'): Response {
	const { page, writer: { t } } = openTimeline(lang, search);
	const { milestones, gantt, dataDate } = page;
	const summary = what === 'milestones'
		? t('timeline.milestones.summary', { n: milestones.n, total: milestones.total, past: milestones.n - milestones.due, due: milestones.due, coarse: milestones.coarse })
		: t('gantt.summary', { n: page.projects, ...gantt.counts, startplanned: gantt.startAndPlanned });
	const today = t('timeline.dataline', { date: dataDate });
	const { body } = render(TimelineFile, { props: { page, what, title: t(what === 'milestones' ? 'timeline.milestones' : 'gantt.title'), notes: [summary, `${t('timeline.lead')} ${today}`], today } });
	const svg = plainInk(body.replace(/<!--[\s\S]*?-->/g, '')).replace(/ class="[^"]*"/g, '');
	return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`, { headers: { 'Content-Type': 'image/svg+xml; charset=utf-8', 'Content-Disposition': `attachment; filename="shuixiang-${what}-${dataDate}.svg"`, 'Cache-Control': 'no-cache' } });
}
