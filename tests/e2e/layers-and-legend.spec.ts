import { expect, inAddress, mapIsDrawn, open, openMap, query, test } from './support/atlas.ts';
import type { Page } from './support/atlas.ts';

test.use({ hasMap: true, viewport: { width: 1280, height: 760 } });
const list = (page: Page) => page.getByRole('group', { name: '图层' });
const legend = (page: Page) => page.getByRole('group').filter({ hasText: '图例' });

test('layers are switched, faded and kept by address and reload; the legend lists what is shown', async ({ page }) => {
	await openMap(page, '/zh');
	await legend(page).getByText('图例', { exact: true }).click();
	for (const word of ['湖荡，实测', '高速公路', '高铁', '区县界']) await expect(legend(page).getByRole('listitem').filter({ hasText: new RegExp(`^\\s*${word}\\s*$`) })).toBeVisible();

	await page.getByRole('button', { name: '图层' }).click();
	const roads = list(page).getByRole('checkbox', { name: '公路' });
	await expect(roads).toBeChecked();
	await roads.click();
	await expect.poll(() => query(page).get('layers')?.split(',')).toContain('lakes');
	expect(query(page).get('layers')!.split(',')).not.toContain('roads');
	await expect(roads).not.toBeChecked();
	await expect(legend(page).getByRole('listitem').filter({ hasText: /^\s*高速公路\s*$/ })).toHaveCount(0);

	await list(page).getByRole('slider', { name: '湖荡：不透明度' }).fill('50');
	await expect.poll(() => query(page).get('layers')).toContain('lakes:0.5');
	const kept = query(page).get('layers');

	await page.reload();
	await mapIsDrawn(page);
	expect(query(page).get('layers')).toBe(kept);
	await page.getByRole('button', { name: '图层' }).click();
	await expect(list(page).getByRole('checkbox', { name: '公路' })).not.toBeChecked();
	await expect(list(page).getByRole('slider', { name: '湖荡：不透明度' })).toHaveValue('50');
	await list(page).getByRole('button', { name: '恢复默认图层' }).click();
	await inAddress(page, 'layers', null);
	await expect(list(page).getByRole('checkbox', { name: '公路' })).toBeChecked();
});

test('a layer moves within its stack, and the order stands in the address', async ({ page }) => {
	await open(page, '/zh');
	await page.getByRole('button', { name: '图层' }).click();
	const before = await list(page).getByRole('listitem').allInnerTexts();
	const [down] = await list(page).getByRole('button', { name: /下移$/, disabled: false }).all();
	const name = (await down!.getAttribute('aria-label'))!.replace('下移', '');
	await down!.click();
	await expect.poll(() => query(page).get('layers')).not.toBeNull();
	const after = await list(page).getByRole('listitem').allInnerTexts();
	const at = (texts: string[]) => texts.findIndex((text) => text.trim() === name);
	expect(at(after)).toBe(at(before) + 1);
});
