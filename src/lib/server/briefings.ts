/** Briefings as files below `briefings/` of the shipped folder and the planner's. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBriefing } from '../catalogue/formats/briefing.ts';
import type { ReadBriefing } from '../catalogue/formats/briefing.ts';
import { slugPattern } from '../domain/briefing.ts';
import { plannerFolder, shippedFolder } from './roots.ts';

export function openBriefing(slug: string): ReadBriefing | null {
	if (!slugPattern.test(slug)) return null;
	const path = [plannerFolder(), shippedFolder()].map((folder) => join(folder, 'briefings', `${slug}.md`)).find(existsSync);
	return path ? readBriefing(`briefings/${slug}.md`, slug, readFileSync(path, 'utf8')) : null;
}
