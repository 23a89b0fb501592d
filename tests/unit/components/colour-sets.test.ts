/** Every chart readable in grey and with deuteranopia: the same figures that `/zh/method#colours` prints. */
import { render } from 'svelte/server';
import type { Component } from 'svelte';
import { describe, expect, it } from 'vitest';
import StateBand from '#lib/charts/StateBand.svelte';
import StateMark from '#lib/charts/StateMark.svelte';
import { checkColours, colourSets, limits } from '#lib/components/colour-sets.ts';
import Sign from '#lib/components/Sign.svelte';
import { projectKinds } from '#lib/domain/vocabulary.ts';
import { markStatuses } from '#lib/map/marks.ts';
import { states } from '#lib/query/progress-rules.ts';

/** What is left of a drawing when its colours are gone: shapes, fills that are there or not, dashes. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
const bare = (drawing: Component<any>, props: Record<string, unknown>): string => render(drawing, { props }).body.replace(/<!--[\s\S]*?-->/g, '').replace(/(fill|stroke)="(?!none)[^"]*"/g, '$1="ink"').replace(/ class="[^"]*"/g, '');
const areAllDifferent = (drawings: readonly string[]) => expect(new Set(drawings).size).toBe(drawings.length);

describe('signs that claim to differ in shape or fill do so', () => {
	it('target states', () => areAllDifferent(states.map((state) => bare(StateMark, { state, x: 0, y: 0 }))));
	it('stretches of the bar of states', () => areAllDifferent(states.map((state) => bare(StateBand, { state, x: 0, width: 10 }))));
	it('project kinds', () => areAllDifferent(projectKinds.map((kind) => bare(Sign, { kind }))));
	it('project statuses, in every kind', () => {
		for (const kind of projectKinds) areAllDifferent(markStatuses.map((status) => bare(Sign, { kind, status })));
	});
});

describe('signs that differ by colour only', () => {
	it.each(colourSets.map((set) => [set.id, set] as const))('stay apart in every view: %s', (_, set) => {
		const check = checkColours(set);
		expect(check.alone + check.exempt).toBe((set.swatches.length * (set.swatches.length - 1)) / 2);
		if (check.alone > 0) expect([check.least!.normal >= limits.delta, check.least!.deutan >= limits.delta, check.least!.grey >= limits.light], JSON.stringify(check)).toEqual([true, true, true]);
		expect(check.passes).toBe(true);
	});
	it('are the classes of areas alone: everything else has a form of its own', () => expect(colourSets.filter((set) => checkColours(set).alone > 0).map(({ id }) => id)).toEqual(['ramp']));
	it.each([['in grey', '#B0443C', '#3F7A3A'], ['with deuteranopia', '#9A6A2F', '#7A7A2A'], ['for anybody', '#377A54', '#377A56']])('would be found out %s', (_, a, b) => expect(checkColours({ swatches: [{ id: 'a', tone: a, form: 'dot' }, { id: 'b', tone: b, form: 'dot' }] }).passes).toBe(false));
});
