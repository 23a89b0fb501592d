/** What the catalogue holds of each document, against a table counted by hand in the texts: clauses by kind, measures, projects that a clause names; beside them those tied to it by our reading alone. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCsv } from '#lib/catalogue/formats/csv.ts';
import { readDataset } from '#lib/catalogue/read.ts';
import { readRoot } from '#lib/server/roots.ts';

const file = 'tests/tables/document-counts.csv';
const { catalogue } = readDataset([readRoot('geodata')]);
const rows = readCsv(file, readFileSync(file, 'utf8')).table.rows.map(({ cells }) => cells);

/** Projects tied to the document by a clause or one of its measures; the firmer tie counts. */
function projectsOf(document: string): { named: number; inferred: number } {
	const measures = new Set(catalogue.measures.filter((measure) => measure.document === document).map(({ id }) => `measure:${id}`));
	const ties = catalogue.links.filter(({ from, to }) => from.startsWith('project:') && (measures.has(to) || to.startsWith(`clause:${document}#`)));
	const named = new Set(ties.filter(({ basis }) => basis === 'named').map(({ from }) => from));
	return { named: named.size, inferred: new Set(ties.map(({ from }) => from).filter((from) => !named.has(from))).size };
}

describe('the catalogue against the table of documents', () => {
	it('holds clauses of those documents alone whose text we hold', () => expect(new Set(catalogue.clauses.map(({ document }) => document))).toEqual(new Set([...rows.map(({ document }) => document), 'jiangsu-plan'])));

	it.each(rows)('holds of $document as many clauses, measures and projects', (row) => {
		const clauses = catalogue.clauses.filter(({ document }) => document === row.document);
		const count = (kind: string) => clauses.filter((clause) => clause.kind === kind).length;
		const { named, inferred } = projectsOf(row.document!);
		const found = { part: count('part'), section: count('section'), item: count('item'), paragraph: count('paragraph'), measures: catalogue.measures.filter(({ document }) => document === row.document).length, projects_named: named, projects_inferred: inferred };
		expect(found).toEqual(Object.fromEntries(Object.keys(found).map((column) => [column, Number(row[column])])));
	});

	it('has no document without an own note of what our copy lacks, where no clause of it is held', () => {
		const held = new Set(catalogue.clauses.map(({ document }) => document));
		expect(catalogue.documents.filter(({ id, copyNoteZh }) => !held.has(id) && copyNoteZh === '').map(({ id }) => id)).toEqual([]);
	});
});
