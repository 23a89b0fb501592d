/** Shapefiles in a zip: one layer for each .shp, with the .dbf, .prj and .cpg that bear its name. A part that is missing is told; only the .shp must be there. */
import type { FeatureProblem } from '../../../domain/inventory.ts';
import type { FileLayer, RawFeature } from '../../../domain/layer-file.ts';
import { readDbf } from './dbf.ts';
import type { Dbf } from './dbf.ts';
import { readShp } from './shp.ts';
import { toLayer } from './to-layer.ts';

/** The parts of one shapefile, unpacked; `null` where the zip has none. */
export interface ShapefileParts {
	name: string;
	shp: Uint8Array;
	dbf: Uint8Array | null;
	prj: string | null;
	cpg: string | null;
}

function* featuresOf(shapes: readonly Pick<RawFeature, 'geometry' | 'broken'>[], dbf: Dbf | null): Generator<RawFeature> {
	for (let i = 0; i < shapes.length; i++) {
		const cells = dbf?.rows[i];
		if (cells !== null) yield { ...shapes[i]!, cells: cells ?? [] };
	}
}

/** Errors: throws a `LayerRefusal` where .shp or .dbf cannot be read at all. */
export function readShapefile({ name, shp, dbf: table, prj, cpg }: ShapefileParts, onProgress: (share: number) => void = () => {}): FileLayer {
	const { shapes, hasZ, isCut } = readShp(shp, name);
	const dbf = table && readDbf(table, cpg ?? '', name);
	const layer = toLayer({ name, declaredCrs: prj?.trim() || null, columns: dbf?.columns ?? [], features: featuresOf(shapes, dbf), onRow: (done) => onProgress(done / shapes.length) });
	const tell = (key: string, words: FeatureProblem['with'], level: FeatureProblem['level'] = 'noted') => layer.problems.unshift({ row: 0, key, with: words, level });
	const deleted = dbf?.rows.filter((row) => row === null).length ?? 0;
	if (hasZ) tell('flat', { count: layer.rows.length, first: 1 }, 'repaired');
	if (deleted > 0) tell('deleted', { count: deleted });
	if (dbf && dbf.memos.length > 0) tell('memo', { columns: dbf.memos.join('、') });
	if (dbf && dbf.wrong !== '') tell('wrong-encoding', { named: dbf.wrong, used: dbf.encoding === 'gb18030' ? 'GBK' : 'UTF-8' });
	if (isCut) tell('cut', { name: `${name}.shp`, count: shapes.length });
	if (dbf && dbf.rows.length < dbf.promised) tell('cut', { name: `${name}.dbf`, count: dbf.rows.length });
	else if (dbf && dbf.rows.length !== shapes.length && !isCut) tell('counts-differ', { shapes: shapes.length, rows: dbf.rows.length });
	if (!dbf) tell('no-dbf', { name });
	if (layer.declaredCrs === null) tell('no-prj', { name });
	return layer;
}
