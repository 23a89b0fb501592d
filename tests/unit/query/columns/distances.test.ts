import geodesic from 'geographiclib-geodesic';
import type { Geometry, Position } from 'geojson';
import initGeos from 'geos-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { maxWithinM } from '#lib/domain/view.ts';
import { createPlane } from '#lib/geo/local-plane.ts';
import { createGround } from '#lib/query/columns/ground.ts';
import { columnsOf } from '../../../bench/columns-writer.ts';
import { createGeometries } from './geometries.ts';

const plane = createPlane(121, 31);
const toXy = (at: Position): Position => {
	const xy = new Float64Array(2);
	plane.project(at, xy, 0, 1);
	return [xy[0]!, xy[1]!];
};
/** The middle of these bounds is the middle of `plane`. */
const corners: Geometry[] = [{ type: 'Point', coordinates: [119, 30] }, { type: 'Point', coordinates: [123, 32] }];

function distancesTo(subject: Geometry, rows: readonly Geometry[], withinM = maxWithinM, earlierM?: number): Float64Array {
	const ground = createGround(columnsOf([...rows, ...corners]).geometry);
	ground.setSubject('s', [subject]);
	const ask = (metres: number) => {
		const work = ground.metres({ is: 'within', subject: 's', withinM: metres });
		for (;;) {
			const step = work.next();
			if (step.done) return step.value!;
		}
	};
	if (earlierM !== undefined) ask(earlierM);
	return ask(withinM);
}

describe('distances from every row to a subject', () => {
	let measure: (a: Geometry, b: Geometry) => number;
	beforeAll(async () => {
		const geos = await initGeos();
		const reader = geos.GEOSWKTReader_create();
		const words = (value: unknown): string => (Array.isArray(value) && typeof value[0] === 'number' ? toXy(value).join(' ') : `(${(value as unknown[]).map(words).join(',')})`);
		const read = (geometry: Geometry): number => {
			const wkt = `${geometry.type.toUpperCase()} ${geometry.type === 'Point' ? `(${words(geometry.coordinates)})` : words((geometry as { coordinates: unknown }).coordinates)}`;
			const at = geos.Module._malloc(wkt.length + 1);
			geos.Module.stringToUTF8(wkt, at, wkt.length + 1);
			const found = geos.GEOSWKTReader_read(reader, at);
			geos.Module._free(at);
			return found;
		};
		measure = (a, b) => {
			const [first, second, out] = [read(a), read(b), geos.Module._malloc(8)];
			geos.GEOSDistance(first, second, out);
			const metres = geos.Module.getValue(out, 'double');
			geos.GEOSGeom_destroy(first);
			geos.GEOSGeom_destroy(second);
			geos.Module._free(out);
			return metres;
		};
	});

	it('are those of GEOS, holes and several parts included', () => {
		let [near, far, zero] = [0, 0, 0];
		for (let seed = 1; seed <= 60; seed++) {
			const { geometry } = createGeometries(seed, seed % 2 === 0 ? 0.05 : 0.3);
			const subject = geometry();
			const rows = Array.from({ length: 30 }, geometry);
			const found = distancesTo(subject, rows);
			for (const [row, other] of rows.entries()) {
				const metres = measure(subject, other);
				if (metres > maxWithinM) expect(found[row]).toBeNaN();
				else expect(Math.abs(found[row]! - metres), `seed ${seed}, row ${row}: ${JSON.stringify([subject, other])}`).toBeLessThan(1e-6);
				if (metres > maxWithinM) far++;
				else if (metres > 0) near++;
				else zero++;
			}
		}
		expect(Math.min(near, far, zero)).toBeGreaterThan(50);
	});

	it('do not depend on the distance that was asked first, and answer within it', () => {
		for (let seed = 101; seed <= 140; seed++) {
			const { geometry, random } = createGeometries(seed, 0.3);
			const subject = geometry();
			const rows = Array.from({ length: 40 }, geometry);
			const all = distancesTo(subject, rows);
			expect(distancesTo(subject, rows, maxWithinM, 500)).toEqual(all);
			for (const withinM of [0, random() * 3000]) {
				const some = distancesTo(subject, rows, withinM);
				expect(Array.from(some, (metres) => metres <= withinM)).toEqual(Array.from(all, (metres) => metres <= withinM));
			}
		}
	});

	it('are geodesic to 0.1 % all over the area', () => {
		const { random } = createGeometries(7);
		for (let i = 0; i < 2000; i++) {
			const a: Position = [121 + 1.2 * (random() - 0.5), 31 + random() - 0.5];
			const b: Position = [a[0]! + 0.1 * (random() - 0.5), a[1]! + 0.1 * (random() - 0.5)];
			const [[x1, y1], [x2, y2]] = [toXy(a), toXy(b)];
			const truth = geodesic.Geodesic.WGS84.Inverse(a[1]!, a[0]!, b[1]!, b[0]!).s12!;
			expect(Math.abs(Math.hypot(x1! - x2!, y1! - y2!) / truth - 1)).toBeLessThan(0.0001);
		}
	});

	it('an empty layer, a subject of nothing and a row of nothing answer nothing', () => {
		const none = columnsOf([null, { type: 'GeometryCollection', geometries: [] }]).geometry;
		const ground = createGround(none);
		ground.setSubject('s', [corners[0]!]);
		const work = ground.metres({ is: 'within', subject: 's', withinM: 100 }).next();
		expect(work).toEqual({ done: true, value: new Float64Array([NaN, NaN]) });
		expect(ground.rowsIn([-180, -90, 180, 90])).toHaveLength(0);
		expect(distancesTo({ type: 'MultiPoint', coordinates: [] }, [corners[0]!])[0]).toBeNaN();
	});
});
