import { describe, expect, it } from 'vitest';
import { createPlaceFinder } from '#lib/map/whereabouts.ts';
import { lightUp } from '#lib/map/light-up.ts';
import type { Shapes } from '#lib/domain/shape.ts';
import { shapeLayers } from '#lib/domain/shape.ts';
import { createAtlas } from '#lib/query/atlas.ts';
import { clausePlaces, clausesBeneath, clauseUnits } from '#lib/query/clause-records.ts';
import { clausesAbout, documentPage } from '#lib/query/document-page.ts';
import { clausesHref, decodeAbout, decodeLibrary, libraryHref, wholeLibrary } from '#lib/query/library-url.ts';
import { documentFacts, libraryPage } from '#lib/query/library.ts';
import { buildIndex } from '#lib/query/query-index.ts';
import { select } from '#lib/query/select.ts';
import { publish } from '#lib/server/publish.ts';
import { readRoots } from '#lib/server/roots.ts';
import { addLine, openRegion, swap } from '../../fixtures/region.ts';

const region = openRegion({
	'catalogue/documents.csv': addLine('outline,纲要,Outline,纲要,Outline,outline,,,,unknown,,,,,s-plan'), 'catalogue/clauses.csv': swap('plan#2,plan,item,plan#一,3,,,疏通两水,Dredge the two waters,,,no', 'plan#2,plan,item,plan#一,3,,,,,,,yes')
});
const related = openRegion({ 'catalogue/documents.csv': (text: string) => `${text.replace('delta,,,,s-plan', 'delta,implements:outline,抄件缺一页,One page is lacking,s-plan')}outline,纲要,Outline,纲要,Outline,outline,,,,unknown,,,,,s-plan\n` });
const { dataset, relations } = publish(readRoots());
const atlas = createAtlas(dataset, relations);
const index = buildIndex(atlas);
const noShapes = Object.fromEntries(shapeLayers.map((layer) => [layer, []])) as unknown as Shapes;

describe('the library', () => {
	it('parts the documents whose text is held from those that are only cited', () => {
		const { held, cited, total } = libraryPage(region.atlas, 'zh', wholeLibrary);
		expect([held.map(({ id }) => id), cited.map(({ id }) => id), total]).toEqual([['plan'], ['outline'], { held: 1, cited: 1 }]);
		expect(cited[0]).toMatchObject({ hasText: false, clauseCount: 0, issuers: [], dateIssued: '' });
	});
	it('tells a relation in both directions', () => {
		const facts = (id: string) => documentFacts(related.atlas, 'zh', related.atlas.document.get(id)!);
		expect(facts('plan').relations).toEqual([{ relation: 'implements', id: 'outline', title: '纲要' }]);
		expect(facts('outline').relatedBy).toEqual([{ relation: 'implements', id: 'plan', title: '三角洲行动计划' }]);
		expect([facts('plan').relatedBy, facts('outline').relations, facts('plan').copyNote]).toEqual([[], [], '抄件缺一页']);
	});
	it('counts what is missing, and counts records as the explore page does', () => {
		expect(documentFacts(region.atlas, 'zh', region.atlas.document.get('plan')!)).toMatchObject({ clauseCount: 4, unsummarised: 2, garbled: 1, placeCount: 3, projectCount: 2, indicatorCount: 1, measureCount: 3 });
		for (const document of dataset.documents) {
			const facts = documentFacts(atlas, 'zh', document);
			const { counts } = select(index, { all: [{ is: 'document', of: [document.id] }] });
			expect([document.id, facts.projectCount, facts.measureCount]).toEqual([document.id, counts.project, counts.measure]);
		}
	});
	it('is filtered and sorted by its address, and tells what it did not understand', () => {
		const choose = (search: string) => libraryPage(related.atlas, 'en', decodeLibrary(search, (id) => related.atlas.agency.has(id)).choice);
		expect(choose('?kind=outline').held).toEqual([]);
		expect(choose('?issuer=joint-committee').held.map(({ id }) => id)).toEqual(['plan']);
		expect(choose('?inforce=yes').cited).toEqual([]);
		expect(decodeLibrary('?kind=novel&sort=date&mood=sunny&issuer=', () => false)).toEqual({ choice: { ...wholeLibrary, sort: 'date' }, ignored: ['kind=novel', 'mood=sunny'] });
		expect(libraryHref('zh', { ...wholeLibrary, kind: 'outline', sort: 'places' })).toBe('/zh/documents?kind=outline&sort=places');
		const dated = libraryPage(atlas, 'zh', { ...wholeLibrary, sort: 'date' });
		for (const group of [dated.held, dated.cited]) expect(group.map(({ dateIssued, dateEffective }) => dateIssued || dateEffective)).toEqual(group.map(({ dateIssued, dateEffective }) => dateIssued || dateEffective).toSorted().reverse());
	});
});

describe('the clauses of a document', () => {
	it('name their places, and through a collective its members', () => {
		expect(clausePlaces(region.atlas, 'plan#1')).toEqual([{ id: 'mirror-lake', basis: 'named', via: '', through: [] }]);
		expect(clausePlaces(region.atlas, 'plan#2')).toEqual([{ id: 'two-waters', basis: 'named', via: '', through: [] }, { id: 'mirror-lake', basis: 'named', via: 'two-waters', through: [] }, { id: 'long-river', basis: 'named', via: 'two-waters', through: [] }]);
		expect(clausePlaces(region.atlas, 'plan#3')).toEqual([{ id: 'delta', basis: 'area-wide', via: '', through: [] }]);
	});
	it('light up on the map exactly the places that the page lists, a heading all that stands below it', () => {
		const finder = createPlaceFinder(dataset, noShapes);
		for (const { id } of dataset.clauses) {
			const own = atlas.measuresOf(id).length > 0 ? [id] : [id, ...clausesBeneath(dataset.clauses, id)];
			expect([id, [...lightUp(dataset, finder, `clause:${id}`, [], []).focus.keys()].toSorted()]).toEqual([id, [...new Set(own.flatMap((clause) => clausePlaces(atlas, clause).map((place) => place.id)))].toSorted()]);
		}
	});
	it('of a plan without measures light up the places of their projects without tying them to each other', () => {
		const finder = createPlaceFinder(dataset, noShapes);
		const { focus, links } = lightUp(dataset, { ...finder, positionOf: (place) => [121, 31 + place.length / 1000] }, 'clause:shanghai-plan#1', [], []);
		expect([focus.size > 5, links]).toEqual([true, []]);
		expect(lightUp(dataset, { ...finder, positionOf: (place) => [121, 31 + place.length / 1000] }, 'clause:action-plan#5', [], []).links.length).toBeGreaterThan(0);
	});
	it('of a plan without measures come to the places of the projects they name, no more surely than the projects do, and say by which', () => {
		const listed = openRegion({ 'catalogue/clauses.csv': addLine('plan#4,plan,item,plan#一,5,,,建设快线,Build the line,,,no,,,,,,s-plan'), 'catalogue/links.csv': (text) => `${text}project:lake-clean,place:reed-town,inferred,,tests,,,s-news\nproject:lake-clean,clause:plan#4,named,,,,,s-plan\nproject:line-west,clause:plan#4,named,,,,,s-plan\nproject:line-works,clause:plan#4,inferred,,tests,,,s-news\n` });
		expect(listed.publication.problems).toEqual([]);
		// The line's own corridor stays dark: its tie to the clause is a reading.
		expect(clausePlaces(listed.atlas, 'plan#4')).toEqual([{ id: 'mirror-lake', basis: 'named', via: '', through: ['lake-clean'] }, { id: 'reed-town', basis: 'named', via: '', through: ['line-west'] }]);
		const { clauses, places } = documentPage(listed.atlas, 'zh', 'plan')!;
		expect(clauses.find(({ path }) => path === '4')!.places.map(({ name, basis, through }) => [name, basis, through])).toEqual([['镜湖', 'named', ['镜湖治理']], ['芦苇镇', 'named', ['快线西段']]]);
		expect(places.filter(({ byProject }) => byProject > 0).map(({ id, clauses: n, byProject }) => [id, n, byProject])).toEqual([['mirror-lake', 3, 1], ['reed-town', 1, 1]]);
		expect(documentFacts(listed.atlas, 'zh', listed.atlas.document.get('plan')!)).toMatchObject({ placeCount: 3, placesByProject: 1 });
	});
	it('are found by a place they name, by a collective it belongs to, by a project and by a unit', () => {
		const { clauses, places } = documentPage(region.atlas, 'zh', 'plan')!;
		const paths = (ref: Parameters<typeof clausesAbout>[1]) => clausesAbout(clauses, ref).found.map(({ path }) => path);
		expect([paths('place:mirror-lake'), paths('place:two-waters'), paths('project:lake-clean'), paths('agency:west-water'), paths('place:reed-town')]).toEqual([['1', '2'], ['2'], ['1'], ['1', '2'], []]);
		expect(clausesAbout(clauses, 'place:two-waters').shown.map(({ path }) => path)).toEqual(['一', '2']);
		expect(clausesAbout(clauses, null).shown).toHaveLength(4);
		expect(places.map(({ id, clauses: n, byCollective, isAreaWide }) => [id, n, byCollective, isAreaWide])).toEqual([['mirror-lake', 2, 1, false], ['two-waters', 1, 0, false], ['long-river', 1, 1, false], ['delta', 1, 0, true]]);
	});
	it('count for each place what asking for it shows', () => {
		for (const { id } of dataset.documents) {
			const { clauses, places } = documentPage(atlas, 'zh', id)!;
			expect([id, places.filter(({ clauses: n, byCollective, byProject }) => byCollective + byProject < n).length, places.filter(({ clauses: n, byCollective, byProject }) => byProject > 0 && byCollective + byProject === n).length]).toEqual([id, documentFacts(atlas, 'zh', atlas.document.get(id)!).placeCount, documentFacts(atlas, 'zh', atlas.document.get(id)!).placesByProject]);
			for (const place of places) expect([id, place.id, clausesAbout(clauses, `place:${place.id}`).found.length]).toEqual([id, place.id, place.clauses]);
		}
	});
	it('list a unit once, who leads first', () => expect(clauseUnits(region.atlas, region.atlas.clause.get('plan#1')!)).toEqual([{ id: 'west-water', role: 'lead' }]));
	it('are asked through the address', () => {
		expect(decodeAbout('?place=lake&place=river&x=1', (ref) => ref !== 'place:gone')).toEqual({ about: 'place:lake', ignored: ['place=river', 'x=1'] });
		expect(decodeAbout('?place=gone', (ref) => ref !== 'place:gone')).toEqual({ about: null, ignored: ['place=gone'] });
		expect([clausesHref('zh', 'plan', 'agency:west-water'), clausesHref('en', 'plan')]).toEqual(['/zh/documents/plan?agency=west-water', '/en/documents/plan']);
	});
	it('of a document that is not there are none', () => expect(documentPage(atlas, 'zh', 'lost')).toBeNull());
});
