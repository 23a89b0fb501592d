import { error } from '@sveltejs/kit';
import { writeBriefing } from '#lib/catalogue/formats/briefing.ts';
import { readBriefingFile } from '#lib/server/briefings.ts';
import type { RequestHandler } from './$types.js';

/** The briefing as one file to keep, send or open elsewhere. */
export const GET: RequestHandler = ({ params: { slug } }) => {
	const briefing = readBriefingFile(slug)?.briefing;
	if (!briefing) error(404, 'not found');
	return new Response(writeBriefing(briefing), { headers: { 'Content-Type': 'text/markdown; charset=utf-8', 'Content-Disposition': `attachment; filename="${slug}.md"`, 'Cache-Control': 'no-store' } });
};
