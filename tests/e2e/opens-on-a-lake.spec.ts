import { chips, expect, filters, inAddress, open, panel, projectCount, rows, section, test } from './support/atlas.ts';
import type { Page } from './support/atlas.ts';

const link = '/zh?along=taipu-river&within=2000&select=place:taipu-river';

/** What a colleague sees who opens the link from a message. */
async function showsTheTaipuRiver(page: Page): Promise<void> {
	await expect(page).toHaveTitle('太浦河 · 水乡一张图');
	await expect(chips(page)).toHaveText(['沿太浦河 ≤ 2 km']);
	const river = panel(page, '地点');
	await expect(river.getByRole('heading', { level: 2 })).toHaveText(/^太浦河\s*Taipu River$/);
	await expect(river).toContainText('50 余 km');

	const measures = section(river, /^政策措施/);
	for (const clause of ['行动计划·5', '行动计划·23', '行动计划·31', '十八项·3']) {
		const line = measures.getByRole('listitem').filter({ has: page.getByRole('link', { name: clause, exact: true }) });
		await expect(line, clause).toHaveCount(1);
		await expect(line, clause).toContainText('点名');
	}
	const projects = section(river, /^项目/);
	await expect(projects.getByRole('heading', { level: 4 })).toHaveText([/^已建成/, /^在建/, /^持续推进/, /^规划/]);
	const lines = projects.getByRole('listitem');
	for (const text of await lines.allInnerTexts()) expect(text).toMatch(/\d{4}(-\d{2}){0,2}|报道日期不详/);
	await expect(lines.filter({ hasText: '方厅水院' })).toContainText('2025-05-28');

	await expect(section(river, /^指标与生态目标/)).toContainText('太浦河水质类别');
	await expect(rows(page)).toHaveCount(await projectCount(page));
	await expect(rows(page).filter({ hasText: '太浦河后续工程' })).toBeVisible();
}

test('a pasted link opens on the river with its measures, projects and table', async ({ page }) => {
	await open(page, link);
	await showsTheTaipuRiver(page);
	expect(new URL(page.url()).searchParams.get('within')).toBe('2000');
});

test('the same link reads the same in English', async ({ page }) => {
	await open(page, link.replace('/zh', '/en'));
	await expect(page).toHaveTitle('Taipu River · Shuixiang Atlas');
	await expect(chips(page)).toHaveText(['along Taipu River ≤ 2 km']);
	await expect(page.getByRole('complementary', { name: 'place', exact: true })).toContainText('named');
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('the server has already written it all', async ({ page }) => {
		const response = await page.goto(link);
		await showsTheTaipuRiver(page);
		expect(await response!.text()).toContain('<noscript><p');
	});

	test('filters and records are links that the server answers', async ({ page }) => {
		await page.goto('/zh');
		const before = await projectCount(page);
		await filters(page).getByRole('link', { name: /^太浦河 / }).click();
		await inAddress(page, 'along', 'taipu-river');
		expect(await projectCount(page)).toBeLessThan(before);
		await rows(page).first().getByRole('link').click();
		await expect(panel(page, '项目')).toBeVisible();
		await panel(page, '项目').getByRole('link', { name: '关闭' }).click();
		await expect(panel(page, '项目')).toHaveCount(0);
		await inAddress(page, 'along', 'taipu-river');
	});
});
