import { screen } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { expect, test } from 'vitest';
import Strip from '#lib/charts/Strip.svelte';
import PlacePanel from '#lib/components/PlacePanel.svelte';
import StripTables from '#lib/components/StripTables.svelte';
import StripUnplaced from '#lib/components/StripUnplaced.svelte';
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

test('what is pointed at on the drawing is told to the map, and what the map points at is marked on the drawing', () => {
	const { parts } = stripPage(atlas, { lang: 'zh', t }, river, stripOf(atlas, groundOf(shapes), river)!);
	const told: (string | null)[] = [];
	const g50 = parts[0]!.items.find(({ ref }) => ref === 'place:g50')!;
	show(Strip, { parts, label: '太浦河', t, lit: g50.key, onpoint: (item: { key: string } | null) => told.push(item?.key ?? null) });
	const link = screen.getByRole('link', { name: /^G50 8\.8 km/ });
	expect(link.classList.contains('lit')).toBe(true);
	expect(screen.getAllByRole('link').filter((one) => one.classList.contains('lit'))).toEqual([link]);
	link.dispatchEvent(new FocusEvent('focus'));
	link.dispatchEvent(new FocusEvent('blur'));
	expect(told).toEqual([g50.key, null]);
});

test('an unlocated measure of a river that its clause names says so, and a placed one says by which lake', () => {
	const page = stripPage(atlas, { lang: 'zh', t }, river, stripOf(atlas, groundOf(shapes), river)!);
	const measure = page.parts[0]!.items.find(({ row }) => row === 'measure')!;
	show(StripTables, { parts: page.parts });
	expect(screen.getAllByText(/条款点名汾湖：穿过水面/)).toHaveLength(1);
	expect(measure.chainage).toBe('30.7–35.7 km');
	show(StripUnplaced, { unplaced: page.unplaced, areaWide: page.areaWide });
	expect(screen.getAllByText(/条款点名这条线，未写明何处/).length).toBeGreaterThan(0);
});
