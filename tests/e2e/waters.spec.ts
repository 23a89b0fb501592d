/** A planner asks of a lake: what is its target, who answers for it, and where is the official table? */
import { expect, open, panel, section, test } from './support/atlas.ts';

test('the waters show three governments side by side, and say where the catalogue holds nothing', async ({ page }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await page.goto('/zh/waters');
	const dianshan = page.getByRole('region', { name: '淀山湖', exact: true });
	const tops = await Promise.all(['青浦区', '吴江区', '嘉善县'].map(async (name) => (await dianshan.getByRole('heading', { name: new RegExp(`^${name}`) }).boundingBox())!));
	expect(new Set(tops.map(({ y }) => Math.round(y))).size).toBe(1);
	expect(tops[0]!.x < tops[1]!.x && tops[1]!.x < tops[2]!.x).toBe(true);
	await expect(dianshan).toContainText('淀山湖堤防达标及岸线生态修复（一至三期）');
	await expect(dianshan.locator('section', { has: page.getByRole('heading', { name: /^嘉善县/ }) })).toContainText('本目录未见');
	const compensation = page.getByRole('region', { name: '太浦河生态补偿' });
	await expect(compensation).toContainText('本目录没有数据');
	await expect(compensation.getByRole('link', { name: '填写模板' })).toHaveAttribute('href', '/zh/figures?template=observations&indicators=taipu-compensation');
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });
	test('a lake without its official table says so and offers the template', async ({ page }) => {
		await page.goto('/zh/waters');
		await page.getByRole('rowheader', { name: /^汾湖/ }).getByRole('link', { name: '汾湖', exact: true }).click();
		const main = page.getByRole('main');
		await expect(main).toContainText('本目录没有取得这两份正文');
		await expect(main.getByRole('link', { name: '目标模板' })).toHaveAttribute('href', '/zh/figures?template=targets&indicators=fen-class');
		await expect(main.getByRole('table', { name: undefined }).first()).toContainText('无目标');
		await expect(main).toContainText('苏浙省界');
	});
});

test('the record of a water on the map begins with its targets and leads to its page', async ({ page }) => {
	await open(page, '/zh?select=place:taipu-river');
	const targets = section(panel(page, '地点'), /^生态目标/);
	await expect(targets).toContainText('不可比');
	await expect(targets).toContainText('吴江区水务局');
	await targets.getByRole('link', { name: '全部内容' }).click();
	await expect(page).toHaveURL(/\/zh\/waters\/taipu-river$/);
	await page.getByRole('link', { name: '在地图上看' }).click();
	await expect(page).toHaveURL(/select=place:taipu-river/);
});
