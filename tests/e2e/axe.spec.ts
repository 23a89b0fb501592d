import { answered404, expect, filters, mapIsDrawn, open, openMap, test, violations } from './support/atlas.ts';

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
			expect(await violations(page)).toEqual([]);
		});
	}
	for (const address of rooms[lang]) {
		test(`/${lang}/${address} has no axe violation`, async ({ page }) => {
			await page.goto(`/${lang}/${address}`);
			expect(await violations(page)).toEqual([]);
		});
	}

	test(`the open filters at 1024 and the open search have no axe violation (${lang})`, async ({ page }) => {
		await page.setViewportSize({ width: 1024, height: 768 });
		await open(page, `/${lang}?along=taipu-river&select=place:taipu-river`);
		await page.getByRole('button', { name: /^(筛选|Filters)$/ }).click();
		await expect(filters(page)).toBeVisible();
		expect(await violations(page)).toEqual([]);
		await filters(page).getByRole('button', { name: /^(关闭|Close)$/ }).click();
		await page.getByRole('combobox').fill('dian');
		await expect(page.getByRole('option').first()).toBeVisible();
		expect(await violations(page)).toEqual([]);
	});
	test(`a phone has no axe violation (${lang})`, async ({ page }) => {
		await page.setViewportSize({ width: 390, height: 844 });
		await open(page, `/${lang}?along=taipu-river&select=place:taipu-river`);
		expect(await violations(page)).toEqual([]);
	});

	test.describe('a missing page', () => {
		test.use({ allowedErrors: [answered404] });
		test(`has no axe violation (${lang})`, async ({ page }) => {
			await page.goto(`/${lang}/place/lost-lake`);
			expect(await violations(page)).toEqual([]);
		});
	});
}

test.describe('with the map drawn', () => {
	test.use({ hasMap: true, viewport: { width: 1280, height: 760 } });

	test('map, legend and layer list have no axe violation', async ({ page }) => {
		await openMap(page, '/zh?select=place:taipu-river');
		await page.getByText('图例', { exact: true }).click();
		await page.getByRole('button', { name: '图层' }).click();
		expect(await violations(page)).toEqual([]);
	});

	test('the clauses beside their map have no axe violation', async ({ page }) => {
		await page.goto('/zh/documents/action-plan');
		await mapIsDrawn(page);
		expect(await violations(page)).toEqual([]);
	});
});
