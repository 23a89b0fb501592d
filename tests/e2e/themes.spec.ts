import { expect, inAddress, openMap, query, test, violations } from './support/atlas.ts';
import type { Page } from './support/atlas.ts';

test.use({ hasMap: true, viewport: { width: 1280, height: 800 } });
const legend = (page: Page) => page.getByRole('group', { name: '专题图例' });
const years = (page: Page) => page.getByRole('region', { name: '按年份看' });

test('districts are shaded by a chosen series, with unit, source, year and method; another method stands in the address', async ({ page }) => {
	await openMap(page, '/zh');
	await expect(legend(page)).toHaveCount(0);
	await page.getByRole('button', { name: '图层' }).click();
	await page.getByLabel('区县填色').selectOption({ label: '跨省通办事项' });
	await inAddress(page, 'theme', 'cross-services');
	await expect(legend(page)).toContainText('跨省通办事项（项）');
	await expect(legend(page)).toContainText('来源：');
	await expect(legend(page)).toContainText('吴江 1,398（2021-07）');
	await page.getByLabel('分级方法').selectOption('jenks');
	await inAddress(page, 'method', 'jenks');
	await expect(legend(page)).toContainText('自然断点（Jenks），3 级');

	await page.getByLabel('项目比例圆').selectOption('investment');
	await inAddress(page, 'amount', 'investment');
	await expect(legend(page)).toContainText(/小空心点：\d+ 项无投资数据/);
});

test('a year is chosen by key, kept by the address, and left; projects without dates for it are counted as not known then', async ({ page }) => {
	await openMap(page, '/zh?year=2021&theme=catalogue-projects');
	const slider = years(page).getByRole('slider', { name: '年份' });
	await expect(slider).toHaveValue('2021');
	const unknown = async () => Number(/\d+/.exec(await years(page).getByRole('listitem').filter({ hasText: '当年状态不明' }).innerText())![0]);
	const in2021 = await unknown();
	expect(await violations(page)).toEqual([]);
	await slider.press('ArrowRight');
	await inAddress(page, 'year', '2022');
	expect(await unknown()).toBeLessThan(in2021);
	await slider.press('End');
	await inAddress(page, 'year', '2035');
	await expect(years(page)).toContainText('2035 年到期：目标');
	await expect(years(page).getByRole('listitem').filter({ hasText: '在建或推进中' })).toContainText(/0$/);
	await page.goBack();
	await expect(slider).toHaveValue('2022');
	await expect(legend(page)).toContainText('2022 年底前');
	await years(page).getByRole('button', { name: '退出按年份看' }).click();
	await inAddress(page, 'year', null);
	await expect(years(page)).toHaveCount(0);
	expect(query(page).get('theme')).toBe('catalogue-projects');
});
