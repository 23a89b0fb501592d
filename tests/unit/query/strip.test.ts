import { describe, expect, it } from 'vitest';
import { layStrip, size } from '#lib/charts/strip-layout.ts';
import type { Flag } from '#lib/charts/strip-layout.ts';
import { nearestOn } from '#lib/geo/chainage.ts';
import { translator } from '#lib/i18n/index.ts';
import { createAtlas } from '#lib/query/atlas.ts';
import { placeCard } from '#lib/query/place-card.ts';
import { networkOf } from '#lib/query/network/flows.ts';
import { waterLinesOf } from '#lib/query/network/water-lines.ts';
import { stripOf } from '#lib/query/strip.ts';
import { stripPlaces } from '#lib/query/strip-ground.ts';
import { crossingMatrix } from '#lib/query/strip-matrix.ts';
import { sideOf, stripPage } from '#lib/query/strip-page.ts';
import { sheetToCsv, stripSheet } from '#lib/query/strip-sheet.ts';
import { hasStripOf } from '#lib/query/strip-url.ts';
import { publish } from '#lib/server/publish.ts';
import { readRoot } from '#lib/server/roots.ts';

const { dataset, relations, shapes } = publish([readRoot('geodata')]);
const atlas = createAtlas(dataset, relations);
const lines = waterLinesOf(atlas, shapes);
const { ground } = lines;
const places = stripPlaces(atlas, ground);
const strips = places.map((place) => ({ place, strip: stripOf(atlas, ground, place, lines.directed)! }));
const open = (id: string) => strips.find(({ place }) => place.id === id)!.strip;
const namesOf = (id: string, row: string) => open(id).parts.flatMap(({ items }) => items.filter((item) => item.row === row).map(({ ref }) => ref.slice(ref.indexOf(':') + 1)));

describe('the strip of every line of the data', () => {
	it.each(strips.map(({ place, strip }) => [place.id, strip] as const))('%s: within its length, bands without a gap, crossings on both lines', (_, { parts }) => {
		for (const part of parts) {
			for (const { km, toKm } of part.items) {
				expect(km).toBeGreaterThanOrEqual(0);
				expect(toKm ?? km).toBeLessThanOrEqual(part.lengthKm + 0.02);
				if (toKm !== undefined) expect(toKm).toBeGreaterThanOrEqual(km);
			}
			for (const bands of [part.districts, part.towns]) {
				expect([bands[0]!.from, bands.at(-1)!.to]).toEqual([0, part.lengthKm]);
				bands.slice(1).forEach(({ from }, i) => expect(from).toBe(bands[i]!.to));
				bands.slice(1).forEach(({ id }, i) => expect(id).not.toBe(bands[i]!.id));
			}
			for (const item of part.items.filter(({ row, how }) => row === 'crossing' && how === 'crosses')) {
				const [own, other] = [part.place, item.ref.slice('place:'.length)].map((id) => Math.min(...ground.lines.get(id)!.map(({ run }) => nearestOn(run, item.at).metres)));
				expect(Math.max(own!, other!)).toBeLessThan(2);
			}
		}
	});

	it('is as long as the line was measured', () => {
		for (const { place, strip } of strips) if (place.measured?.lengthKm !== undefined) expect(Math.max(0, ...[strip.parts.reduce((sum, part) => sum + (part.isSchematic === (place.accuracy?.class === 'schematic') ? part.lengthKm : 0), 0)])).toBeCloseTo(place.measured.lengthKm, 1);
	});

	it('is offered by the panel of exactly these places', () => {
		const offered = dataset.places.filter(({ id }) => hasStripOf(placeCard(atlas, 'zh', id)!)).map(({ id }) => id);
		expect(offered).toEqual(places.map(({ id }) => id));
	});

	it('draws no name over another and none beyond the edge', () => {
		const spanOf = ({ x, width, flies }: Flag): [number, number] => (flies === 'left' ? [x - 5 - width, x - 5] : [x + 5, x + 5 + width]);
		for (const lang of ['zh', 'en'] as const) for (const { place, strip } of strips) for (const { flags, projects, measures } of layStrip(stripPage(atlas, { lang, t: translator(lang) }, place, strip).parts).parts) for (const row of [flags, projects, measures]) for (const [i, flag] of row.entries()) {
			const [from, to] = spanOf(flag);
			expect(from, `${place.id} ${flag.item.name} over the word for its lane`).toBeGreaterThanOrEqual(row === flags ? 0 : 51);
			expect(to, `${place.id} ${flag.item.name}`).toBeLessThanOrEqual(size.width);
			for (const other of row.filter((one, j) => j !== i && one.row === flag.row)) expect(from < spanOf(other)[1] && spanOf(other)[0] < to, `${place.id}: ${flag.item.name} over ${other.item.name}`).toBe(false);
			for (const pole of row.filter((one) => one.row > flag.row)) expect(pole.x > from && pole.x < to, `${place.id}: the pole of ${pole.item.name} through ${flag.item.name}`).toBe(false);
		}
	});
});

describe('the Taipu River', () => {
	const [part] = open('taipu-river').parts;
	it('runs from Wujiang past Jiashan to Qingpu', () => expect(part!.districts.map(({ id }) => id)).toEqual(['wujiang', 'jiashan', 'wujiang', 'jiashan', 'qingpu', 'jiashan', 'qingpu']));
	it('is crossed by G50, the canal, the railway twice, in this order', () =>
		expect(namesOf('taipu-river', 'crossing').filter((id) => ['g50', 'grand-canal', 'husuhu-hsr', 'g1521'].includes(id))).toEqual(['g50', 'grand-canal', 'grand-canal', 'husuhu-hsr', 'g1521', 'husuhu-hsr']));
	it('shares its course with the waterway instead of crossing it forty times', () => expect(part!.items.filter(({ ref }) => ref === 'place:changhushen').map(({ how }) => how)).toEqual(['beside']));
	it('flows through Fen Lake', () => expect(namesOf('taipu-river', 'lake')).toContain('fen-lake'));
	it('says of a schematic railway that its crossing hangs on it', () => expect(part!.items.find(({ ref }) => ref === 'place:tongsujiayong-hsr')).toMatchObject({ isSchematic: true, accuracyM: 3000 }));
	it('places a measure only by a place on the river that its clause names', () => {
		const placed = part!.items.filter(({ row }) => row === 'measure');
		expect(placed.map(({ ref, via }) => [ref, via])).toEqual([['measure:innovations-18-3', 'fen-lake']]);
		for (const { ref, via } of placed) expect(atlas.linksFrom(ref).some(({ to, basis }) => to === `place:${via}` && basis === 'named')).toBe(true);
	});
	it('places no record whose source gives no spot, and says of a clause that names the whole river that it does', () => {
		const unplaced = open('taipu-river').unplaced;
		expect(unplaced.map(({ ref }) => ref)).toEqual(expect.arrayContaining(['project:taipu-follow-up', 'measure:action-plan-5']));
		expect(unplaced.find(({ ref }) => ref === 'measure:action-plan-5')?.why).toBe('named');
	});
	it('flows from its first point, and the reservoir of Jinze lies on the left bank', () => {
		expect(part!.flow).toEqual({ isDownstream: true, toldBy: 'taihu-lake' });
		expect(part!.items.find(({ ref }) => ref === 'project:jinze-reservoir')?.side).toBe('left');
		expect(open('grand-canal').parts[0]!.flow).toBeNull();
		expect(open('grand-canal').parts.flatMap(({ items }) => items.filter(({ side }) => side))).toEqual([]);
	});
	it('says to a spreadsheet what the page says, numbers as numbers', () => {
		const writer = { lang: 'zh' as const, t: translator('zh') };
		const page = stripPage(atlas, writer, atlas.place.get('taipu-river')!, open('taipu-river'), networkOf(atlas, lines));
		const sheet = stripSheet(writer, page);
		const g50 = sheet.rows.find((row) => row.at(-1) === 'place:g50')!;
		const item = part!.items.find(({ ref }) => ref === 'place:g50')!;
		expect(g50.slice(0, 6)).toEqual(['太浦河', item.km, null, '交叉', 'G50', item.otherKm]);
		expect(sheet.rows.every((row) => row.length === sheet.head.length)).toBe(true);
		expect(sheetToCsv(sheet).split('\n').length).toBe(sheet.rows.length + sheet.notes.length + 2);
		expect(page.upstream.map(({ name }) => name)).toEqual(['太湖']);
		expect(page.downstream.map(({ name }) => name)).toEqual(['黄浦江']);
	});
});

describe('corridors', () => {
	it('the railway has its stations in order, and the gap at the edge of the data makes two parts', () => {
		expect(namesOf('husuhu-hsr', 'station')).toEqual(['huzhou-nanxun-station', 'shengze-station', 'suzhou-south-station', 'liantang-station', 'shanghai-songjiang-station', 'shanghai-hongqiao-station']);
		expect(open('husuhu-hsr').parts).toHaveLength(2);
		expect(open('husuhu-hsr').unplaced.find(({ ref }) => ref === 'project:hsh-hsr')?.why).toBe('whole');
	});
	it('a symbolic axis has no strip', () => expect(places.map(({ id }) => id)).not.toContain('digital-axis'));
	it('the table of crossings says of both lines what their strips say', () => {
		const matrix = crossingMatrix(atlas, ground, 'zh', open);
		const cell = matrix.rows.find(({ id }) => id === 'g50')!.cells[matrix.columns.findIndex(({ id }) => id === 'taipu-river')]!;
		expect(cell).toHaveLength(1);
		const back = open('taipu-river').parts[0]!.items.find(({ ref }) => ref === 'place:g50')!;
		expect([cell[0]!.otherKm, cell[0]!.km]).toEqual([back.km, back.otherKm]);
		expect(cell[0]!.mapHref).toContain(`select=place:g50`);
		expect(cell[0]!.at).toEqual(open('g50').parts[0]!.items.find(({ ref }) => ref === 'place:taipu-river')!.at);
		expect(cell[0]!.href).toBe('/zh/strip/g50#crossing-1-place-taipu-river-1');
	});
});

describe('the side of an end', () => {
	it.each([[[121, 31], [120, 31], 'east'], [[120, 31], [121, 31], 'west'], [[121, 31.5], [121, 31], 'north'], [[121, 31], [120, 31.86], 'southeast']] as const)('%s seen from %s is %s', (at, from, side) => expect(sideOf([...at], [...from])).toBe(side));
});
