import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offsetFrom } from '#lib/geo/bank.ts';
import { nearestOn, toRun } from '#lib/geo/chainage.ts';
import { toMetres } from '#lib/geo/planar.ts';

const east = toRun([[121, 31], [121.1, 31]]);

describe('the side of a line', () => {
	it('is left in the north of one that runs east, and right in the south', () => {
		expect(offsetFrom(east, [121.05, 31.01]).side).toBe('left');
		expect(offsetFrom(east, [121.05, 30.99]).side).toBe('right');
		expect(offsetFrom(east, [121.05, 31]).side).toBeNull();
	});

	it('is none before the start and past the end', () => {
		expect(offsetFrom(east, [120.99, 31.001]).side).toBeNull();
		expect(offsetFrom(east, [121.11, 30.999]).side).toBeNull();
	});

	it('is the outer one at a sharp corner, where the last segment alone would say the other', () => {
		const hairpin = toRun([[121, 31], [121.1, 31], [121, 31.005]]);
		expect(offsetFrom(hairpin, [121.11, 31.0005]).side).toBe('right');
		expect(offsetFrom(hairpin, [121.11, 30.999]).side).toBe('right');
		expect(offsetFrom(hairpin, [121.05, 31.001]).side).toBe('left');
	});

	it('is that of the polygon between a line and a far shore, for lines that do not cross themselves', () => {
		const steps = fc.array(fc.tuple(fc.integer({ min: 5, max: 60 }), fc.integer({ min: -60, max: 60 })), { minLength: 2, maxLength: 12 });
		fc.assert(fc.property(steps, fc.integer({ min: 0, max: 1000 }), fc.integer({ min: -80, max: 80 }), (parts, along, aside) => {
			const points = parts.reduce<[number, number][]>((all, [dx, y]) => [...all, [all.at(-1)![0] + dx / 1000, 31 + y / 1000]], [[121, 31]]);
			const run = toRun(points);
			const lon = 121 + (points.at(-1)![0] - 121) * (along / 1000);
			const i = Math.max(1, points.findIndex(([x]) => x >= lon));
			const [[x1, y1], [x2, y2]] = [points[i - 1]!, points[i]!];
			const onLine = y1 + ((y2 - y1) * (lon - x1)) / (x2 - x1);
			const offset = offsetFrom(run, [lon, onLine + aside / 1000]);
			expect(offset.metres).toBeCloseTo(nearestOn(run, [lon, onLine + aside / 1000]).metres, 6);
			if (offset.side !== null && offset.metres > 0.01) expect(offset.side).toBe(aside > 0 ? 'left' : 'right');
			if (offset.side === null && offset.metres > 0.01) expect([0, run.lengthKm].some((end) => Math.abs(offset.km - end) < 1e-9), `${toMetres([lon, onLine])}`).toBe(true);
		}), { seed: 6, numRuns: 500 });
	});
});
