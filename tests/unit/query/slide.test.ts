import { describe, expect, it } from 'vitest';
import { emptySlide } from '#lib/domain/briefing.ts';
import type { Slide } from '#lib/domain/briefing.ts';
import { translator } from '#lib/i18n/index.ts';
import { slideChanges, slideContent } from '#lib/query/slide.ts';
import { addLine, openRegion, swap } from '../../fixtures/region.ts';

const region = openRegion();
const writer = { lang: 'en' as const, t: translator('en') };
const contentOf = (patch: Partial<Slide>, query = region) => slideContent(query, writer, { ...emptySlide('s1'), ...patch }, () => true);

describe('a slide', () => {
	it('shows the first figures of its view, each with numbered sources', () => {
		const { figures, footnotes } = contentOf({ view: '?along=mirror-lake&select=place:mirror-lake' });
		expect(figures).toHaveLength(3);
		expect(figures[0]).toMatchObject({ key: 'projects', label: 'project' });
		expect(figures.every(({ notes }) => notes.length > 0)).toBe(true);
		expect([...new Set(figures.flatMap(({ notes }) => notes))].toSorted()).toEqual(footnotes.map(({ n }) => n));
	});

	it('shows the chosen figures in their order, and says which the view no longer gives', () => {
		const { figures, missing } = contentOf({ figures: ['measures', 'quantity:gone', 'projects'] });
		expect(figures.map(({ key, value }) => [key, value])).toEqual([['measures', '3'], ['projects', '3']]);
		expect(missing).toEqual(['this view no longer gives the figure quantity:gone']);
	});

	it('says its filter in words, and what of its address was not understood', () => {
		const { filter, missing } = contentOf({ view: '?along=mirror-lake&within=2000&budget=9&select=project:gone' });
		expect(filter).toBe('along Mirror Lake ≤ 2 km · budget=9');
		expect(missing).toEqual(['budget=9 in the address was not understood and is left out', 'record project:gone is no longer in the data']);
	});

	it('names once the layers of planners that are gone; one that is here is no mistake, and its table is told to be none of a slide', () => {
		const own = (show: 'map' | 'table', isHere: (id: string) => boolean) => slideContent(region, writer, { ...emptySlide('s1'), show, view: '?layers=lakes,inv-pumps:0.5,inv-pipes&table=inv-pumps&select=asset:pumps/3' }, isHere);
		expect(own('map', (id) => !id.startsWith('inv-')).missing).toEqual(['own layers not found (perhaps taken out) and not drawn: pumps, pipes']);
		expect(own('map', (id) => id !== 'inv-pipes').missing).toEqual(['own layers not found (perhaps taken out) and not drawn: pipes']);
		expect(own('map', () => true)).toMatchObject({ missing: [], view: { selection: 'asset:pumps/3' } });
		expect(own('table', () => true).missing).toEqual(['the table lists projects: that of the own layer (pumps) is not for slides']);
	});

	it('cites the clauses its words lead to, and names a record that is gone', () => {
		const { footnotes, missing, words } = contentOf({ show: 'map', words: 'See [1](clause:plan#1) and [it](measure:plan-1), [old](project:gone).' });
		expect(words[0]!.inlines.filter(({ ref }) => ref)).toHaveLength(3);
		expect(footnotes).toHaveLength(1);
		expect(footnotes[0]!.text).toContain('clause 1');
		expect(missing).toEqual(['record project:gone is no longer in the data']);
	});

	it('draws the trend of an indicator, or projects by status; says where there is nothing to draw', () => {
		expect(contentOf({ show: 'chart', about: 'indicator:lake-class' }).chart).toMatchObject({ type: 'trend' });
		const bars = contentOf({ show: 'map-chart', about: 'status' }).chart;
		expect(bars?.type === 'bars' && bars.bars.reduce((sum, { value }) => sum + value, 0)).toBe(3);
		expect(contentOf({ show: 'chart', about: 'indicator:gone' })).toMatchObject({ chart: null, missing: ['nothing to draw for indicator:gone'] });
	});

	it('compares places in columns: the rest of the filter stays', () => {
		const { table } = contentOf({ show: 'comparison', about: 'place:west;place:east', view: '?kind=rail' });
		expect(table!.columns.map(({ title }) => title).slice(1)).toHaveLength(2);
		expect(table!.rows.every(({ cells }) => cells.length === 3)).toBe(true);
	});

	it('a title slide shows words alone', () => expect(contentOf({ kind: 'title', title: 'x' })).toMatchObject({ figures: [], chart: null, table: null, missing: [] }));
});

describe('what changed since the author looked', () => {
	const looked = (patch: Partial<Slide>) => ({ ...emptySlide('s1'), ...patch, seen: contentOf(patch).says });
	it('is nothing while the data stands, and nothing for a slide never looked at', () => {
		expect(slideChanges(contentOf(looked({ figures: ['projects'] })))).toEqual([]);
		expect(slideChanges(contentOf({ figures: ['projects'] }, openRegion({ 'catalogue/statuses.csv': (text) => text })))).toEqual([]);
	});
	it('is told with before and after', () => {
		const slide = looked({ show: 'map-chart', about: 'status' });
		const later = openRegion({ 'catalogue/statuses.csv': addLine('lake-clean-later,lake-clean,completed,2026-05,,,report') });
		const changes = slideChanges(contentOf(slide, later));
		expect(changes).toContainEqual({ key: 'bar:completed', before: slide.seen['bar:completed'], after: String(Number(slide.seen['bar:completed']) + 1) });
	});
	it('is told of a row that left the table', () => {
		const slide = looked({ show: 'table', view: '?kind=eco' });
		const without = openRegion({ 'catalogue/projects.csv': swap(',eco,', ',rail,') });
		expect(slideChanges(contentOf(slide, without)).some(({ key, after }) => key === 'row:project:lake-clean' && after === '')).toBe(true);
	});
});
