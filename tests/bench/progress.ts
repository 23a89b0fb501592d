/**
 * How long the main thread takes to compute all states, all facets and all gaps again after a filter: the real data, and a region of 10,000
 * indicators with 20 years each, every other collection grown with it. Gaps that no date changes are found once per dataset; `firstGapsMs` says what that takes. `node_modules/.bin/node tests/bench/progress.ts [--json]`
 */
import type { Dataset } from '#lib/domain/dataset.ts';
import type { Filter } from '#lib/domain/view.ts';
import { createAtlas } from '#lib/query/atlas.ts';
import type { Atlas } from '#lib/query/atlas.ts';
import { gapsOf } from '#lib/query/gaps.ts';
import { judgeAll, tally } from '#lib/query/progress-all.ts';
import { buildIndex } from '#lib/query/query-index.ts';
import { select } from '#lib/query/select.ts';
import { publish } from '#lib/server/publish.ts';
import { readRoot } from '#lib/server/roots.ts';
import { base, question, row } from '../fixtures/question.ts';
import { multiply, seeded } from './multiply.ts';

const { dataset, relations } = publish([readRoot('geodata')]);

/** The records of the region so many times, and every indicator with a target, the plan's base and 20 yearly values in any order. */
function region(indicators: number): Dataset {
	const random = seeded(11);
	const many = multiply(dataset, Math.ceil(indicators / dataset.indicators.length));
	const asked = question();
	const own = many.indicators.slice(0, indicators);
	return {
		...many, dataDate: '2041-12-31', indicators: own.map((indicator) => ({ ...indicator, ...asked.indicator!, id: indicator.id, scope: indicator.scope })),
		targets: own.map(({ id }) => ({ ...asked.target!, id: `t-${id}`, indicator: id, baseline: `b-${id}`, valueMin: 15 + random() * 10, year: '2045' })),
		observations: own.flatMap(({ id }) => [{ ...base, id: `b-${id}`, indicator: id }, ...Array.from({ length: 20 }, (_, i) => ({ ...row({ year: String(2021 + i), valueMin: 10 + random() * 10 }), id: `o-${id}-${i}`, indicator: id }))].toSorted(() => random() - 0.5)),
		conflicts: []
	};
}

/** Median of 15 runs, ms. */
function median(work: () => unknown): number {
	const times = Array.from({ length: 15 }, () => {
		const begin = performance.now();
		work();
		return performance.now() - begin;
	});
	return Math.round(times.toSorted((a, b) => a - b)[7]! * 100) / 100;
}

const filter: Filter = { all: [{ is: 'along', of: ['taipu-river'], withinM: 2000 }, { is: 'district', of: ['qingpu', 'wujiang'] }, { is: 'gap', of: ['project-no-clause', 'target-no-observation'] }] };

function measure(atlas: Atlas): Record<'indicators' | 'observations' | 'records' | 'statesMs' | 'facetsMs' | 'firstGapsMs' | 'gapsMs' | 'allMs', number> {
	const begin = performance.now();
	gapsOf(atlas);
	const firstGapsMs = Math.round((performance.now() - begin) * 100) / 100;
	const index = buildIndex(atlas);
	const [states, facets, gaps] = [() => tally(judgeAll(atlas).values()), () => select(index, filter), () => gapsOf(atlas)];
	return {
		indicators: atlas.dataset.indicators.length, observations: atlas.dataset.observations.length, records: index.items.length, statesMs: median(states), facetsMs: median(facets), firstGapsMs, gapsMs: median(gaps), allMs: median(() => [states(), facets(), gaps()])
	};
}

const figures = { real: measure(createAtlas(dataset, relations)), large: measure(createAtlas(region(10_000), relations)), limits: { realMs: 8, largeMs: 80 } };
if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
else for (const { indicators, observations, records, statesMs, facetsMs, firstGapsMs, gapsMs, allMs } of [figures.real, figures.large]) console.log(`${indicators} indicators, ${observations} observations, ${records} records: states ${statesMs} ms + facets ${facetsMs} ms + gaps ${gapsMs} ms (first ${firstGapsMs} ms); together ${allMs} ms (median of 15)`);
