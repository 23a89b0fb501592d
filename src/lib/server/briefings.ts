/** Briefings as files: what ships first, then what the planner saved, which stands in front of a shipped one of the same name. */
import { sayBriefingProblem } from '../catalogue/formats/briefing-problem.ts';
import { readBriefing } from '../catalogue/formats/briefing.ts';
import type { ReadBriefing } from '../catalogue/formats/briefing.ts';
import type { Root } from '../catalogue/read.ts';
import { describeProblem } from '../domain/problem.ts';
import { slugPattern } from '../domain/briefing.ts';
import type { Lang } from '../i18n/lang.ts';
import { isBriefingFile, readBriefingRoots } from './roots.ts';

export interface BriefingEntry {
	slug: string;
	title: string;
	lang: Lang;
	/** Number of slides. */
	slides: number;
	version: number;
	date: string;
	/** Ships with the app and is not overlaid. */
	isShipped: boolean;
	/** Why the file cannot be opened, in a sentence; empty where it can. */
	problem: string;
	/** The same for a reader of Chinese. */
	problemZh: string;
}
export interface OpenedBriefing extends ReadBriefing {
	isShipped: boolean;
}

const fileOf = (slug: string): string => `briefings/${slug}.md`;

/** Every briefing once, shipped ones first, then by name. A broken file is listed with its first problem. */
export function listBriefings(roots: readonly Root[] = readBriefingRoots()): BriefingEntry[] {
	const slugs = [...new Set(roots.flatMap((root) => [...root.keys()].filter(isBriefingFile)))].map((file) => file.slice('briefings/'.length, -'.md'.length));
	const entries = slugs.flatMap((slug): BriefingEntry[] => {
		const opened = openFile(slug, roots);
		if (!opened) return [];
		const { briefing, problems, isShipped } = opened;
		return [{ slug, title: briefing?.title || slug, lang: briefing?.lang ?? 'zh', slides: briefing?.slides.length ?? 0, version: briefing?.version ?? 0, date: briefing?.date ?? '', isShipped, problem: briefing || !problems[0] ? '' : describeProblem(problems[0]), problemZh: briefing || !problems[0] ? '' : sayBriefingProblem(problems[0]).zh }];
	});
	return entries.toSorted((a, b) => Number(b.isShipped) - Number(a.isShipped) || (a.slug < b.slug ? -1 : 1));
}

/** `null` where no file has that name, or the name is none. */
export const readBriefingFile = (slug: string, roots: readonly Root[] = readBriefingRoots()): OpenedBriefing | null => (slugPattern.test(slug) ? openFile(slug, roots) : null);

function openFile(slug: string, roots: readonly Root[]): OpenedBriefing | null {
	const at = roots.findLastIndex((root) => root.has(fileOf(slug)));
	return at < 0 ? null : { ...readBriefing(fileOf(slug), slug, roots[at]!.get(fileOf(slug))!), isShipped: at === 0 };
}
