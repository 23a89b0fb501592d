/** Which row is the head, and of which template: heads are known by their Chinese or English words or by the column's own name; the order of the columns is free. */
import { templateNames } from '../../domain/figure-report.ts';
import type { TemplateName } from '../../domain/figure-report.ts';
import type { LoadedRow } from '../../domain/loaded-table.ts';
import { formsOf } from './say-row.ts';
import { templates } from './template.ts';

export interface Head {
	template: TemplateName;
	/** Column of the template by column of the sheet, from 0. */
	columns: Map<number, string>;
	ignored: string[];
	/** Columns without which nothing can be read. */
	missing: string[];
	/** Index of the first row below the head. */
	from: number;
}

/** Rows among which the head is looked for. */
const headRows = 10;
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/[\s*＊_]+/g, '').replace(/[(（].*$/, '');

const names = Object.fromEntries(templateNames.map((template) => [template, new Map(templates[template].flatMap(({ name }) => formsOf('template.column', name).map((form): [string, string] => [plain(form), name])))])) as Record<TemplateName, Map<string, string>>;

function matchRow(row: LoadedRow, template: TemplateName): { columns: Map<number, string>; others: string[] } {
	const columns = new Map<number, string>();
	const others: string[] = [];
	row.cells.forEach((cell, i) => {
		const name = cell && names[template].get(plain(cell.text));
		if (name !== undefined && ![...columns.values()].includes(name)) columns.set(i, name);
		else if (cell) others.push(cell.text.slice(0, 40));
	});
	return { columns, others };
}

/** `null` where no row holds two heads of a template. */
export function findHead(rows: readonly LoadedRow[]): Head | null {
	let best: (Head & { score: number }) | null = null;
	rows.slice(0, headRows).forEach((row, i) => {
		for (const template of templateNames) {
			const { columns, others } = matchRow(row, template);
			if (columns.size < 2) continue;
			const found = new Set(columns.values());
			const missing = templates[template].filter(({ name, required }) => required === 'always' && name !== 'source_outlet' && !found.has(name)).map(({ name }) => name);
			const score = columns.size - 3 * missing.length - (template === 'projects' && !found.has('project') && !found.has('name_zh') ? 10 : 0);
			if (!best || score > best.score) best = { template, columns, ignored: others, missing, from: i + 1, score };
		}
	});
	if (!best) return null;
	const head: Head & { score: number } = best;
	while (head.from < rows.length && head.from < headRows && matchRow(rows[head.from]!, head.template).columns.size >= 2) head.from++;
	const { score: _, ...rest } = head;
	return rest;
}
