/** Well-known binary, ISO and the older 2.5D and EWKB marks, to GeoJSON. Curves, surfaces and anything cut short are told, never drawn as something else. */
import type { Position } from 'geojson';
import type { RawFeature } from '../../../domain/layer-file.ts';

type Shape = Pick<RawFeature, 'geometry' | 'broken'>;

class Unreadable extends Error {
	readonly key: string;
	readonly filling: Record<string, string | number>;
	constructor(key: string, filling: Record<string, string | number> = {}) {
		super(key);
		this.key = key;
		this.filling = filling;
	}
}

const curves: Record<number, string> = { 8: 'CircularString', 9: 'CompoundCurve', 10: 'CurvePolygon', 11: 'MultiCurve', 12: 'MultiSurface', 13: 'Curve', 14: 'Surface', 15: 'PolyhedralSurface', 16: 'TIN', 17: 'Triangle' };
const multis: Record<number, string> = { 4: 'MultiPoint', 5: 'MultiLineString', 6: 'MultiPolygon' };

interface Cursor {
	view: DataView;
	at: number;
}

function readOne(cursor: Cursor, depth: number): { type: string; coordinates?: unknown; geometries?: unknown[] } {
	const { view } = cursor;
	const little = view.getUint8(cursor.at) === 1;
	const marked = view.getUint32(cursor.at + 1, little);
	cursor.at += marked & 0x20000000 ? 9 : 5;
	const plain = marked & 0x0fffffff;
	const [type, level] = [plain % 1000, Math.floor(plain / 1000)];
	const size = 2 + (marked & 0x80000000 || level === 1 || level === 3 ? 1 : 0) + (marked & 0x40000000 || level >= 2 ? 1 : 0);
	const count = (bytesEach: number): number => {
		const found = view.getUint32(cursor.at, little);
		cursor.at += 4;
		if (found * bytesEach > view.byteLength - cursor.at) throw new Unreadable('bad-record');
		return found;
	};
	const position = (): Position => {
		const found = Array.from({ length: size }, (_, i) => view.getFloat64(cursor.at + i * 8, little));
		cursor.at += size * 8;
		return found;
	};
	const line = (): Position[] => Array.from({ length: count(size * 8) }, position);
	if (depth > 8) throw new Unreadable('bad-record');
	const parts = () => Array.from({ length: count(5) }, () => readOne(cursor, depth + 1));
	switch (type) {
		case 1: {
			const point = position();
			return { type: 'Point', coordinates: point.slice(0, 2).every(Number.isNaN) ? [] : point };
		}
		case 2: return { type: 'LineString', coordinates: line() };
		case 3: return { type: 'Polygon', coordinates: Array.from({ length: count(4) }, line) };
		case 4:
		case 5:
		case 6: return { type: multis[type]!, coordinates: parts().map(({ coordinates }) => coordinates) };
		case 7: return { type: 'GeometryCollection', geometries: parts() };
		default: throw new Unreadable('bad-type', { type: curves[type] ?? String(type) });
	}
}

export function readWkb(bytes: Uint8Array): Shape {
	try {
		return { geometry: readOne({ view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), at: 0 }, 0) };
	} catch (error) {
		if (error instanceof Unreadable) return { geometry: null, broken: { key: error.key, with: error.filling } };
		if (error instanceof RangeError) return { geometry: null, broken: { key: 'bad-record', with: {} } };
		throw error;
	}
}

const envelopeBytes = [0, 32, 48, 48, 64];
/** A geometry of a GeoPackage: a head of its own, then WKB. */
export function readGpkgBlob(blob: Uint8Array): Shape {
	const flags = blob[3] ?? 0;
	const envelope = envelopeBytes[(flags >> 1) & 7];
	if (blob[0] !== 0x47 || blob[1] !== 0x50 || envelope === undefined) return { geometry: null, broken: { key: 'bad-record', with: {} } };
	return readWkb(blob.subarray(8 + envelope));
}
