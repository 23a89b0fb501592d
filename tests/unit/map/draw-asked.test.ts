import { expect, it } from 'vitest';
import { bringDrawing } from '#lib/map/asked-drawing.ts';
import { emptySlide } from '#lib/domain/briefing.ts';
import { translator } from '#lib/i18n/index.ts';
import { buildScene, createSceneBuilder } from '#lib/map/build-scene.ts';
import { framedPlaces, sceneInputOf } from '#lib/map/scene-input.ts';
import { slideContent } from '#lib/query/slide.ts';
import { openRegion } from '../../fixtures/region.ts';
import { slotOf } from '#lib/map/layer.ts';
import type { LayerDefinition, Shared } from '#lib/map/layer.ts';
import { legendOf } from '#lib/map/legend-of.ts';
import { palettes } from '#lib/map/palette.ts';
import { layers } from '#lib/map/registry.ts';
import type { Asked } from '#lib/query/space/asked.ts';
import { dataset, shapes } from './fixture.ts';

const asked: Asked[] = [{
	id: 'bank=river+left', words: '在河左岸 1 km 内', sign: 'flow', areas: [], lines: [{ path: [[120.5, 31], [120.8, 31]], isSchematic: true, flows: true }], spots: [[120.5, 31]], labels: [{ at: [120.6, 31.01], text: '左岸' }],
	around: [{ geometries: [{ type: 'LineString', coordinates: [[120.5, 31], [120.8, 31]] }], withinM: 1000, side: 'left' }]
}];
const input = { lang: 'zh', zoom: 10, projects: null, measures: null, indicators: null, selection: null, hover: null } as const;
const { scene } = buildScene(dataset({}), shapes, { ...input, scope: null, asked });
const shared = (layer: LayerDefinition): Shared => ({ palette: palettes.day, opacity: 1, sheet: { image: null, mapping: {} }, cards: () => ({ image: null, mapping: {} }), edge: null, part: (name, pickable = false) => ({ id: `${layer.id}:${name}`, beforeId: slotOf(layer.stack), opacity: 1, pickable, parameters: {} }) });
const [scope, lines] = ['scope', 'asked'].map((id) => layers.find((layer) => layer.id === id)!) as [LayerDefinition, LayerDefinition];

it('nothing is fetched for a view that looks nowhere', () => expect(bringDrawing(buildScene(dataset({}), shapes, { ...input, scope: null }).scene)).toBeNull());

it('the planner who asks for a bank sees the side, the river with arrows and its name', async () => {
	expect(scope.render(scene, shared(scope))).toEqual([]);
	await scope.bring!(scene);
	expect(scope.bring!(scene)).toBeNull();
	const drawn = [...scope.render(scene, shared(scope)), ...lines.render(scene, shared(lines))];
	expect(drawn.map(({ id }) => id)).toEqual(['scope:asked-area', 'scope:asked-edge', 'asked:lines', 'asked:arrow-halos', 'asked:arrows', 'asked:spots']);
	expect(lines.labels!(scene), 'in the middle of its side, not on the river').toMatchObject([{ text: '左岸', style: 'name', offset: [0, -6] }]);
	const [area] = drawn[0]!.props.data as [number, number][][][];
	expect(Math.min(...area![0]!.map(([, lat]) => lat))).toBeGreaterThan(30.9985);
});

it('the name of a stretch\'s end does not run over its ring', () => {
	const ended = { ...scene, asked: [{ ...asked[0]!, labels: [{ at: [120.5, 31], text: 'Suzhou South Station km 65.8' }] }] };
	expect(lines.labels!(ended)[0]!.offset![1]).toBeGreaterThan(3.6);
});

it('the legend says what is asked in the words of the question; a band around a schematic line says ±', () => {
	expect(legendOf(layers, scene)[0]).toMatchObject({ id: 'asked:bank=river+left', key: '在河左岸 1 km 内' });
	const drafted = { ...shapes, river: shapes.river.map((shape) => ({ ...shape, accuracy: 'schematic' as const, accuracyM: 500 })) };
	const along = buildScene(dataset({}), drafted, { ...input, scope: { around: [{ places: ['river'], withinM: 1000 }], drawn: [] } }).scene;
	expect(legendOf(layers, along).find(({ id }) => id === 'scope')!.key).toBe('所问范围（示意线位，± 500 m）');
});

it('a slide whose view asks draws the same ground', () => {
	const { atlas, index, publication } = openRegion();
	const content = slideContent({ atlas, index }, { lang: 'zh', t: translator('zh') }, { ...emptySlide('one'), show: 'map', view: '?f=inside=west' }, () => true);
	const built = createSceneBuilder(publication.dataset, publication.shapes, atlas)(sceneInputOf(content.view, content.visible, { lang: 'zh', zoom: 10, hover: null }));
	expect(built.scene.asked.map(({ words, sign }) => [words, sign])).toEqual([[expect.stringMatching(/^在西区内/), 'edge']]);
	expect(legendOf(layers, built.scene)[0]!.key).toBe(built.scene.asked[0]!.words);
	expect(framedPlaces(content.view, built.scene.focus)).toEqual(['west']);
});
