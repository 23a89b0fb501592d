/**
 * What one slide shows, as plain data in one language: page, presentation, PDF, PowerPoint and Word all print this. Computed from the slide's
 * saved view and the dataset; nothing that is gone is filled in, `missing` says it in sentences.
 */
import '../i18n/rooms/briefing.ts';
import type { Slide } from '../domain/briefing.ts';
import { parseWords, refsIn } from '../domain/rich-text.ts';
import type { Block } from '../domain/rich-text.ts';
import type { View } from '../domain/view.ts';
import { explore } from './explore.ts';
import type { Query } from './explore.ts';
import { filterWords } from './filter-words.ts';
import { createFootnotes, notesOfRef } from './footnotes.ts';
import type { Footnote } from './footnotes.ts';
import type { Writer } from './indicator-words.ts';
import { ownLayersIn } from './inventory-id.ts';
import { slideChart } from './slide-chart.ts';
import type { SlideChart } from './slide-chart.ts';
import { slideFigures } from './slide-figures.ts';
import type { SlideFigure } from './slide-figures.ts';
import { slideStrip, stripPlaceOf } from './slide-strip.ts';
import type { SlideStrip } from './slide-strip.ts';
import { comparisonTable, slideTable } from './slide-table.ts';
import type { SlideTable } from './slide-table.ts';
import type { Asked } from './space/asked.ts';
import { decode } from './url.ts';

export interface SlideContent {
	slide: Slide;
	view: View;
	/** The filter in words; empty where nothing is filtered. */
	filter: string;
	words: Block[];
	figures: SlideFigure[];
	chart: SlideChart | null;
	table: SlideTable | null;
	strip: SlideStrip | null;
	footnotes: Footnote[];
	/** Numbers of the footnotes of each record that the words lead to, by `kind:id`. */
	cited: Record<string, number[]>;
	/** Attribution, accuracy and data date, printed under every map. */
	base: string;
	missing: string[];
	/** What figures and rows say now, by key: held against `slide.seen`. */
	says: Record<string, string>;
	/** Ids of the projects, measures and indicators inside the filter, for the map. */
	visible: { projects: string[]; measures: string[]; indicators: string[]; /** What the filter asks about, where the ground is here. */ asked?: readonly Asked[] };
}

export function slideContent(query: Query, writer: Writer, slide: Slide, isLayer: (id: string) => boolean): SlideContent {
	const { atlas, index } = query;
	const { t, lang } = writer;
	const { view, ignored } = decode(slide.view, { exists: atlas.exists, isLayer });
	const model = explore(query, view, lang, ignored);
	// A layer of planners that was taken out may come again: it is named once, not as a mistake of the slide.
	const own = ownLayersIn(model.ignored);
	const footnotes = createFootnotes(atlas, writer);
	const words = parseWords(slide.words);
	const isContent = slide.kind === 'content';
	const shows = (...some: Slide['show'][]): boolean => isContent && some.includes(slide.show);
	const figures = shows('map-facts') || slide.kind === 'title' && slide.figures.length > 0 ? slideFigures(query, writer, model, view.selection, footnotes, slide.figures) : [];
	const chart = shows('map-chart', 'chart') ? slideChart(query, writer, model.selected, slide.about, footnotes) : null;
	const table = shows('table') ? slideTable(query, writer, model, footnotes) : shows('comparison') ? comparisonTable(query, writer, view, slide.about, footnotes) : null;
	const strip = shows('strip') ? slideStrip(query, writer, slide.about, footnotes) : null;
	/** Without geometry a strip is not drawn yet; that is no fault of the slide. */
	const lacksStrip = shows('strip') && !strip && (query.strips !== undefined || !atlas.place.has(stripPlaceOf(slide.about)));
	const refs = refsIn(words);
	const cited = Object.fromEntries(refs.map((ref) => [ref, atlas.exists(ref) ? notesOfRef(atlas, footnotes, ref) : []]));
	const asked = index.space?.asked(view.filter, lang) ?? [];
	const gone = refs.filter((ref) => !atlas.exists(ref));
	const idsIn = (kind: 'project' | 'measure' | 'indicator') => model.selected.items.reduce<string[]>((ids, i) => (index.items[i]!.kind === kind ? [...ids, index.items[i]!.id] : ids), []);
	return {
		slide, view, filter: model.chips.length > 0 ? filterWords(t, model.chips) : '', words, figures, chart, table, strip, footnotes: footnotes.list(), cited, base: t('slide.base', { date: atlas.dataset.dataDate }),
		missing: [
			...(own.names.length > 0 ? [t('slide.missing.own', { layers: own.names.join(t('join.list')) })] : []),
			...(shows('table') && view.assets !== null ? [t('slide.missing.assets', { layer: view.assets })] : []),
			...own.others.map(({ key, value, reason, sentence }) => sentence ?? (key === 'select' && reason === 'unknown-id' ? t('slide.missing.record', { ref: value }) : t('slide.missing.ignored', { key, value }))),
			...gone.map((ref) => t('slide.missing.record', { ref })),
			...(shows('map-facts') ? slide.figures.filter((key) => !figures.some((figure) => figure.key === key)).map((key) => t('slide.missing.figure', { key })) : []),
			...(shows('map-chart', 'chart') && !chart ? [t('slide.missing.chart', { about: slide.about || t('slide.chart.status') })] : []),
			...(lacksStrip ? [slide.about === '' ? t('slide.missing.line') : t('slide.missing.strip', { about: slide.about })] : [])
		],
		says: Object.fromEntries([
			...figures.map(({ key, value, unit }): [string, string] => [key, `${value} ${unit}`.trim()]),
			...(chart?.type === 'bars' ? chart.bars.map(({ key, value }): [string, string] => [`bar:${key}`, String(value)]) : chart?.type === 'trend' ? chart.row.series!.points.map(({ id, text }): [string, string] => [`value:${id}`, text]) : []),
			...(table?.rows ?? []).map(({ ref, cells }, i): [string, string] => [`row:${ref || i}`, cells.join(' | ').trim()]),
			...Object.entries(strip?.says ?? {})
		]),
		visible: { projects: idsIn('project'), measures: idsIn('measure'), indicators: idsIn('indicator'), ...(asked.length > 0 && { asked }) }
	};
}

export interface SlideChange {
	key: string;
	before: string;
	/** Empty: no longer said. */
	after: string;
}

/** Figures and rows that differ from what the author last saw; nothing for a slide never looked at, nor of a strip that one of the two did not know: its geometry comes later. */
export function slideChanges({ slide: { seen }, says }: Pick<SlideContent, 'slide' | 'says'>): SlideChange[] {
	const isStrip = (key: string): boolean => key.startsWith('strip:');
	const knowsStrip = [seen, says].every((words) => Object.keys(words).some(isStrip));
	if (Object.keys(seen).length === 0) return [];
	return [...new Set([...Object.keys(seen), ...Object.keys(says)])].filter((key) => knowsStrip || !isStrip(key)).map((key) => ({ key, before: seen[key] ?? '', after: says[key] ?? '' })).filter(({ before, after }) => before !== after);
}
