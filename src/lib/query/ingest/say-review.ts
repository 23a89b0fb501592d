/** Rows of a review in words: what a row will be, what the last key did, and the records that a field can choose from. */
import '../../i18n/rooms/ingest.ts';
import type { Dataset } from '../../domain/dataset.ts';
import type { Review, ReviewRow } from '../../domain/review.ts';
import { say } from '../../i18n/index.ts';
import type { Lang, Translate } from '../../i18n/index.ts';
import { fields } from './fields.ts';
import type { ReviewField } from './fields.ts';

export type NameOf = (ref: string) => string;

/** Names of records by `kind:id`, those that the review proposes included. */
export function namesIn(review: Review, dataset: Dataset, lang: Lang): NameOf {
	const pick = ({ zh, en }: { zh: string; en: string }): string => (lang === 'zh' ? zh : en);
	const names = new Map<string, string>([
		...dataset.places.map((place): [string, string] => [`place:${place.id}`, pick(place.names)]), ...dataset.measures.map((measure): [string, string] => [`measure:${measure.id}`, pick(measure)]),
		...dataset.projects.map((project): [string, string] => [`project:${project.id}`, pick(project)]), ...dataset.indicators.map((indicator): [string, string] => [`indicator:${indicator.id}`, pick(indicator)])
	]);
	for (const row of review.rows) if (['measure', 'project', 'clause'].includes(row.kind) && !names.has(`${row.kind}:${row.id}`)) names.set(`${row.kind}:${row.id}`, row.kind === 'clause' ? row.path : row.cells.zh || row.words);
	return (ref) => names.get(ref) ?? ref;
}

const worded = (t: Translate, row: ReviewRow, column: string): string => {
	const words = fields[row.kind].find((field) => field.column === column)?.words;
	const cell = row.cells[column] ?? '';
	return cell === '' || !words ? cell : say(t, words.group, cell);
};

/** What is written when the row is accepted; an open cell is said to be open. */
export function becomes(t: Translate, row: ReviewRow, nameOf: NameOf): string {
	const open = t('review.unset');
	const { cells } = row;
	switch (row.kind) {
		case 'document': return [worded(t, row, 'kind') || open, row.id].join(' · ');
		case 'clause': return row.id;
		case 'measure': return ['kind', 'domain'].flatMap((column) => worded(t, row, column) || []).join(' · ') || open;
		case 'project': return row.missing.includes('kind') && cells.kind ? `${worded(t, row, 'kind')} (${t('review.guess')})` : worded(t, row, 'kind') || open;
		case 'target': return [cells.indicator ? nameOf(`indicator:${cells.indicator}`) : open, [worded(t, row, 'comparator') || open, cells.value_text].join(' '), cells.year || open].join(' · ');
		case 'link': return `${cells.from ? nameOf(cells.from) : open} → ${nameOf(cells.to ?? '')} · ${worded(t, row, 'basis')}`;
	}
}

export const missingWords = (t: Translate, row: ReviewRow): string => row.missing.map((column) => say(t, 'review.field', column)).join(t('join.list'));

export interface Choice {
	value: string;
	words: string;
}

const byWords = (a: Choice, b: Choice): number => a.words.localeCompare(b.words, 'zh-Hans-CN');

/** Of a link: measures and projects of its document, those of its clause first. */
export function choicesFor(field: ReviewField, row: ReviewRow, review: Review, dataset: Dataset, lang: Lang): Choice[] {
	const nameOf = namesIn(review, dataset, lang);
	if (field.pick === 'place') return dataset.places.map(({ id }) => ({ value: `place:${id}`, words: nameOf(`place:${id}`) })).toSorted(byWords);
	if (field.pick === 'indicator') return dataset.indicators.map((indicator) => ({ value: indicator.id, words: `${nameOf(`indicator:${indicator.id}`)}${lang === 'zh' ? `（${[nameOf(`place:${indicator.scope}`), indicator.unitZh].filter(Boolean).join('，')}）` : ` (${[nameOf(`place:${indicator.scope}`), indicator.unitEn].filter(Boolean).join(', ')})`}` })).toSorted(byWords);
	const id = review.documents[row.document]!.id;
	const proposed = review.rows.filter(({ kind, document }) => document === row.document && (kind === 'measure' || kind === 'project')).map((one) => ({ isNear: one.path === row.path, value: `${one.kind}:${one.id}`, words: `${one.path} ${one.cells.zh || one.words}` }));
	const there = dataset.measures.filter(({ document }) => document === id).map((measure) => ({ isNear: measure.clause === `${id}#${row.path}`, value: `measure:${measure.id}`, words: `${measure.clause.slice(id.length + 1)} ${nameOf(`measure:${measure.id}`)}` }));
	const all = new Map([...there, ...proposed].map((one) => [one.value, one]));
	return [...all.values()].toSorted((a, b) => Number(b.isNear) - Number(a.isNear));
}
