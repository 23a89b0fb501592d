import { error } from '@sveltejs/kit';
import { readBriefingFile } from '#lib/server/briefings.ts';
import type { PageServerLoad } from './$types.js';

/** A draft lives in the browser alone; the page looks there when no file of that name is known. */
export const load: PageServerLoad = ({ params, url }) => {
	const found = readBriefingFile(params.slug);
	if (!found && !url.searchParams.has('draft')) error(404, 'not found');
	return { slug: params.slug, briefing: found?.briefing ?? null };
};
