import { describe, expect, it } from 'vitest';
import { cardOf } from '#lib/query/selected-record.ts';
import type { PlaceCard } from '#lib/query/place-card.ts';
import type { MeasureCard } from '#lib/query/record-cards.ts';
import { reachOf } from '#lib/query/reach.ts';
import { openRegion } from '../../fixtures/region.ts';

const { atlas } = openRegion();
const places = (ref: string, basis?: string) => reachOf(atlas, ref).filter((reach) => !basis || reach.basis === basis).map(({ place }) => place);
const reach = (ref: string, place: string) => reachOf(atlas, ref).filter((one) => one.place === place);
const card = (id: string) => cardOf(atlas, 'en', `place:${id}`) as PlaceCard;
const measuresAt = (id: string) => card(id).measures.flatMap(({ lines }) => lines).map(({ id: measure, reason }) => [measure, reason?.basis, reason?.via]);

describe('where a record leads', () => {
	it('a measure that names a lake reaches it by name, its collective through it, its districts by geometry', () => {
		expect(reach('measure:plan-1', 'mirror-lake')).toEqual([{ place: 'mirror-lake', basis: 'named' }]);
		expect(reach('measure:plan-1', 'two-waters')).toEqual([{ place: 'two-waters', basis: 'named', via: 'mirror-lake' }]);
		expect(reach('measure:plan-1', 'west')).toEqual([{ place: 'west', basis: 'spatial', via: 'mirror-lake', metres: 0 }]);
	});

	it('a measure that names a collective shows on each member as "via" it, computed and never stored', () => {
		expect(reach('measure:plan-2', 'long-river')).toEqual([{ place: 'long-river', basis: 'named', via: 'two-waters' }]);
		expect(atlas.dataset.links.filter((link) => link.to === 'place:long-river')).toEqual([]);
		expect(measuresAt('long-river')).toEqual([['plan-2', 'named', 'Two Waters']]);
		expect((cardOf(atlas, 'zh', 'measure:plan-2') as MeasureCard).members.map(({ name, via }) => [name, via])).toEqual([['镜湖', '两水'], ['长河', '两水']]);
	});

	it('a measure that covers the whole zone reaches its districts and towns as area-wide, and is kept apart on their cards', () => {
		expect(new Set(places('measure:plan-3', 'area-wide'))).toEqual(new Set(['delta', 'west', 'east', 'reed-town', 'salt-town']));
		expect(places('measure:plan-3')).not.toContain('mirror-lake');
		expect(card('west').areaWide.map(({ id }) => id)).toEqual(['plan-3']);
		expect(card('west').measures.flatMap(({ lines }) => lines).map(({ id }) => id)).not.toContain('plan-3');
	});

	it('a project with a line of its own reaches by geometry what the line crosses, and nearby places with their metres', () => {
		expect(reach('project:line-works', 'fast-line')[0]).toEqual({ place: 'fast-line', basis: 'spatial', metres: 0 });
		expect(reach('project:line-works', 'mirror-lake')).toEqual([{ place: 'mirror-lake', basis: 'spatial', metres: 1109 }]);
		expect(reach('project:line-works', 'west').map(({ basis }) => basis)).toEqual(['named', 'spatial']);
	});

	it('a project without geometry reaches no place by distance', () => {
		expect(reachOf(atlas, 'project:lake-clean').filter(({ metres }) => (metres ?? 0) > 0)).toEqual([]);
		expect(places('project:lake-clean')).not.toContain('fast-line');
	});

	it('a symbolic extent and a place beside it are never reached by geometry', () => {
		for (const ref of ['measure:plan-1', 'project:line-works', 'project:lake-clean']) expect(places(ref)).not.toContain('dream-park');
		expect(card('dream-park').projectCount).toBe(0);
	});

	it('a reading stays a reading', () => {
		const { atlas: inferred } = openRegion({ 'catalogue/links.csv': (text) => text.replace('measure:plan-1,place:mirror-lake,named,,', 'measure:plan-1,place:mirror-lake,inferred,,tests') });
		expect(reachOf(inferred, 'measure:plan-1').find(({ place }) => place === 'two-waters')).toEqual({ place: 'two-waters', basis: 'inferred', via: 'mirror-lake' });
	});

	it('a measure that names West District is not listed in East District next door', () => {
		const { atlas: named } = openRegion({ 'catalogue/links.csv': (text) => text.replace('measure:plan-1,place:mirror-lake,named', 'measure:plan-1,place:west,named') });
		expect(reachOf(named, 'measure:plan-1').map(({ place }) => place)).not.toContain('east');
	});

	it('a measure that names a district does not claim each of its towns by geometry', () => {
		const moved = { 'places/areas.geojson': (text: string) => text.replace('[[121.02,31.02],[121.05,31.02],[121.05,31.05],[121.02,31.05],[121.02,31.02]]', '[[120.99,31.02],[121.05,31.02],[121.05,31.05],[120.99,31.05],[120.99,31.02]]') };
		const { atlas: named } = openRegion({ ...moved, 'catalogue/links.csv': (text) => text.replace('measure:plan-1,place:mirror-lake,named', 'measure:plan-1,place:west,named') });
		expect(named.relations.west?.find(([id]) => id === 'reed-town')?.[2]).toBe('crosses');
		expect(reachOf(named, 'measure:plan-1').map(({ place }) => place)).not.toContain('reed-town');
	});

	it('the strongest reason comes first for each place', () => {
		const order = ['named', 'spatial', 'area-wide', 'inferred'];
		for (const ref of ['measure:plan-1', 'measure:plan-2', 'project:line-works', 'indicator:lake-class']) {
			const found = reachOf(atlas, ref).map(({ basis }) => order.indexOf(basis));
			expect(found).toEqual(found.toSorted((a, b) => a - b));
		}
	});

	it('a card is made from what reaches the place itself, not from what is merely near', () => {
		expect(card('mirror-lake').projects.flatMap(({ lines }) => lines).map(({ id }) => id)).toEqual(['lake-clean']);
		expect(card('fast-line').projects.flatMap(({ lines }) => lines).map(({ id }) => id)).toEqual(['line-works']);
	});
});
