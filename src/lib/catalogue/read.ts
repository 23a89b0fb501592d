/**
 * Text files to a catalogue: an ordered list of roots (what ships, then what the planner keeps), each a map of
 * *path → text*. A later root replaces rows of an earlier one by id. Everything wrong comes back as a problem; nothing is thrown.
 */
import { collectionNames, collections } from '../domain/dataset.ts';
import type { Catalogue } from '../domain/dataset.ts';
import type { Fields } from '../domain/field.ts';
import type { Place, PlaceFeature } from '../domain/place.ts';
import type { Problem } from '../domain/problem.ts';
import { readCsv } from './formats/csv.ts';
import { checkGround, readPlaces } from './formats/geojson.ts';
import { readRecord } from './formats/record.ts';
import { checkReferences } from './link.ts';

export type Root = ReadonlyMap<string, string>;

export interface Read {
	catalogue: Catalogue;
	places: Place[];
	/** Every drawn feature, further pictures of a place included. */
	features: PlaceFeature[];
	/** Where each record stands: `collection/id` to file and row, for messages. */
	where: Map<string, Where>;
	schemaVersion: number;
	dataDate: string;
	problems: Problem[];
}

export interface Where {
	file: string;
	row: number;
}

const linkId = (record: Record<string, unknown>): string => `${String(record.from)} → ${String(record.to)}`;

export function readDataset(roots: readonly Root[]): Read {
	const problems: Problem[] = [];
	const where = new Map<string, Where>();
	const catalogue = Object.fromEntries(collectionNames.map((name) => [name, readCollection(name, roots, where, problems)])) as unknown as Catalogue;
	const features = readFeatures(roots, where, problems);
	const places = features.filter((feature) => feature.of === undefined).map(placeOf);
	const { schemaVersion, dataDate } = readHead(roots, problems);
	problems.push(...findForeignBytes(roots));
	for (const root of roots) for (const [file, text] of root) if (file.startsWith('ground/') && file.endsWith('.geojson')) problems.push(...checkGround(file, text));
	const read: Read = { catalogue, places, features, where, schemaVersion, dataDate, problems };
	problems.push(...checkReferences(read));
	return read;
}

/** A file saved in GBK reads as text with replacement characters; without this its names would be garbled in silence. */
const findForeignBytes = (roots: readonly Root[]): Problem[] =>
	roots.flatMap((root) => [...root].flatMap(([file, text]): Problem[] => {
		const at = text.indexOf('\ufffd');
		return at < 0 ? [] : [{ file, row: text.slice(0, at).split('\n').length, key: 'unreadable', with: { reason: 'it holds bytes that are not UTF-8' }, level: 'error' }];
	}));

function readCollection(name: keyof Catalogue, roots: readonly Root[], where: Map<string, Where>, problems: Problem[]): unknown[] {
	const fields: Fields = collections[name];
	const file = `catalogue/${name}.csv`;
	const records = new Map<string, Record<string, unknown>>();
	roots.forEach((root, rootIndex) => {
		const text = root.get(file);
		if (text === undefined) {
			if (rootIndex === 0) problems.push({ file, row: 0, key: 'unreadable', with: { reason: 'it does not exist' }, level: 'error' });
			return;
		}
		const { table, problems: broken } = readCsv(file, text);
		problems.push(...broken);
		const known = new Set(Object.keys(fields));
		for (const column of table.columns) if (!known.has(column)) problems.push({ file, row: 1, key: 'unknown-column', with: { column }, level: 'warning' });
		for (const [column, field] of Object.entries(fields)) {
			if (!table.columns.includes(column) && table.columns.length > 0) problems.push({ file, row: 1, key: 'missing-column', with: { column }, level: field.required ? 'error' : 'warning' });
		}
		const seenHere = new Map<string, number>();
		for (const row of table.rows) {
			const { record, problems: odd } = readRecord(file, row, fields);
			problems.push(...odd);
			const id = name === 'links' ? linkId(record) : String(record.id);
			const first = seenHere.get(id);
			if (first !== undefined) {
				problems.push({ file, row: row.line, key: name === 'links' ? 'duplicate-link' : 'duplicate-id', with: { value: id, first }, level: 'error' });
				continue;
			}
			seenHere.set(id, row.line);
			where.set(`${name}/${id}`, { file, row: row.line });
			records.set(id, record);
		}
	});
	return [...records.values()];
}

function readFeatures(roots: readonly Root[], where: Map<string, Where>, problems: Problem[]): PlaceFeature[] {
	const features = new Map<string, PlaceFeature>();
	for (const root of roots) {
		const seenHere = new Map<string, Where>();
		for (const [file, text] of [...root].filter(([path]) => path.startsWith('places/') && path.endsWith('.geojson')).sort(([a], [b]) => (a < b ? -1 : 1))) {
			const { features: found, problems: odd } = readPlaces(file, text);
			problems.push(...odd);
			for (const feature of found) {
				const first = seenHere.get(feature.id);
				if (first) {
					problems.push({ file, row: feature.row, key: 'duplicate-id', with: { value: feature.id, first: `${first.row} of ${first.file}` }, level: 'error' });
					continue;
				}
				seenHere.set(feature.id, feature);
				where.set(`places/${feature.id}`, { file, row: feature.row });
				features.set(feature.id, feature);
			}
		}
	}
	return [...features.values()];
}

const placeOf = (feature: PlaceFeature): Place => feature.properties as unknown as Place;

function readHead(roots: readonly Root[], problems: Problem[]): { schemaVersion: number; dataDate: string } {
	const file = 'dataset.json';
	const complain = (reason: string) => problems.push({ file, row: 0, key: 'bad-json', with: { reason }, level: 'error' });
	try {
		const head = JSON.parse(roots[0]?.get(file) ?? '') as { schemaVersion?: unknown; dataDate?: unknown };
		if (typeof head.schemaVersion !== 'number' || typeof head.dataDate !== 'string') complain('expected "schemaVersion" (number) and "dataDate" (YYYY-MM-DD)');
		return { schemaVersion: Number(head.schemaVersion), dataDate: String(head.dataDate) };
	} catch (error) {
		complain(error instanceof Error ? error.message : String(error));
		return { schemaVersion: 0, dataDate: '' };
	}
}
