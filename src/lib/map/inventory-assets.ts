/**
 * One plugged-in layer as its worker holds it: rows in columns, what passes the last question, drawings and pages of it. Apart from the worker, so
 * that a test asks it the same.
 */
import { toColumns } from '../catalogue/formats/layers/to-columns.ts';
import type { ColumnAnswer, ColumnQuestion } from '../domain/column-question.ts';
import type { Columns } from '../domain/columns.ts';
import type { AssetAnswer, AssetCard, AssetFound, AssetLine, AssetQuestion, AssetRows, AssetSort, FacetField, NamedGround, NearPlace } from '../domain/inventory-question.ts';
import type { AssetRow, InventoryLayer } from '../domain/inventory.ts';
import type { Shapes } from '../domain/shape.ts';
import { maxWithinM } from '../domain/view.ts';
import { distanceM, toPlanar } from '../geo/planar.ts';
import type { Planar } from '../geo/planar.ts';
import { geometryAt, sortRows, valueAt } from '../query/asset-columns.ts';
import { createColumnQuery } from '../query/columns/column-query.ts';
import { keepRows, toDrawing } from './columns-data.ts';
import type { Drawing } from './columns-data.ts';
import { coloursOf, toneOf, tonesOf } from './inventory-tones.ts';

export interface Assets {
	/** Values of each category field, no data left out. */
	values: Record<string, string[]>;
	/** What rows can be chosen by, all rows counted; made when first asked for. */
	fields(): FacetField[];
	ask(question: AssetQuestion): AssetAnswer<Drawing>;
	/** What passes, row by row, for a file that carries it; without rows where more than `most` pass. */
	rows(question: Pick<AssetQuestion, 'filter' | 'grounds'>, most: number): AssetRows;
	lines(sort: AssetSort, from: number, count: number): AssetLine[];
	/** Rows that pass the last question as features of GeoJSON, in the order of the file, a few thousand lines a piece: one string cannot hold a large layer. */
	features(): Generator<string, void>;
	card(row: number, shapes: Shapes | null): AssetCard | null;
	find(text: string, limit: number): AssetFound[];
}

const rowsOfPiece = 2_000;
/** Of what is nearest, so many are told, and none farther. */
const [mostNear, nearM] = [3, maxWithinM];

export function createAssets(layer: InventoryLayer, rows: readonly AssetRow[]): Assets {
	const columns: Columns = toColumns(rows, layer.fields);
	const numbers = Uint32Array.from(rows, ({ row }) => row);
	const { geometry, attributes } = columns;
	const n = numbers.length;
	const query = createColumnQuery(columns);
	/** Made when first it is drawn. */
	let whole: Drawing | null = null;
	const tone = toneOf(columns, layer);
	const known = new Map<string, { ground: NamedGround; planar: Planar }>();
	let passing: Uint32Array = Uint32Array.from({ length: n }, (_, i) => i);
	let sorted: { key: string; rows: Uint32Array } | null = null;

	const order = ({ field, descending }: AssetSort): Uint32Array => {
		const key = `${descending}${field}`;
		if (sorted?.key !== key) sorted = { key, rows: sortRows(passing, attributes.find(({ name }) => name === field) ?? null, descending) };
		return sorted.rows;
	};
	const test = ({ filter, grounds }: Pick<AssetQuestion, 'filter' | 'grounds'>, count: ColumnQuestion['count'] = []): ColumnAnswer => {
		for (const key of [...known.keys()].filter((one) => !grounds.some((ground) => ground.key === one))) {
			query.setSubject(key, null);
			known.delete(key);
		}
		for (const ground of grounds) {
			if (known.has(ground.key)) continue;
			query.setSubject(ground.key, ground.geometries);
			known.set(ground.key, { ground, planar: toPlanar(ground.geometries) });
		}
		return query.ask({ filter, count });
	};
	const planarOf = (row: number): Planar | null => {
		const shape = geometryAt(geometry, row);
		return shape && toPlanar([shape]);
	};

	return {
		values: Object.fromEntries(attributes.flatMap((column) => (column.type === 'category' ? [[column.name, column.values.slice(1)]] : []))),
		fields() {
			const counts = new Map(query.ask({ filter: { all: [] }, sum: [] }).facets.map(({ column, counts: all }) => [column, all]));
			return query.summary.flatMap((field): FacetField[] => (field.type === 'text' ? [] : [{ ...field, all: counts.get(field.name)! }]));
		},
		ask({ filter, grounds, inks, count = [] }) {
			whole ??= toDrawing(columns);
			const { parts, mask, total, sums, facets, without } = { parts: whole, ...test({ filter, grounds }, count) };
			passing = new Uint32Array(total);
			for (let i = 0, at = 0; i < n; i++) if (mask[i] === 1) passing[at++] = i;
			sorted = null;
			const isAll = total === n;
			const kept = <Part extends keyof Drawing>(part: Part): Drawing[Part] => (isAll ? copyOf(parts[part]) : keepRows(parts[part], mask)) as Drawing[Part];
			const drawing: Drawing = { points: kept('points'), lines: kept('lines'), areas: kept('areas'), outlines: kept('outlines') };
			const colours = tone && inks.length > 1 ? coloursOf(drawing, tone, inks) : null;
			// The page names assets by their number in the file.
			for (const { rows: objects } of Object.values(drawing)) for (let i = 0; i < objects.length; i++) objects[i] = numbers[objects[i]!]!;
			return { total, sums, facets, without, drawing, colours, tones: tone ? tonesOf(tone, passing) : [] };
		},
		rows(question, most) {
			const { mask, total } = test(question);
			const rows: AssetRows['rows'] = [];
			if (total <= most) {
				mask.forEach((passes, row) => {
					const shape = passes === 1 ? geometryAt(geometry, row) : null;
					if (shape) rows.push([numbers[row]!, shape, tone?.ranks[row] ?? 0]);
				});
			}
			return { total, rows: total <= most ? rows : null, tones: tone?.values.map(({ value }) => value) ?? [] };
		},
		lines(sort, from, count) {
			return Array.from(order(sort).subarray(from, from + count), (row): AssetLine => {
				const own = known.size > 0 ? planarOf(row) : null;
				const reasons = own ? [...known.values()].map(({ ground, planar }) => ({ name: ground.name, metres: Math.round(distanceM(own, planar, maxWithinM)), accuracyM: ground.accuracyM })).filter(({ metres }) => metres <= maxWithinM).sort((a, b) => a.metres - b.metres) : [];
				return { row: numbers[row]!, cells: attributes.map((column) => valueAt(column, row)), reasons, isPlaced: geometry.shape[row] !== 0 };
			});
		},
		*features() {
			for (let from = 0; from < passing.length; from += rowsOfPiece) {
				let text = '';
				for (let i = from; i < Math.min(passing.length, from + rowsOfPiece); i++) text += `${i === 0 ? '' : ','}\n${JSON.stringify({ type: 'Feature', id: numbers[passing[i]!]!, geometry: geometryAt(geometry, passing[i]!), properties: Object.fromEntries(attributes.map((column) => [column.name, valueAt(column, passing[i]!)])) })}`;
				yield text;
			}
		},
		card(number, shapes) {
			const row = numbers.indexOf(number);
			if (row < 0) return null;
			const [shape, own] = [geometryAt(geometry, row), planarOf(row)];
			const [west, south, east, north] = geometry.bounds.subarray(4 * row, 4 * row + 4);
			return {
				row: number, geometry: shape, properties: Object.fromEntries(attributes.map((column) => [column.name, valueAt(column, row)])), at: own ? [(west! + east!) / 2, (south! + north!) / 2] : null,
				near: shapes && { waters: own ? nearest(own, [...shapes.water, ...shapes.river]) : [], corridors: own ? nearest(own, [...shapes.rail, ...shapes.road]) : [] }
			};
		},
		find(text, limit) {
			const words = text.toLowerCase().split(/\s+/).filter(Boolean);
			const asked = (['name', 'owner', 'kind'] as const).flatMap((role) => attributes.filter(({ name }) => name === layer.roles[role]));
			const named = attributes.find(({ name }) => name === layer.roles.name);
			const found: AssetFound[] = [];
			if (words.length === 0) return found;
			for (let row = 0; row < n && found.length < limit; row++) {
				const values = asked.map((column) => String(valueAt(column, row) ?? ''));
				const whole = values.join(' ').toLowerCase();
				if (!words.every((word) => whole.includes(word))) continue;
				const title = named ? String(valueAt(named, row) ?? '') : '';
				found.push({ layer: layer.id, row: numbers[row]!, title, detail: values.slice(named ? 1 : 0).filter(Boolean).join(' · ') });
			}
			return found;
		}
	};
}

/** Symbolic extents never decide, so they are near nothing. */
function nearest(own: Planar, shapes: readonly Shapes['water'][number][]): NearPlace[] {
	const metres = new Map<string, { metres: number; accuracyM: number }>();
	for (const { place, accuracy, accuracyM, context, role, geometry } of shapes) {
		if (accuracy === 'symbolic' || context || role === 'extent' || place === '') continue;
		const far = distanceM(own, toPlanar([geometry]), nearM);
		if (far <= nearM && far < (metres.get(place)?.metres ?? Infinity)) metres.set(place, { metres: Math.round(far), accuracyM });
	}
	return [...metres].map(([id, one]) => ({ id, ...one })).sort((a, b) => a.metres - b.metres).slice(0, mostNear);
}

const copyOf = <Part extends object>(part: Part): Part => Object.fromEntries(Object.entries(part).map(([key, value]) => [key, ArrayBuffer.isView(value) ? (value as Uint32Array).slice() : (value as unknown)])) as Part;
