import { AxeBuilder } from '@axe-core/playwright';
import { answered404, expect, filters, open, openMap, test } from './support/atlas.ts';
import type { Page } from './support/atlas.ts';

async function isAccessible(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, help, nodes }) => `${id}: ${help} — ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
}

/** Every page in Chinese; in English, whose pages are built of the same parts, one of each make. */
const records = { zh: ['place:taipu-river', 'measure:action-plan-23', 'project:taipu-jiangsu', 'indicator:taipu-class', 'clause:action-plan%235'], en: ['place:taipu-river', 'measure:action-plan-23'] };
const rooms = {
	zh: ['documents', 'documents/action-plan', 'documents/matrix?places=districts&mood=sunny', 'documents/agencies', 'documents/read', 'place/taipu-river', 'progress', 'timeline', 'timeline?along=taipu-river&mood=sunny', 'index', 'index?i=gdp:30,one-card:20&partial=1&norm=target&mood=sunny', 'indicators/cross-services-qingpu', 'waters', 'waters/dianshan-lake', 'strip', 'strip/taipu-river', 'compare?a=along%3Ddianshan-lake%26mood%3Dsunny&b=along%3Dyuandang-lake&mode=swipe', 'compare/governments?place=yuandang-lake', 'offline', 'embed?along=taipu-river&select=place:taipu-river'],
	en: ['documents', 'documents/action-plan', 'documents/agencies', 'documents/read', 'progress', 'timeline', 'index?i=gdp:30,one-card:20&partial=1&norm=target&mood=sunny', 'waters/dianshan-lake', 'strip/taipu-river', 'embed?along=taipu-river&select=place:taipu-river']
};

for (const lang of ['zh', 'en'] as const) {
	for (const query of ['', ...records[lang].map((record) => `?along=taipu-river&select=${record}`), ...(lang === 'zh' ? ['?along=taipu-river&kind=innovation&mood=sunny'] : [])]) {
		test(`/${lang}${query} has no axe violation`, async ({ page }) => {
			await open(page, `/${lang}${query}`);
			await isAccessible(page);
		});
	}
	for (const address of rooms[lang]) {
		test(`/${lang}/${address} has no axe violation`, async ({ page }) => {
			await page.goto(`/${lang}/${address}`);
			await isAccessible(page);
		});
	}

	test(`the open filters at 1024 and the open search have no axe violation (${lang})`, async ({ page }) => {
		await page.setViewportSize({ width: 1024, height: 768 });
		await open(page, `/${lang}?along=taipu-river&select=place:taipu-river`);
		await page.getByRole('button', { name: /^(筛选|Filters)$/ }).click();
		await expect(filters(page)).toBeVisible();
		await isAccessible(page);
		await filters(page).getByRole('button', { name: /^(关闭|Close)$/ }).click();
		await page.getByRole('combobox').fill('dian');
		await expect(page.getByRole('option').first()).toBeVisible();
		await isAccessible(page);
	});
	test(`a phone has no axe violation (${lang})`, async ({ page }) => {
		await page.setViewportSize({ width: 390, height: 844 });
		await open(page, `/${lang}?along=taipu-river&select=place:taipu-river`);
		await isAccessible(page);
	});

	test.describe('a missing page', () => {
		test.use({ allowedErrors: [answered404] });
		test(`has no axe violation (${lang})`, async ({ page }) => {
			await page.goto(`/${lang}/place/lost-lake`);
			await isAccessible(page);
		});
	});
}

test.describe('with the map drawn', () => {
	test.use({ hasMap: true, viewport: { width: 1280, height: 760 } });

	test('map, legend and layer list have no axe violation', async ({ page }) => {
		await openMap(page, '/zh?select=place:taipu-river');
		await page.getByText('图例', { exact: true }).click();
		await page.getByRole('button', { name: '图层' }).click();
		await isAccessible(page);
	});
});
