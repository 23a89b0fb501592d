import { fireEvent, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import FilterBar from '#lib/components/FilterBar.svelte';
import Headline from '#lib/components/Headline.svelte';
import { opened, show, stage } from './support/stage.svelte.ts';

const facet = (name: string): HTMLElement => screen.getByRole('link', { name: new RegExp(`^${name}\\s*\\d+\\s*/\\s*\\d+$`) });
const hrefOf = (link: HTMLElement): string | null => link.getAttribute('href');

test('without a filter the headline counts everything, with for how many each figure is known, and the filters say so', async () => {
	const staged = await opened();
	show(staged, Headline);
	expect(screen.getByRole('region', { name: '当前结果' }).textContent!.replaceAll(/\s+/g, ' ').trim()).toBe('3 / 3 个项目 措施 3 指标 2 长度 19 km（3 项中 1 项有数） 投资 8.5 亿元（3 项中 2 项有数）');
	show(staged, FilterBar);
	expect(screen.getByText('全部地点，未筛选')).toBeTruthy();
	expect(screen.queryByRole('slider')).toBeNull();
});

test('every value is a link that works before any script: choose, add, let go', async () => {
	show(stage('?kind=rail'), FilterBar);
	expect(hrefOf(facet('生态治理'))).toBe('/zh?v=1&kind=rail,eco');
	expect(facet('轨道交通').getAttribute('aria-current')).toBe('true');
	expect(hrefOf(facet('轨道交通'))).toBe('/zh');
});

test('of corridors and waters one is chosen at a time, and the distance stays', async () => {
	show(await opened('?along=mirror-lake&within=3000'), FilterBar);
	expect(hrefOf(facet('长河'))).toBe('/zh?v=1&along=long-river&within=3000');
	expect(screen.getByRole('link', { name: '去掉筛选：沿镜湖 ≤ 3 km' }).getAttribute('href')).toBe('/zh');
});

test('the distance slider writes the address, and the count follows', async () => {
	const staged = await opened('?along=mirror-lake&within=0');
	show(staged, FilterBar);
	show(staged, Headline);
	const count = () => Number(document.querySelector('.count b')!.textContent);
	expect(count(), 'by link alone').toBe(1);
	const slider = screen.getByRole('slider', { name: '沿线距离，米' });
	await fireEvent.change(slider, { target: { value: '2000' } });
	expect(staged.browser.address).toBe('/zh?v=1&along=mirror-lake&within=2000');
	expect(count(), 'the line runs 1,112 m north of the shore').toBeGreaterThan(1);
	expect(slider.getAttribute('aria-valuetext')).toBe('2 km');
});

test('where nothing matches, each condition says what dropping it shows', async () => {
	const staged = await opened('?along=mirror-lake&kind=innovation');
	show(staged, FilterBar);
	expect(screen.getByRole('status').textContent).toContain('没有符合的项目');
	const hint = screen.getByRole('link', { name: '去掉“项目类型：科创产业”，可见 1 项' });
	expect(hrefOf(hint)).toBe('/zh?v=1&along=mirror-lake');
});

test('a condition of another version is shown as kept, and is no link', async () => {
	show(await opened('?mood=sunny&district=west'), FilterBar);
	const chip = screen.getByText('mood=sunny');
	expect(chip.tagName).toBe('SPAN');
	expect(chip.title).toBe('此版本不认识的条件，已保留、未参与筛选：mood=sunny');
});
