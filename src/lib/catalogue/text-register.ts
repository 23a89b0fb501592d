/**
 * The register that the finders of policy texts are handed: names of our places, agencies and documents, and the words of `geodata/text/*.csv`.
 * These tables are no collections of the dataset: no page shows them, and the browser fetches them only when it reads a text.
 */
import type { Catalogue } from '../domain/dataset.ts';
import type { Place } from '../domain/place.ts';
import type { Problem } from '../domain/problem.ts';
import { nameRules } from '../domain/text-register.ts';
import type { NameRule, PlaceName, TextRegister } from '../domain/text-register.ts';
import { readCsv } from './formats/csv.ts';
import type { CsvRow } from './formats/csv.ts';

/** Only these stand for their members; a zone is named as itself. */
const expanded = new Set<Place['kind']>(['collective', 'lake-group']);
const listOf = (cell: string | undefined): string[] => (cell ?? '').split(';').filter((part) => part !== '');

/** Tables and their columns; a root without them gives the names that the records hold. */
const tables = {
	'place-names': ['text', 'place', 'note'],
	collectives: ['text', 'members', 'note'],
	'careful-names': ['text', 'rule', 'needs', 'note'],
	'false-friends': ['text', 'why'],
	'agency-names': ['text', 'agency', 'note'],
	'document-names': ['text', 'document', 'note']
} as const;
type Table = keyof typeof tables;

export function readTextRegister(root: ReadonlyMap<string, string> | undefined, places: readonly Place[], catalogue: Pick<Catalogue, 'agencies' | 'documents'>): { register: TextRegister; problems: Problem[] } {
	const problems: Problem[] = [];
	const rowsOf = (table: Table): CsvRow[] => {
		const file = `text/${table}.csv`;
		const text = root?.get(file);
		if (text === undefined) return [];
		const { table: read, problems: broken } = readCsv(file, text);
		problems.push(...broken, ...(broken.length > 0 ? [] : tables[table].filter((column) => !read.columns.includes(column)).map((column): Problem => ({ file, row: 1, key: 'missing-column', with: { column }, level: 'error' }))));
		const first = new Map<string, number>();
		return read.rows.filter(({ line, cells }) => {
			const text = cells.text ?? '';
			if (text === '') problems.push({ file, row: line, key: 'missing-value', with: { column: 'text' }, level: 'error' });
			else if (first.has(text)) problems.push({ file, row: line, key: 'duplicate-id', with: { value: text, first: first.get(text)! }, level: 'error' });
			else first.set(text, line);
			return text !== '';
		});
	};
	const known = (table: Table, row: CsvRow, kind: string, column: string, value: string, ids: ReadonlySet<string>): boolean => {
		if (!ids.has(value)) problems.push({ file: `text/${table}.csv`, row: row.line, key: 'unknown-ref', with: { owner: `name ${row.cells.text!}`, kind, value, column }, level: 'error' });
		return ids.has(value);
	};

	const byId = new Map(places.map((place) => [place.id, place]));
	const placeIds = new Set(byId.keys());
	const names = new Map<string, PlaceName>();
	const careful = new Map<string, { rule: NameRule; needs: string[] }>();
	for (const row of rowsOf('careful-names')) {
		const rule = row.cells.rule as NameRule;
		if (nameRules.includes(rule)) careful.set(row.cells.text!, { rule, needs: listOf(row.cells.needs) });
		else problems.push({ file: 'text/careful-names.csv', row: row.line, key: 'bad-value', with: { column: 'rule', value: rule, expected: `one of ${nameRules.join(', ')}` }, level: 'error' });
	}
	const add = (text: unknown, place: Place) => {
		// A broken feature is told by the reader of places.
		if (typeof text !== 'string' || names.has(text)) return;
		names.set(text, { text, place: place.id, kind: place.kind, members: expanded.has(place.kind) ? (place.members ?? []) : [], ...(careful.get(text) ?? { rule: ruleOf(text, place), needs: [] }) });
	};
	// A full name is never taken by the short form of another place.
	for (const place of places) add((place.names as Partial<Place['names']> | undefined)?.zh, place);
	for (const place of places) for (const short of shortsOf(place)) add(short, place);
	for (const row of rowsOf('place-names')) if (known('place-names', row, 'place', 'place', row.cells.place ?? '', placeIds)) add(row.cells.text!, byId.get(row.cells.place!)!);
	for (const row of rowsOf('collectives')) {
		const members = listOf(row.cells.members).filter((id) => known('collectives', row, 'place', 'members', id, placeIds));
		const text = row.cells.text!;
		if (!names.has(text)) names.set(text, { text, place: '', kind: 'group', members, ...(careful.get(text) ?? { rule: 'plain', needs: [] }) });
	}

	const [agencyIds, documentIds] = [new Set(catalogue.agencies.map(({ id }) => id)), new Set(catalogue.documents.map(({ id }) => id))];
	const agencies = catalogue.agencies.map(({ id, zh }) => ({ text: zh, id }));
	for (const row of rowsOf('agency-names')) if (known('agency-names', row, 'agency', 'agency', row.cells.agency ?? '', agencyIds)) agencies.push({ text: row.cells.text!, id: row.cells.agency! });
	const documents = catalogue.documents.map(({ id, titleZh }) => ({ title: titleZh, id }));
	for (const row of rowsOf('document-names')) if (known('document-names', row, 'document', 'document', row.cells.document ?? '', documentIds)) documents.push({ title: row.cells.text!, id: row.cells.document! });
	return { register: { places: [...names.values()], refused: rowsOf('false-friends').map(({ cells }) => cells.text!), agencies, documents }, problems };
}

const shortsOf = (place: Place): unknown[] => {
	const shorts: unknown = (place.names as Partial<Place['names']> | undefined)?.short?.zh;
	return Array.isArray(shorts) ? shorts : [];
};

/** One letter stands for a province only in a row of such letters; two letters of a line (合新) are also parts of words. */
function ruleOf(text: string, { kind }: Place): NameRule {
	if ([...text].length === 1) return 'run';
	return (kind === 'rail' || kind === 'road') && /^\p{Script=Han}{2}$/u.test(text) ? 'listed' : 'plain';
}
