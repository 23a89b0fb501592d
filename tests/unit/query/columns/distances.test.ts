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

	it('of what lies deep in a district, far from its border, are 0 whatever distance is asked', () => {
		const ring = (radius: number): Position[] => Array.from({ length: 41 }, (_, i) => [121 + radius * Math.cos((i * Math.PI) / 20), 31 + radius * Math.sin((i * Math.PI) / 20)]);
		const district: Geometry = { type: 'Polygon', coordinates: [ring(0.3), ring(0.1).toReversed()] };
		const { geometry } = createGeometries(9, 0.7);
		const rows = Array.from({ length: 300 }, geometry);
		const truth = rows.map((row) => measure(district, row));
		for (const withinM of [0, 400, maxWithinM]) {
			const found = distancesTo(district, rows, withinM);
			expect(Array.from(found.subarray(0, 300), (metres) => metres <= withinM)).toEqual(truth.map((metres) => metres <= withinM));
		}
		expect(truth.filter((metres) => metres === 0).length).toBeGreaterThan(50);
		expect(truth.filter((metres) => metres > 0).length).toBeGreaterThan(50);
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
