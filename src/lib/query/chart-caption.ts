/** What stands around a chart in a picture: title above; unit, words, sources and date below. Light, for the browser makes pictures too. */
import '../i18n/rooms/index.ts';
import type { IndexPage } from './development-page.ts';
import type { IndexChoice } from './development-url.ts';
import type { IndicatorPage } from './indicator-page.ts';
import type { Writer } from './indicator-words.ts';

export interface ChartCaption {
	title: string;
	notes: string[];
}

export function chartCaption({ t, lang }: Writer, page: IndicatorPage, dataDate: string): ChartCaption {
	const sources = page.sources.map(({ outlet, date }) => `${outlet} ${date}`.trim()).join(lang === 'zh' ? '；' : '; ');
	return { title: `${page.title} · ${page.scope.name}`, notes: [page.unit && t('compare.unit', { unit: page.unit }), page.summary, t('compare.key'), sources && t('compare.source', { text: sources }), t('index.caption.date', { date: dataDate })].filter(Boolean) };
}

/** The scale, the weights and what is missing stand with the index wherever it goes. */
export function indexCaption({ t, lang }: Writer, page: IndexPage, choice: IndexChoice, dataDate: string): ChartCaption {
	const comma = lang === 'zh' ? '、' : ', ';
	const sources = page.sources.map(({ outlet, date }) => `${outlet} ${date}`.trim()).join('; ');
	return {
		title: `${t('index.title')} · ${page.subjectName}`,
		notes: [
			t(`index.norm.${choice.norm}`), t('index.caption.weights', { list: page.chosen.map(({ name, share }) => `${name} ${share}%`).join(comma) }), page.missing.length > 0 ? t('index.missing.count', { n: page.missing.length }) : '', t('index.chart.mid'),
			t('index.notthat'), sources && t('compare.source', { text: sources }), t('index.caption.date', { date: dataDate })
		].filter(Boolean)
	};
}
