import { describeProblem } from '#lib/domain/problem.ts';
import { listBriefings, readBriefingFile } from '#lib/server/briefings.ts';
import type { PageServerLoad } from './$types.js';

/** A name without a file may be a draft of the reader's browser, which the server does not know. */
export const load: PageServerLoad = ({ params: { slug } }) => {
	const found = readBriefingFile(slug);
	return { slug, briefing: found?.briefing ?? null, problem: found && !found.briefing && found.problems[0] ? describeProblem(found.problems[0]) : '', taken: listBriefings().map((entry) => entry.slug) };
};
