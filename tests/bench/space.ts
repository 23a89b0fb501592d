/**
 * How long questions about space take on the real records: `node_modules/.bin/node tests/bench/space.ts [--json]`. `ground` is made ready once; `first` is a
 * question on a fresh ground, its planes included, `again` the same asked a second time. Each is the whole model of the page with the reasons of 200 rows.
 */
import { emptyView } from '#lib/domain/view.ts';
import { createAtlas } from '#lib/query/atlas.ts';
import { explore } from '#lib/query/explore.ts';
import { parseExpression } from '#lib/query/expression.ts';
import { buildIndex } from '#lib/query/query-index.ts';
import { createSpaceIndex } from '#lib/query/space/space-index.ts';
import { publish } from '#lib/server/publish.ts';
import { readRoot } from '#lib/server/roots.ts';

const questions = [
	'and(near=taipu-river~2000,near=g50~0,status=building)', 'near=taipu-river~2000', 'near=g50~0', 'shore=dianshan-lake', 'inside=qingpu', 'crosses=taipu-river', 'nearest=liantang-station+10', 'border=qingpu+wujiang', 'border=qingpu+wujiang+jiashan',
	'drawn=120.85_31.0+121.0_31.0+121.0_31.12+120.85_31.12', 'and(or(shore=dianshan-lake,district=qingpu),not(district=jiashan))'
];
const { dataset, relations, shapes } = publish([readRoot('geodata')]);
const atlas = createAtlas(dataset, relations);
const index = buildIndex(atlas);
explore({ atlas, index }, emptyView, 'zh', [], 200);

const median = (times: number[]): number => Math.round(times.toSorted((a, b) => a - b)[times.length >> 1]! * 100) / 100;
/** Milliseconds of this process on the processor, so that a busy machine does not count. */
function timed(work: () => unknown): number {
	const begin = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage(begin);
	return (user + system) / 1000;
}
const fresh = () => createSpaceIndex(atlas, index, shapes);
const ground = median(Array.from({ length: 10 }, () => timed(fresh)));
const rows = questions.map((text) => {
	const filter = parseExpression(text)!;
	const ask = () => explore({ atlas, index }, { ...emptyView, filter }, 'zh', [], 200);
	const first = Array.from({ length: 7 }, () => {
		index.space = fresh();
		return timed(ask);
	});
	return { question: text, first: median(first), again: median(Array.from({ length: 7 }, () => timed(ask))) };
});

if (process.argv.includes('--json')) console.log(JSON.stringify({ ground, rows }, null, '\t'));
else {
	console.log(`ground ${ground} ms; median ms: first / again`);
	for (const { question, first, again } of rows) console.log(`${first.toFixed(1).padStart(7)} ${again.toFixed(1).padStart(7)}  ${question}`);
}
