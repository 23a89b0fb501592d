import fc from 'fast-check';
import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { Place } from '#lib/domain/place.ts';
import type { Shape, Shapes } from '#lib/domain/shape.ts';
import type { SpaceKey } from '#lib/domain/view.ts';
import { positionAt, toRun } from '#lib/geo/chainage.ts';
import { toMetres } from '#lib/geo/planar.ts';
import { createAtlas } from '#lib/query/atlas.ts';
import { networkPredicates } from '#lib/query/space/network-predicates.ts';
import { publish } from '#lib/server/publish.ts';
import { readRoot } from '#lib/server/roots.ts';
import { groundFrom, subjectAt } from '../../../fixtures/ground.ts';

const { dataset, relations, shapes } = publish([readRoot('geodata')]);
const atlas = createAtlas(dataset, relations);
const point = (lon: number, lat: number): Geometry => ({ type: 'Point', coordinates: [lon, lat] });
const ask = (is: SpaceKey, of: string[], withinM?: number, ground = groundFrom(atlas, shapes)) => networkPredicates[is]!(ground, { is, of, ...(withinM === undefined ? {} : { withinM }) });

describe('upstream and downstream', () => {
	it('of Dianshan Lake: Yuandang, the Jishui Channel and what stands within 500 m of them, with the way', () => {
		const site = subjectAt('project:by-yuandang', [point(120.8846, 31.0552)], 20);
		const hits = ask('upstream', ['dianshan-lake'], undefined, groundFrom(atlas, shapes, [site]));
		expect(hits.get('yuandang-lake')).toEqual({ asked: 'dianshan-lake', metres: null, accuracyM: 0, isHinging: false, isSchematic: false, via: [] });
		expect(hits.get('jishui-channel')).toMatchObject({ metres: null, via: [] });
		expect(hits.get('project:by-yuandang')).toMatchObject({ asked: 'dianshan-lake', via: ['yuandang-lake'], accuracyM: 70, isSchematic: false });
		expect(hits.get('project:by-yuandang')!.metres).toBeLessThan(500);
	});

	it('never counts districts, towns or zones, nor a lake that only lies beside an upstream water', () => {
		const kinds = new Set([...ask('upstream', ['huangpu-river'], 2000).keys()].map((id) => atlas.place.get(id)!.kind));
		expect([...kinds].filter((kind) => ['zone', 'district', 'town', 'city', 'province', 'collective'].includes(kind))).toEqual([]);
		expect(ask('upstream', ['dianshan-lake'], 2000).has('baidang')).toBe(false);
	});

	it('reads Baixian Lake, which the schematic Jishui Channel runs through, as upstream of Dianshan Lake', () => {
		expect(ask('upstream', ['dianshan-lake']).get('baixian-lake')).toMatchObject({ via: ['jishui-channel'], isReading: true });
	});

	it('of Fen Lake: of the Taipu only the part above, and a station below it is not there', () => {
		const [above, below] = [subjectAt('project:above', [point(120.6, 31.0007)], 10), subjectAt('project:below', [point(120.95, 31.0205)], 10)];
		const ground = groundFrom(atlas, shapes, [above, below]);
		const hits = ask('upstream', ['fen-lake'], undefined, ground);
		expect(hits.get('taipu-river')).toMatchObject({ stretch: [0, 30.66], isReading: true, isHinging: true });
		expect([hits.has('project:above'), hits.has('project:below')]).toEqual([true, false]);
		expect(hits.get('project:above')).toMatchObject({ via: ['taipu-river'], isReading: true });
		const lower = ask('downstream', ['fen-lake'], undefined, ground);
		expect([lower.has('project:above'), lower.has('project:below')]).toEqual([false, true]);
	});

	it('tells nothing of the Huangpu as below the Wusong but the river itself, and says that no part is known', () => {
		expect([...ask('downstream', ['wusong-river'])]).toEqual([['huangpu-river', { asked: 'wusong-river', metres: null, accuracyM: 0, isHinging: true, isSchematic: false, via: [], stretch: null }]]);
	});

	it('hinges where the accuracy of a point is larger than the distance asked', () => {
		const hits = ask('upstream', ['dianshan-lake'], 500, groundFrom(atlas, shapes, [subjectAt('project:vague', [point(120.8846, 31.0552)], 3000, true)]));
		expect(hits.get('project:vague')).toMatchObject({ isHinging: true, isSchematic: true });
	});

	it('has no answer for what is no water', () => {
		expect(ask('upstream', ['qingpu']).size + ask('downstream', ['husuhu-hsr']).size).toBe(0);
	});
});

describe('between two stations or chainages', () => {
	it('of the Taipu between km 10 and 20: what crosses or lies near, with its chainage, and no wide area', () => {
		const hits = ask('reach', ['taipu-river', '10', '20'], 1000);
		expect(hits.get('grand-canal')).toMatchObject({ metres: 0 });
		for (const [id, { km }] of hits) {
			expect(km, id).toBeGreaterThanOrEqual(10);
			expect(km, id).toBeLessThanOrEqual(20);
		}
		expect(hits.has('wujiang') || hits.has('taipu-river')).toBe(false);
	});

	it('takes two places on the line, in either order, and says the same', () => {
		const [one, other] = [ask('reach', ['taipu-river', 'grand-canal', 'fen-lake'], 500), ask('reach', ['taipu-river', 'fen-lake', 'grand-canal'], 500)];
		expect([...one]).toEqual([...other]);
		expect(one.has('fen-lake') && one.has('grand-canal')).toBe(true);
		expect(Math.max(...[...one.values()].map(({ km }) => km!))).toBeLessThanOrEqual(35.74);
	});

	it('has no answer for an end beyond the line, for one that is not on it, and for km of a line in several parts', () => {
		expect([ask('reach', ['taipu-river', '10', '99']), ask('reach', ['taipu-river', '10', 'xicen']), ask('reach', ['grand-canal', '1', '2']), ask('reach', ['dianshan-lake', '1', '2'])].map(({ size }) => size)).toEqual([0, 0, 0, 0]);
	});
});

describe('left and right bank', () => {
	it('of the Taipu, which flows east: the north is left, the south right, and the line itself neither', () => {
		const ground = groundFrom(atlas, shapes, [subjectAt('project:north', [point(120.95, 31.025)], 10), subjectAt('project:south', [point(120.95, 31.016)], 10), subjectAt('project:on', [point(120.95296, 31.02045)], 10), subjectAt('project:vague', [point(120.95, 31.025)], 3000, true)]);
		const [left, right] = [ask('bank', ['taipu-river', 'left'], 1000, ground), ask('bank', ['taipu-river', 'right'], 1000, ground)];
		expect(left.get('project:north')).toMatchObject({ side: 'left', isHinging: false });
		expect(right.get('project:south')).toMatchObject({ side: 'right' });
		for (const hits of [left, right]) for (const id of ['project:on', 'project:vague', 'grand-canal', 'fen-lake', 'wujiang']) expect(hits.has(id), id).toBe(false);
		expect([...left.keys()].filter((id) => right.has(id))).toEqual([]);
	});

	it('has no answer where no source tells which way the water flows, nor for a railway', () => {
		expect([ask('bank', ['grand-canal', 'left']), ask('bank', ['hongqi-canal', 'left']), ask('bank', ['husuhu-hsr', 'left'])].map(({ size }) => size)).toEqual([0, 0, 0]);
	});

	it('of the schematic Jishui Channel leaves out what lies within the kilometre that it may be off', () => {
		for (const side of ['left', 'right']) for (const [id, { metres }] of ask('bank', ['jishui-channel', side], 3000)) expect(metres, id).toBeGreaterThan(1000);
	});
});

/** A river from a spring lake along random points that go east, and points around it. */
const steps = fc.array(fc.tuple(fc.integer({ min: 8, max: 40 }), fc.integer({ min: -30, max: 30 })), { minLength: 2, maxLength: 10 });
const spots = fc.array(fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: -60, max: 60 })), { minLength: 1, maxLength: 8 });
function randomGround(parts: [number, number][], around: [number, number][]) {
	const points = parts.reduce<[number, number][]>((all, [dx, y]) => [...all, [all.at(-1)![0] + dx / 1000, 31 + y / 1000]], [[121, 31]]);
	const shape = (id: string, kind: 'lake' | 'river', geometry: Geometry): Shape => ({ id, place: id, kind, geometry, accuracy: 'derived', accuracyM: 20, rank: 1, context: false, at: [121, 31] });
	const places = [{ id: 'spring', kind: 'lake', flows_to: ['main'] }, { id: 'main', kind: 'river' }] as Place[];
	const drawn = { ...shapes, district: [], town: [], rail: [], road: [], waterway: [], station: [], site: [], water: [shape('spring', 'lake', { type: 'Polygon', coordinates: [[[120.98, 30.99], [121, 30.99], [121, 31.01], [120.98, 31.01], [120.98, 30.99]]] })], river: [shape('main', 'river', { type: 'LineString', coordinates: points })] } as Shapes;
	const at = around.map(([along, aside]): Position => [121 + (points.at(-1)![0] - 121) * (along / 1000), 31 + aside / 1000]);
	return { run: toRun(points), at, ground: groundFrom(createAtlas({ ...dataset, places, links: [], projects: [] }, {}), drawn, at.map(([lon, lat], i) => subjectAt(`project:p${i}`, [point(lon!, lat!)], 5))) };
}
/** The line walked every ten metres. */
const walk = (run: ReturnType<typeof toRun>): { km: number; xy: [number, number] }[] => Array.from({ length: Math.ceil(run.lengthKm * 100) + 1 }, (_, i) => Math.min(run.lengthKm, i / 100)).map((km) => ({ km, xy: toMetres(positionAt(run, km)) }));

describe('random rivers against a walk along them', () => {
	it('finds the same between two chainages', () => {
		fc.assert(fc.property(steps, spots, fc.integer({ min: 0, max: 90 }), fc.integer({ min: 5, max: 60 }), (parts, around, start, share) => {
			const { run, at, ground } = randomGround(parts, around);
			const [from, to] = [(run.lengthKm * start) / 100, Math.min(run.lengthKm, (run.lengthKm * (start + share)) / 100)].map((km) => Number(km.toFixed(3))) as [number, number];
			const hits = ask('reach', ['main', String(from), String(to)], 1500, ground);
			const steps = walk(run).filter(({ km }) => km >= from && km <= to);
			at.forEach((position, i) => {
				const [x, y] = toMetres(position);
				const near = Math.min(...steps.map(({ xy }) => Math.hypot(xy[0] - x, xy[1] - y)));
				const hit = hits.get(`project:p${i}`);
				if (Math.abs(near - 1500) > 15) expect(hit !== undefined).toBe(near < 1500);
				if (hit) expect(Math.abs(hit.metres! - near)).toBeLessThan(15);
			});
		}), { seed: 6, numRuns: 60 });
	});

	it('puts each on the side that the nearest step has it', () => {
		fc.assert(fc.property(steps, spots, (parts, around) => {
			const { run, at, ground } = randomGround(parts, around);
			const [left, right] = [ask('bank', ['main', 'left'], 3000, ground), ask('bank', ['main', 'right'], 3000, ground)];
			at.forEach((position, i) => {
				const id = `project:p${i}`;
				expect(left.has(id) && right.has(id)).toBe(false);
				const side = left.has(id) ? 'left' : right.has(id) ? 'right' : null;
				const steps = walk(run).map(({ km, xy }) => ({ km, metres: Math.hypot(xy[0] - toMetres(position)[0], xy[1] - toMetres(position)[1]) }));
				const near = steps.reduce((best, step) => (step.metres < best.metres ? step : best));
				if (near.metres > 40 && near.metres < 2900 && near.km > 0.05 && near.km < run.lengthKm - 0.05) expect(side, `${near.metres} m from km ${near.km}`).not.toBeNull();
				if (side === null) return;
				/** The river goes east all the way: what is north of it at its own longitude lies left. */
				const on = walk(run).reduce((best, step) => (Math.abs(step.xy[0] - toMetres(position)[0]) < Math.abs(best.xy[0] - toMetres(position)[0]) ? step : best));
				const north = toMetres(position)[1] - on.xy[1];
				if (Math.abs(north) > 30) expect(side).toBe(north > 0 ? 'left' : 'right');
			});
		}), { seed: 6, numRuns: 60 });
	});
});
