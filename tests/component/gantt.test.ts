import { screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Gantt from '#lib/charts/Gantt.svelte';
import { translator } from '#lib/i18n/index.ts';
import { ganttOf } from '#lib/query/gantt.ts';
import { openRegion } from '../fixtures/region.ts';
import { show, stage } from './support/stage.svelte.ts';

const { atlas } = openRegion();
const gantt = ganttOf(atlas, { lang: 'zh', t: translator('zh') }, atlas.dataset.projects);

test('a project with a date is a row with its dates in words; one without is not drawn', () => {
	show(stage(), Gantt, { gantt, dataDate: atlas.dataset.dataDate, label: '项目进度', today: '' });
	expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual(['快线工程', '快线西段']);
	expect(screen.getByRole('link', { name: '快线工程' }).getAttribute('href')).toBe('/zh?v=1&select=project:line-works');
	expect(screen.getByRole('img', { name: '开工 2021，计划完工 2026，在建（2024-05 报道）' })).toBeTruthy();
	expect(screen.queryByText('镜湖治理')).toBeNull();
	expect(gantt.undated.map(({ title }) => title)).toEqual(['镜湖治理']);
});

test('a planned finish is a hollow mark, and the bar before it stays open', () => {
	show(stage(), Gantt, { gantt, dataDate: atlas.dataset.dataDate, label: '项目进度', today: '' });
	const lane = screen.getByRole('img', { name: /^开工 2021，计划完工 2026/ });
	const plan = lane.querySelector('rect[stroke-dasharray]')!;
	expect([plan.getAttribute('fill'), Number.parseFloat(plan.getAttribute('x')!) > 70]).toEqual(['none', true]);
	const filled = [...lane.querySelectorAll('rect[fill]')].filter((rect) => rect !== plan).map((rect) => Number.parseFloat(rect.getAttribute('x')!) + Number.parseFloat(rect.getAttribute('width')!));
	expect(Math.max(...filled), 'nothing filled reaches the planned year').toBeLessThan(Number.parseFloat(plan.getAttribute('x')!));
	expect(lane.querySelector('svg path[fill-opacity]'), 'an open end').not.toBeNull();
});
