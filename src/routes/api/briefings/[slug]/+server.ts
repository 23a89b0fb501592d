import { readBriefing } from '#lib/catalogue/formats/briefing.ts';
import { disk } from '#lib/server/disk.ts';
import { plannerFolder, readBriefingRoots } from '#lib/server/roots.ts';
import { saveBriefing } from '#lib/server/save-briefing.ts';
import { answerChange } from '../../../changes.server.ts';
import type { RequestHandler } from './$types.js';

/** The guard in front refuses where there is no folder. */
export const PUT: RequestHandler = ({ request, params: { slug } }) =>
	answerChange(request, async (body) => {
		const shipped = readBriefingRoots()[0]?.get(`briefings/${slug}.md`);
		const version = shipped === undefined ? 0 : (readBriefing(slug, slug, shipped).briefing?.version ?? 0);
		return saveBriefing(plannerFolder()!, slug, body, version, new Date().toISOString().slice(0, 10), disk);
	});
