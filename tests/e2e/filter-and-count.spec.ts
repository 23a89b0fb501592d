import { chips, expect, facet, facetCounts, filters, inAddress, open, projectCount, query, rows, scrollThroughTable, test } from './support/atlas.ts';

test('each number beside a value is the count that choosing it gives', async ({ page }) => {
	await open(page, '/zh');
	await scrollThroughTable(page);
	await expect(rows(page)).toHaveCount(await projectCount(page));
	for (const [name, key, value] of [['太浦河', 'along', 'taipu-river'], ['轨道交通', 'kind', 'rail'], ['在建', 'status', 'building']] as const) {
		const [now] = await facetCounts(page, name);
		await facet(page, name).click();
		await inAddress(page, key, value);
		await expect.poll(() => projectCount(page), `${name}: ${now} announced`).toBe(now);
		await expect(rows(page)).toHaveCount(now);
	}
	await expect(chips(page)).toHaveText(['沿太浦河 ≤ 1 km', '项目类型：轨道交通', '项目状态：在建']);
	await expect(page.getByRole('link', { name: /^项目 \d+$/ })).toHaveText(`项目 ${await projectCount(page)}`);
	const [now, all] = await facetCounts(page, '生态治理');
	expect(now).toBeLessThan(all);
});

test('one click drops one condition and keeps the others', async ({ page }) => {
	await open(page, '/zh?along=taipu-river&kind=rail&status=building');
	const before = await projectCount(page);
	await filters(page).getByRole('link', { name: '去掉筛选：项目类型：轨道交通' }).click();
	await inAddress(page, 'kind', null);
	expect(query(page).get('along')).toBe('taipu-river');
	expect(query(page).get('status')).toBe('building');
	await expect(chips(page)).toHaveCount(2);
	await expect.poll(() => projectCount(page)).toBeGreaterThan(before);
	await filters(page).getByRole('link', { name: '清除筛选' }).click();
	await expect(chips(page)).toHaveCount(0);
	await expect(filters(page)).toContainText('全部地点，未筛选');
});

test('a second value of one facet widens the answer', async ({ page }) => {
	await open(page, '/zh?kind=rail');
	const rail = await projectCount(page);
	const [road] = await facetCounts(page, '道路航道');
	await facet(page, '道路航道').click();
	await inAddress(page, 'kind', 'rail,road');
	await expect.poll(() => projectCount(page)).toBe(rail + road);
	await expect(chips(page)).toHaveText(['项目类型：轨道交通或道路航道']);
});

test('the distance changes count, address and chip, and the planner may go to 10 km', async ({ page }) => {
	await open(page, '/zh?along=taipu-river');
	const slider = filters(page).getByRole('slider', { name: '沿线距离，米' });
	await expect(slider).toHaveAttribute('aria-valuetext', '1 km');
	await slider.focus();
	await page.keyboard.press('Home');
	await inAddress(page, 'within', '0');
	await expect(chips(page)).toHaveText(['沿太浦河 ≤ 0 m']);
	const near = await projectCount(page);
	await slider.focus();
	await page.keyboard.press('End');
	await inAddress(page, 'within', '10000');
	await expect(chips(page)).toHaveText(['沿太浦河 ≤ 10 km']);
	await expect.poll(() => projectCount(page)).toBeGreaterThan(near);
	await expect(rows(page).filter({ hasText: /空间\s*[\d.]+ k?m/ }).first(), 'each row says why it is listed, with its distance').toBeVisible();
	await page.goBack();
	await inAddress(page, 'within', '0');
	await expect.poll(() => projectCount(page)).toBe(near);
	await expect(slider).toHaveValue('0');
});

test('where nothing matches, the page says which condition to drop, and dropping it works', async ({ page }) => {
	await open(page, '/zh?along=taipu-river&kind=innovation');
	expect(await projectCount(page)).toBe(0);
	await expect(page.getByRole('table')).toContainText('没有可列的记录');
	const hints = filters(page).getByRole('status');
	await expect(hints).toContainText('没有符合的项目');
	const hint = hints.getByRole('link', { name: /^去掉“项目类型：科创产业”，可见 \d+ 项$/ });
	const promised = Number(/(\d+) 项$/.exec(await hint.innerText())![1]);
	await expect(hints.getByRole('link')).toHaveCount(2);
	await hint.click();
	await inAddress(page, 'kind', null);
	await expect.poll(() => projectCount(page)).toBe(promised);
	await expect(hints).toHaveCount(0);
});

test('an unknown condition is reported, kept in the address and not applied', async ({ page }) => {
	await open(page, '/zh?along=taipu-river&mood=sunny');
	await expect(page.getByText('“mood=sunny”不是本图的条件')).toBeVisible();
	await expect(chips(page).filter({ hasText: 'mood=sunny' })).toBeVisible();
	const before = await projectCount(page);
	expect(before).toBeGreaterThan(0);
	await facet(page, '在建').click();
	await inAddress(page, 'status', 'building');
	expect(query(page).get('mood')).toBe('sunny');
	await filters(page).getByRole('link', { name: '去掉筛选：项目状态：在建' }).click();
	await expect.poll(() => projectCount(page)).toBe(before);
	expect(query(page).get('mood')).toBe('sunny');
	await page.getByRole('status').filter({ hasText: 'mood=sunny' }).getByRole('button', { name: '关闭' }).click();
	await expect(page.getByText('“mood=sunny”不是本图的条件')).toHaveCount(0);
});

const stale = [
	['/zh?within=abc&along=taipu-river', '“within”的值“abc”格式不对'],
	['/zh?select=place:no-such-lake', '“select”所指的“place:no-such-lake”不在数据中'],
	['/zh?select=lake', '“select”的值“lake”格式不对'],
	['/zh?along=no-such-river,taipu-river', '“along”所指的“no-such-river”不在数据中'],
	['/zh?status=finished', '“status”所指的“finished”不在数据中'],
	['/zh?layers=lakes,glitter', '“layers”所指的“glitter”不在数据中'],
	['/zh?at=31.1,121,10', '“at”的值“31.1,121,10”格式不对'],
	['/zh?table=people', '“table”的值“people”格式不对'],
	['/zh?sort=%3Cb%3E', '“sort”的值“<b>”格式不对'],
	['/zh?f=or((', '“f”的值“or((”格式不对'],
	['/zh?v=7&along=taipu-river', '链接来自更新的版本（v=7）'],
	['/zh?v=%00', '“v”的值']
] as const;

test('a malformed or stale address opens the nearest view and says what it ignored, from the server on', async ({ page }) => {
	for (const [address, sentence] of stale) {
		expect((await page.goto(address))?.status(), address).toBe(200);
		const notice = page.getByRole('status').filter({ hasText: '已打开最接近的视图' });
		await expect(notice).toContainText(sentence);
		await expect(notice.getByRole('listitem')).toHaveCount(1);
		expect(await projectCount(page), address).toBeGreaterThan(0);
		if (address.includes('taipu-river')) await expect(chips(page)).toHaveText(['沿太浦河 ≤ 1 km']);
	}
});

test('everything wrong at once is still a page, before and after the dataset has arrived', async ({ page }) => {
	await open(page, '/zh?v=7&within=abc&select=place:no-such-lake&along=no-such-river,taipu-river&layers=glitter&at=1,2&mood=sunny');
	const notice = page.getByRole('status').filter({ hasText: '已打开最接近的视图' });
	await expect(notice.getByRole('listitem')).toHaveCount(6);
	await expect(chips(page)).toHaveText(['沿太浦河 ≤ 1 km', 'mood=sunny']);
	await facet(page, '在建').click();
	await inAddress(page, 'status', 'building');
	expect(query(page).get('within'), 'what was wrong is left behind').toBeNull();
	expect(query(page).get('mood')).toBe('sunny');
});

test('an "or" across facets opens from an address, says itself in words and can be dropped', async ({ page }) => {
	await open(page, '/zh?f=or(kind=rail,status=completed)');
	const both = await projectCount(page);
	await expect(chips(page)).toHaveText([/轨道.* 或 .*已建成/]);
	await chips(page).click();
	await expect.poll(() => projectCount(page)).toBeGreaterThan(both);
});
