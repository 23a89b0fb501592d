/** Writes features into columns one after the other; the arrays grow as they fill. Also columns back into GeoJSON, for what takes nothing else. */
import type { Feature, Geometry, Position } from 'geojson';
import { rowShapes } from '#lib/domain/columns.ts';
import type { AttributeColumn, Columns, GeometryColumns } from '#lib/domain/columns.ts';

class Growing<T extends Float64Array | Uint32Array> {
	length = 0;
	private items: T;
	constructor(items: T) {
		this.items = items;
	}
	push(value: number): void {
		if (this.length === this.items.length) {
			const next = new (this.items.constructor as new (length: number) => T)(this.length * 2);
			next.set(this.items as never);
			this.items = next;
		}
		this.items[this.length++] = value;
	}
	done(): T {
		return this.items.slice(0, this.length) as T;
	}
}

export interface GeometryWriter {
	/** Parts of rings or lines of positions; no parts: a row without geometry. */
	add(shape: (typeof rowShapes)[number], parts: Position[][][]): void;
	done(): GeometryColumns;
}

export function createGeometryWriter(): GeometryWriter {
	const shape = new Growing(new Uint32Array(1024));
	const positions = new Growing(new Float64Array(4096));
	const bounds = new Growing(new Float64Array(4096));
	const [ringStart, partStart, rowStart] = [new Growing(new Uint32Array(1024)), new Growing(new Uint32Array(1024)), new Growing(new Uint32Array(1024))];
	return {
		add(kind, parts) {
			const box = [Infinity, Infinity, -Infinity, -Infinity];
			shape.push(rowShapes.indexOf(kind));
			rowStart.push(partStart.length);
			for (const rings of parts) {
				partStart.push(ringStart.length);
				for (const ring of rings) {
					ringStart.push(positions.length / 2);
					for (const [lon, lat] of ring) {
						positions.push(lon!);
						positions.push(lat!);
						box[0] = Math.min(box[0]!, lon!);
						box[1] = Math.min(box[1]!, lat!);
						box[2] = Math.max(box[2]!, lon!);
						box[3] = Math.max(box[3]!, lat!);
					}
				}
			}
			for (const side of box) bounds.push(kind === 'none' ? NaN : side);
		},
		done() {
			const count = shape.length;
			rowStart.push(partStart.length);
			partStart.push(ringStart.length);
			ringStart.push(positions.length / 2);
			return { count, shape: Uint8Array.from(shape.done()), positions: positions.done(), ringStart: ringStart.done(), partStart: partStart.done(), rowStart: rowStart.done(), bounds: bounds.done() };
		}
	};
}

/** Geometries as columns; `null` and mixed collections become rows without geometry. */
export function columnsOf(geometries: readonly (Geometry | null)[], attributes: AttributeColumn[] = []): Columns {
	const writer = createGeometryWriter();
	for (const geometry of geometries) {
		switch (geometry?.type) {
			case 'Point': writer.add('point', [[[geometry.coordinates]]]); break;
			case 'MultiPoint': writer.add('point', geometry.coordinates.map((at) => [[at]])); break;
			case 'LineString': writer.add('line', [[geometry.coordinates]]); break;
			case 'MultiLineString': writer.add('line', geometry.coordinates.map((line) => [line])); break;
			case 'Polygon': writer.add('area', [geometry.coordinates]); break;
			case 'MultiPolygon': writer.add('area', geometry.coordinates); break;
			default: writer.add('none', []);
		}
	}
	return { geometry: writer.done(), attributes };
}

export function geometryAt({ shape, positions, ringStart, partStart, rowStart }: GeometryColumns, row: number): Geometry | null {
	const parts = range(rowStart[row]!, rowStart[row + 1]!).map((part) => range(partStart[part]!, partStart[part + 1]!).map((ring) => range(ringStart[ring]!, ringStart[ring + 1]!).map((v): Position => [positions[2 * v]!, positions[2 * v + 1]!])));
	switch (rowShapes[shape[row]!]) {
		case 'point': return parts.length === 1 ? { type: 'Point', coordinates: parts[0]![0]![0]! } : { type: 'MultiPoint', coordinates: parts.map((rings) => rings[0]![0]!) };
		case 'line': return parts.length === 1 ? { type: 'LineString', coordinates: parts[0]![0]! } : { type: 'MultiLineString', coordinates: parts.map((rings) => rings[0]!) };
		case 'area': return parts.length === 1 ? { type: 'Polygon', coordinates: parts[0]! } : { type: 'MultiPolygon', coordinates: parts };
		default: return null;
	}
}

export function featureAt({ geometry, attributes }: Columns, row: number): Feature<Geometry | null> {
	const properties = Object.fromEntries(attributes.map((column) => [column.name, column.type === 'category' ? column.values[column.codes[row]!]! || null : column.type === 'number' ? (Number.isNaN(column.values[row]!) ? null : column.values[row]!) : text.decode(column.bytes.subarray(column.starts[row]!, column.starts[row + 1]!))]));
	return { type: 'Feature', id: row, properties, geometry: geometryAt(geometry, row) };
}

const text = new TextDecoder();
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);
