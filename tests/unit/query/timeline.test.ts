import { describe, expect, it } from 'vitest';
import { translator } from '#lib/i18n/index.ts';
import { createAtlas } from '#lib/query/atlas.ts';
import { firstDayOf } from '#lib/query/days.ts';
import { ganttOf, ganttShapes, shapeOf } from '#lib/query/gantt.ts';
import { buildIndex } from '#lib/query/query-index.ts';
import { idsOf, select } from '#lib/query/select.ts';
import { timelinePage } from '#lib/query/timeline-page.ts';
import { milestoneSheet, projectSheet } from '#lib/query/timeline-sheets.ts';
import { timelineHref } from '#lib/query/timeline-url.ts';
import { decode, hrefOf } from '#lib/query/url.ts';
import { publish } from '#lib/server/publish.ts';
import { readRoots } from '#lib/server/roots.ts';
import { addLine, openRegion } from '../../fixtures/region.ts';
import type { Changes } from '../../fixtures/region.ts';

const writer = { lang: 'en', t: translator('en') } as const;
const pageOf = (search = '', changes: Changes = {}) => {
	const { atlas, index } = openRegion(changes);
	const { view, ignored } = decode(search, { exists: atlas.exists, isLayer: () => true });
	return timelinePage({ atlas, index }, writer, view, ignored);
};

it.each([['2024', '2024-01-01'], ['2024-05', '2024-05-01'], ['2024-05-18', '2024-05-18'], ['2024-13', ''], ['', '']])('the first day that %s may mean is %s', (date, day) => expect(firstDayOf(date)).toBe(day));

describe('the timeline', () => {
	it('takes the address of the map and gives it back', () => {
		const { view } = decode('?along=mirror-lake&within=2000&select=project:line-works&layers=lakes&kind=rail');
		expect(timelineHref('zh', view.filter)).toBe('/zh/timeline?v=1&along=mirror-lake&kind=rail&within=2000');
		expect(timelineHref('en', { all: [] }, 'projects.csv')).toBe('/en/timeline/projects.csv');
		expect(hrefOf('zh', { ...view, selection: null, layers: null })).toBe('/zh?v=1&along=mirror-lake&kind=rail&within=2000');
	});

	it('groups projects by the corridor that their source names, or under the one that was asked for', () => {
		expect(pageOf().gantt.groups.map(({ id, rows }) => [id, rows.map((row) => row.id)])).toEqual([['rail-corridor', ['line-works', 'line-west']]]);
		expect(pageOf('?along=mirror-lake&within=2000').gantt.groups.map(({ name, rows }) => [name, rows.map((row) => row.id)])).toEqual([['Mirror Lake', ['line-works']]]);
	});

	it('lists what has no date, and counts every project once', () => {
		const { gantt, projects } = pageOf();
		expect(gantt.undated.map(({ id }) => id)).toEqual(['lake-clean']);
		expect(ganttShapes.map((shape) => gantt.counts[shape])).toEqual([1, 1, 0, 0, 0, 1]);
		expect(gantt.startAndPlanned).toBe(1);
		expect(projects).toBe(3);
	});

	it('holds a milestone that is due as ahead, also when its day has passed, and one without refs out of a filter', () => {
		const due: Changes = { 'catalogue/milestones.csv': addLine('line-due,2022,快线应完工,Fast Line due,due,project:line-works,s-news\nold-talk,2020-03,座谈,A talk,policy,,s-news') };
		expect(pageOf('', due).milestones).toMatchObject({ n: 3, total: 3, due: 1, coarse: 3, years: [2020, 2022] });
		expect(pageOf('?kind=rail', due).milestones.kinds.flatMap(({ rows }) => rows.map(({ id }) => id)).toSorted()).toEqual(['2021-line-starts', 'line-due']);
		expect(pageOf('?kind=eco', due).milestones).toMatchObject({ n: 0, total: 3 });
	});

	it('has sheets with dates as found, nothing where no source gives one', () => {
		expect(projectSheet(writer, pageOf()).split('\n')).toEqual([expect.stringContaining('Start,Actual finish,Planned finish'), expect.stringMatching(/^Rail Corridor,Fast Line works,Rail,2021,,2026,Under construction,2024-05,/), expect.stringContaining(',2021,2023,,Completed,2023-12,'), expect.stringMatching(/^No date,Mirror Lake clean-up \(.*\),[^,]*,,,,/), expect.stringContaining('Data to 2024-06-30'), '']);
		expect(milestoneSheet(writer, pageOf('?kind=rail')).split('\n').slice(1)).toEqual([expect.stringMatching(/^2021,Project,Works on the Fast Line start,Past,/), 'Data to 2024-06-30', 'Filters: Kind of project=Rail', '']);
	});
});

describe('the Gantt chart of the real data', () => {
	const { dataset, relations } = publish(readRoots());
	const atlas = createAtlas(dataset, relations);
	const gantt = ganttOf(atlas, writer, dataset.projects);
	const rows = gantt.groups.flatMap((group) => group.rows);

	it('holds every project once, drawn or listed', () => {
		expect([...rows, ...gantt.undated].map(({ id }) => id).toSorted()).toEqual(dataset.projects.map(({ id }) => id).toSorted());
		expect(ganttShapes.reduce((sum, shape) => sum + gantt.counts[shape], 0)).toBe(dataset.projects.length);
		console.log(`projects by what is known: ${ganttShapes.map((shape) => `${shape} ${gantt.counts[shape]}`).join(', ')}`);
	});
	it('says no date that the catalogue does not say, and takes no plan for a finish', () => {
		for (const row of rows) {
			const project = atlas.project.get(row.id)!;
			expect([row.start?.text ?? '', row.finish?.text ?? '', row.planned?.text ?? '']).toEqual([project.start, project.finishActual, project.finishPlanned]);
			if (project.finishActual === '') expect(['start', 'planned', 'report']).toContain(shapeOf(row));
		}
	});
	it('shows, along a water, just what the map lists there', () => {
		const index = buildIndex(atlas);
		const { view } = decode('?along=taipu-river');
		const page = timelinePage({ atlas, index }, writer, view);
		expect([...page.gantt.groups.flatMap((group) => group.rows), ...page.gantt.undated].map(({ id }) => id).toSorted()).toEqual(idsOf(index, select(index, view.filter), 'project').toSorted());
	});
});
