/**
 * What the browser tests share. The map takes seconds without a graphics card, so a test that is not about the map opens the page `withoutMap`:
 * geometry never arrives, and text, table, filters and panels have to do without it. A script error on any page fails its test.
 */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

export { expect };
export type { Locator, Page };

export const test = base.extend<{ allowedErrors: RegExp[]; silence: void; withoutMap: void; hasMap: boolean }>({
	/** Console errors that a test provokes. */
	allowedErrors: [[], { option: true }],
	/** Set by a test that needs the living map. */
	hasMap: [false, { option: true }],
	withoutMap: [async ({ page, hasMap }, use) => {
		if (!hasMap) await page.route(/\/data\/[^/]+\/geometry-/, () => {});
		await use();
	}, { auto: true }],
	silence: [async ({ page, allowedErrors }, use) => {
		const errors: string[] = [];
		page.on('pageerror', (error) => errors.push(String(error)));
		page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
		await use();
		expect(errors.filter((text) => !allowedErrors.some((pattern) => pattern.test(text))), 'errors in the console').toEqual([]);
	}, { auto: true }]
});

/** A missing page is reported by the browser itself. */
export const answered404 = /status of 404/;

/** Opens an address and waits until the page answers by itself, no longer through the server. */
export async function open(page: Page, address: string): Promise<void> {
	await page.goto(address);
	await ready(page);
}
export const ready = (page: Page): Promise<void> => expect(page.getByRole('button', { name: /下载当前表格|Download this table/ })).toBeEnabled();

/** Opens an address and waits for the first complete picture of the map. */
export async function openMap(page: Page, address: string): Promise<void> {
	await open(page, address);
	await mapIsDrawn(page);
}
export async function mapIsDrawn(page: Page): Promise<void> {
	await expect(page.locator('.frame .still')).toHaveCount(0, { timeout: 45_000 });
	await expect(page.locator('.frame canvas')).toBeVisible();
}

export const filters = (page: Page): Locator => page.getByRole('complementary', { name: /^(筛选|Filters)$/ });
/** The panel of the selected record, by the word for its kind. */
export const panel = (page: Page, kind: '地点' | '措施' | '项目' | '指标' | '条款'): Locator => page.getByRole('complementary', { name: kind, exact: true });
/** A section of a panel, by its heading. */
export const section = (within: Locator, heading: RegExp): Locator => within.locator('section').filter({ has: within.page().getByRole('heading', { level: 3, name: heading }) });
export const table = (page: Page): Locator => page.getByRole('table');
export const rows = (page: Page): Locator => page.locator('tbody tr:has(th)');
/** The table writes the first rows; the rest follow when the reader comes near the end. */
export async function scrollThroughTable(page: Page): Promise<void> {
	const more = page.locator('tbody').getByRole('button', { name: /^另有 \d+ 项$/ });
	for (let round = 0; round < 10 && (await more.count()) > 0; round++) {
		await more.scrollIntoViewIfNeeded({ timeout: 1000 }).catch(() => {});
		await page.waitForTimeout(100);
	}
}

/** The large number in the headline. */
export const projectCount = async (page: Page): Promise<number> => Number(await page.locator('.headline .count b').innerText());
export const query = (page: Page): URLSearchParams => new URL(page.url()).searchParams;
/** Waits for a part of the address; `null` for none. */
export const inAddress = (page: Page, key: string, value: string | null): Promise<void> => expect.poll(() => query(page).get(key)).toBe(value);

/** A facet value with its two numbers. */
export const facet = (page: Page, name: string): Locator => filters(page).getByRole('link', { name: new RegExp(`^${name} \\d+ / \\d+$`) });
export async function facetCounts(page: Page, name: string): Promise<[now: number, all: number]> {
	const [, now, all] = /(\d+)\s*\/\s*(\d+)\s*$/.exec((await facet(page, name).innerText()).replaceAll('\u00a0', ' '))!;
	return [Number(now), Number(all)];
}
export const chips = (page: Page): Locator => filters(page).locator('.chip');

/** What axe finds wrong, a line each. Our pages are one frame and nobody reads the passes: the same rules in a third of the time. */
export async function violations(page: Page, within?: string): Promise<string[]> {
	const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
	const found = await (within ? axe.include(within) : axe).analyze();
	return found.violations.map(({ id, help, nodes }) => `${id}: ${help} — ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
