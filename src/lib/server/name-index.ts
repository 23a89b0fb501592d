/**
 * Search over names without a dictionary in the browser: simplified, traditional, pinyin and English forms of every name, made when the
 * data is published.
 */
import { Converter } from 'opencc-js/cn2t';
import { pinyin } from 'pinyin-pro';
import type { Dataset } from '../domain/dataset.ts';
import type { NameEntry } from '../domain/name-entry.ts';

const toTraditional = Converter({ from: 'cn', to: 'tw' });
const unique = (forms: string[]): string[] => [...new Set(forms.map((form) => form.toLowerCase()).filter((form) => form !== ''))];

function formsOf(zh: string, en: string, more: string[] = []): string[] {
	const syllables = pinyin(zh, { toneType: 'none', type: 'array', nonZh: 'consecutive' });
	return unique([zh, toTraditional(zh), syllables.join(''), syllables.map((syllable) => syllable[0] ?? '').join(''), en, ...more, ...more.map((form) => toTraditional(form))]);
}

export function buildNameIndex(data: Pick<Dataset, 'places' | 'measures' | 'projects' | 'indicators' | 'documents' | 'agencies'>): NameEntry[] {
	return [
		...data.places.map((place): NameEntry => ({
			ref: `place:${place.id}`, zh: place.names.zh, en: place.names.en,
			forms: formsOf(place.names.zh, place.names.en, [place.names.zh_hant ?? '', ...(place.names.short?.zh ?? []), ...(place.names.short?.en ?? [])])
		})),
		...data.measures.map(({ id, zh, en }): NameEntry => ({ ref: `measure:${id}`, zh, en, forms: formsOf(zh, en) })),
		...data.projects.map(({ id, zh, en }): NameEntry => ({ ref: `project:${id}`, zh, en, forms: formsOf(zh, en) })),
		...data.indicators.map(({ id, zh, en }): NameEntry => ({ ref: `indicator:${id}`, zh, en, forms: formsOf(zh, en) })),
		...data.documents.map((d): NameEntry => ({ ref: `document:${d.id}`, zh: d.titleZh, en: d.titleEn, forms: formsOf(d.titleZh, d.titleEn, [d.shortZh, d.shortEn]) }))
	];
}
