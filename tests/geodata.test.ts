/** The real files: sound, complete, and near what has been published. Prints the deviation of every measured area and length. */
import { readdirSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { describeProblem } from '#lib/domain/problem.ts';
import type { Briefing } from '#lib/domain/briefing.ts';
import { parseWords, plainText, refsIn } from '#lib/domain/rich-text.ts';
import { decidesSpace, isMeasured } from '#lib/domain/vocabulary.ts';
import { findCrossedRings } from '#lib/geo/validity.ts';
import { translator } from '#lib/i18n/index.ts';
import { layerIds } from '#lib/map/layer-ids.ts';
import { cardOf } from '#lib/query/selected-record.ts';
import type { PlaceCard } from '#lib/query/place-card.ts';
import { checkBriefings } from '#lib/query/check-briefings.ts';
import { buildIndex } from '#lib/query/query-index.ts';
import { isOutside } from '#lib/query/outside.ts';
import { reachOf } from '#lib/query/reach.ts';
import { slideContent } from '#lib/query/slide.ts';
import { listBriefings, readBriefingFile } from '#lib/server/briefings.ts';
import { isBriefingFile, readRoot } from '#lib/server/roots.ts';
import { examples } from '#lib/query/ask/examples.ts';
import { select, spaceLeavesOf } from '#lib/query/select.ts';
import { open } from './fixtures/region.ts';
import { withSpace } from './fixtures/space.ts';

const { publication, atlas } = open(readRoot('geodata'));
const { dataset, relations, places: features } = publication;
const countBy = <T>(items: readonly T[], key: (item: T) => string): Record<string, number> => {
	const counts: Record<string, number> = {};
	for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
	return counts;
};
const measuresOf = (document: string) => dataset.measures.filter((measure) => measure.document === document);
const named = (place: string) => dataset.links.filter(({ from, to, basis }) => from.startsWith('measure:') && to === `place:${place}` && basis === 'named').map(({ from }) => from.slice(8)).toSorted();

describe('the data check', () => {
	it('finds no problem, no warning and no crossed ring', () => expect([...publication.problems, ...findCrossedRings(features)].map(describeProblem)).toEqual([]));
});

describe('the documents', () => {
	it('give 22 policy measures in 22 clauses', () => {
		expect(measuresOf('measures-22').map(({ order, kind }) => [order, kind])).toEqual(Array.from({ length: 22 }, (_, i) => [i + 1, 'policy']));
		expect(new Set(measuresOf('measures-22').map(({ clause }) => clause)).size).toBe(22);
	});

	it('give 18 institutional innovations in six sections of 2, 2, 1, 5, 6 and 2', () => {
		expect(measuresOf('innovations-18').map(({ order, kind }) => [order, kind])).toEqual(Array.from({ length: 18 }, (_, i) => [i + 1, 'innovation']));
		expect(Object.values(countBy(measuresOf('innovations-18'), ({ section }) => section))).toEqual([2, 2, 1, 5, 6, 2]);
	});

	it('give 51 actions in twelve sections, in the order printed', () => {
		expect(measuresOf('action-plan').map(({ order, kind }) => [order, kind])).toEqual(Array.from({ length: 51 }, (_, i) => [i + 1, 'action']));
		expect(countBy(measuresOf('action-plan'), ({ section }) => section.replace('action-plan#', ''))).toEqual({
			'(一)': 3, '(二)': 4, '(三)': 5, '(四)': 6, '(五)': 4, '(六)': 4, '(七)': 5, '(八)': 4, '(九)': 4, '(十)': 4, '(十一)': 5, '(十二)': 3
		});
	});

	it('have clauses whose parents come before them, each with a summary or a heading of its own', () => {
		const order = new Map(dataset.clauses.map(({ id, order }) => [id, order]));
		for (const { id, parent, order: at } of dataset.clauses) if (parent) expect(order.get(parent)!, id).toBeLessThan(at!);
		expect(dataset.clauses.filter(({ headingZh, summaryZh }) => headingZh === '' && summaryZh === '').map(({ id }) => id)).toEqual([]);
	});
});

describe('the links', () => {
	it('lead from every measure to at least one place, so that none is lost to the map', () => {
		const reached = dataset.measures.filter(({ id }) => !dataset.links.some(({ from, to }) => from === `measure:${id}` && to.startsWith('place:')));
		expect(reached.map(({ id }) => id)).toEqual([]);
	});

	it('name the Taipu River in items 5, 23 and 31 of the action plan and in item 3 of the 18, and nowhere else', () => expect(named('taipu-river')).toEqual(['action-plan-23', 'action-plan-31', 'action-plan-5', 'innovations-18-3']));

	it('name Fen Lake in item 3 of the 18 alone', () => expect(named('fen-lake')).toEqual(['innovations-18-3']));

	it('let item 3 of the 18 reach the four waters', () => {
		for (const water of ['taipu-river', 'dianshan-lake', 'yuandang-lake', 'fen-lake']) expect(reachOf(atlas, 'measure:innovations-18-3').find(({ place }) => place === water), water).toEqual({ place: water, basis: 'named' });
	});

	it('show five measures on the card of the Taipu River or more, and on Fen Lake only what names it or its collective', () => {
		const lines = (id: string) => (cardOf(atlas, 'zh', `place:${id}`) as PlaceCard).measures.flatMap(({ lines }) => lines).filter(({ reason }) => reason?.basis === 'named').map(({ id: measure }) => measure).toSorted();
		expect(lines('taipu-river')).toEqual(['action-plan-23', 'action-plan-31', 'action-plan-5', 'innovations-18-3']);
		expect(lines('fen-lake')).toEqual(['innovations-18-3']);
	});

	it('are stored as named, area-wide or inferred, never as spatial; an inferred one says whose reading it is', () => {
		expect(Object.keys(countBy(dataset.links, ({ basis }) => basis)).toSorted()).toEqual(['area-wide', 'inferred', 'named']);
		expect(dataset.links.filter(({ basis, inferredBy }) => (basis === 'inferred') !== (inferredBy !== '')).map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
	});

	it('between projects and clauses are readings, since no source states them', () => {
		expect(dataset.links.filter(({ from, to, basis }) => from.startsWith('project:') && to.startsWith('measure:') && basis !== 'inferred')).toEqual([]);
	});

	it('tie every project to its corridor and its districts', () => {
		const lost = dataset.projects.flatMap(({ id, corridor, districts }) => [corridor, ...districts].filter((place) => place !== '' && !reachOf(atlas, `project:${id}`).some((reach) => reach.place === place)).map((place) => `${id} → ${place}`));
		expect(lost).toEqual([]);
	});
});

describe('the catalogue', () => {
	it('holds the 98 projects of the research before those that plans name, 104 indicators or more, 63 milestones and 20 conflicts', () => {
		const { projects, milestones, conflicts, indicators } = dataset;
		expect([projects.findIndex(({ id }) => id === 'suzhou-univ') + 1, milestones.length, conflicts.length]).toEqual([98, 63, 20]);
		expect(new Set(projects.slice(0, 98).filter(({ id }) => isOutside(atlas, id)))).toEqual(new Set());
		expect(indicators.length).toBeGreaterThanOrEqual(104);
	});

	it.each<[string, string, string]>([
		['615 institutions in the voucher scheme', 'i18-voucher-institutions', '615'], ['over 25,000 services', 'i18-voucher-services', '25000'], ['104 firms with vouchers', 'tech-voucher-firms', '104'], ['about 30 million yuan of vouchers', 'i18-voucher-amount', '3000'],
		['nearly 30 million yuan in red packets', 'i18-red-packets', '3000'], ['13 financial branches', 'finance-branches', '13'], ['2.15 million residents with one card', 'one-card', '215'], ['1,173 services of Qingpu', 'cross-services-qingpu', '1173'],
		['1,398 services of Wujiang', 'cross-services-wujiang', '1398'], ['1,306 services of Jiashan', 'cross-services-jiashan', '1306'], ['18 innovations', 'innovations-h1-2021', '18'], ['three common standards', 'i18-eco-standards', '3']
	])('holds the %s of the press conference as an observation with that source', (_, indicator, figure) => {
		const found = dataset.observations.filter((observation) => observation.indicator === indicator && observation.sources.includes('seed-002'));
		expect(found.some(({ valueMin, valueMax }) => [valueMin, valueMax].includes(Number(figure))), found.map(({ valueText }) => valueText).join()).toBe(true);
	});

	it('holds the 35 innovations that the press conference expected, as an expectation and not as a result', () => {
		const expected = [...dataset.quantities, ...dataset.targets].filter(({ valueMin, sources }) => valueMin === 35 && sources.includes('seed-002'));
		expect(expected.map(({ comparator }) => comparator)).toEqual(['about']);
		expect(dataset.observations.filter(({ valueMin, sources }) => valueMin === 35 && sources.includes('seed-002'))).toEqual([]);
	});

	it('gives every row that states a fact its source', () => {
		for (const name of ['documents', 'clauses', 'measures', 'projects', 'statuses', 'quantities', 'indicators', 'targets', 'observations', 'milestones', 'conflicts', 'links'] as const) {
			expect((dataset[name] as { sources: string[] }[]).filter(({ sources }) => sources.length === 0), name).toEqual([]);
		}
	});

	it('links no mirror, aggregator, social or seed source', () => expect(dataset.sources.filter(({ quality, url }) => url !== '' && ['mirror', 'aggregator', 'social', 'seed'].includes(quality)).map(({ id }) => id)).toEqual([]));

	it('says one total for a sum at most for each project and quantity', () => {
		const totals = countBy(dataset.quantities.filter(({ use }) => use === 'total'), ({ record, what }) => `${record} ${what}`);
		expect(Object.entries(totals).filter(([, count]) => count > 1)).toEqual([]);
	});
});

describe('the places', () => {
	it('stand in ten files, and those outside the area that only plans name in files of their own', () => {
		const files = readdirSync('geodata/places').toSorted();
		expect(files.filter((file) => !file.startsWith('context-'))).toEqual(['collectives', 'districts', 'rail', 'rivers', 'roads', 'sites', 'stations', 'towns', 'waters', 'waterways'].map((name) => `${name}.geojson`));
		const far = features.filter(({ file }) => file.includes('/context-'));
		expect(far.length).toBeGreaterThan(0);
		expect(far.filter(({ properties, geometry }) => properties.context !== true || properties.rank !== 4 || (geometry !== null && geometry.type !== 'Point')).map(({ id }) => id)).toEqual([]);
	});

	it('have source, licence, date and, where drawn, an accuracy of class and metres', () => {
		const poor = features.filter(({ properties: { source, licence, date, accuracy }, geometry }) => !source || !licence || !date || (geometry !== null && !(((accuracy as { m?: number } | null)?.m ?? 0) > 0)));
		expect(poor.map(({ id }) => id)).toEqual([]);
	});

	it('that nobody could locate say what is missing', () => {
		const drawn = new Set(features.filter(({ geometry }) => geometry !== null).map(({ id, of }) => of ?? id));
		const silent = dataset.places.filter((place) => !drawn.has(place.id) && !['collective', 'pattern', 'province', 'corridor', 'lake-group'].includes(place.kind) && !place.note_zh);
		expect(silent.map(({ id }) => id)).toEqual([]);
	});

	it('with a symbolic extent alone answer no spatial question', () => {
		const symbolic = dataset.places.filter(({ id }) => {
			const classes = features.filter((feature) => (feature.of ?? feature.id) === id && feature.geometry !== null).map(({ properties }) => (properties.accuracy as { class: 'symbolic' }).class);
			return classes.length > 0 && !classes.some(decidesSpace);
		});
		expect(symbolic.map(({ id }) => id)).toEqual(expect.arrayContaining(['water-parlour', 'digital-axis']));
		for (const { id } of symbolic) {
			expect(relations[id], id).toBeUndefined();
			expect(Object.values(relations).some((list) => list.some(([other]) => other === id)), id).toBe(false);
		}
	});

	it('do not flow in a circle', () => {
		const next = new Map(dataset.places.map(({ id, flows_to }) => [id, flows_to ?? []]));
		const circles = [...next.keys()].filter((start) => {
			const seen = new Set<string>();
			const visit = (id: string): boolean => (next.get(id) ?? []).some((to) => to === start || (!seen.has(to) && (seen.add(to), visit(to))));
			return visit(start);
		});
		expect(circles).toEqual([]);
	});
});

describe('areas and lengths', () => {
	/** Published figure, and how far ours may be off: districts 1 %, since their rings are generalised; lakes and towns 5 %, since shores and years differ. */
	const published: [place: string, what: 'areaKm2' | 'lengthKm', value: number, tolerance: number][] = [
		['demonstration-area', 'areaKm2', 2413, 0.01], ['qingpu', 'areaKm2', 668, 0.01], ['wujiang', 'areaKm2', 1237, 0.01], ['jiashan', 'areaKm2', 507, 0.01], ['jinze', 'areaKm2', 108, 0.02],
		['dianshan-lake', 'areaKm2', 62, 0.03], ['yuandang-lake', 'areaKm2', 12.9, 0.05], ['jinze-reservoir', 'areaKm2', 1.92, 0.05]
	];

	it.each(published)('of %s (%s) lies near the published %d, tolerance %d', (id, what, value, tolerance) => {
		const place = atlas.place.get(id)!;
		const ours = place.measured![what]!;
		const deviation = ours / value - 1;
		console.log(`${place.names.zh} ${id}: ours ${ours}, published ${value}, deviation ${(deviation * 100).toFixed(2)} % (tolerance ${tolerance * 100} %), ${place.accuracy!.class} ±${place.accuracy!.m} m`);
		expect(isMeasured(place.accuracy!.class)).toBe(true);
		expect(Math.abs(deviation)).toBeLessThanOrEqual(tolerance);
	});

	it('of the three districts add up to the demonstration area', () => {
		const area = (id: string) => atlas.place.get(id)!.measured!.areaKm2!;
		expect(Math.abs((area('qingpu') + area('wujiang') + area('jiashan')) / area('demonstration-area') - 1)).toBeLessThan(0.001);
	});

	it('of the eleven towns of Qingpu add up to Qingpu', () => {
		const towns = dataset.places.filter(({ kind, parent }) => kind === 'town' && parent === 'qingpu').map(({ measured }) => measured!.areaKm2!);
		expect(towns).toHaveLength(11);
		expect(Math.abs(towns.reduce((a, b) => a + b, 0) / atlas.place.get('qingpu')!.measured!.areaKm2! - 1)).toBeLessThan(0.01);
	});

	it('of the Taipu River are over 50 km, as its one source says', () => {
		const { measured, accuracy } = atlas.place.get('taipu-river')!;
		console.log(`太浦河 taipu-river: ours ${measured!.lengthKm} km, of which schematic ${measured!.schematicKm ?? 0} km; ${accuracy!.class} ±${accuracy!.m} m; no exact length is published`);
		expect(measured!.lengthKm).toBeGreaterThan(50);
	});
});

describe('the briefings that ship', () => {
	const root = new Map([...readRoot('geodata')].filter(([file]) => isBriefingFile(file)));
	const isLayer = (id: string) => layerIds.includes(id);
	const index = buildIndex(atlas);

	it('are three in two languages, decode slide by slide, speak of nothing that is gone and say what the data say', () => {
		expect([...root.keys()].toSorted()).toEqual(['cross-border-links', 'one-river-three-lakes', 'water-village-parlour'].flatMap((slug) => [`briefings/${slug}-en.md`, `briefings/${slug}.md`]));
		expect(checkBriefings({ atlas, index }, root, isLayer).map(describeProblem)).toEqual([]);
	});

	it.each(['cross-border-links', 'one-river-three-lakes', 'water-village-parlour'])('%s says the same in English: same slides, views, figures and records', (slug) => {
		const [zh, en] = [slug, `${slug}-en`].map((name) => readBriefingFile(name, [root])!.briefing!) as [Briefing, Briefing];
		expect([zh.lang, en.lang]).toEqual(['zh', 'en']);
		const bones = ({ slides }: Briefing) => slides.map(({ id, kind, show, view, about, figures, seen, words }) => ({ id, kind, show, view, about, figures, seen: Object.keys(seen), refs: [...new Set(refsIn(parseWords(words)))].toSorted() }));
		expect(bones(en)).toEqual(bones(zh));
		expect(en.slides.flatMap(({ title, words, notes }) => [title, words, notes]).join('\n').replace(/[\w#-]+#[^)]*\)|·[^\]]*\]/g, '')).not.toMatch(/\p{Script=Han}/u);
	});

	it.each(listBriefings([root]).map(({ slug }) => slug))('%s is short enough for a wall, and cites every figure', (slug) => {
		const { slides, lang } = readBriefingFile(slug, [root])!.briefing!;
		/** A Latin letter is half as wide. */
		const most = lang === 'zh' ? { title: 16, line: 28 } : { title: 34, line: 56 };
		expect(slides.length).toBeGreaterThanOrEqual(8);
		expect(slides.length).toBeLessThanOrEqual(12);
		for (const slide of slides) {
			const { words, figures, footnotes, table, chart } = slideContent({ atlas, index }, { lang, t: translator(lang) }, slide, isLayer);
			const lines = words.map((block) => plainText([block]));
			const where = `${slug} ${slide.id}`;
			expect(slide.title.length, where).toBeLessThanOrEqual(most.title);
			expect(lines.length, where).toBeLessThanOrEqual(4);
			expect(lines.filter((line) => line.length > most.line), where).toEqual([]);
			expect(slide.notes.length, where).toBeGreaterThan(0);
			expect(words.filter((block) => /\d/.test(plainText([block])) && refsIn([block]).length === 0).map((block) => plainText([block])), where).toEqual([]);
			if (slide.kind === 'content') expect(figures.length + (table?.rows.length ?? 0) + (chart ? 1 : 0) + refsIn(words).length, where).toBeGreaterThan(0);
			if (slide.kind === 'content' && slide.show !== 'map') expect(footnotes.length, where).toBeGreaterThan(0);
		}
	});
});

describe('the published files', () => {
	it('stay under the size of today and a third more', () => {
		const texts = [...publication.files.values()];
		const raw = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
		const brotli = texts.reduce((sum, text) => sum + brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length, 0);
		console.log(`published: ${(raw / 1e6).toFixed(2)} MB, ${(brotli / 1e3).toFixed(0)} KB brotli (quality 4)`);
		expect(raw).toBeLessThan(3_100_000);
		expect(brotli).toBeLessThan(630_000);
	});
});

describe('the example questions', () => {
	const { index } = withSpace({ publication, atlas, index: buildIndex(atlas) });
	it.each(examples.map(({ key, filter }) => [key, filter] as const))('%s has an answer, and names no place without one', (_, filter) => {
		expect(select(index, filter).counts.project).toBeGreaterThan(0);
		expect(spaceLeavesOf(filter).map((leaf) => index.space!.refusal(leaf, 'zh'))).not.toContainEqual(expect.any(String));
		expect(spaceLeavesOf(filter).length).toBeGreaterThan(0);
	});
	it('hold the one of the issue, whose answer is the railway that crosses G50 and hinges on a schematic line', () => {
		const taipu = examples.find(({ key }) => key === 'ask.example.taipu')!;
		expect(Array.from(select(index, taipu.filter).items, (i) => index.items[i]!.ref).filter((ref) => ref.startsWith('project:'))).toEqual(['project:tsjy-hsr']);
	});
});
