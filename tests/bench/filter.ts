/**
 * How long one filter change takes, facet counts included, on 1×, 10× and 100× of the real records:
 * `node_modules/.bin/node tests/bench/filter.ts [--json] [times …]`. `select` is matching and counting; `explore` is the whole model that the
 * page shows (chips, sums, hints, a table of 200 rows, the card of one place), `all rows` the same with the whole table.
 */
import { emptyView, facetKeys } from '#lib/domain/view.ts';
import type { Filter, View } from '#lib/domain/view.ts';
import { createAtlas } from '#lib/query/atlas.ts';
import { explore } from '#lib/query/explore.ts';
import { buildIndex } from '#lib/query/query-index.ts';
import type { QueryIndex } from '#lib/query/query-index.ts';
import { select } from '#lib/query/select.ts';
import { publish } from '#lib/server/publish.ts';
import { readRoot } from '#lib/server/roots.ts';
import { multiply, seeded } from './multiply.ts';

/** Filters as planners build them: one to three facets, one or two values each, now and then an "or" or a "not". */
function questions(index: QueryIndex, count: number): Filter[] {
	const random = seeded(7);
	const values = new Map([...select(index, emptyView.filter).facets].map(([key, found]) => [key, [...found.keys()]]));
	const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
	const leaf = (): Filter => {
		const key = pick(facetKeys.filter((facet) => values.get(facet)!.length > 0));
		const of = [pick(values.get(key)!), ...(random() < 0.3 ? [pick(values.get(key)!)] : [])];
		return key === 'along' && random() < 0.5 ? { is: key, of, withinM: pick([500, 2000, 5000]) } : { is: key, of };
	};
	const group = (): Filter => (random() < 0.1 ? { any: [leaf(), leaf()] } : random() < 0.1 ? { not: leaf() } : leaf());
	return Array.from({ length: count }, () => ({ all: Array.from({ length: 1 + Math.floor(random() * 3) }, group) }));
}

const quantile = (times: number[], q: number): number => Math.round(times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * q)]! * 100) / 100;

function timed<T>(work: () => T): [T, number] {
	const begin = performance.now();
	return [work(), performance.now() - begin];
}

function measure(filters: readonly Filter[], work: (filter: Filter) => unknown): { first: number; median: number; p95: number } {
	const first = timed(() => work(filters[0]!))[1];
	for (const filter of filters.slice(0, 20)) work(filter);
	const times = filters.map((filter) => timed(() => work(filter))[1]);
	return { first: Math.round(first * 100) / 100, median: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

const { dataset, relations } = publish([readRoot('geodata')]);
const sizes = process.argv.slice(2).map(Number).filter((n) => n > 0);
const results = (sizes.length > 0 ? sizes : [1, 10, 100]).map((times) => {
	const data = multiply(dataset, times);
	const [atlas, atlasMs] = timed(() => createAtlas(data, relations));
	const [index, indexMs] = timed(() => buildIndex(atlas));
	const filters = questions(index, times >= 100 ? 60 : 200);
	const view = (filter: Filter): View => ({ ...emptyView, filter, selection: 'place:taipu-river' });
	const query = { atlas, index };
	return {
		times, records: index.items.length, links: data.links.length, atlasMs: Math.round(atlasMs), indexMs: Math.round(indexMs), select: measure(filters, (filter) => select(index, filter)),
		explore: measure(filters, (filter) => explore(query, view(filter), 'zh', [], 200)), allRows: measure(filters, (filter) => explore(query, view(filter), 'zh'))
	};
});

if (process.argv.includes('--json')) console.log(JSON.stringify(results, null, '\t'));
else {
	console.log('times  records   links  atlas  index    select ms          explore ms         all rows ms   (median / 95 % / first)');
	const three = ({ median, p95, first }: { median: number; p95: number; first: number }) => `${median.toFixed(2)} / ${p95.toFixed(2)} / ${first.toFixed(1)}`.padEnd(22);
	for (const r of results) console.log(`${`${r.times}×`.padStart(5)} ${String(r.records).padStart(8)} ${String(r.links).padStart(7)} ${`${r.atlasMs}`.padStart(6)} ${`${r.indexMs}`.padStart(6)}    ${three(r.select)}${three(r.explore)}${three(r.allRows)}`);
}
