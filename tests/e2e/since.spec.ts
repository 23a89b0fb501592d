import { expect, open, test, violations } from './support/atlas.ts';

interface Kept {
	records: Record<string, { says: Record<string, string[]> }>;
}

test('a filter is remembered, and later the list says what changed, and goes into a briefing', async ({ page }) => {
	await open(page, '/zh?along=taipu-river&within=2000');
	const button = page.getByRole('button', { name: '变化：与上次记住时比较' });
	const dialog = page.getByRole('dialog', { name: '上次以来的变化' });
	await button.click();
	await expect(dialog).toContainText('这个筛选还没有记住过');
	await dialog.getByRole('button', { name: '记住此刻' }).click();
	await expect(dialog).toContainText('没有变化，数据也没有更新。');
	await page.keyboard.press('Escape');

	// As if it had been remembered before two reports came in.
	await page.evaluate(async () => {
		const done = <T>(request: IDBRequest<T>) => new Promise<T>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
		const store = (await done(indexedDB.open('shuixiang-remembered'))).transaction('filters', 'readwrite').objectStore('filters');
		const [kept] = (await done(store.getAll())) as [Kept];
		kept.records['project:taipu-jiangsu']!.says.status = ['planned', '2020'];
		const [gone] = Object.keys(kept.records).filter((ref) => ref.startsWith('measure:'));
		delete kept.records[gone!];
		await done(store.put({ ...kept, hash: 'before' }));
	});
	await page.reload();
	await button.click();
	await expect(dialog.getByRole('heading', { level: 3 })).toHaveText('变化 2 条');
	await expect(dialog.getByRole('listitem').first()).toContainText('原来 规划 2020');
	await expect(dialog.getByRole('listitem').last()).toContainText('新列入');
	expect(await violations(page)).toEqual([]);
	await dialog.getByRole('button', { name: '加入简报' }).click();
	await expect(dialog.getByRole('status')).toHaveText('已加入“未命名简报”。');
	await dialog.getByRole('link').first().click();
	await expect(dialog).toHaveCount(0);
	await expect(page).toHaveURL(/select=project:taipu-jiangsu/);
});
