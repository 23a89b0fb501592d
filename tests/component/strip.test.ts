import { screen } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { expect, test } from 'vitest';
import Strip from '#lib/charts/Strip.svelte';
import PlacePanel from '#lib/components/PlacePanel.svelte';
import { translator } from '#lib/i18n/index.ts';
import { createAtlas } from '#lib/query/atlas.ts';
import { placeCard } from '#lib/query/place-card.ts';
import { stripOf } from '#lib/query/strip.ts';
import { groundOf } from '#lib/query/strip-ground.ts';
import { stripPage } from '#lib/query/strip-page.ts';
import { publish } from '#lib/server/publish.ts';
import { readRoots } from '#lib/server/roots.ts';
import { show as showOn, stage } from './support/stage.svelte.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any
const show = (card: Component<any>, props: Record<string, unknown>) => showOn(stage(), card, props);
const t = translator('zh');
const { dataset, relations, shapes } = publish(readRoots());
const atlas = createAtlas(dataset, relations);
const river = atlas.place.get('taipu-river')!;

test('the names on a strip are links in the order of the line, each saying its chainage', () => {
	const { parts } = stripPage(atlas, { lang: 'zh', t }, river, stripOf(atlas, groundOf(shapes), river)!);
	show(Strip, { parts, label: '太浦河', t });
	const said = screen.getAllByRole('link').map((link) => link.getAttribute('aria-label')!);
	const flags = said.flatMap((words) => Number(/ ([\d.]+) km(?: ±[\d.]+ km)?、(?:交叉|附近地点)/.exec(words)?.[1] ?? Number.NaN)).filter((km) => !Number.isNaN(km));
	expect(flags.length).toBeGreaterThan(10);
	expect(flags).toEqual(flags.toSorted((a, b) => a - b));
	expect(said.find((words) => words.includes('G50'))).toBe('G50 8.8 km、交叉；在G50线位 35.6 km 处');
	expect(screen.getByRole('link', { name: /^G50 8\.8 km/ }).getAttribute('href')).toBe('/zh?v=1&select=place:g50');
});

test('the record of a river leads to its strip, that of a lake has none', () => {
	show(PlacePanel, { card: placeCard(atlas, 'zh', 'taipu-river') });
	expect(screen.getByRole('link', { name: '看条带图' }).getAttribute('href')).toBe('/zh/strip/taipu-river');
	show(PlacePanel, { card: placeCard(atlas, 'zh', 'fen-lake') });
	expect(screen.getAllByRole('link', { name: '看条带图' })).toHaveLength(1);
});
