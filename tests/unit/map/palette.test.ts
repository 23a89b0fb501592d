import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { projectKinds } from '../../../src/lib/domain/vocabulary.ts';
import { legendOf } from '../../../src/lib/map/legend-of.ts';
import { areaEntries, recordEntries } from '../../../src/lib/map/legend.ts';
import { lowerHalfOf, markStatuses, outlineOf } from '../../../src/lib/map/marks.ts';
import { markIcon, mapping } from '../../../src/lib/map/icon-sheet.ts';
import { kindInk, mix, palettes, ramps, rgba, scaleAt } from '../../../src/lib/map/palette.ts';
import { layers } from '../../../src/lib/map/registry.ts';
import { signOf, signs, strokesOf } from '../../../src/lib/map/signs.ts';
import type { LineSign } from '../../../src/lib/map/signs.ts';
import { buildScene } from '../../../src/lib/map/build-scene.ts';
import { dataset, shapes } from './fixture.ts';

const entries = [...layers.flatMap((layer) => layer.legend), ...Object.values(areaEntries), ...Object.values(recordEntries)];

describe('palette', () => {
	it('has the same tones in both themes', () => expect(Object.keys(palettes.briefing)).toEqual(Object.keys(palettes.day)));
	it('holds only plain hex tones', () => expect([...Object.values(palettes.day), ...Object.values(palettes.briefing)].filter((tone) => !/^#[0-9A-F]{6}$/i.test(tone))).toEqual([]));
	it('reads a tone as bytes and mixes two', () => {
		expect(rgba('#FF8000', 0.5)).toEqual([255, 128, 0, 128]);
		expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
	});
	it('keeps lines thinner on small maps', () => expect([7, 9.5, 16].map(scaleAt)).toEqual([0.62, 1, 2]));
});

describe('legend', () => {
	it('draws every entry in a known tone', () => {
		for (const { parts } of entries) for (const { fill, stroke } of parts) for (const ink of [fill, stroke]) if (ink) expect(palettes.day).toHaveProperty(ink);
	});
	it('has a key of its own for every entry', () => {
		for (const { id, key } of entries) expect(key).toBe(`legend.${id}`);
		const byId = new Map<string, unknown>();
		for (const entry of entries) {
			expect(byId.get(entry.id) ?? entry.parts, entry.id).toEqual(entry.parts);
			byId.set(entry.id, entry.parts);
		}
	});
	it('shows only what the view shows', () => {
		const { scene } = buildScene(dataset({}), shapes, { lang: 'zh', zoom: 10, projects: null, measures: null, indicators: null, selection: null, hover: null, scope: null });
		const ids = legendOf(layers, scene).map(({ id }) => id);
		expect(ids).toEqual(expect.arrayContaining(['lake', 'lake-schematic', 'river', 'hsr', 'intercity-planned', 'expressway', 'road', 'boundary']));
		for (const id of ['selected', 'scope', 'cluster', 'arc-named', 'metro', 'canal', 'kind-eco', 'outside']) expect(ids).not.toContain(id);
	});
});

describe('signs', () => {
	it('tell measured from schematic by dash, never by colour alone', () => {
		for (const sign of ['river', 'canal', 'expressway', 'road'] satisfies LineSign[]) {
			expect(strokesOf(sign).some((stroke) => stroke.dash), sign).toBe(false);
			expect(strokesOf(`${sign}-schematic`).some((stroke) => stroke.dash), sign).toBe(true);
		}
	});
	it('are all different without colour', () => {
		const shapesOfSigns = Object.keys(signs).map((sign) => JSON.stringify(strokesOf(sign as LineSign).map(({ width, dash, round, ink }) => [width, dash, round, ink === 'paper' || ink === 'canal' || ink === 'roadFill'])));
		expect(new Set(shapesOfSigns).size).toBe(shapesOfSigns.length);
	});
	it('break a railway that is not open', () => expect(shapes.rail.map(signOf)).toEqual(['hsr', 'intercity-planned']));
});

it('every kind and status has a sign in the sheet', () => {
	for (const kind of projectKinds) {
		expect(palettes.day).toHaveProperty(kindInk[kind]);
		expect(outlineOf(kind)).toMatch(/^M[^Na]*.*Z$/);
		expect(lowerHalfOf(kind).every(Number.isFinite)).toBe(true);
		for (const status of markStatuses) expect(mapping).toHaveProperty(markIcon(kind, status));
	}
});

it('the tones are those of the token sheet', () => {
	const sheet = readFileSync('src/lib/look/tokens.css', 'utf8');
	const toneOf = (name: string) => new RegExp(`--${name}:\\s*(#[0-9A-Fa-f]{6})`).exec(sheet)![1]!.toUpperCase();
	for (const [ink, name] of [['water', 'map-water'], ['selected', 'sel'], ['rail', 'map-rail'], ['shore', 'map-shore'], ['out', 'map-out']] as const) {
		expect(toneOf(name), name).toBe(palettes.day[ink].toUpperCase());
	}
	expect(ramps.sequential.map((_, i) => toneOf(`seq-${i + 1}`))).toEqual(ramps.sequential);
});
