import { expect, it } from 'vitest';
import { everything } from '#lib/domain/view.ts';
import { translator } from '#lib/i18n/index.ts';
import { byGovernment, governmentCsv } from '#lib/query/ask/by-government.ts';
import { select } from '#lib/query/select.ts';
import { openRegion } from '../../../fixtures/region.ts';

const { atlas, index } = openRegion();
const t = translator('zh');
const rows = byGovernment({ atlas, index }, { lang: 'zh', t }, select(index, everything));

it('each record stands in one row, and the rows hold them all', () => {
	expect(rows.map(({ name, projects, measures }) => [name, projects, measures])).toEqual([['西区', 2, 0], ['东区', 0, 0], ['几地共有', 1, 2], ['三地之外，或未写明区县', 0, 1]]);
	expect(rows.reduce((n, { projects }) => n + projects, 0)).toBe(3);
	expect(rows.reduce((n, { measures }) => n + measures, 0)).toBe(3);
});

it('what several districts share is in none of their rows', () => {
	expect(rows.find(({ key }) => key === 'joint')).toMatchObject({ projects: 1, length: { value: 19, knownFor: 1 } });
	expect(rows.find(({ key }) => key === 'west')!.length).toMatchObject({ value: 9, knownFor: 1 });
	expect(rows.find(({ key }) => key === 'east')).toMatchObject({ projects: 0, length: { knownFor: 0 }, investment: { knownFor: 0 } });
});

it('the sheet leaves an unknown sum empty and says for how many it is known', () => {
	const lines = governmentCsv(t, rows, '太浦河', '2026-03-04').split(/\r?\n/);
	expect(lines[0]).toBe('政府,项目,长度（km）,有数据的项目,投资（亿元）,有数据的项目,措施');
	expect(lines.find((line) => line.startsWith('东区'))).toMatch(/^东区,0,,0,,0,\d+$/);
	expect(lines.join('\n')).toContain('数据至 2026-03-04');
});
