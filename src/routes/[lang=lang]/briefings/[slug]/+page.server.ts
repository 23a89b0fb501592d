import { sayBriefingProblem } from '#lib/catalogue/formats/briefing-problem.ts';
import type { Lang } from '#lib/i18n/lang.ts';
import { listBriefings, readBriefingFile } from '#lib/server/briefings.ts';
import type { PageServerLoad } from './$types.js';

/** A name without a file may be a draft of the reader's browser, which the server does not know. */
export const load: PageServerLoad = ({ params: { slug, lang } }) => {
	const found = readBriefingFile(slug);
	return { slug, briefing: found?.briefing ?? null, problem: found && !found.briefing && found.problems[0] ? sayBriefingProblem(found.problems[0])[lang as Lang] : '', taken: listBriefings().map((entry) => entry.slug) };
};
