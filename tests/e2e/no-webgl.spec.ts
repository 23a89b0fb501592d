import { chips, expect, facet, inAddress, mapIsDrawn, open, openMap, panel, rows, table, test } from './support/atlas.ts';

test.use({ hasMap: true, allowedErrors: [/WebGL/i, /context/i] });

for (const [lang, sentence] of [['zh', '这台设备没有可用的 WebGL2，地图不能显示；表格、面板和筛选照常可用。'], ['en', 'This device has no usable WebGL2']] as const) {
	test(`without WebGL2 one sentence says so (${lang}), and the table takes the room`, async ({ page }) => {
		await page.addInitScript(() => {
			const get = HTMLCanvasElement.prototype.getContext;
			HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
				return kind.startsWith('webgl') ? null : (get as (...all: unknown[]) => RenderingContext | null).call(this, kind, ...rest);
			} as typeof get;
		});
		await open(page, `/${lang}`);
		await expect(page.getByRole('status').filter({ hasText: sentence })).toBeVisible();
		await expect(page.locator('.frame canvas')).toHaveCount(0);
		const box = (await table(page).locator('xpath=..').boundingBox())!;
		expect(box.height, 'more than half of the window').toBeGreaterThan(450);
		if (lang === 'en') return;
		await facet(page, '太浦河').click();
		await inAddress(page, 'along', 'taipu-river');
		await expect(chips(page)).toHaveCount(1);
		await rows(page).first().getByRole('link').click();
		await expect(panel(page, '项目')).toBeVisible();
	});
}

test('a lost drawing context: the map stands again where it was; lost again at once, the page says how to get it back, and goes on', async ({ page }) => {
	const lose = () => page.locator('.frame canvas').evaluate((canvas: HTMLCanvasElement) => canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext());
	await openMap(page, '/zh?at=120.9,31.05,11');
	await lose();
	await expect(page.locator('.frame .still')).toHaveCount(1);
	await mapIsDrawn(page);
	await expect(page.locator('.frame p[role=status]')).toHaveCount(0);
	await page.getByRole('button', { name: '放大' }).click();
	await inAddress(page, 'at', '120.9,31.05,12');
	await lose();
	await expect(page.getByRole('status').filter({ hasText: '地图绘图环境中断，表格和面板照常可用；刷新页面可恢复地图。' })).toBeVisible();
	await facet(page, '太浦河').click();
	await inAddress(page, 'along', 'taipu-river');
	await rows(page).first().getByRole('link').click();
	await expect(panel(page, '项目')).toBeVisible();
});
