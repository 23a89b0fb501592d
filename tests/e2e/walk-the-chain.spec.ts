import { expect, inAddress, open, panel, ready, section, test } from './support/atlas.ts';

test('from a river to a measure, its clause, its document, and back again', async ({ page }) => {
	await open(page, '/zh?select=place:taipu-river');
	await section(panel(page, '地点'), /^政策措施/).getByRole('link', { name: '太浦河多元化生态补偿机制' }).click();
	await inAddress(page, 'select', 'measure:action-plan-5');
	await panel(page, '措施').getByRole('link', { name: '行动计划·5' }).click();
	await inAddress(page, 'select', 'clause:action-plan#5');
	const clause = panel(page, '条款');
	await expect(clause).toContainText('摘要（本图撰写）');
	await clause.getByRole('link', { name: /三年行动计划/ }).first().click();
	await expect(page).toHaveURL(/\/zh\/documents\/action-plan#5$/);

	await page.goBack();
	await expect(panel(page, '条款')).toBeVisible();
	await panel(page, '条款').getByRole('link', { name: '太浦河多元化生态补偿机制' }).click();
	await inAddress(page, 'select', 'measure:action-plan-5');
	await section(panel(page, '措施'), /^条款所及地点/).getByRole('link', { name: '太浦河' }).click();
	await inAddress(page, 'select', 'place:taipu-river');
	for (const select of ['measure:action-plan-5', 'clause:action-plan#5']) {
		await page.goBack();
		await inAddress(page, 'select', select);
	}
});

test('from a document to the measure that a clause holds, on the map', async ({ page }) => {
	await page.goto('/zh/documents');
	await page.getByRole('main').getByRole('link', { name: /三年行动计划/ }).first().click();
	await expect(page).toHaveURL(/\/zh\/documents\/action-plan/);
	await page.getByRole('link', { name: '太浦河多元化生态补偿机制' }).click();
	await ready(page);
	await inAddress(page, 'select', 'measure:action-plan-5');
	await expect(panel(page, '措施').getByRole('heading', { level: 2 })).toHaveText('太浦河多元化生态补偿机制');
});

test('from a project to the clause behind it, its measure and its place', async ({ page }) => {
	await open(page, '/zh?select=project:taipu-jiangsu');
	const behind = section(panel(page, '项目'), /^背后的条款/);
	const line = behind.getByRole('listitem').filter({ has: page.getByRole('link', { name: '行动计划·5', exact: true }) });
	await expect(line, 'a reading is shown as one').toContainText('推断');
	await line.getByRole('link', { name: '行动计划·5', exact: true }).click();
	await inAddress(page, 'select', 'clause:action-plan#5');
	await section(panel(page, '条款'), /^对应措施/).getByRole('link', { name: '太浦河多元化生态补偿机制' }).click();
	await section(panel(page, '措施'), /^条款所及地点/).getByRole('link', { name: '太浦河' }).click();
	await inAddress(page, 'select', 'place:taipu-river');
	await section(panel(page, '地点'), /^项目/).getByRole('link', { name: '太浦河共保联治江苏先行工程' }).click();
	await inAddress(page, 'select', 'project:taipu-jiangsu');
});

test('from a lake to its indicator and back to the lake', async ({ page }) => {
	await open(page, '/zh?select=place:taipu-river');
	await section(panel(page, '地点'), /^指标与生态目标/).getByRole('link', { name: '太浦河水质类别' }).click();
	await inAddress(page, 'select', 'indicator:taipu-class');
	const indicator = panel(page, '指标');
	await expect(section(indicator, /^目标/)).toContainText('2025');
	await expect(section(indicator, /^监测与统计值/)).toContainText('2011-10');
	await indicator.getByRole('link', { name: '太浦河', exact: true }).click();
	await inAddress(page, 'select', 'place:taipu-river');
});

test('a measure linked to the collective shows on its members as "via"', async ({ page }) => {
	await open(page, '/zh?select=place:one-river-three-lakes');
	await expect(panel(page, '地点')).toContainText('统称');
	for (const name of ['太浦河', '淀山湖', '元荡', '汾湖']) await expect(panel(page, '地点').getByRole('link', { name, exact: true }).first()).toBeVisible();
});
