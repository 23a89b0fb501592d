/** How long it takes to judge every indicator: the real data, and 10,000 indicators with 20 years each. `node_modules/.bin/node tests/bench/progress.ts [--json]` */
import { createAtlas } from '#lib/query/atlas.ts';
import { judgeAll, tally } from '#lib/query/progress-all.ts';
import { judge } from '#lib/query/progress.ts';
import { publish } from '#lib/server/publish.ts';
import { readRoot } from '#lib/server/roots.ts';
import { base, question, row, today } from '../fixtures/question.ts';
import { seeded } from './multiply.ts';

const { dataset, relations } = publish([readRoot('geodata')]);
const atlas = createAtlas(dataset, relations);
const random = seeded(11);
const many = Array.from({ length: 10_000 }, () => ({ ...question({ target: { valueMin: 15 + random() * 10, year: '2045' } }), observations: [base, ...Array.from({ length: 20 }, (_, i) => row({ id: `o-${i}`, year: String(2021 + i), valueMin: 10 + random() * 10 }))].toSorted(() => random() - 0.5) }));

function median(work: () => unknown): number {
	const times = Array.from({ length: 15 }, () => {
		const begin = performance.now();
		work();
		return performance.now() - begin;
	});
	return Math.round(times.toSorted((a, b) => a - b)[7]! * 100) / 100;
}

const figures = { indicators: dataset.indicators.length, realMs: median(() => tally(judgeAll(atlas).values())), manyIndicators: many.length, yearsEach: 20, manyMs: median(() => tally(many.map((asked) => judge(asked, today)))) };
console.log(process.argv.includes('--json') ? JSON.stringify(figures) : `${figures.indicators} indicators ${figures.realMs} ms; ${figures.manyIndicators} × ${figures.yearsEach} years ${figures.manyMs} ms (median of 15)`);
