import { screen, within } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { expect, test } from 'vitest';
import Figures from '#lib/components/Figures.svelte';
import IndicatorList from '#lib/components/IndicatorList.svelte';
import PlacePanel from '#lib/components/PlacePanel.svelte';
import SourceList from '#lib/components/SourceList.svelte';
import type { FigureLine, IndicatorLine } from '#lib/query/cards.ts';
import type { SourceCitation } from '#lib/query/cite.ts';
import { placeCard } from '#lib/query/place-card.ts';
import { openRegion } from '../fixtures/region.ts';
import { show as showOn, stage } from './support/stage.svelte.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any
const show = (card: Component<any>, props: Record<string, unknown>) => showOn(stage(), card, props);
const { atlas } = openRegion();

const source: SourceCitation = { id: 's', outlet: '镜报', date: '2023-05', title: '', quality: 'mirror', url: '', isSecondary: true };

test('a re-post is cited by outlet and date, without a title of our making and without a link', () => {
	show(SourceList, { sources: [source] });
	const item = screen.getByRole('listitem');
	expect(item.textContent).toMatch(/镜报.*2023-05.*标题未录.*转载/);
	expect(within(item).queryByRole('link')).toBeNull();
	expect(screen.getByText('仅有转载或二手来源')).toBeTruthy();
});

test('a figure found as "over 50" stays 50 余 km', () => {
	const line: FigureLine = { what: 'length', text: '50', comparator: 'gt', unit: 'km', years: '', qualifier: '', isTotal: true, value: 50, sources: [source] };
	show(Figures, { figures: [line] });
	expect(screen.getByText('50 余 km')).toBeTruthy();
});

test('an indicator without target and value says so and shows no zero', () => {
	const line: IndicatorLine = { id: 'x', title: '镜湖水质', unit: '', scope: '镜湖', target: null, latest: null, hasBaseline: false, state: 'no-target', isToBeConfirmed: false };
	show(IndicatorList, { lines: [line] });
	expect(screen.getByText('来源未载目标')).toBeTruthy();
	expect(screen.getByText('无数据')).toBeTruthy();
	expect(screen.queryByText(/^0/)).toBeNull();
});

test('a place of the collective shows its measure as via the collective, computed and not stored', () => {
	show(PlacePanel, { card: placeCard(atlas, 'zh', 'mirror-lake') });
	const measure = screen.getByText('疏通两水').closest('li')!;
	expect(measure.textContent).toContain('点名');
	expect(measure.textContent).toContain('经“两水”');
});

test('text in the data stays text', () => {
	const card = { ...placeCard(atlas, 'zh', 'mirror-lake')!, name: '<img src=x onerror=alert(1)>' };
	const { container } = show(PlacePanel, { card });
	expect(container.querySelector('img')).toBeNull();
	expect(screen.getByRole('heading', { level: 2 }).textContent).toContain('<img');
});
