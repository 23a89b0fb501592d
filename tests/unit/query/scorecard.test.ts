import { describe, expect, it } from 'vitest';
import { createAtlas } from '#lib/query/atlas.ts';
import { judgeAll } from '#lib/query/progress-all.ts';
import { buildIndex } from '#lib/query/query-index.ts';
import { agencyScores, indicatorsByAgency } from '#lib/query/scorecard-agencies.ts';
import { scoreStatuses, scoreSubjects, scorecard } from '#lib/query/scorecard.ts';
import { idsOf, select } from '#lib/query/select.ts';
import { decode } from '#lib/query/url.ts';
import { publish } from '#lib/server/publish.ts';
import { readRoots } from '#lib/server/roots.ts';
import { openRegion } from '../../fixtures/region.ts';

describe('the scorecard of the region', () => {
	const { atlas, index } = openRegion();
	const rows = scorecard(atlas, index, judgeAll(atlas), 'en', scoreSubjects(atlas, 'delta', 'two-waters'));
	const row = (id: string) => rows.find((one) => one.id === id)!;

	it('has the area, its districts, the joint waters, the corridor and the document', () => expect(rows.map(({ group, id }) => `${group} ${id}`)).toEqual(['area delta', 'district west', 'district east', 'water mirror-lake', 'water long-river', 'corridor rail-corridor', 'document plan']));
	it('counts projects by their newest status and says when it was told', () => {
		expect(scoreStatuses.map((status) => row('delta').byStatus[status].n)).toEqual([1, 1, 1, 0, 0]);
		expect(row('delta').statusDates).toEqual({ from: '2023-12', to: '2024-05', undated: 1 });
	});
	it('counts kilometres of what is completed alone, and says for how many they are known', () => {
		expect(row('delta').completedKm).toMatchObject({ value: 9, knownFor: 1, of: 1 });
		expect(row('delta').investment).toMatchObject({ value: 8.5, knownFor: 2, of: 3 });
		expect(row('mirror-lake').completedKm).toMatchObject({ value: 0, knownFor: 0 });
	});
	it('counts an indicator for the place it is about and no other', () => {
		expect(row('mirror-lake').indicators).toMatchObject({ n: 1, judged: 1, href: '/en/indicators?scope=mirror-lake', byState: [{ state: 'met', n: 1, href: '/en/indicators?scope=mirror-lake&state=met' }] });
		expect(row('west').indicators).toMatchObject({ n: 0, href: '', byState: [] });
		expect(row('plan').indicators).toMatchObject({ n: 1, href: '' });
	});
});

describe('the scorecard of the real data', () => {
	const { dataset, relations } = publish(readRoots());
	const atlas = createAtlas(dataset, relations);
	const index = buildIndex(atlas);
	const rows = scorecard(atlas, index, judgeAll(atlas), 'zh');

	it('has one area, three districts, four waters, two corridors and the documents with measures', () => {
		expect(rows.filter(({ group }) => group !== 'document').map(({ group }) => group)).toEqual(['area', ...Array(3).fill('district'), ...Array(4).fill('water'), ...Array(2).fill('corridor')]);
		expect(rows.filter(({ group }) => group === 'document').reduce((sum, { measures }) => sum + measures.n, 0)).toBe(dataset.measures.length);
	});

	const governments = agencyScores(atlas, index, judgeAll(atlas), 'zh');
	const agencies = governments.flatMap(({ agencies: own }) => own);

	it('has a row for every agency with a record, under its government, whose total counts each record once', () => {
		const active = new Set([...dataset.measures.flatMap(({ leadAgencies, supportingAgencies }) => [...leadAgencies, ...supportingAgencies]), ...dataset.projects.flatMap(({ leadAgencies }) => leadAgencies)]);
		expect(agencies.map(({ id }) => id).toSorted()).toEqual([...active].toSorted());
		for (const { government, total, agencies: own } of governments) {
			expect(own.map(({ id }) => atlas.agency.get(id)!.government)).toEqual(own.map(() => government));
			expect(total.projects.n).toBe(dataset.projects.filter(({ leadAgencies }) => leadAgencies.some((id) => own.some((row) => row.id === id))).length);
			expect(total.projects.n).toBeLessThanOrEqual(own.reduce((sum, { projects }) => sum + projects.n, 0));
		}
	});

	it('ties an indicator to an agency by the clause of its target or a measure that it leads, and to no other', () => {
		for (const [agency, indicators] of indicatorsByAgency(atlas)) {
			for (const indicator of indicators) {
				const clauses = atlas.targets(indicator).map(({ clause }) => clause);
				const measures = [...clauses.flatMap((clause) => atlas.measuresOf(clause)), ...atlas.linksFrom(`indicator:${indicator}`).flatMap(({ to, basis }) => (basis === 'named' && to.startsWith('measure:') ? [atlas.measure.get(to.slice(8))!] : []))];
				expect(clauses.some((clause) => atlas.clause.get(clause)?.agencies.includes(agency)) || measures.some(({ leadAgencies }) => leadAgencies.includes(agency)), `${agency} ${indicator}`).toBe(true);
			}
		}
		expect(indicatorsByAgency(atlas).get('executive-committee')).toEqual(['pilot-fund']);
	});

	it('opens, at each address, as many records as the number says', () => {
		const known = { exists: (ref: string) => atlas.exists(ref), isLayer: () => true };
		const count = (href: string, kind: 'project' | 'measure') => {
			const { view, ignored } = decode(href.slice(href.indexOf('?')), known);
			expect(ignored).toEqual([]);
			return idsOf(index, select(index, view.filter), kind).length;
		};
		expect(agencies.length).toBeGreaterThan(50);
		for (const { projects, measures, byStatus } of [...rows, ...governments.map(({ total }) => total), ...agencies]) {
			expect(count(projects.href, 'project')).toBe(projects.n);
			expect(count(measures.href, 'measure')).toBe(measures.n);
			for (const status of scoreStatuses) expect(count(byStatus[status].href, 'project')).toBe(byStatus[status].n);
			expect(scoreStatuses.reduce((sum, status) => sum + byStatus[status].n, 0)).toBe(projects.n);
		}
	});

	it('never knows more figures than it has projects', () => {
		for (const { id, completedKm, investment } of [...rows, ...agencies]) for (const sum of [completedKm, investment]) expect(sum.knownFor, id).toBeLessThanOrEqual(sum.of);
	});
});
