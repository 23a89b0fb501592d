import { describe, expect, it } from 'vitest';
import { emptyView } from '#lib/domain/view.ts';
import type { Filter, View } from '#lib/domain/view.ts';
import { buildScene } from '#lib/map/build-scene.ts';
import { boundsAround } from '#lib/map/scene-input.ts';
import { explore } from '#lib/query/explore.ts';
import { cardOf } from '#lib/query/selected-record.ts';
import { gapsOf } from '#lib/query/gaps.ts';
import { isOutside, projectsOfArea } from '#lib/query/outside.ts';
import type { ProjectCard } from '#lib/query/record-cards.ts';
import { idsOf, select } from '#lib/query/select.ts';
import { countStates, statesInYear } from '#lib/query/status-in-year.ts';
import { tableRows } from '#lib/query/table.ts';
import { namedWaters } from '#lib/query/waters-page.ts';
import { addLine, openRegion } from '../../fixtures/region.ts';

const feature = (id: string, kind: string, more: object, at: number[] | null) => ({
	type: 'Feature', properties: { id, kind, names: { zh: id, en: id }, accuracy: at && { class: 'schematic', m: 5000 }, source: 'drawn for the tests', licence: 'CC0', date: '2024', ...more }, geometry: at && { type: 'Point', coordinates: at }
});
const far = JSON.stringify({ type: 'FeatureCollection', features: [
	feature('wide-province', 'province', {}, null), feature('far-city', 'city', { parent: 'wide-province', context: true }, [119, 33]), feature('far-water', 'lake', { parent: 'wide-province', context: true }, [119.1, 33.1])
] });
/** far-harbour is named with a city far away, both-ends with it and with the lake of the area, nowhere with no place at all. */
const rows = (ids: string[], row: (id: string) => string) => (text: string) => ids.reduce((all, id) => addLine(row(id))(all), text);
const ids = ['far-harbour', 'both-ends', 'nowhere'];
const { atlas, index, publication } = openRegion({
	'places/context-far.geojson': far,
	'catalogue/projects.csv': rows(ids, (id) => `${id},${id},${id},road,port,,,,,,,,,,,,medium,,,s-plan`),
	'catalogue/statuses.csv': rows(ids, (id) => `${id}-status,${id},planned,,,,s-plan`),
	'catalogue/links.csv': rows(['project:far-harbour,place:far-city', 'project:far-harbour,place:far-water', 'project:far-harbour,clause:plan#2', 'project:both-ends,place:far-city', 'project:both-ends,place:mirror-lake'], (pair) => `${pair},named,,,,,s-plan`)
});
const listed = (filter: Filter) => idsOf(index, select(index, filter), 'project');
const ofPlan: Filter = { is: 'document', of: ['plan'] };
const area = ['line-works', 'line-west', 'lake-clean', 'both-ends', 'nowhere'];

describe('a project that a plan names far away', () => {
	it('is outside; one that also names a place of the area is not, and one without a place is not known to be', () => expect(['far-harbour', ...area].map((id) => isOutside(atlas, id))).toEqual([true, false, false, false, false, false]));

	it('is in no list or count of the area, whatever else is asked', () => {
		expect(projectsOfArea(atlas).map(({ id }) => id)).toEqual(area);
		expect(listed({ all: [] })).toEqual(area);
		expect(listed({ is: 'status', of: ['planned'] })).toEqual(['both-ends', 'nowhere']);
		expect(listed({ not: { is: 'document', of: ['other'] } })).toEqual(area);
		expect(select(index, { all: [] }).counts.project).toBe(5);
		expect(select(index, { all: [] }).facets.get('kind')!.get('road')!.project).toBe(2);
	});

	it('is listed where its document is asked for, as many as stand beside the name of the document', () => {
		expect(listed({ all: [ofPlan] })).toContain('far-harbour');
		expect(select(index, { all: [] }).facets.get('document')!.get('plan')!.project).toBe(listed({ all: [ofPlan] }).length);
		expect(listed({ all: [ofPlan, { is: 'kind', of: ['road'] }] })).toEqual(['far-harbour']);
	});

	it('is in the total that it is listed of, and told apart from the others', () => {
		const ask = (filter: Filter) => explore({ atlas, index }, { ...emptyView, filter }, 'zh');
		const [all, plan] = [ask({ all: [] }), ask({ all: [ofPlan] })];
		expect([all.counts.project, all.totals.project, all.outside, all.beyond]).toEqual([5, 5, 0, 1]);
		expect([plan.totals.project, plan.outside, plan.beyond]).toEqual([6, 1, 0]);
		for (const { key, values } of plan.facets) for (const { value, counts, totals } of values) expect(counts.project, `${key} ${value}`).toBeLessThanOrEqual(totals.project);
	});

	it('is not promised by a hint that would drop its document', () => {
		const { without } = select(index, { all: [ofPlan, { is: 'kind', of: ['road'] }] });
		expect(without.map(({ counts }) => counts.project)).toEqual([2, listed({ all: [ofPlan] }).length]);
	});

	it('says in its panel and in the list that it is outside', () => {
		const said = (id: string) => (cardOf(atlas, 'zh', `project:${id}`) as ProjectCard).isOutside;
		expect(['far-harbour', 'both-ends'].map(said)).toEqual([true, false]);
		const view: View = { ...emptyView, table: 'projects', filter: { all: [ofPlan, { is: 'kind', of: ['road'] }] } };
		expect(tableRows({ atlas, index }, 'zh', view, select(index, view.filter), 9).rows.map(({ cells }) => cells[2])).toEqual([{ type: 'text', text: '示范区外' }]);
	});

	it('opens no gap of the area', () => {
		const gaps = gapsOf(atlas);
		for (const kind of ['status-old', 'project-no-clause'] as const) expect(gaps.find((gap) => gap.kind === kind)!.items.map(({ ref }) => ref), kind).not.toContain('project:far-harbour');
		expect(gaps.find(({ kind }) => kind === 'project-no-clause')!.of).toBe(5);
	});

	it('is not counted in a year', () => expect(Object.values(countStates(statesInYear(atlas, 2024))).reduce((sum, n) => sum + n, 0)).toBe(5));

	it('brings its lake into no list of waters', () => expect(namedWaters(atlas)).not.toContain('far-water'));

	it('leaves the map at the area when it is selected, since no ground is drawn around it', () => {
		expect(boundsAround(atlas, ['far-city', 'wide-province'])).toBe(null);
		expect(boundsAround(atlas, ['far-city', 'mirror-lake'])).toEqual(boundsAround(atlas, ['mirror-lake']));
	});

	it('is not on the map until it is listed or selected, and then stands at its place', () => {
		const draw = (projects: ReadonlySet<string> | null, selection: 'project:far-harbour' | null) => buildScene(publication.dataset, publication.shapes, { lang: 'zh', zoom: 12, projects, measures: null, indicators: null, selection, hover: null, scope: null });
		const at = ({ scene }: ReturnType<typeof draw>) => scene.projects.find(({ id }) => id === 'far-harbour')?.position;
		expect(at(draw(null, null))).toBeUndefined();
		expect(draw(null, null).unplaced).toEqual(['project:nowhere']);
		expect(at(draw(new Set(['lake-clean']), null))).toBeUndefined();
		expect(at(draw(new Set(['far-harbour']), null))).toEqual([119, 33]);
		expect(at(draw(null, 'project:far-harbour'))).toEqual([119, 33]);
	});
});
