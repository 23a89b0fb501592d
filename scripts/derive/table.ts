/** The digitised tables: which places there are, where their geometry comes from, and what each origin is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

export type Row = Record<
	| 'id' | 'file' | 'kind' | 'zh' | 'en' | 'zh_hant' | 'short_zh' | 'short_en' | 'parent' | 'members' | 'parts' | 'flows_to'
	| 'how' | 'from' | 'origin' | 'accuracy_class' | 'accuracy_m' | 'accuracy_zh' | 'accuracy_en' | 'name_basis' | 'status'
	| 'mode' | 'tags' | 'on' | 'context' | 'rank' | 'of' | 'role' | 'note_zh' | 'note_en',
	string
>;
export type Origin = Record<'key' | 'class' | 'm' | 'source' | 'licence' | 'date', string>;

const read = <T>(folder: string, name: string): T[] => parse(readFileSync(join(folder, name), 'utf8'), { columns: true, relax_column_count: false }) as T[];

export function readTables(folder: string): { rows: Row[]; origins: Map<string, Origin> } {
	const rows = read<Row>(folder, 'places.csv');
	const origins = new Map(read<Origin>(folder, 'origins.csv').map((o) => [o.key, o]));
	const seen = new Set<string>();
	for (const row of rows) {
		if (seen.has(row.id)) throw new Error(`places.csv has ${row.id} twice`);
		seen.add(row.id);
		if (!origins.has(row.origin)) throw new Error(`places.csv: ${row.id} has no known origin (${row.origin})`);
	}
	return { rows, origins };
}

export const list = (cell: string): string[] => (cell ? cell.split(';') : []);
const some = (cell: string): string[] | undefined => (cell ? cell.split(';') : undefined);

/** The properties of a place or of a further picture of one; keys always in the same order, nothing empty. */
export function propertiesOf(row: Row, origin: Origin, located: boolean): Record<string, unknown> {
	const short = { zh: some(row.short_zh), en: some(row.short_en) };
	const properties: Record<string, unknown> = {
		id: row.id,
		of: row.of,
		role: row.role,
		kind: row.kind,
		names: row.of ? undefined : { zh: row.zh, en: row.en, zh_hant: row.zh_hant || undefined, short: short.zh || short.en ? short : undefined },
		parent: row.parent,
		members: some(row.members),
		parts: some(row.parts),
		flows_to: some(row.flows_to),
		mode: row.mode,
		status: row.status,
		on: some(row.on),
		tags: some(row.tags),
		context: row.context === 'true' ? true : undefined,
		rank: row.rank ? Number(row.rank) : undefined,
		name_basis: row.of ? undefined : row.name_basis || 'official',
		accuracy: located
			? { class: row.accuracy_class || origin.class, m: Number(row.accuracy_m || origin.m), note_zh: row.accuracy_zh || undefined, note_en: row.accuracy_en || undefined }
			: null,
		source: origin.source,
		licence: origin.licence,
		date: origin.date,
		note_zh: row.note_zh,
		note_en: row.note_en
	};
	return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined && value !== ''));
}
