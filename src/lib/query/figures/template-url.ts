/** Addresses of the page of own figures and of its templates: `?template=observations&indicators=a,b`. What is not known is left out and told. */
import { templateNames } from '../../domain/figure-report.ts';
import type { TemplateName } from '../../domain/figure-report.ts';
import type { Lang } from '../../i18n/lang.ts';

export const figuresHref = (lang: Lang): string => `/${lang}/figures`;

const indicatorPart = (indicators: readonly string[]): string => (indicators.length > 0 ? `&indicators=${indicators.join(',')}` : '');
/** The page with a template for these indicators on top. */
export const figuresForHref = (lang: Lang, collection: TemplateName, indicators: readonly string[]): string => `/${lang}/figures?template=${collection}${indicatorPart(indicators)}`;
/** The workbook itself. */
export const templateHref = (lang: Lang, collection: TemplateName, indicators: readonly string[] = []): string => `/${lang}/figures/template.xlsx?collection=${collection}${indicatorPart(indicators)}`;

export interface TemplateChoice {
	/** `null`: the address names none, or one that does not exist. */
	collection: TemplateName | null;
	indicators: string[];
	ignored: string[];
}

export function decodeTemplate(search: string, key: 'template' | 'collection', isKnown: (indicator: string) => boolean): TemplateChoice {
	const query = new URLSearchParams(search);
	const word = query.get(key) ?? '';
	const collection = templateNames.find((name) => name === word) ?? null;
	const ids = [...new Set((query.get('indicators') ?? '').split(',').filter((id) => id !== ''))];
	return { collection, indicators: ids.filter(isKnown), ignored: [...(word !== '' && collection === null ? [word] : []), ...ids.filter((id) => !isKnown(id))].map((text) => text.slice(0, 80)) };
}
