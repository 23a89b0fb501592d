import { describe, expect, it } from 'vitest';
import { buildScene, createSceneBuilder } from '../../../src/lib/map/build-scene.ts';
import type { SceneInput } from '../../../src/lib/map/build-scene.ts';
import { dataset, link, project, shapes } from './fixture.ts';

const ask = (more: Partial<SceneInput> = {}): SceneInput => ({ lang: 'zh', zoom: 10, projects: null, measures: null, indicators: null, selection: null, hover: null, scope: null, ...more });

describe('where a project stands', () => {
	const data = dataset({
		projects: [project('on-rail', { ownPlace: 'fast' }), project('surveyed', { lon: 120.61, lat: 31.01 }), project('named', { districts: ['east'] }), project('grouped'), project('wide'), project('lost')],
		links: [link('project:named', 'place:somewhere'), link('project:named', 'place:beta'), link('project:named', 'place:alpha'), link('project:grouped', 'place:waters'), link('project:wide', 'place:demonstration-area'), link('project:lost', 'place:somewhere')]
	});
	const { scene, unplaced } = buildScene(data, shapes, ask());
	const mark = (id: string) => scene.projects.find((candidate) => candidate.id === id);

	it('is its own line before anything else, with the sign on the line', () => expect(mark('on-rail')).toMatchObject({ located: 'own', place: 'fast', position: [120.7, 31.12], offset: [0, 0] }));
	it('is its own coordinates', () => expect(mark('surveyed')).toMatchObject({ located: 'own', position: [120.61, 31.01] }));
	it('is the first located place its record names, not a later one', () => expect(mark('named')).toMatchObject({ located: 'by-place', place: 'beta' }));
	it('is the first located member of a collective', () => expect(mark('grouped')).toMatchObject({ located: 'by-place', place: 'lake' }));
	it('is listed as not placed where only the whole zone or nothing located is named', () => expect(unplaced).toEqual(['project:wide', 'project:lost']));
	it('says unknown where no report exists', () => expect(mark('named')?.status).toBe('unknown'));
});

describe('many projects at one place', () => {
	const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
	const data = dataset({ projects: ids.map((id) => project(id)), links: ids.map((id) => link(`project:${id}`, 'place:alpha')) });
	const build = (more: Partial<SceneInput>) => buildScene(data, shapes, ask(more)).scene;

	it('become one card from six on', () => {
		const scene = build({});
		expect(scene.clusters).toHaveLength(1);
		expect(scene.clusters[0]).toMatchObject({ place: 'alpha', label: 'alpha 7 项', compact: false });
		expect(scene.projects).toHaveLength(0);
	});
	it('stand alone from zoom 12 on, no two on one spot', () => {
		const scene = build({ zoom: 12 });
		expect(scene.clusters).toHaveLength(0);
		expect(new Set(scene.projects.map((mark) => mark.offset.join())).size).toBe(7);
	});
	it('count only what the filter lets through; the others stay as dots', () => {
		const scene = build({ projects: new Set(['a', 'b']) });
		expect(scene.clusters).toHaveLength(0);
		expect(scene.projects.filter((mark) => mark.matches).map((mark) => mark.id)).toEqual(['a', 'b']);
		expect(scene.projects).toHaveLength(7);
	});
	it('are the same twice', () => expect(build({})).toEqual(build({})));
});

describe('a selected measure', () => {
	const data = dataset({ links: [link('measure:m', 'place:waters'), link('measure:m', 'place:hall', 'inferred'), link('measure:m', 'place:demonstration-area', 'area-wide'), link('measure:m', 'place:somewhere')] });
	const { scene, unplaced } = buildScene(data, shapes, ask({ selection: 'measure:m' }));

	it('lights up the members of a collective and the zone it covers', () => expect([...scene.focus]).toEqual(expect.arrayContaining([['lake', 'named'], ['river', 'named'], ['hall', 'inferred'], ['demonstration-area', 'area-wide']])));
	it('draws arcs to located places, none for area-wide, stated ones first', () => expect(scene.links.map(({ place, basis }) => [place, basis])).toEqual([['lake', 'named'], ['river', 'named'], ['hall', 'inferred']]));
	it('names the places it cannot point at', () => expect(unplaced).toEqual(['place:somewhere']));
	it('is counted once at each of its places, not for the whole zone', () => expect(Object.fromEntries(scene.measures.map(({ place, count }) => [place, count]))).toEqual({ lake: 1, river: 1, hall: 1 }));
});

it('a hover rebuilds nothing', () => {
	const build = createSceneBuilder(dataset({ projects: [project('a', { ownPlace: 'fast' })] }), shapes);
	const [before, after] = [build(ask()).scene, build(ask({ hover: 'place:lake' })).scene];
	expect(after).not.toBe(before);
	for (const key of ['projects', 'clusters', 'measures', 'targets', 'links', 'focus'] as const) expect(after[key], key).toBe(before[key]);
	expect(build(ask({ hover: 'place:lake', zoom: 10.1 })).scene).toBe(after);
});

it('a water body with a target and no value is known as such', () => {
	const indicator = { id: 'i', zh: '', en: '', unit: '', unitZh: '', unitEn: '', valueKind: 'class', direction: 'higher', scope: 'lake', theme: 'water', confidence: 'high', noteZh: '', noteEn: '', sources: [] } as const;
	const target = { id: 't', indicator: 'i', baseline: '', valueText: 'Ⅲ', valueMin: null, valueMax: null, comparator: 'keep-class', year: '2025', clause: '', noteZh: '', noteEn: '', sources: [] } as const;
	const { scene } = buildScene(dataset({ indicators: [indicator as never], targets: [target as never] }), shapes, ask());
	expect(scene.targets).toMatchObject([{ place: 'lake', name: 'lake', state: 'no-data', count: 1 }]);
});

describe('records with a gap', () => {
	const data = dataset({
		projects: [project('named'), project('surveyed', { lon: 120.61, lat: 31.01 }), project('lost')],
		indicators: [{ id: 'class', scope: 'lake', theme: 'water' }] as never,
		links: [link('project:named', 'place:alpha'), link('measure:m', 'place:waters'), link('measure:n', 'place:lake', 'area-wide')]
	});
	const gaps = (...refs: NonNullable<SceneInput['gaps']>) => buildScene(data, shapes, ask({ gaps: refs })).scene.gaps;
	const counted = (...refs: NonNullable<SceneInput['gaps']>) => gaps(...refs).map(({ ref, count }) => `${ref} ${count}`);

	it('are counted once where they stand, and not where they have no spot', () => {
		expect(counted('project:named', 'place:alpha', 'place:beta', 'place:somewhere', 'project:lost')).toEqual(['place:alpha 2', 'place:beta 1']);
		expect(gaps('project:surveyed')).toEqual([{ ref: 'project:surveyed', position: [120.61, 31.01], count: 1 }]);
	});
	it('of a measure stand at each place it names, never where a clause merely covers', () => expect(counted('measure:m', 'measure:n', 'indicator:class')).toEqual(['place:lake 2', 'place:river 1']));
	it('are none while the layer is off', () => expect(buildScene(data, shapes, ask()).scene.gaps).toEqual([]));
});
