import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { relate } from '#lib/geo/relation.ts';
import { openRegion } from '../../fixtures/region.ts';

const { relations } = openRegion().publication;
const between = (a: string, b: string) => relations[a]?.find(([id]) => id === b)?.slice(1);

describe('how places lie to each other', () => {
	it('tells inside from holds, both ways', () => {
		expect(between('reed-town', 'west')).toEqual([0, 'inside']);
		expect(between('west', 'reed-town')).toEqual([0, 'holds']);
	});

	it('says that a lake on the border crosses both districts, and that the districts merely meet', () => {
		expect([between('mirror-lake', 'west'), between('mirror-lake', 'east')]).toEqual([[0, 'crosses'], [0, 'crosses']]);
		expect(between('west', 'east')).toEqual([0, 'meets']);
	});

	it('says that a straight line of two positions crosses the districts under it', () => {
		expect([between('fast-line', 'west'), between('fast-line', 'east')]).toEqual([[0, 'crosses'], [0, 'crosses']]);
	});

	it('gives metres to what is near, and nothing beyond ten kilometres', () => {
		expect(between('fast-line', 'mirror-lake')).toEqual([1109, 'near']);
		expect(between('far-lake', 'salt-town')).toBeUndefined();
	});

	it('leaves out what is symbolic, not located, or drawn for orientation only', () => {
		for (const id of ['dream-park', 'lost-pond', 'two-waters', 'outside']) {
			expect(relations[id], id).toBeUndefined();
			expect(Object.values(relations).flat().filter(([other]) => other === id), id).toEqual([]);
		}
	});

	it('takes a river by its line and its water together', () => expect(between('long-river', 'fast-line')).toEqual([2106, 'near']));

	it('lists the nearest first', () => {
		for (const list of Object.values(relations)) expect(list.map(([, metres]) => metres)).toEqual(list.map(([, metres]) => metres).toSorted((a, b) => a - b));
	});

	it('calls shores drawn a little apart meeting, as far as the accuracies allow and never beyond 150 m', () => {
		const point = (lat: number): Geometry => ({ type: 'Point', coordinates: [121, lat] });
		const how = (metres: number, accuracyM: number) => relate([{ id: 'a', geometries: [point(31)], accuracyM }, { id: 'b', geometries: [point(31 + metres / 111_195)], accuracyM }]).a?.[0]?.[2];
		expect([how(90, 50), how(110, 50), how(140, 5000), how(160, 5000)]).toEqual(['meets', 'near', 'meets', 'near']);
	});
});
