import { describe, expect, it } from 'vitest';
import { translator } from '#lib/i18n/index.ts';
import { explore } from '#lib/query/explore.ts';
import { judgeAll } from '#lib/query/progress-all.ts';
import { progressPage } from '#lib/query/progress-page.ts';
import { dueCalendar, dueSheet, gapSheet } from '#lib/query/progress-sheets.ts';
import { decodeProgress, progressHref } from '#lib/query/progress-url.ts';
import { decode } from '#lib/query/url.ts';
import { addLine, openRegion } from '../../fixtures/region.ts';
import type { Changes } from '../../fixtures/region.ts';

const writer = { lang: 'en', t: translator('en') } as const;
const pageOf = (on: string, changes: Changes = {}) => {
	const { atlas, index } = openRegion(changes);
	return progressPage(atlas, index, judgeAll(atlas), writer, { on, months: 24 });
};

describe('the address of the page', () => {
	it('keeps what differs from the data date and the default, and reads it back', () => {
		const choice = { on: '2026-11-22', months: 12 };
		const href = progressHref('zh', choice, '2026-03-04', 'dues.csv');
		expect(href).toBe('/zh/progress/dues.csv?on=2026-11-22&months=12');
		expect(decodeProgress(href.slice(href.indexOf('?')), '2026-03-04')).toEqual({ choice, ignored: [] });
		expect(progressHref('en', { on: '2026-03-04', months: 24 }, '2026-03-04')).toBe('/en/progress');
	});
	it('tells what it does not understand', () => expect(decodeProgress('?on=2026-02-30&months=0&mood=sunny', '2026-03-04')).toEqual({ choice: { on: '2026-03-04', months: 24 }, ignored: ['on=2026-02-30', 'months=0', 'mood=sunny'] }));
});

describe('the page', () => {
	it('never shows a planned finish as done', () => {
		const { dues, headline } = pageOf('2030-01-01');
		expect(dues.periods[0]!.lines.find(({ kind }) => kind === 'finish')).toMatchObject({ date: '2026', status: 'building', statusDate: '2024-05', governments: ['joint'] });
		expect(headline).toMatchObject({ total: 3, done: 1, open: 2, undated: 1 });
	});
	it('has sheets that say what they are counted from', () => {
		const page = pageOf('2026-03-04');
		expect(dueSheet(writer, page, '2024-06-30').split('\n')).toEqual([expect.stringContaining('Due (as found),Last possible day'), expect.stringMatching(/^2025,2025-12-31,Date passed,Target,.*Met \(value of 2023\)/), expect.stringMatching(/^2026,2026-12-31,This year,Planned finish,Fast Line works,.*Under construction 2024-05/), 'Dues held against 2026-03-04; data to 2024-06-30', '']);
		expect(gapSheet(writer, page, '2024-06-30')).toContain('Clauses without a project,No project tied,');
	});
	it('has a calendar of what is known to the day alone', () => {
		const text = dueCalendar(writer, pageOf('2026-03-04', { 'catalogue/milestones.csv': addLine('line-due,2026-05-31,快线应完工,Fast Line due,due,project:line-works,s-news') }), '2024-06-30', 'https://atlas.test');
		expect(text.match(/DTSTART;VALUE=DATE:\d+/g)).toEqual(['DTSTART;VALUE=DATE:20260531', 'DTSTART;VALUE=DATE:20240630']);
		expect(text).toContain('UID:milestone-line-due@shuixiang-atlas');
	});
	it('says of each gap how many records the map lists under it', () => {
		const { atlas, index } = openRegion();
		for (const { kind, onMap } of pageOf('2026-03-04').gaps) {
			const { view } = decode(`?gap=${kind}`);
			const model = explore({ atlas, index }, { ...view, table: onMap.kind === 'place' ? 'places' : `${onMap.kind}s` }, 'en');
			expect(onMap.n > 0 ? model.table.total : 0, kind).toBe(onMap.n);
		}
	});
});
