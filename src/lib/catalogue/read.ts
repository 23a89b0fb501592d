/**
 * Text files to a catalogue: an ordered list of roots (what ships, then what the planner keeps), each a map of
 * *path → text*. A later root replaces, corrects or retires rows of an earlier one by id (`overlay.ts`). Everything wrong comes back as a problem; nothing is thrown.
 */
import { collectionNames, collections } from '../domain/dataset.ts';
import type { Catalogue, CollectionName } from '../domain/dataset.ts';
import { changeKinds } from '../domain/change.ts';
import type { Overlaid } from '../domain/change.ts';
import type { Fields } from '../domain/field.ts';
import type { Place, PlaceFeature } from '../domain/place.ts';
import type { Problem } from '../domain/problem.ts';
import { renewIds } from '../domain/renamed.ts';
import { readCsv } from './formats/csv.ts';
import { checkGround, readPlaces } from './formats/geojson.ts';
import { readRecord } from './formats/record.ts';
import { checkReferences } from './link.ts';
import { idOf, kindOfRow, layOver, overlaidOf, overlayColumns } from './overlay.ts';
import type { Cells } from './overlay.ts';
import { readTextRegister } from './text-register.ts';
import type { TextRegister } from '../domain/text-register.ts';

export interface Root extends ReadonlyMap<string, string> {
	/** Folder of the planner as messages name it, with a slash at its end; not set for what ships. */
	readonly folder?: string;
}

export interface Read {
	catalogue: Catalogue;
	places: Place[];
	/** Every drawn feature, further pictures of a place included. */
	features: PlaceFeature[];
	/** Where each record stands: `collection/id` to file and row, for messages. */
	where: Map<string, Where>;
	schemaVersion: number;
	dataDate: string;
	overlaid: Overlaid[];
	/** Names by which a policy text speaks of our records. */
	register: TextRegister;
	problems: Problem[];
}

export interface Where {
	file: string;
	row: number;
}

export function readDataset(roots: readonly Root[]): Read {
	const problems: Problem[] = [];
	const where = new Map<string, Where>();
	const overlaid: Overlaid[] = [];
	const catalogue = Object.fromEntries(collectionNames.map((name) => [name, readCollection(name, roots, where, overlaid, problems)])) as unknown as Catalogue;
	const features = readFeatures(roots, where, problems);
	const places = features.filter((feature) => feature.of === undefined).map(placeOf);
	const { schemaVersion, dataDate } = readHead(roots, problems);
	problems.push(...findForeignBytes(roots), ...roots.flatMap(checkSet));
	for (const root of roots) for (const [file, text] of root) if (file.startsWith('ground/') && file.endsWith('.geojson')) problems.push(...checkGround(pathIn(root, file), text));
	const { register, problems: unknownNames } = readTextRegister(roots[0], places, catalogue);
	problems.push(...unknownNames);
	const read: Read = { catalogue, register, places, features, where, schemaVersion, dataDate, overlaid: overlaid.toSorted((a, b) => a.change - b.change), problems };
	problems.push(...checkReferences(read));
	return read;
}

/** A set of the planner has a head, by which it is known and undone. */
function checkSet(root: Root): Problem[] {
	if (!/(^|\/)sets\/\d+\/$/.test(root.folder ?? '')) return [];
	const complain = (reason: string): Problem[] => [{ file: pathIn(root, 'set.json'), row: 0, key: 'bad-json', with: { reason }, level: 'error' }];
	try {
		const head = JSON.parse(root.get('set.json') ?? '') as unknown;
		return typeof head === 'object' && head !== null && 'kind' in head && 'counts' in head && 'sums' in head ? [] : complain('expected "kind", "counts" and "sums"');
	} catch (error) {
		return complain(error instanceof Error ? error.message : String(error));
	}
}

/** A file saved in GBK reads as text with replacement characters; without this its names would be garbled in silence. */
const findForeignBytes = (roots: readonly Root[]): Problem[] =>
	roots.flatMap((root) => [...root].flatMap(([file, text]): Problem[] => {
		const at = text.indexOf('\ufffd');
		return at < 0 ? [] : [{ file: pathIn(root, file), row: text.slice(0, at).split('\n').length, key: 'unreadable', with: { reason: 'it holds bytes that are not UTF-8' }, level: 'error' }];
	}));

const pathIn = (root: Root, file: string): string => `${root.folder ?? ''}${file}`;

function readCollection(name: CollectionName, roots: readonly Root[], where: Map<string, Where>, overlaid: Overlaid[], problems: Problem[]): unknown[] {
	const fields: Fields = collections[name];
	const records = new Map<string, Record<string, unknown>>();
	const [shipped, below] = [new Map<string, Cells>(), new Map<string, Cells>()];
	roots.forEach((root, rootIndex) => {
		const isShipped = rootIndex === 0;
		const file = pathIn(root, `catalogue/${name}.csv`);
		const text = root.get(`catalogue/${name}.csv`);
		if (text === undefined) {
			if (isShipped) problems.push({ file, row: 0, key: 'unreadable', with: { reason: 'it does not exist' }, level: 'error' });
			return;
		}
		const { table, problems: broken } = readCsv(file, isShipped ? text : renewIds(text));
		problems.push(...broken, ...checkHeader(file, table.columns, fields, isShipped));
		const seenHere = new Map<string, number>();
		for (const row of table.rows) {
			const id = idOf(name, row.cells);
			const kind = isShipped ? 'add' : kindOfRow(row.cells, below.has(id));
			if (kind === null) {
				problems.push({ file, row: row.line, key: 'bad-value', with: { column: 'overlay_kind', value: row.cells.overlay_kind!, expected: `one of ${changeKinds.join(', ')} or nothing` }, level: 'error' });
				continue;
			}
			const isRecord = kind === 'add' || kind === 'correct';
			const cells = isShipped ? row.cells : layOver(name, kind, row.cells, below.get(id));
			const { record, problems: odd } = isRecord ? readRecord(file, { line: row.line, cells }, fields) : { record: {}, problems: [] };
			problems.push(...odd);
			const first = kind === 'comment' ? undefined : seenHere.get(id);
			if (first !== undefined) {
				problems.push({ file, row: row.line, key: name === 'links' ? 'duplicate-link' : 'duplicate-id', with: { value: id, first }, level: 'error' });
				continue;
			}
			if (kind !== 'comment') seenHere.set(id, row.line);
			if (!isShipped) overlaid.push(overlaidOf(name, id, kind, row.cells, below.get(id), shipped.get(id)));
			if (kind === 'retire') for (const known of [records, below]) known.delete(id);
			if (!isRecord) continue;
			where.set(`${name}/${id}`, { file, row: row.line });
			records.set(id, record);
			if (roots.length === 1) continue;
			below.set(id, cells);
			if (isShipped) shipped.set(id, cells);
		}
	});
	return [...records.values()];
}

/** What ships has every column and no other; a planner's file may leave columns out and has those of the overlay beside. */
function checkHeader(file: string, columns: readonly string[], fields: Fields, isShipped: boolean): Problem[] {
	const known = new Set([...Object.keys(fields), ...(isShipped ? [] : overlayColumns)]);
	const unknown = columns.filter((column) => !known.has(column)).map((column): Problem => ({ file, row: 1, key: 'unknown-column', with: { column }, level: 'warning' }));
	if (!isShipped || columns.length === 0) return unknown;
	return [...unknown, ...Object.entries(fields).filter(([column]) => !columns.includes(column)).map(([column, field]): Problem => ({ file, row: 1, key: 'missing-column', with: { column }, level: field.required ? 'error' : 'warning' }))];
}

function readFeatures(roots: readonly Root[], where: Map<string, Where>, problems: Problem[]): PlaceFeature[] {
	const features = new Map<string, PlaceFeature>();
	for (const root of roots) {
		const seenHere = new Map<string, Where>();
		for (const [file, text] of [...root].filter(([path]) => path.startsWith('places/') && path.endsWith('.geojson')).sort(([a], [b]) => (a < b ? -1 : 1))) {
			const { features: found, problems: odd } = readPlaces(pathIn(root, file), text);
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
