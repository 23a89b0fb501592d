/** A planner lays two lakes beside each other, moves one map, and draws the divider by keyboard. */
import { expect, test } from './support/atlas.ts';

/** A map stands and listens long before a machine without a graphics card has drawn it; without motion a key moves it at once. */
test.use({ hasMap: true, viewport: { width: 1280, height: 640 }, contextOptions: { reducedMotion: 'reduce' } });

test('two lakes stand on maps that move together, and the divider follows the keyboard', async ({ page }) => {
	await page.goto('/zh/compare');
	await page.getByRole('link', { name: '淀山湖 / 元荡' }).click();
	await expect(page.getByRole('rowheader', { name: '投资（亿元）' })).toBeVisible();
	const [a, b] = [page.locator('.half.a'), page.locator('.half.b')];
	for (const half of [a, b]) await expect(half).toHaveAttribute('data-at', /,/, { timeout: 45_000 });
	const before = await a.getAttribute('data-at');
	await expect(b).toHaveAttribute('data-at', before!);

	await b.locator('canvas').focus();
	await page.keyboard.press('ArrowRight');
	await expect.poll(() => a.getAttribute('data-at')).not.toBe(before);
	await expect.poll(async () => (await a.getAttribute('data-at')) === (await b.getAttribute('data-at'))).toBe(true);

	await page.getByRole('link', { name: '卷帘' }).click();
	const divider = page.getByRole('slider', { name: /^卷帘分界/ });
	await divider.focus();
	for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight');
	await expect(divider).toHaveAttribute('aria-valuetext', '左侧 A 占 53%');
	await expect(b).toHaveCSS('clip-path', 'inset(0px 0px 0px 53%)');
});
