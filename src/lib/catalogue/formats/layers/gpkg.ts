/** GeoPackage: every table of features becomes a layer. Read by SQLite as WebAssembly, which is only loaded for such a file; it opens a copy in memory and writes nothing. */
import initSqlJs from 'sql.js';
import type { Database } from 'sql.js';
import { inventoryLimits } from '../../../domain/inventory.ts';
import { LayerRefusal } from '../../../domain/layer-file.ts';
import type { FileLayer, LayerFileOptions, RawFeature } from '../../../domain/layer-file.ts';
import { readGpkgBlob } from './wkb.ts';
import { toLayer } from './to-layer.ts';

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const rowsOf = (db: Database, sql: string): Record<string, unknown>[] => {
	const statement = db.prepare(sql);
	const rows: Record<string, unknown>[] = [];
	while (statement.step()) rows.push(statement.getAsObject());
	statement.free();
	return rows;
};

/** What the package says of a system: the EPSG number, else the definition. */
function crsOf(db: Database, id: unknown): string | null {
	const found = rowsOf(db, 'SELECT * FROM gpkg_spatial_ref_sys').find((row) => row.srs_id === id);
	if (!found || found.srs_id === 0 || found.srs_id === -1) return null;
	return /^epsg$/i.test(String(found.organization)) ? `EPSG:${String(found.organization_coordsys_id)}` : String(found.definition ?? '') || null;
}

function* featuresOf(db: Database, table: string, geometry: string, columns: readonly string[], onRow: () => void): Generator<RawFeature> {
	const statement = db.prepare(`SELECT ${[geometry, ...columns].map(quoted).join(', ')} FROM ${quoted(table)}`);
	try {
		while (statement.step()) {
			const [blob, ...cells] = statement.get();
			onRow();
			const shape = blob instanceof Uint8Array ? readGpkgBlob(blob) : { geometry: null };
			yield { ...shape, cells: cells.map((cell) => (cell instanceof Uint8Array ? null : cell)) };
		}
	} finally {
		statement.free();
	}
}

/** Errors: throws a `LayerRefusal` where the bytes are no GeoPackage or hold no table of features. */
export async function readGpkg(bytes: Uint8Array, { loadSql, onProgress = () => {} }: LayerFileOptions): Promise<FileLayer[]> {
	const sql = await initSqlJs(loadSql ? { wasmBinary: (await loadSql()).buffer } : {});
	let db: Database | undefined;
	try {
		db = new sql.Database(bytes);
		const open = db;
		const tables = rowsOf(open, `SELECT c.table_name AS name, g.column_name AS geometry, g.srs_id AS srs FROM gpkg_contents c JOIN gpkg_geometry_columns g ON g.table_name = c.table_name WHERE c.data_type = 'features'`);
		if (tables.length === 0) throw new LayerRefusal('no-features');
		const counts = tables.map(({ name }) => Number(rowsOf(open, `SELECT count(*) AS n FROM ${quoted(String(name))}`)[0]!.n));
		const total = counts.reduce((sum, n) => sum + n, 0);
		if (total > inventoryLimits.rows) throw new LayerRefusal('rows', { most: inventoryLimits.rows });
		let done = 0;
		const onRow = () => ++done % 5_000 === 0 && onProgress(done / total);
		return tables.map(({ name, geometry, srs }) => {
			const columns = rowsOf(open, `PRAGMA table_info(${quoted(String(name))})`).filter((column) => column.name !== geometry && !(column.pk === 1 && /^(fid|ogc_fid)$/i.test(String(column.name))));
			const layer = toLayer({ name: String(name), declaredCrs: crsOf(open, srs), columns: columns.map((column) => String(column.name)), features: featuresOf(open, String(name), String(geometry), columns.map((column) => String(column.name)), onRow) });
			const blobs = columns.filter((column) => /blob/i.test(String(column.type))).map((column) => String(column.name));
			if (blobs.length > 0) layer.problems.unshift({ row: 0, key: 'memo', with: { columns: blobs.join('、').slice(0, 200) }, level: 'noted' });
			return layer;
		});
	} catch (error) {
		throw error instanceof LayerRefusal ? error : new LayerRefusal('bad-gpkg');
	} finally {
		db?.close();
	}
}
