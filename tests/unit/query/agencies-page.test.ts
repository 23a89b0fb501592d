import { describe, expect, it } from 'vitest';
import { agenciesPage } from '#lib/query/agencies-page.ts';
import { createAtlas } from '#lib/query/atlas.ts';
import { clausesAbout, documentPage } from '#lib/query/document-page.ts';
import { explore } from '#lib/query/explore.ts';
import { buildIndex } from '#lib/query/query-index.ts';
import { decode } from '#lib/query/url.ts';
import { publish } from '#lib/server/publish.ts';
import { readRoots } from '#lib/server/roots.ts';
import { openRegion } from '../../fixtures/region.ts';

const region = agenciesPage(openRegion().atlas, 'zh');
const { dataset, relations } = publish(readRoots());
const atlas = createAtlas(dataset, relations);
const index = buildIndex(atlas);
const page = agenciesPage(atlas, 'zh');
const entries = page.governments.flatMap(({ agencies }) => agencies);
const rowsOf = (href: string): number => explore({ atlas, index }, decode(href.slice('/zh'.length), { exists: atlas.exists, isLayer: () => true }).view, 'zh').table.rows.length;

describe('who answers for what', () => {
	it('lists under its government what an agency leads, supports and where', () => {
		expect(region.governments.map(({ government }) => government)).toEqual(['qingpu', 'joint']);
		const water = region.governments[0]!.agencies[0]!;
		expect([water.leads.map(({ id }) => id), water.supports.map(({ id }) => id), water.places.map(({ id }) => id), water.isInferred]).toEqual([['plan-1'], ['plan-2'], ['mirror-lake', 'two-waters'], true]);
		expect(water.documents).toEqual([{ id: 'plan', short: '计划', clauses: 2, href: '/zh/documents/plan?agency=west-water' }]);
		expect(region.governments[1]!.agencies[0]).toMatchObject({ issued: [{ id: 'plan' }], leads: [{ id: 'plan-3' }] });
		expect(region.unstated).toEqual([]);
	});
	it('counts what the explore page lists and what the document shows', () => {
		expect(entries.length).toBeGreaterThan(20);
		for (const agency of entries) {
			const mine = agency.leads.length + agency.supports.length;
			expect([agency.id, rowsOf(agency.href.measures), rowsOf(agency.href.projects)]).toEqual([agency.id, mine, agency.projects.length]);
			for (const document of agency.documents) expect([agency.id, clausesAbout(documentPage(atlas, 'zh', document.id)!.clauses, `agency:${agency.id}`).found.length]).toEqual([agency.id, document.clauses]);
		}
	});
	it('a place of an agency never opens an empty list', () => {
		for (const { id, places } of entries) for (const place of places) if (!place.href.includes('select=')) expect([id, place.id, rowsOf(place.href) > 0]).toEqual([id, place.id, true]);
	});
	it('presumes nobody where a document states no unit', () => {
		const plan = page.unstated.find(({ id }) => id === 'action-plan')!;
		const silent = dataset.measures.filter(({ document, clause, leadAgencies, supportingAgencies }) => document === 'action-plan' && leadAgencies.length + supportingAgencies.length + atlas.clause.get(clause)!.agencies.length === 0);
		expect([plan.measures.length, plan.of]).toEqual([silent.length, 51]);
	});
	it('every agency of the register stands somewhere, once', () => expect([...entries, ...page.idle].map(({ id }) => id).toSorted()).toEqual(dataset.agencies.map(({ id }) => id).toSorted()));
});
