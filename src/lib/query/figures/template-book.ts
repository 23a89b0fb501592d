/**
 * A template as a workbook: the sheet to fill in with one marked example, the ids and words it may hold, and how to fill it in. It can be narrowed
 * to given indicators, as a water's page offers it. The lists stand on a sheet that is not hidden: a planner looks names and units up there.
 */
import '../../i18n/rooms/figures.ts';
import type { BookCell, BookColumn, BookSheet } from '../../domain/book.ts';
import { limits } from '../../domain/change.ts';
import type { Dataset } from '../../domain/dataset.ts';
import type { TemplateName } from '../../domain/figure-report.ts';
import { say, translator } from '../../i18n/index.ts';
import type { Key, Lang, Translate } from '../../i18n/index.ts';
import { hasWord, wordOf } from '../../i18n/words.ts';
import { namedOf } from './find-id.ts';
import { columnWords } from './say-row.ts';
import { templates } from './template.ts';
import type { IdList, TemplateColumn } from './template.ts';
import { units } from './units.ts';

export interface TemplateWish {
	collection: TemplateName;
	/** Only these, where given; unknown ones are left out. */
	indicators?: readonly string[];
}

/** What one list of the second sheet holds: id or word, name, scope, unit. */
type ListRow = [id: string, name: string, scope: string, unit: string];
interface List {
	title: string;
	rows: ListRow[];
}

const headRows = 2;
const readmeLines = 8;

export function templateBook(dataset: Dataset, lang: Lang, wish: TemplateWish): BookSheet[] {
	const t = translator(lang);
	const other = translator(lang === 'zh' ? 'en' : 'zh');
	const columns = templates[wish.collection];
	const lists = new Map(columns.flatMap((column) => listOf(dataset, lang, t, column, wish)));
	const ids = idSheet(t, lists);
	const heads = [t, other].map((words) => columns.map((column) => `${columnWords(words, column.name)}${column.required === 'always' && column.name !== 'source_outlet' ? ' *' : ''}`));
	return [
		{
			name: say(t, 'figures', wish.collection), headRows, exampleRow: headRows + 1, openRows: limits.rows, rows: [...heads, exampleRow(dataset, lang, t, wish)],
			columns: columns.map((column): BookColumn => {
				const range = ids.ranges.get(listName(column) ?? '');
				return { width: column.width, ...(column.isText ? { isText: true } : {}), ...(range ? { offers: range, isStrict: isStrict(column), hint: hintOf(t, column) } : {}) };
			})
		},
		ids.sheet,
		{ name: t('template.sheet.readme'), headRows: 1, columns: [{ width: 24 }, { width: 24 }, { width: 100 }], rows: readmeRows(t, other, columns) }
	];
}

const listName = (column: TemplateColumn): string | undefined => column.ids ?? column.offers ?? (column.words ? column.name : undefined);
/** A new project has an id of its own, and a list of ids is typed. */
const isStrict = (column: TemplateColumn): boolean => column.words !== undefined || (column.ids !== undefined && !column.isList && column.required === 'always');
const hintOf = (t: Translate, column: TemplateColumn): string => (column.required === 'always' ? t('template.required') : column.required === 'new' ? t('template.required.new') : t('template.optional'));

function listOf(dataset: Dataset, lang: Lang, t: Translate, column: TemplateColumn, wish: TemplateWish): [string, List][] {
	const name = listName(column);
	if (name === undefined) return [];
	if (column.words) return [[name, { title: columnWords(t, column.name), rows: column.words.values.map((word): ListRow => [say(t, column.words!.group, word), word, '', '']) }]];
	if (column.offers === 'units') return [[name, { title: t('template.list.units'), rows: units.map(({ words, code }): ListRow => [words[0]!, code, '', '']) }]];
	if (column.offers === 'subkinds') return [[name, { title: t('template.list.subkinds'), rows: [...new Set(dataset.projects.map(({ subkind }) => subkind))].filter(hasWord).map((word): ListRow => [wordOf(lang, word), word, '', '']) }]];
	return [[name, { title: say(t, 'template.list', column.ids!), rows: idRows(dataset, lang, column.ids!, wish) }]];
}

function idRows(dataset: Dataset, lang: Lang, list: IdList, { indicators }: TemplateWish): ListRow[] {
	const isWanted = (id: string) => !indicators || indicators.includes(id);
	const place = new Map(dataset.places.map(({ id, names }) => [id, names[lang]]));
	if (list === 'indicators') return dataset.indicators.filter(({ id }) => isWanted(id)).map((row): ListRow => [row.id, row[lang], place.get(row.scope) ?? '', lang === 'zh' ? row.unitZh : row.unitEn]);
	if (list === 'observations') {
		const name = new Map(dataset.indicators.map((row) => [row.id, row[lang]]));
		return dataset.observations.filter(({ indicator }) => isWanted(indicator)).map((row): ListRow => [row.id, `${name.get(row.indicator)} ${row.valueText} ${row.period || row.year}`, '', '']);
	}
	return namedOf(dataset, list).map((row): ListRow => [row.id, row[lang], '', '']);
}

/** One list below the other, each with its title; `ranges` are what the drop-downs refer to. */
function idSheet(t: Translate, lists: ReadonlyMap<string, List>): { sheet: BookSheet; ranges: Map<string, string> } {
	const name = t('template.sheet.ids');
	const rows: BookCell[][] = [[t('template.id'), t('template.name'), t('template.scope'), t('template.unit'), t('template.list')]];
	const ranges = new Map<string, string>();
	for (const [list, { title, rows: found }] of lists) {
		const first = rows.length + 1;
		rows.push(...found.map((row) => [...row, title]));
		if (found.length > 0) ranges.set(list, `'${name}'!$A$${first}:$A$${rows.length}`);
	}
	return { sheet: { name, headRows: 1, columns: [{ width: 40 }, { width: 52 }, { width: 22 }, { width: 18 }, { width: 18 }], rows }, ranges };
}

function readmeRows(t: Translate, other: Translate, columns: readonly TemplateColumn[]): BookCell[][] {
	const lines = Array.from({ length: readmeLines }, (_, i) => ['', '', t(`template.readme.${i + 1}` as Key)]);
	return [[t('template.readme.title'), '', ''], ...lines, ...columns.map((column) => [columnWords(t, column.name), columnWords(other, column.name), hintOf(t, column)])];
}

/** Shows the form of each cell; its note marks it. */
function exampleRow(dataset: Dataset, lang: Lang, t: Translate, { collection, indicators }: TemplateWish): BookCell[] {
	const indicator = dataset.indicators.find(({ id }) => indicators?.includes(id)) ?? dataset.indicators.find(({ valueKind }) => valueKind === 'number') ?? dataset.indicators[0];
	const isNumber = indicator?.valueKind === 'number';
	const cells: Record<string, BookCell> = {
		indicator: indicator?.id ?? '', value: isNumber ? 12 : 'III', unit: isNumber ? (lang === 'zh' ? indicator.unitZh : indicator.unitEn) : '', year: collection === 'targets' ? 2035 : 2024, basis: t('basiskind.annual'), comparator: t('comparator.ge'),
		project: collection === 'projects' ? 'example-project' : (dataset.projects[0]?.id ?? ''), name_zh: t('template.example.name'), kind: t('kind.eco'), subkind: wordOf(lang, 'ecology'), start: '2024-05', finish_planned: '2026', confidence: t('template.confidence.high'), status: t('status.building'), date: '2024-05-18',
		source_outlet: t('template.example.outlet'), source_date: '2025-01-20', note: t('template.example')
	};
	return templates[collection].map(({ name }) => cells[name] ?? null);
}
