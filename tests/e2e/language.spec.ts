import { answered404, chips, expect, open, query, test } from './support/atlas.ts';

test('the language changes, the question stays', async ({ page }) => {
	const question = 'along=taipu-river&within=2000&kind=rail&select=place:taipu-river&table=measures&sort=-clause&at=120.8,31.02,10.5&mood=sunny';
	await open(page, `/zh?${question}`);
	await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
	await page.getByRole('link', { name: 'Switch to English' }).click();
	await expect(page).toHaveURL(/\/en\?/);
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	for (const [key, value] of new URLSearchParams(question)) expect(query(page).get(key), key).toBe(value);
	await expect(chips(page).first()).toHaveText('along Taipu River ≤ 2 km');
	await page.getByRole('link', { name: '切换到中文' }).click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
	for (const [key, value] of new URLSearchParams(question)) expect(query(page).get(key), key).toBe(value);
});

test('a choice made on the page goes along into the other language', async ({ page }) => {
	await open(page, '/zh');
	await page.getByRole('table').getByRole('link', { name: '方厅水院', exact: true }).click();
	await expect(page).toHaveURL(/select=project:fangting/);
	await page.getByRole('link', { name: 'Switch to English' }).click();
	await expect(page).toHaveURL(/\/en\?.*select=project:fangting/);
	await expect(page.getByRole('complementary', { name: 'project' })).toBeVisible();
});

for (const [address, other] of [['/zh/documents', '/en/documents'], ['/zh/documents/action-plan', '/en/documents/action-plan'], ['/zh/place/dianshan-lake', '/en/place/dianshan-lake']] as const) {
	test(`${address} has its English page`, async ({ page }) => {
		await page.goto(address);
		await page.getByRole('link', { name: 'Switch to English' }).click();
		await expect(page).toHaveURL(other);
		await expect(page.locator('html')).toHaveAttribute('lang', 'en');
		await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/\p{Script=Han}/u);
	});
}

test('the bare address opens in the language of the browser', async ({ request }) => {
	for (const [accepted, language] of [['zh-CN,zh;q=0.9', 'zh'], ['en-GB,en;q=0.8,zh;q=0.5', 'en'], ['', 'zh']] as const) {
		const response = await request.get('/?along=taipu-river', { headers: { 'accept-language': accepted }, maxRedirects: 0 });
		expect(response.status()).toBe(302);
		expect(response.headers().location).toBe(`/${language}?along=taipu-river`);
	}
});

test.describe('what is not there', () => {
	test.use({ allowedErrors: [answered404] });

	test('says so in the right language and leads back', async ({ page }) => {
		for (const [address, lang, sentence, home] of [
			['/zh/place/lost-lake', 'zh-Hans', '没有编号为“lost-lake”的地点', '/zh'],
			['/en/place/lost-lake', 'en', 'lost-lake', '/en'],
			['/zh/documents/lost-plan', 'zh-Hans', '没有编号为“lost-plan”的文件', '/zh'],
			['/en/documents/lost-plan', 'en', 'lost-plan', '/en'],
			['/zh/nowhere', 'zh-Hans', '没有这个页面', '/zh'],
			['/fr', 'zh-Hans', '本站有中文（/zh）和英文（/en）', '/zh'],
			['/fr/place/taipu-river', 'zh-Hans', 'This site is in Chinese', '/zh']
		] as const) {
			const response = await page.goto(address);
			expect(response?.status(), address).toBe(404);
			await expect(page.locator('html')).toHaveAttribute('lang', lang);
			await expect(page.getByRole('main')).toContainText(sentence);
			if (lang === 'en') await expect(page.getByRole('main')).not.toHaveText(/\p{Script=Han}/u);
			await page.getByRole('link', { name: lang === 'en' ? /map/i : '返回地图' }).click();
			await expect(page).toHaveURL(home);
			await expect(page.getByRole('table')).toBeVisible();
		}
	});
});
