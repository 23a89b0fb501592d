/** Clauses, projects and targets of each document against tables counted by hand in the texts, which are not in the repository. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { splitRef } from '#lib/domain/dataset.ts';
import { projectsOfArea } from '#lib/query/outside.ts';
import { readRoot } from '#lib/server/roots.ts';
import { open } from '../../fixtures/region.ts';

/** Tables hold no quotes. */
function tableOf(name: string): Record<string, string>[] {
	const [head, ...rows] = readFileSync(new URL(`../../tables/${name}.csv`, import.meta.url), 'utf8').trimEnd().split('\n').map((line) => line.split(','));
	return rows.map((cells) => Object.fromEntries(head!.map((column, i) => [column, cells[i]!])));
}
const { atlas } = open(readRoot('geodata'));
const { dataset } = atlas;
const projectsOf = (isWanted: (to: string) => boolean, basis?: string) => new Set(dataset.links.filter((link) => link.from.startsWith('project:') && isWanted(link.to) && (basis === undefined || link.basis === basis)).map(({ from }) => from));
const documentOf = (to: string): string | undefined => {
	const [kind, id] = splitRef(to as `clause:${string}`);
	return kind === 'clause' ? atlas.clause.get(id)?.document : kind === 'measure' ? atlas.measure.get(id)?.document : undefined;
};

function counted(document: string): Record<string, string> {
	const isOf = (to: string) => documentOf(to) === document;
	const named = projectsOf(isOf, 'named').size;
	const clauses = (kind: string) => dataset.clauses.filter((clause) => clause.document === document && clause.kind === kind).length;
	const counts = {
		parts: clauses('part'), sections: clauses('section'), items: clauses('item'), paragraphs: clauses('paragraph'), measures: dataset.measures.filter((measure) => measure.document === document).length,
		projects_named: named, projects_read: projectsOf(isOf).size - named, targets: dataset.targets.filter(({ clause }) => atlas.clause.get(clause)?.document === document).length
	};
	return { document, ...Object.fromEntries(Object.entries(counts).map(([column, n]) => [column, String(n)])) };
}

describe('what the catalogue holds of each document', () => {
	it('is what the table counts, for every document', () => expect(dataset.documents.map(({ id }) => counted(id))).toEqual(tableOf('document-counts')));

	it.each(tableOf('jiangsu-plan-paragraphs'))('of the Jiangsu plan in $section: $paragraphs titled paragraphs, each with the projects that it names', ({ section, paragraphs, projects }) => {
		const inside = dataset.clauses.filter(({ parent }) => parent === `jiangsu-plan#${section}`).toSorted((a, b) => a.order! - b.order!);
		expect(inside.map(({ id }) => id)).toEqual(Array.from({ length: Number(paragraphs) }, (_, i) => `jiangsu-plan#${section}/${i + 1}`));
		expect(inside.map(({ id }) => projectsOf((to) => to === `clause:${id}`, 'named').size).join(';')).toBe(projects);
	});
});

describe('the Jiangsu plan', () => {
	it('sets its targets for Jiangsu and never for the area', () => {
		const scopes = dataset.targets.filter(({ clause }) => atlas.clause.get(clause)?.document === 'jiangsu-plan').map(({ indicator }) => atlas.indicator.get(indicator)!.scope);
		expect([...new Set(scopes)]).toEqual(['jiangsu-province']);
	});

	it('says nothing of dates, and so no project that it alone names has one', () => {
		const alone = dataset.projects.filter(({ sources }) => sources.join() === 'seed-001');
		expect(alone.filter(({ id, start, finishPlanned, finishActual }) => start + finishPlanned + finishActual + atlas.statuses(id).map(({ date }) => date).join('') !== '').map(({ id }) => id)).toEqual([]);
		expect(alone.flatMap(({ id }) => atlas.statuses(id)).filter(({ status }) => status === 'completed')).toEqual([]);
	});

	it('brings nine projects into the area by what they name or meet; the others stay outside', () => {
		const alone = new Set(dataset.projects.filter(({ id, sources }) => sources.join() === 'seed-001' && id !== 'taipu-follow-up').map(({ id }) => id));
		expect(projectsOfArea(atlas).map(({ id }) => id).filter((id) => alone.has(id))).toEqual(['sutai-expressway', 'inland-waterways', 'taihu-dyke', 'dianshan-regulation', 'taihu-dredging', 'yangtze-taihu-diversion', 'taihu-basin-treatment', 'shared-waters-treatment', 'three-lakes-shore']);
		expect(alone.size).toBe(91);
	});
});
