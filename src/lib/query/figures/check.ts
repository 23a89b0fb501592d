/** Rows of a planner's file against the dataset: the report, with the change that each right row would be. Pure: nothing is written, and the same file gives the same report. */
import type { Dataset, Indicator, Observation, Project, Status, Target } from '../../domain/dataset.ts';
import { rowKinds } from '../../domain/figure-report.ts';
import type { FallbackSource, ReportOverview, RowKind, SheetReport, TemplateName } from '../../domain/figure-report.ts';
import { FileRefusal } from '../../domain/loaded-table.ts';
import type { LoadedRow, LoadedSheet, LoadedTable } from '../../domain/loaded-table.ts';
import { hasWord, wordOf } from '../../i18n/words.ts';
import { checkProject, checkStatus } from './check-projects.ts';
import { checkObservation, checkTarget, observationKey, targetKey } from './check-values.ts';
import { createIdFinders } from './find-id.ts';
import type { IdFinders } from './find-id.ts';
import { findHead } from './head.ts';
import { wrongRow } from './merge-row.ts';
import type { CheckedRow } from './merge-row.ts';
import { createSourceDesk } from './own-source.ts';
import type { SourceDesk } from './own-source.ts';
import { createRowReader } from './row-reader.ts';
import type { RowReader } from './row-reader.ts';

/** What the checks of a row look things up in. */
export interface CheckDesk {
	/** Day after which nothing can be known, `YYYY-MM-DD`. */
	today: string;
	finders: IdFinders;
	sources: SourceDesk;
	indicator: ReadonlyMap<string, Indicator>;
	project: ReadonlyMap<string, Project>;
	observations: ReadonlyMap<string, Observation[]>;
	targets: ReadonlyMap<string, Target[]>;
	statuses: ReadonlyMap<string, Status[]>;
	/** Indicator of an observation. */
	indicatorOf: ReadonlyMap<string, string>;
	/** Kebab words of finer kinds, by any of their forms. */
	subkinds: ReadonlyMap<string, string>;
	taken: Record<TemplateName, Set<string>>;
	withoutSource: number;
	/** Published values and targets of an indicator. */
	known(indicator: string): readonly number[];
	/** Complains where the file or the dataset has a row of that identity more than once. */
	guardTwice(reader: RowReader, key: string, standing: readonly { id: string }[]): void;
}

export interface Check {
	overview: ReportOverview;
	rows: CheckedRow[];
}

/** Marks the example row of a template, in both languages. */
export const exampleMark = /^(示例行|example row)/i;
/** First words of the names of a template's other sheets; they are no data. */
export const sideSheets = /^(编号|说明|Ids|Read me)(\s|$)/i;

const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> => {
	const groups = new Map<string, T[]>();
	for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
	return groups;
};
const byId = <T extends { id: string }>(items: readonly T[]): Map<string, T> => new Map(items.map((item) => [item.id, item]));

function createDesk(dataset: Dataset, today: string, fallback: FallbackSource): CheckDesk {
	const values = groupBy([...dataset.observations, ...dataset.targets], ({ indicator }) => indicator);
	const seen = new Map<string, number>();
	return {
		today, finders: createIdFinders(dataset), sources: createSourceDesk(dataset, fallback, today), indicator: byId(dataset.indicators), project: byId(dataset.projects),
		observations: groupBy(dataset.observations, (row) => observationKey(row.indicator, row.year, row.period, row.basisKind)), targets: groupBy(dataset.targets, (row) => targetKey(row.indicator, row.year)), statuses: groupBy(dataset.statuses, ({ project }) => project),
		indicatorOf: new Map(dataset.observations.map(({ id, indicator }) => [id, indicator])),
		subkinds: new Map([...new Set(dataset.projects.map(({ subkind }) => subkind))].flatMap((word) => [word, ...(hasWord(word) ? [wordOf('zh', word), wordOf('en', word).toLowerCase()] : [])].map((form): [string, string] => [form, word]))),
		taken: { observations: new Set(dataset.observations.map(({ id }) => id)), targets: new Set(dataset.targets.map(({ id }) => id)), projects: new Set(dataset.projects.map(({ id }) => id)), statuses: new Set(dataset.statuses.map(({ id }) => id)) },
		withoutSource: 0,
		known: (indicator) => (values.get(indicator) ?? []).flatMap(({ valueMin, valueMax }) => [valueMin, valueMax].filter((value) => value !== null)),
		guardTwice(reader, key, standing) {
			const first = seen.get(key);
			if (first !== undefined) reader.complain('twice-here', '', { row: first });
			else if (standing.length > 1) reader.complain('twice-known', '', { ids: standing.map(({ id }) => id).join(', ') });
			else seen.set(key, reader.row.row);
		}
	};
}

const checks = { observations: checkObservation, targets: checkTarget, projects: checkProject, statuses: checkStatus };
/** Rows between two reports of progress. */
const progressStep = 500;

/** Errors: throws a `FileRefusal` where no sheet has the head of a template. `today`: `YYYY-MM-DD`. `onProgress` gets the rows that are done. */
export function checkTable(dataset: Dataset, file: string, table: LoadedTable, today: string, fallback: FallbackSource, onProgress: (done: number, total: number) => void = () => {}): Check {
	const desk = createDesk(dataset, today, fallback);
	const total = table.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
	const rows: CheckedRow[] = [];
	let done = 0;
	const sheets = table.sheets.filter(({ name }) => !sideSheets.test(name)).map((sheet): SheetReport => {
		const head = findHead(sheet.rows);
		const report: SheetReport = { name: sheet.name, template: null, rows: 0, hiddenRows: sheet.hiddenRows, ignored: [], examples: [] };
		if (!head) return report;
		if (head.missing.length > 0) throw new FileRefusal('missing-columns', { sheet: sheet.name || file, columns: head.missing.join(';') });
		const columns = new Map([...head.columns].map(([at, name]): [string, number] => [name, at]));
		for (const row of sheet.rows.slice(head.from)) {
			if (isExample(row)) report.examples.push(row.row);
			else {
				rows.push(checkRow(sheet, head.template, row, columns, desk));
				report.rows++;
			}
			if (++done % progressStep === 0) onProgress(done, total);
		}
		return { ...report, template: head.template, ignored: head.ignored };
	});
	if (sheets.every(({ template }) => template === null)) throw new FileRefusal('no-head', { file });
	if (rows.length === 0) throw new FileRefusal('empty');
	return {
		rows,
		overview: {
			file, format: table.format, hiddenSheets: table.hiddenSheets, sheets, counts: Object.fromEntries(rowKinds.map((kind) => [kind, rows.filter((row) => row.kind === kind).length])) as Record<RowKind, number>,
			converted: rows.filter(({ told }) => told.some(({ key }) => key === 'converted' || key === 'share-read')).length, withoutSource: desk.withoutSource
		}
	};
}

const isExample = (row: LoadedRow): boolean => row.cells.some((cell) => cell !== undefined && exampleMark.test(cell.text));

function checkRow(sheet: LoadedSheet, template: TemplateName, row: LoadedRow, columns: ReadonlyMap<string, number>, desk: CheckDesk): CheckedRow {
	const reader = createRowReader(row, columns);
	if (row.broken === undefined && row.merged === undefined) return checks[template](sheet.name, reader, desk);
	if (row.broken !== undefined) reader.complain('broken', '', { value: row.broken });
	if (row.merged !== undefined) reader.complain('merged', '', { value: row.merged });
	return wrongRow(sheet.name, template, reader, { zh: '', en: '' });
}
