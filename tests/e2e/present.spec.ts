import { expect, test, violations } from './support/atlas.ts';
import type { Page } from './support/atlas.ts';

const show = '/zh/briefings/one-river-three-lakes/present';
const slide = (page: Page) => page.locator('article.slide').first();
const at = (page: Page, n: number) => expect(slide(page)).toHaveAttribute('aria-label', new RegExp(`^幻灯片 ${n} / 12`));

test.use({ viewport: { width: 1920, height: 1080 } });

test('a clicker leads through the slides, a number and Enter jumps, B is black, O shows all, and a second view follows', async ({ page, context }) => {
	await page.goto(show);
	await at(page, 1);
	await page.keyboard.press('PageDown');
	await at(page, 2);
	await page.keyboard.press('1');
	await page.keyboard.press('1');
	await page.keyboard.press('Enter');
	await at(page, 11);
	await page.keyboard.press('b');
	await expect(page.locator('.black')).toBeVisible();
	await page.keyboard.press('PageDown');
	await expect(page.locator('.black')).toHaveCount(0);
	await at(page, 11);
	await page.keyboard.press('o');
	await page.getByRole('button', { name: /^3 / }).click();
	await at(page, 3);
	const speaker = await context.newPage();
	await speaker.goto(`${show}?speaker`);
	await expect(speaker.getByRole('heading', { name: '备注' })).toBeVisible();
	await at(speaker, 3);
	await speaker.getByRole('button', { name: '下一张' }).click();
	await at(page, 4);
	expect(await violations(speaker)).toEqual([]);
});

test('every word on the big screen is at least 20 px, the words of a slide at least 28 px', async ({ page }) => {
	await page.goto(show);
	await at(page, 1);
	for (let n = 1; n <= 12; n++) {
		await at(page, n);
		const small = await slide(page).evaluate((article) => {
			const scale = article.getBoundingClientRect().width / 1920;
			const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
			const found: string[] = [];
			for (let node = walker.nextNode(); node; node = walker.nextNode()) {
				const owner = node.parentElement!;
				if (!node.textContent!.trim() || owner.closest('.sr')) continue;
				const svg = owner.closest('svg');
				const zoom = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : scale;
				const size = Math.round(Number.parseFloat(getComputedStyle(owner).fontSize) * zoom * 10) / 10;
				const least = owner.closest('.words') && !owner.closest('sup') ? 28 : 20;
				if (size < least - 0.3) found.push(`${size}: ${node.textContent!.trim().slice(0, 20)}`);
			}
			return found;
		});
		expect(small, `slide ${n}`).toEqual([]);
		await page.keyboard.press('ArrowRight');
	}
	expect(await violations(page)).toEqual([]);
});
