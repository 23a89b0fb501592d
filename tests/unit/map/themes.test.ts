import { describe, expect, it } from 'vitest';
import { buildScene } from '#lib/map/build-scene.ts';
import type { SceneInput, Themes } from '#lib/map/build-scene.ts';
import { hatchOf } from '#lib/map/hatch.ts';
import { mapping } from '#lib/map/icon-sheet.ts';
import { slotOf } from '#lib/map/layer.ts';
import type { LayerDefinition, Shared } from '#lib/map/layer.ts';
import { legendOf } from '#lib/map/legend-of.ts';
import { palettes, rgba } from '#lib/map/palette.ts';
import { layers } from '#lib/map/registry.ts';
import { classInks, themeLegends } from '#lib/map/theme-legend.ts';
import { greatestRadius, radiusOf, roundFigures } from '#lib/map/theme-scene.ts';
import { stateSigns } from '#lib/map/state-signs.ts';
import type { Scene } from '#lib/map/scene.ts';
import { dataset, link, places, project, shapes } from './fixture.ts';

const quantity = (id: string, value: number, more = {}) => ({ id: `q-${id}`, record: `project:${id}`, what: 'investment', valueText: String(value), valueMin: value, valueMax: value, comparator: 'eq', unit: '100m-yuan', years: '', qualifierZh: '', qualifierEn: '', use: 'total', sources: ['s'], ...more });
const observation = (id: string, indicator: string, value: number, year: string) => ({ id, indicator, valueText: String(value), valueMin: value, valueMax: value, year, period: '', basisKind: 'annual', basisZh: '', basisEn: '', noteZh: '', noteEn: '', sources: ['s'] });
const roads = (district: string) => ({ id: `roads-${district}`, zh: `${district} 道路`, en: `Roads, ${district}`, unit: 'km', unitZh: '公里', unitEn: 'km', valueKind: 'number', direction: 'higher', scope: district, theme: 'transport', confidence: 'high', noteZh: '', noteEn: '', sources: ['s'] });
const data = dataset({
	dataDate: '2026-03-04',
	places: [{ ...places[0]!, members: ['east', 'west'] }, ...places.slice(1), { ...places[1]!, id: 'west', names: { zh: 'west', en: 'west' } }],
	families: [{ id: 'roads', zh: '道路', en: 'Roads', members: ['roads-east', 'roads-west'], noteZh: '', noteEn: '', sources: ['s'] }],
	projects: [project('big', { start: '2020', districts: ['east'] }), project('small', { districts: ['east'] }), project('bare', { districts: ['east'] }), project('line', { districts: ['east'] }), project('lost', { start: '2021' })],
	links: [link('project:big', 'place:alpha'), link('project:small', 'place:beta'), link('project:bare', 'place:hall'), link('project:line', 'place:fast')],
	statuses: [{ id: 's1', project: 'small', status: 'planned', date: '2022', noteZh: '', noteEn: '', sources: ['s'] }],
	quantities: [quantity('big', 100), quantity('small', 25), quantity('line', 900, { qualifierEn: 'whole line' }), quantity('lost', 9)] as never,
	indicators: [roads('east'), roads('west')] as never,
	observations: [observation('a', 'roads-east', 12, '2023'), observation('b', 'roads-west', 30, '2021')] as never,
	sources: [{ id: 's', titleZh: '', aboutEn: '', outletZh: '水报', outletEn: 'Water News', date: '2024-01', url: '', quality: 'media' }]
});
const ask = (themes: Partial<Themes>, more: Partial<SceneInput> = {}): Scene => buildScene(data, shapes, {
	lang: 'zh', zoom: 10, projects: null, measures: null, indicators: null, selection: null, hover: null, scope: null, themes: { theme: null, method: 'quantile', amount: null, columns: null, year: null, isFlat: false, ...themes }, ...more
}).scene;
const shared = (layer: LayerDefinition): Shared => ({
	palette: palettes.day, opacity: 1, sheet: { image: null, mapping }, cards: () => ({ image: null, mapping: {} }), edge: null,
	part: (name, pickable = false) => ({ id: `${layer.id}:${name}`, beforeId: slotOf(layer.stack), opacity: 1, pickable, parameters: {} })
});
const drawn = (id: string, scene: Scene) => layers.find((layer) => layer.id === id)!.render(scene, shared(layers.find((layer) => layer.id === id)!));
const legend = (scene: Scene, ids: string[] = []) => themeLegends(scene, new Set(ids));

describe('the plain map', () => {
	const plain = ask({});
	it('draws and says nothing thematic', () => {
		for (const id of ['choropleth', 'amounts', 'columns']) expect(drawn(id, plain), id).toEqual([]);
		expect(legend(plain)).toEqual([]);
	});
});

describe('districts by a series', () => {
	const scene = ask({ theme: 'roads' });
	it('have a class each, with value, year, unit and source', () => {
		expect(scene.choropleth).toMatchObject({ name: '道路', unit: '公里', breaks: [12, 30], outlets: ['水报 2024-01'] });
		const [told] = legend(scene);
		expect(told).toMatchObject({ title: '道路（公里）', lines: ['来源：水报 2024-01', '分位数，2 级'], notes: ['只有 2 个区县有数据', '各区县年份不同，比较时请留意'] });
		expect(told!.rows.map(({ text, notes }) => [text, ...notes])).toEqual([['> 12 – 30', 'west 30（2021）'], ['12', 'east 12（2023）']]);
	});
	it('are filled under the water, those without a value hatched', () => {
		const count = (shown: Scene) => drawn('choropleth', shown).map((layer) => [layer.id, (layer.props.data as unknown[]).length > 0, (layer.props as unknown as { beforeId: string }).beforeId]);
		expect(count(scene)).toEqual([['choropleth:classes', true, 'slot-ground'], ['choropleth:no-data', false, 'slot-ground']]);
		expect(count(ask({ theme: 'roads', year: 2022 }))).toEqual([['choropleth:classes', false, 'slot-ground'], ['choropleth:no-data', true, 'slot-ground']]);
	});
	it('say what they count, until when, and that a filter is on', () => {
		expect(legend(ask({ theme: 'catalogue-projects' }, { projects: new Set(['big']) }))[0]).toMatchObject({ title: '项目数（项）', lines: ['本目录统计，截至 2026-03-04', '分位数，2 级'] });
		expect(legend(ask({ theme: 'catalogue-projects' }, { projects: new Set(['big']) }))[0]!.notes).toContain('只计当前筛选内的');
		expect(legend(ask({ theme: 'catalogue-projects', year: 2021 }))[0]!.lines[0]).toContain('2021 年底前');
	});
});

describe('projects as circles', () => {
	const scene = ask({ amount: 'investment' });
	it('have an area in proportion to the figure', () => {
		expect([100, 25, 0].map((value) => radiusOf(value, 100))).toEqual([greatestRadius, greatestRadius / 2, 0]);
		expect(scene.amounts).toMatchObject({ greatest: 100, drawn: 2, unplaced: 1, without: { 'whole-line': 1, part: 0, 'no-figure': 1 } });
	});
	it('are hollow while planned; without a figure a dot; small ones on top', () => {
		expect(scene.amounts!.marks.map(({ id, value, isFilled }) => [id, value, isFilled])).toEqual([['bare', null, false], ['line', null, false], ['big', 100, false], ['small', 25, false]]);
		expect(ask({ amount: 'investment', year: 2022 }).amounts!.marks.find(({ id }) => id === 'big')!.isFilled).toBe(true);
	});
	it('take the place of the signs, in the picture and in the legend', () => {
		expect(drawn('projects', scene)).toEqual([]);
		expect(drawn('amounts', scene).map(({ id }) => id)).toEqual(['amounts:dots', 'amounts:edges', 'amounts:circles']);
		expect(legendOf(layers, scene).map(({ id }) => id)).not.toContain('located');
	});
	it('are told with round figures and with what is left out', () => {
		const [told] = legend(scene);
		expect(told!.circles.map(({ text, radius }) => [text, radius])).toEqual([['100 亿元', greatestRadius], ['20 亿元', radiusOf(20, 100)], ['5 亿元', radiusOf(5, 100)]]);
		expect(told!.notes).toEqual(expect.arrayContaining(['小空心点：1 项无投资数据', '1 项只有全线数，不画成本地数', '1 项有数据但没有可用位置']));
	});
	it.each([[240.8, [200, 50, 10]], [65.6, [50, 10, 2]], [1, [1, 0.2, 0.05]], [0, []]])('of at most %d have the round figures %j', (greatest, figures) => expect(roundFigures(greatest)).toEqual(figures));
});

describe('columns', () => {
	it('stand, northern ones drawn first, or lie flat where motion is reduced', () => {
		const scene = ask({ columns: 'town-projects' });
		expect(drawn('columns', scene).map(({ id }) => id)).toEqual(['columns:columns']);
		expect(scene.columns!.marks.map(({ position }) => position[1])).toEqual(scene.columns!.marks.map(({ position }) => position[1]).toSorted((a, b) => b - a));
		expect(drawn('columns', ask({ columns: 'town-projects', isFlat: true })).map(({ id }) => id)).toEqual(['columns:cases', 'columns:bars']);
		expect(legend(scene)[0]).toMatchObject({ title: '各镇项目数（项）', rows: [{ text: '1 项' }] });
	});
});

describe('a year', () => {
	it('gives signs what was known then: half for under way, dashed where no row speaks', () => {
		const status = (year: number) => Object.fromEntries(ask({ year }).projects.map((mark) => [mark.id, mark.status]));
		expect(status(2019)).toEqual({ big: 'unknown', small: 'unknown', bare: 'unknown', line: 'unknown' });
		expect(status(2022)).toMatchObject({ big: 'building', small: 'planned', bare: 'unknown' });
	});
});

describe('no data', () => {
	const square: [number, number][] = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]];
	it('is hatched inside the area only, and not in its holes', () => {
		const runs = hatchOf([square, [[0.4, 0.4], [0.6, 0.4], [0.6, 0.6], [0.4, 0.6], [0.4, 0.4]]], 0.25);
		expect(runs.length).toBeGreaterThan(6);
		for (const [[x1, y1], [x2, y2]] of runs) {
			const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
			expect(x > 0 && x < 1 && y > 0 && y < 1 && !(x > 0.4 && x < 0.6 && y > 0.4 && y < 0.6)).toBe(true);
			expect(x1 + y1).toBeCloseTo(x2 + y2);
		}
	});
});

describe('tones and signs', () => {
	const luminance = (hex: string): number => {
		const [r, g, b] = rgba(hex).map((byte) => { const c = byte / 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; }) as [number, number, number, number];
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	};
	const lightness = (hex: string): number => 116 * Math.cbrt(luminance(hex)) - 16;
	/** Deuteranopia after Viénot 1999, close enough to tell whether two tones fall together. */
	const seen = (hex: string): [number, number, number] => {
		const [r, g, b] = rgba(hex).map((byte) => (byte / 255) ** 2.2) as [number, number, number, number];
		return [0.29275 * r + 0.70725 * g, 0.29275 * r + 0.70725 * g, -0.02234 * r + 0.02234 * g + b];
	};
	it.each(['day', 'briefing'] as const)('of the classes keep their order in grey print and stay apart from each other and from water, %s', (theme) => {
		const tones = classInks(3).map((ink) => palettes[theme][ink]);
		const steps = tones.map(lightness);
		expect(steps).toEqual(steps.toSorted((a, b) => (theme === 'day' ? b - a : a - b)));
		for (const [i, tone] of tones.entries()) for (const other of [...tones.slice(i + 1), palettes[theme].water]) expect(Math.abs(lightness(tone) - lightness(other)), `${tone} ${other} in grey`).toBeGreaterThan(5);
		for (const tone of tones) expect(Math.hypot(...seen(tone).map((part, i) => part - seen(palettes[theme].water)[i]!)), `${tone} and water`).toBeGreaterThan(0.08);
	});
	it('of states differ in shape, not in colour alone', () => {
		const forms = Object.values(stateSigns).map((parts) => JSON.stringify(parts.map(({ d, fill, stroke, dash }) => [d, fill !== undefined, stroke !== undefined, dash])));
		expect(new Set(forms).size).toBe(forms.length);
	});
	it('of waters are counted by state in the legend, with the rule', () => {
		const scene = { ...ask({}), targets: [{ place: 'lake', name: 'lake', position: [0, 0] as [number, number], state: 'behind' as const, count: 2 }] };
		expect(legend(scene, ['targets'])[0]).toMatchObject({ title: '水体按目标状态', rows: [{ id: 'behind', text: '落后：1 处水体' }] });
		expect(legend(scene, ['targets'])[0]!.notes[0]).toContain('最差');
		expect(legend(scene)).toEqual([]);
	});
});
