import { describe, expect, it } from 'vitest';
import { buildScene } from '../../../src/lib/map/build-scene.ts';
import { layCards } from '../../../src/lib/map/card-sheet.ts';
import { mapping } from '../../../src/lib/map/icon-sheet.ts';
import { slotOf, stacks } from '../../../src/lib/map/layer.ts';
import type { LayerDefinition, Shared } from '../../../src/lib/map/layer.ts';
import { buildStyle } from '../../../src/lib/map/basemap.ts';
import { namesLayers } from '../../../src/lib/map/basemap-names.ts';
import { palettes } from '../../../src/lib/map/palette.ts';
import { defaultChoice, layers, listedLayers, visibleLayers } from '../../../src/lib/map/registry.ts';
import { layerIds, optionalLayerIds } from '../../../src/lib/map/layer-ids.ts';
import { dataset, link, project, shapes } from './fixture.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const data = dataset({
	projects: [project('on-rail', { ownPlace: 'fast' }), ...ids.map((id) => project(id))],
	links: [...ids.map((id) => link(`project:${id}`, 'place:alpha')), link('measure:m', 'place:waters'), link('measure:m', 'place:hall', 'inferred')]
});
const { scene } = buildScene(data, shapes, { lang: 'zh', zoom: 10, projects: null, measures: null, indicators: null, selection: 'measure:m', hover: 'place:lake', scope: { around: [{ places: ['river'], withinM: 2000 }], drawn: [[[120.4, 31], [120.5, 31], [120.5, 31.1]]] } });
const shared = (layer: LayerDefinition): Shared => ({
	palette: palettes.day, opacity: 1, sheet: { image: null, mapping }, cards: (clusters) => ({ image: null, mapping: layCards(clusters) }), edge: [120.4, 31],
	part: (name, pickable = false) => ({ id: `${layer.id}:${name}`, beforeId: slotOf(layer.stack), opacity: 1, pickable, parameters: {} })
});
const style = buildStyle(shapes, 'zh', palettes.day);

describe.each(layers.map((layer) => [layer.id, layer] as const))('layer %s', (id, layer) => {
	it('is drawn without a GPU, its parts named after it', () => {
		for (const state of [scene, { ...scene, links: [], hover: 'project:on-rail' as const }]) {
			for (const drawn of layer.render(state, shared(layer))) expect(drawn.id).toMatch(new RegExp(`^${id}:`));
		}
	});
	it('belongs to a stack and names only style layers that exist', () => {
		expect(stacks).toContain(layer.stack);
		expect(style.layers.map((one) => one.id)).toEqual(expect.arrayContaining([...(layer.base ?? []), slotOf(layer.stack)]));
	});
	it('tells what a click on its marks means', () => {
		const [first] = layer.render(scene, shared(layer)).filter((drawn) => drawn.props.pickable).map((drawn) => (drawn.props.data as unknown[])[0]);
		if (first !== undefined && layer.pick) expect(layer.pick(first as never)).toMatch(/^(place|project):/);
	});
});

it('ids are unique and stacks are in order', () => {
	expect(new Set(layers.map((layer) => layer.id)).size).toBe(layers.length);
	const ranks = layers.map((layer) => stacks.indexOf(layer.stack));
	expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
});

it('a choice hides, fades and reorders within a stack, and never lifts water over records', () => {
	const picked = visibleLayers([{ id: 'projects', opacity: 0.5 }, { id: 'rail', opacity: 1 }, { id: 'roads', opacity: 1 }, { id: 'lakes', opacity: 1 }]).filter(({ layer }) => !layer.always);
	expect(picked.map(({ layer, opacity }) => [layer.id, opacity])).toEqual([['lakes', 1], ['rail', 1], ['roads', 1], ['projects', 0.5]]);
	expect(visibleLayers(null).filter(({ layer }) => !layer.always).map(({ layer }) => layer.id)).toEqual(defaultChoice.map(({ id }) => id));
	expect(listedLayers.length).toBeGreaterThan(defaultChoice.length);
});

it('an unchanged scene gives deck the same arrays', () => {
	for (const layer of layers.filter(({ id }) => ['rivers', 'rail', 'roads', 'projects', 'lakes', 'focus'].includes(id))) {
		const [once, twice] = [layer.render(scene, shared(layer)), layer.render({ ...scene, hover: null }, shared(layer))];
		once.forEach((drawn, index) => drawn.id === 'focus:wash' || expect(drawn.props.data, drawn.id).toBe(twice[index]!.props.data));
	}
});

it('the basemap asks the network for nothing', () => {
	expect(style.glyphs).toBeUndefined();
	expect(style.sprite).toBeUndefined();
	expect(JSON.stringify(style)).not.toMatch(/https?:/);
	expect(style.layers.filter((layer) => layer.type === 'symbol' && layer.source === 'names').map((layer) => layer.id).toSorted()).toEqual(namesLayers.toSorted());
});

it('the ids that addresses know are those of the layers, bottom to top', () => expect(layerIds).toEqual(listedLayers.map(({ id }) => id)));

it('and so are those that are off until asked for', () => expect([...optionalLayerIds]).toEqual(listedLayers.filter(({ optional }) => optional).map(({ id }) => id)));
