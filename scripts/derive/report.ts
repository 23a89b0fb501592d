/** The table of what was measured on our geometry beside what is published. */
import { area, length } from '@turf/turf';
import type { Feature, Geometry } from 'geojson';

/** Published figures in km² and km, only to compare with. */
const published: Record<string, number> = {
	'demonstration-area': 2413, qingpu: 668, wujiang: 1237, jiashan: 507, 'dianshan-lake': 62, 'yuandang-lake': 12.9, jinze: 108, 'water-parlour': 35.8, 'jinze-reservoir': 1.92
};

/** Turf measures areas on a sphere of 6,371,008.8 m; the WGS84 ellipsoid gives about 0.1 % less at this latitude. */
const ellipsoid = ellipsoidFactor(31);

function ellipsoidFactor(latitude: number): number {
	const a = 6_378_137;
	const e2 = 0.00669437999;
	const s2 = Math.sin((latitude * Math.PI) / 180) ** 2;
	const n = a / Math.sqrt(1 - e2 * s2);
	const m = (a * (1 - e2)) / (1 - e2 * s2) ** 1.5;
	return (m * n) / 6_371_008.8 ** 2;
}

export function report(places: Feature<Geometry | null>[]): void {
	console.log('\nMeasured on our geometry: turf (sphere), corrected to the WGS84 ellipsoid at 31° N, published.');
	for (const feature of places) {
		const { id, accuracy } = feature.properties as { id: string; accuracy: { class: string; m: number } | null };
		if (!feature.geometry || feature.geometry.type.endsWith('Point')) continue;
		const isArea = feature.geometry.type.endsWith('Polygon');
		const value = isArea ? area(feature as Feature) / 1e6 : length(feature as Feature<Geometry>);
		const other = published[id];
		const own = isArea ? (value * ellipsoid).toFixed(2) : '';
		const off = other && isArea ? `${(((value * ellipsoid) / other - 1) * 100).toFixed(1)} %` : '';
		console.log(id.padEnd(26), value.toFixed(2).padStart(9), own.padStart(9), isArea ? 'km²' : 'km ', (other ? String(other) : '').padStart(7), off.padStart(7), accuracy ? `${accuracy.class} ${accuracy.m} m` : '');
	}
	const empty = places.filter((f) => !f.geometry && !f.properties!.of).map((f) => f.properties!.id as string);
	console.log(`\nWithout geometry (${empty.length}): ${empty.join(' ')}\n`);
}
