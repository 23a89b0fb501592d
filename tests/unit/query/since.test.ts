import { describe, expect, it } from 'vitest';
import { parseWords, refsIn } from '#lib/domain/rich-text.ts';
import type { Ref } from '#lib/domain/dataset.ts';
import { everything } from '#lib/domain/view.ts';
import type { Filter } from '#lib/domain/view.ts';
import { translator } from '#lib/i18n/index.ts';
import { changesSince, filterKey, isRemembered, remember } from '#lib/query/since.ts';
import type { Remembered, SinceChange } from '#lib/query/since.ts';
import { sinceCsv, sinceLines, sinceSlideWords } from '#lib/query/since-words.ts';
import { addLine, openRegion, swap } from '../../fixtures/region.ts';
import type { Changes } from '../../fixtures/region.ts';

const then = openRegion();
const at = '2026-03-04T08:00:00.000Z';
const lake: Filter = { is: 'along', of: ['mirror-lake'] };
const zh = { lang: 'zh' as const, t: translator('zh') };
const before = (filter: Filter = everything): Remembered => JSON.parse(JSON.stringify(remember(then, filter, at))) as Remembered;
function since(changed: Changes, filter: Filter = everything) {
	const now = openRegion(changed);
	return { now, changes: changesSince(before(filter), remember(now, filter, at), now.atlas.exists) };
}
const plain = (changes: SinceChange[]) => changes.map(({ ref, is, fields }) => [ref, is, ...fields.map(({ field, before: was, after }) => `${field}: ${was?.join(' ')} → ${after?.join(' ')}`)]);

describe('what a filter said when it was remembered', () => {
	it('holds the records under it and nothing else, by the words of the catalogue', () => {
		const { records, key, dataDate } = before(lake);
		expect(key).toBe('?v=1&along=mirror-lake');
		expect(dataDate).toBe(then.atlas.dataset.dataDate);
		expect(records['project:lake-clean']).toEqual({ zh: '镜湖治理', en: 'Mirror Lake clean-up', says: { status: ['ongoing', ''], investment: ['about', '3', '100m-yuan'] } });
		expect(Object.keys(records)).not.toContain('indicator:fast-trips');
		expect(Object.keys(before().records)).toContain('indicator:fast-trips');
	});
	it('is found again by the same filter, whatever is selected or shown', () => {
		expect(filterKey(everything)).toBe('');
		expect(filterKey({ all: [lake] })).toBe(filterKey(lake));
	});
	it('of another version of the app is not compared', () => {
		expect(isRemembered(before())).toBe(true);
		expect(isRemembered({ ...before(), format: 2 })).toBe(false);
		expect(isRemembered(null)).toBe(false);
	});
});

describe('what changed since', () => {
	it('nothing, where the data are the same', () => expect(since({}).changes).toEqual([]));
	it('a report of another status', () => {
		expect(plain(since({ 'catalogue/statuses.csv': addLine('line-works-done,line-works,completed,2026-02,,,s-news') }).changes)).toEqual([['project:line-works', 'changed', 'status: building 2024-05 → completed 2026-02']]);
	});
	it('a corrected figure, a first one, and one that was taken back', () => {
		const { changes } = since({ 'catalogue/quantities.csv': (text) => `${text.split('\n').filter((line) => !line.startsWith('lake-clean-investment')).join('\n').replace('length,19,19,19', 'length,19.4,19.4,19.4')}line-works-money,project:line-works,investment,80,80,80,eq,100m-yuan,,,,total,s-news\n` });
		expect(plain(changes).toSorted()).toEqual([['project:lake-clean', 'changed', 'investment: about 3 100m-yuan → undefined'], ['project:line-works', 'changed', 'length: eq 19 km → eq 19.4 km', 'investment: undefined → eq 80 100m-yuan']]);
	});
	it('a project that came, under a filter that holds it and not under another', () => {
		const coming: Changes = {
			'catalogue/projects.csv': addLine('lake-path,镜湖步道,Mirror Lake path,eco,ecology,,,,west,mirror-lake,,,,west-water,,,low,,,s-mirror'),
			'catalogue/statuses.csv': addLine('lake-path-planned,lake-path,planned,2026,,,s-mirror'), 'catalogue/links.csv': addLine('project:lake-path,place:mirror-lake,named,,,,,s-mirror')
		};
		expect(plain(since(coming, lake).changes)).toEqual([['project:lake-path', 'added']]);
		expect(since(coming, { is: 'kind', of: ['rail'] }).changes).toEqual([]);
	});
	it('one that is in the data and no longer under the filter is told from one that is gone', () => {
		const building: Filter = { is: 'status', of: ['building'] };
		expect(plain(since({ 'catalogue/statuses.csv': addLine('line-works-done,line-works,completed,2026-02,,,s-news') }, building).changes)).toEqual([['project:line-works', 'left']]);
		const [gone] = changesSince({ ...before(building), records: { ...before(building).records, 'project:old-sluice': { zh: '旧闸', en: 'Old sluice', says: {} } } }, remember(then, building, at), then.atlas.exists);
		expect(gone).toMatchObject({ ref: 'project:old-sluice', is: 'removed', zh: '旧闸' });
	});
});

describe('the change list in words', () => {
	const { now, changes } = since({ 'catalogue/statuses.csv': addLine('line-works-done,line-works,completed,2026-02,,,s-news'), 'catalogue/quantities.csv': swap('investment,3,3,3,about', 'investment,3.2,3.2,3.2,eq') });
	const gone: SinceChange = { ref: 'project:old-sluice' as Ref, is: 'removed', zh: '旧闸[一期]', en: 'Old sluice', fields: [] };
	const words = (ref: string) => sinceLines(now.atlas, zh, changes.find((change) => change.ref === ref)!);
	it('says before and after with unit, date and sign', () => {
		expect(words('project:line-works')).toEqual([{ label: '状态', before: '在建 2024-05', after: '已建成 2026-02' }]);
		expect(words('project:lake-clean')).toEqual([{ label: '投资', before: '约 3 亿元', after: '3.2 亿元' }]);
	});
	it('as a slide links each record that is still there, and says what does not fit', () => {
		const text = sinceSlideWords(now.atlas, zh, [...changes, gone]);
		expect(refsIn(parseWords(text)).toSorted()).toEqual(['project:lake-clean', 'project:line-works']);
		expect(text).toContain('- 旧闸一期：数据中已无');
		expect(sinceSlideWords(now.atlas, zh, Array.from({ length: 9 }, () => changes[0]!)).split('\n').filter((line) => line.startsWith('- '))).toHaveLength(6);
		expect(sinceSlideWords(now.atlas, zh, Array.from({ length: 9 }, () => changes[0]!))).toContain('另有 3 条变化。');
	});
	it('as a spreadsheet holds a row for each difference, and when it was remembered', () => {
		const lines = sinceCsv(now.atlas, zh, [...changes, gone], '全部地点，未筛选').split('\n');
		expect(lines[0]).toBe('类别,名称,变化,内容,原来,现在,id');
		expect(lines).toContain('项目,快线工程,有改动,状态,在建 2024-05,已建成 2026-02,project:line-works');
		expect(lines.at(-2)).toBe('全部地点，未筛选');
		expect(lines).toHaveLength(changes.length + 1 + 3);
	});
});
