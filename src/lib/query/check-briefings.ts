/** Proves the briefings of a root against the dataset: each slide decodes, no record or figure that it speaks of is gone, and it says what it said. */
import { readBriefing } from '../catalogue/formats/briefing.ts';
import type { Root } from '../catalogue/read.ts';
import type { Problem } from '../domain/problem.ts';
import { translator } from '../i18n/index.ts';
import type { Query } from './explore.ts';
import { slideChanges, slideContent } from './slide.ts';

/** What differs from what the author saw is a warning: the briefing still opens, and shows before and after. */
export function checkBriefings(query: Query, root: Root, isLayer: (id: string) => boolean): Problem[] {
	return [...root].filter(([file]) => /^briefings\/[^/]+\.md$/.test(file)).flatMap(([file, text]) => {
		const { briefing, rows, problems } = readBriefing(file, file.slice('briefings/'.length, -'.md'.length), text);
		if (!briefing) return problems;
		const writer = { lang: briefing.lang, t: translator(briefing.lang) };
		return [...problems, ...briefing.slides.flatMap((slide, i): Problem[] => {
			const content = slideContent(query, writer, slide, isLayer);
			const said = (reason: string, expected: string, level: Problem['level']): Problem => ({ file, row: rows[i]!, key: 'bad-briefing', with: { reason: `slide ${slide.id}: ${reason}`, expected }, level });
			return [
				...content.missing.map((sentence) => said(sentence, 'records, figures and filters that are in the data', 'error')),
				...slideChanges(content).map(({ key, before, after }) => said(`"${key}" said "${before}" and now says "${after}"`, 'what the slide says now', 'warning'))
			];
		})];
	});
}
