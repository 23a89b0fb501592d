/** CSV and workbooks as layers: the first row names the columns, two of them (or one of WKT) say where. The readers are those of figures; a formula is never computed. */
import { inventoryLimits } from '../../../domain/inventory.ts';
import type { FeatureProblem } from '../../../domain/inventory.ts';
import { LayerRefusal } from '../../../domain/layer-file.ts';
import type { CoordinateColumns, FileLayer, LayerFileOptions, RawFeature } from '../../../domain/layer-file.ts';
import type { LoadedCell, LoadedRow } from '../../../domain/loaded-table.ts';
import { readRows } from '../csv.ts';
import { withoutGuard } from '../loaded-csv.ts';
import { readXlsx } from '../xlsx.ts';
import { findCoordinateColumns, readCoordinate } from './coordinate-columns.ts';
import { toLayer } from './to-layer.ts';
import { readWkt } from './wkt.ts';

interface Table {
	name: string;
	head: string[];
	rows: unknown[][];
	problems: FeatureProblem[];
}

function whereOf(row: readonly unknown[], head: readonly string[], columns: CoordinateColumns): Pick<RawFeature, 'geometry' | 'broken'> {
	if ('wkt' in columns) {
		const text = String(row[head.indexOf(columns.wkt)] ?? '').trim();
		if (text === '') return { geometry: null };
		const geometry = readWkt(text);
		return geometry === null ? { geometry: null, broken: { key: 'bad-wkt', with: { text: text.slice(0, 40) } } } : { geometry };
	}
	const [x, y] = [row[head.indexOf(columns.x)] ?? '', row[head.indexOf(columns.y)] ?? ''];
	if (x === '' && y === '') return { geometry: null };
	const position = [readCoordinate(x), readCoordinate(y)];
	if (position.some(Number.isNaN)) return { geometry: null, broken: { key: 'bad-coordinate', with: { at: `${String(x)}, ${String(y)}`.slice(0, 60) } } };
	return { geometry: { type: 'Point', coordinates: position } };
}

function tableLayer(table: Table, { coordinates: asked, onProgress }: LayerFileOptions): FileLayer {
	const names = asked ? Object.values(asked) : [];
	const columns = asked && names.every((name) => table.head.includes(name)) ? asked : findCoordinateColumns(table.head);
	const features = function* (): Generator<RawFeature> {
		for (const row of table.rows) yield { ...(columns ? whereOf(row, table.head, columns) : { geometry: null }), cells: row };
	};
	const layer = toLayer({ name: table.name, declaredCrs: null, columns: table.head, features: features(), isUntyped: true, isPlaceless: columns === null, onRow: (done) => onProgress?.(0.5 + (done / table.rows.length) * 0.5) });
	const told: FeatureProblem[] = columns === null ? [{ row: 0, key: 'no-coordinates', with: {}, level: 'noted' }] : [];
	return { ...layer, coordinates: columns, problems: [...told, ...table.problems, ...layer.problems] };
}

/** Errors: throws a `LayerRefusal` where there is no head. */
export function readCsvLayer(name: string, text: string, options: LayerFileOptions): FileLayer {
	const [head, ...body] = readRows(text);
	if (!head || 'broken' in head || head.record.every((cell) => cell === '')) throw new LayerRefusal('no-head');
	if (head.record.length === 1 && /[;\t]/.test(head.record[0]!)) throw new LayerRefusal('delimiter');
	if (body.length > inventoryLimits.rows) throw new LayerRefusal('rows', { most: inventoryLimits.rows });
	const problems: FeatureProblem[] = [];
	const rows: string[][] = [];
	let [brokenLines, firstBroken, longRows] = [0, 0, 0];
	for (const row of body) {
		if ('broken' in row) {
			brokenLines++;
			firstBroken ||= row.line;
			continue;
		}
		if (row.record.length > head.record.length) longRows++;
		rows.push(row.record.slice(0, head.record.length).map(withoutGuard));
	}
	if (brokenLines > 0) problems.push({ row: 0, key: 'broken-rows', with: { count: brokenLines, first: firstBroken }, level: 'noted' });
	if (longRows > 0) problems.push({ row: 0, key: 'long-rows', with: { count: longRows, columns: head.record.length }, level: 'noted' });
	return tableLayer({ name, head: head.record, rows, problems }, options);
}

const valueOf = (cell: LoadedCell | undefined): unknown => (cell === undefined || cell.is === 'formula' || cell.is === 'error' ? '' : cell.is === 'number' || cell.is === 'share' ? cell.value : cell.text);

function sheetLayer(file: string, name: string, found: readonly LoadedRow[], options: LayerFileOptions): FileLayer | null {
	const [first, ...body] = found;
	if (!first) return null;
	const head = Array.from({ length: first.cells.length }, (_, i) => String(valueOf(first.cells[i]) ?? ''));
	const formulas = body.flatMap(({ row, cells }) => (cells.some((cell) => cell?.is === 'formula' || cell?.is === 'error') ? [row] : []));
	const problems: FeatureProblem[] = formulas.length > 0 ? [{ row: 0, key: 'formulas', with: { count: formulas.length, first: formulas[0]! }, level: 'noted' }] : [];
	return tableLayer({ name: name || file, head, rows: body.map(({ cells }) => head.map((_, i) => valueOf(cells[i]))), problems }, options);
}

/** Every visible sheet with a head is a layer. Errors: those of `readXlsx`. */
export function readWorkbookLayers(name: string, bytes: Uint8Array, options: LayerFileOptions): { layers: FileLayer[]; problems: FeatureProblem[] } {
	const book = readXlsx(bytes, options.onProgress);
	const layers = book.sheets.map((sheet) => sheetLayer(name, sheet.name, sheet.rows, options)).filter((layer) => layer !== null);
	if (layers.length === 0) throw new LayerRefusal('empty');
	return { layers, problems: book.hiddenSheets.length > 0 ? [{ row: 0, key: 'hidden-sheets', with: { names: book.hiddenSheets.join('、').slice(0, 100) }, level: 'noted' }] : [] };
}
