import { describe, expect, it } from 'vitest';
import { readBriefing, writeBriefing } from '#lib/catalogue/formats/briefing.ts';
import type { Briefing } from '#lib/domain/briefing.ts';
import type { Ref } from '#lib/domain/dataset.ts';
import { parseWords, refsIn } from '#lib/domain/rich-text.ts';
import { translator } from '#lib/i18n/index.ts';
import type { Lang } from '#lib/i18n/lang.ts';
import { layerIds } from '#lib/map/layer-ids.ts';
import { briefMe, briefMeHref, isBriefable } from '#lib/query/brief-me.ts';
import type { Query } from '#lib/query/explore.ts';
import { slideContent } from '#lib/query/slide.ts';
import { decode } from '#lib/query/url.ts';
import { readRoot } from '#lib/server/roots.ts';
import { open, openRegion, swap } from '../../fixtures/region.ts';

const region = openRegion();
const real = open(readRoot('geodata'));
const isLayer = (id: string) => layerIds.includes(id);
const brief = (query: Query, ref: string, lang: Lang = 'zh') => briefMe(query, { lang, t: translator(lang) }, ref as Ref, '2026-03-10')!;
const wordsOf = ({ slides }: Briefing) => slides.map(({ words }) => words).join('\n');

/** Everything that a planner could trip over, in one list; empty is good. */
function faults(query: Query, briefing: Briefing): string[] {
	const writer = { lang: briefing.lang, t: translator(briefing.lang) };
	return briefing.slides.flatMap((slide) => {
		const { ignored } = decode(slide.view, { exists: query.atlas.exists, isLayer });
		const content = slideContent(query, writer, slide, isLayer);
		const blocks = parseWords(slide.words);
		const uncited = blocks.filter((block) => block.inlines.some(({ text, ref }) => !ref && /\d/.test(text)) && refsIn([block]).length === 0);
		const unlinked = content.figures.filter(({ notes }) => notes.length === 0);
		return [
			...ignored.map(({ key, value }) => `${slide.id} ignored ${key}=${value}`), ...content.missing, ...refsIn(blocks).filter((ref) => !query.atlas.exists(ref)).map((ref) => `${slide.id} leads to ${ref}`),
			...uncited.map(({ inlines }) => `${slide.id} figure without a record: ${inlines.map(({ text }) => text).join('')}`), ...unlinked.map(({ key }) => `${slide.id} figure ${key} without a source`),
			...(slide.title === '' || slide.notes === '' ? [`${slide.id} has no title or no notes`] : []), ...(briefing.lang === 'zh' && slide.title.length > 16 ? [`${slide.id} ${slide.title}`] : []), ...(/\{\w+\}|undefined|NaN/.test(slide.words + slide.notes) ? [`${slide.id} is not filled in`] : [])
		];
	});
}

describe('brief me on this', () => {
	it.each(['place:taipu-river', 'place:dianshan-lake', 'place:yuandang-lake', 'place:fen-lake', 'place:water-parlour', 'place:husuhu-corridor', 'place:husujia-corridor', 'place:qingpu', 'place:jiashan', 'place:jinze', 'place:pingwang', 'place:demonstration-area', 'place:changyang', 'agency:qingpu-water-bureau', ...real.atlas.dataset.documents.map(({ id }) => `document:${id}`)])('drafts six to ten sound slides on %s, in both languages', (ref) => {
		for (const lang of ['zh', 'en'] as const) {
			const briefing = brief(real, ref, lang);
			expect(faults(real, briefing)).toEqual([]);
			expect(briefing.slides.length).toBeGreaterThanOrEqual(6);
			expect(briefing.slides.length).toBeLessThanOrEqual(10);
			expect([briefing.slides[0]!.kind, briefing.slides.at(-1)!.kind]).toEqual(['title', 'end']);
		}
	});

	it('of every place that a filter knows is sound', () => {
		const refs = real.atlas.dataset.places.map(({ id }) => `place:${id}`).filter((ref) => isBriefable(real.atlas, ref));
		expect(refs.length).toBeGreaterThan(60);
		expect(refs.flatMap((ref) => faults(real, brief(real, ref)).map((fault) => `${ref} ${fault}`))).toEqual([]);
	}, 60_000);

	it('is the same for the same data, and survives its file', () => {
		for (const lang of ['zh', 'en'] as const) {
			const one = brief(real, 'place:taipu-river', lang);
			expect(brief(real, 'place:taipu-river', lang)).toEqual(one);
			expect(readBriefing('briefings/taipu-river.md', 'taipu-river', writeBriefing(one))).toMatchObject({ briefing: one, problems: [] });
		}
	});

	it('names clauses that name the place before all others, each by its number', () => {
		const promises = brief(real, 'place:taipu-river').slides[2]!.words.split('\n');
		expect(promises.slice(0, 4).map((line) => /\(clause:([^)]+)\)$/.exec(line)?.[1]).toSorted()).toEqual(['action-plan#23', 'action-plan#31', 'action-plan#5', 'innovations-18#3']);
		expect(promises.slice(4).every((line) => line.includes('解读') || line.includes('全域'))).toBe(true);
	});

	it('says on the first slide what is not known of a lake', () => {
		expect(brief(real, 'place:fen-lake').slides[0]!.words).toContain('本目录未见：公布的面积或长度、以此地为范围的指标');
		expect(brief(real, 'place:taipu-river').slides[0]!.words).not.toContain('未见');
	});

	it('tells targets of the whole area apart, with their scope', () => {
		const apart = brief(real, 'place:fen-lake').slides.find(({ view }) => view.includes('select=place:demonstration-area'))!;
		expect(apart.words).toContain('范围是[示范区](place:demonstration-area)，不是[汾湖](place:fen-lake)');
		expect(brief(real, 'place:demonstration-area').slides.filter(({ title }) => title === apart.title)).toEqual([]);
	});

	it('never puts a sample of one month in 2011 in large type beside a target', () => {
		const query = real;
		const slide = brief(query, 'place:taipu-river').slides.find(({ figures }) => figures.includes('indicator:taipu-class'))!;
		const [figure] = slideContent(query, { lang: 'zh', t: translator('zh') }, slide, isLayer).figures;
		expect(figure).toMatchObject({ value: '保持或优于 III 类', label: '太浦河水质类别，2025 年目标，最近只有单月样本 IV 类（2011-10）' });
	});

	it('keeps a planned finish planned, with what was last reported, and makes no day of a year', () => {
		const lines = wordsOf(brief(region, 'place:fast-line'));
		expect(lines).toContain('2026 年：[快线工程](project:line-works)计划完工，最近报道在建（2024 年 5 月）');
		expect(lines).not.toMatch(/2026 年 \d/);
	});

	it('leaves out a finish once the works are reported completed', () => {
		const done = openRegion({ 'catalogue/statuses.csv': swap('line-works,building,2024-05', 'line-works,completed,2024-05') });
		expect(wordsOf(brief(done, 'place:fast-line'))).not.toContain('计划完工');
	});

	it('remembers what each slide said, so that a change shows', () => {
		const briefing = brief(region, 'place:mirror-lake');
		expect(briefing.slides.some(({ seen }) => Object.keys(seen).length > 0)).toBe(true);
		const later = openRegion({ 'catalogue/quantities.csv': swap('lake-clean-investment,project:lake-clean,investment,3,3,3,about,100m-yuan', 'lake-clean-investment,project:lake-clean,investment,4,4,4,about,100m-yuan') });
		const table = briefing.slides.find(({ show }) => show === 'table')!;
		expect(slideContent(later, { lang: 'zh', t: translator('zh') }, table, isLayer).says).not.toEqual(table.seen);
	});

	it('is not offered where no filter could show it', () => {
		expect(['place:lost-pond', 'place:dream-park', 'place:mid-station', 'place:gone', 'project:line-works', 'measure:plan-1'].filter((ref) => isBriefable(region.atlas, ref))).toEqual(['place:lost-pond', 'place:dream-park']);
		expect(brief(region, 'project:line-works')).toBe(null);
		expect(briefMeHref('zh', 'place:taipu-river')).toBe('/zh/briefings/new?about=place:taipu-river');
	});
});

describe('a projected table', () => {
	it('says that a figure is of the whole line, and names the unit of a length in its head', () => {
		const slide = brief(real, 'place:husujia-corridor').slides.find(({ show }) => show === 'table')!;
		const { columns, rows } = slideContent(real, { lang: 'zh', t: translator('zh') }, slide, isLayer).table!;
		const row = rows.find(({ ref }) => ref === 'project:hsj-intercity')!;
		expect(columns[3]!.title).toBe('长度（km）');
		expect(row.cells.slice(3, 5)).toEqual(['170（全线）', '940（全线）']);
	});
});
