/** Rows to typed columns, in two passes: one counts, one fills. Rows in WGS84 as `placeRows` gives them; a field is a column of the type it has, a value that does not fit is "no data". */
import type { Geometry, Position } from 'geojson';
import type { AttributeColumn, Columns, GeometryColumns } from '../../../domain/columns.ts';
import type { AssetRow, InventoryField } from '../../../domain/inventory.ts';
import { isAmount } from './to-layer.ts';

const shapeOf: Record<Geometry['type'], number> = { Point: 1, MultiPoint: 1, LineString: 2, MultiLineString: 2, Polygon: 3, MultiPolygon: 3, GeometryCollection: 0 };

/** Calls `part` before the rings of a part, `ring` with the positions of each; a point is a ring of one. */
function walk(geometry: Geometry, part: () => void, ring: (positions: Position[]) => void): void {
	const one = (positions: Position[]) => {
		part();
		ring(positions);
	};
	switch (geometry.type) {
		case 'Point': return one([geometry.coordinates]);
		case 'MultiPoint': return geometry.coordinates.forEach((point) => one([point]));
		case 'LineString': return one(geometry.coordinates);
		case 'MultiLineString': return geometry.coordinates.forEach(one);
		case 'Polygon':
			part();
			return geometry.coordinates.forEach(ring);
		case 'MultiPolygon':
			for (const polygon of geometry.coordinates) {
				part();
				polygon.forEach(ring);
			}
	}
}

function geometryColumns(rows: readonly AssetRow[]): GeometryColumns {
	let [parts, rings, vertices] = [0, 0, 0];
	for (const { geometry } of rows) {
		if (geometry) walk(geometry, () => parts++, (positions) => {
			rings++;
			vertices += positions.length;
		});
	}
	const columns: GeometryColumns = {
		count: rows.length, shape: new Uint8Array(rows.length), positions: new Float64Array(vertices * 2), ringStart: new Uint32Array(rings + 1), partStart: new Uint32Array(parts + 1),
		rowStart: new Uint32Array(rows.length + 1), bounds: new Float64Array(rows.length * 4).fill(Number.NaN)
	};
	const { shape, positions, ringStart, partStart, rowStart, bounds } = columns;
	let [part, ring, at] = [0, 0, 0];
	rows.forEach(({ geometry }, row) => {
		rowStart[row] = part;
		if (!geometry) return;
		shape[row] = shapeOf[geometry.type];
		let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
		walk(geometry, () => (partStart[part++] = ring), (line) => {
			ringStart[ring++] = at / 2;
			for (const position of line) {
				const [lon, lat] = [position[0]!, position[1]!];
				positions[at++] = lon;
				positions[at++] = lat;
				if (lon < west) west = lon;
				if (lon > east) east = lon;
				if (lat < south) south = lat;
				if (lat > north) north = lat;
			}
		});
		if (east >= west) bounds.set([west, south, east, north], row * 4);
	});
	rowStart[rows.length] = part;
	partStart[parts] = ring;
	ringStart[rings] = at / 2;
	return columns;
}

const numberOf = (value: string | number | null): number => (typeof value === 'number' ? value : value !== null && isAmount(value.trim()) ? Number(value) : Number.NaN);

function attributeColumn(rows: readonly AssetRow[], { name, type }: InventoryField): AttributeColumn {
	if (type === 'number') {
		const values = new Float64Array(rows.length);
		rows.forEach(({ properties }, i) => (values[i] = numberOf(properties[name] ?? null)));
		return { type, name, values };
	}
	const textAt = (i: number): string => String(rows[i]!.properties[name] ?? '');
	if (type === 'category') {
		const codeOf = new Map<string, number>([['', 0]]);
		const codes = new Uint32Array(rows.length);
		for (let i = 0; i < rows.length; i++) {
			const text = textAt(i);
			let code = codeOf.get(text);
			if (code === undefined) codeOf.set(text, (code = codeOf.size));
			codes[i] = code;
		}
		return { type, name, codes: codeOf.size <= 0x10000 ? Uint16Array.from(codes) : codes, values: [...codeOf.keys()] };
	}
	const encoder = new TextEncoder();
	const starts = new Uint32Array(rows.length + 1);
	let bytes = new Uint8Array(Math.max(64, rows.length * 16));
	let end = 0;
	for (let i = 0; i < rows.length; i++) {
		const text = textAt(i);
		if (bytes.length < end + text.length * 3) {
			const grown = new Uint8Array(Math.max(bytes.length * 2, end + text.length * 3));
			grown.set(bytes.subarray(0, end));
			bytes = grown;
		}
		end += encoder.encodeInto(text, bytes.subarray(end)).written;
		starts[i + 1] = end;
	}
	return { type, name, bytes: bytes.slice(0, end), starts };
}

export const toColumns = (rows: readonly AssetRow[], fields: readonly InventoryField[]): Columns => ({ geometry: geometryColumns(rows), attributes: fields.map((field) => attributeColumn(rows, field)) });
