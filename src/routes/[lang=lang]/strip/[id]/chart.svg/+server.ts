/** The strip as a file of its own: the same component, rendered with plain colours, under its title and above what has to be known of it. */
import '#lib/i18n/rooms/strip.ts';
import { error } from '@sveltejs/kit';
import { render } from 'svelte/server';
import { frame } from '#lib/charts/picture.ts';
import Strip from '#lib/charts/Strip.svelte';
import { translator } from '#lib/i18n/index.ts';
import type { Lang } from '#lib/i18n/lang.ts';
import { svgHeaders } from '../../../../progress.server.ts';
import { openStripPage } from '../../../../strip.server.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = ({ params }) => {
	const t = translator(params.lang as Lang);
	const strip = openStripPage(params.lang as Lang, params.id);
	if (!strip) error(404, t('strip.missing', { id: params.id.slice(0, 80) }));
	const title = t('strip.title', { name: strip.name });
	const { body } = render(Strip, { props: { parts: strip.parts, label: title, t, isFile: true } });
	return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${frame(body, { title, notes: strip.notes }).svg}\n`, { headers: svgHeaders(`strip-${strip.id}.svg`) });
};
