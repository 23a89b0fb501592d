/**
 * How long questions to layers in columns take, and what they hold in memory, at 1×, 10×, 100× and 1000× of an invented region (1,000 assets a unit) and for a million points:
 * `node_modules/.bin/node tests/bench/columns.ts [--json] [--docs] [times …]`. Every size runs in a process of its own. `--docs` writes `docs/scale.json`, the plot
 * `docs/scale.svg` and the figures in `docs/scale.md`.
 */
import { execFileSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import Flatbush from 'flatbush';
import type { Geometry } from 'geojson';
import type { ColumnFilter, ColumnQuestion } from '#lib/domain/column-question.ts';
import { createColumnQuery } from '#lib/query/columns/column-query.ts';
import type { ColumnQuery } from '#lib/query/columns/column-query.ts';
import { createPainter, toDrawing } from '#lib/map/columns-data.ts';
import { writeDocs } from './columns-docs.ts';
import { seeded } from './multiply.ts';
import { generateRegion, regionRivers, regionWaters } from './region-generator.ts';

export interface Times {
	p50: number;
	p95: number;
	first: number;
	/** Processor time of one, on the average: less swayed by what else the machine does. */
	cpu?: number;
}
export interface Size {
	times: number;
	shapes: 'mixed' | 'points';
	rows: number;
	vertices: number;
	/** Milliseconds. */
	drawMs: number;
	createMs: number;
	/** Flatbush and rehearsal, after the first answer. */
	flatbushMs: number;
	/** Filter, counts of every facet, sums, filter values for the map. */
	filter: Times;
	/** The same steps without filter values. */
	answer: Times;
	/** Along each of six rivers within 2 km, nothing known of it yet. */
	alongCold: Times;
	/** The same around six lakes and surfaces of rivers, areas with up to 1,500 corners. */
	aroundCold: Times;
	/** Another distance along a river, measured in a quiet moment before. */
	alongWarm: Times;
	quietMs: number;
	/** All rows into squares of 48 px at zooms 8 to 12. */
	bins: Times;
	/** What is in sight, found by Flatbush and by going through all boxes. */
	extentTree: Times;
	extentScan: Times;
	/** Megabytes of JS heap and array buffers: after the collector ran, with the columns, the map's arrays and the last answer; and the most seen at any time while asking. */
	heldMb: number;
	peakMb: number;
}
export interface Report {
	machine: string;
	node: string;
	date: string;
	commit: string;
	load: number;
	sizes: Size[];
}

const round = (value: number): number => Math.round(value * 100) / 100;
const toTimes = (times: number[]): Times => {
	const sorted = times.toSorted((a, b) => a - b);
	return { p50: round(sorted[Math.floor((sorted.length - 1) * 0.5)]!), p95: round(sorted[Math.ceil((sorted.length - 1) * 0.95)]!), first: round(times[0]!) };
};
function timed<T>(work: () => T): [T, number] {
	const begin = performance.now();
	return [work(), performance.now() - begin];
}
const cpuMs = (): number => process.cpuUsage().user / 1000;
const usedMb = (): number => {
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return (heapUsed + arrayBuffers) / 1e6;
};

/** Filters as a planner changes them step by step: one to four conditions on columns, what is in sight, a distance to a river; now and then "or" and "not". */
export function filterSteps(count: number, seed = 7): ColumnFilter[] {
	const random = seeded(seed);
	const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
	const year = (): number => 1980 + Math.floor(random() * 45);
	const leaf = (): ColumnFilter => pick<() => ColumnFilter>([
		() => ({ is: 'category', column: 'status', of: [pick(['在用', '在建', '规划', '停用', ''])] }),
		() => ({ is: 'category', column: 'kind', of: [pick(['管道', '地块', '泵站']), pick(['水闸', '桥梁', '监测点'])] }),
		() => ({ is: 'category', column: 'owner', of: [1, 2, 3].map(() => `权属单位${1 + Math.floor(random() * 40)}`) }),
		() => ({ is: 'number', column: 'year', from: year() - 10, to: year() }),
		() => ({ is: 'number', column: 'investment', from: 10 * Math.floor(random() * 20), to: null }),
		() => ({ is: 'extent', bbox: [120.6 + random() * 0.3, 30.9, 120.9 + random() * 0.3, 31.15] }),
		() => ({ is: 'within', subject: 'measured', withinM: 200 + Math.floor(random() * 5000) })
	])();
	const group = (): ColumnFilter => (random() < 0.1 ? { any: [leaf(), leaf()] } : random() < 0.1 ? { not: leaf() } : leaf());
	return Array.from({ length: count }, () => ({ all: Array.from({ length: 1 + Math.floor(random() * 4) }, group) }));
}

const drain = (work: Generator<number, void>): void => {
	while (!work.next().done);
};

/** Megabytes that are left when all else is collected. */
function heldMbOf(held: readonly unknown[]): number {
	globalThis.gc?.();
	return held.length > 0 ? usedMb() : 0;
}

function measureExtent(count: number, bounds: Float64Array): Pick<Size, 'extentTree' | 'extentScan'> {
	const tree = new Flatbush(count);
	for (let b = 0; b < 4 * count; b += 4) tree.add(bounds[b]!, bounds[b + 1]!, bounds[b + 2]!, bounds[b + 3]!);
	tree.finish();
	const boxes = Array.from({ length: 30 }, (_, i): [number, number, number, number] => [120.7 + i * 0.01, 30.95, 120.75 + i * 0.01, 31]);
	const byTree = (box: [number, number, number, number]): Uint8Array => {
		const mask = new Uint8Array(count);
		for (const row of tree.search(...box)) mask[row] = 1;
		return mask;
	};
	const byScan = ([west, south, east, north]: [number, number, number, number]): Uint8Array => {
		const mask = new Uint8Array(count);
		for (let row = 0, b = 0; row < count; row++, b += 4) mask[row] = bounds[b]! <= east && bounds[b + 1]! <= north && bounds[b + 2]! >= west && bounds[b + 3]! >= south ? 1 : 0;
		return mask;
	};
	return { extentTree: toTimes(boxes.map((box) => timed(() => byTree(box))[1])), extentScan: toTimes(boxes.map((box) => timed(() => byScan(box))[1])) };
}

function measureSize(times: number, shapes: Size['shapes']): Size {
	const columns = generateRegion({ times, shapes });
	const { bounds, count, positions } = columns.geometry;
	const [drawing, drawMs] = timed(() => toDrawing(columns));
	const paint = createPainter(drawing);
	const [query, createMs] = timed(() => createColumnQuery(columns));
	// A page that opens asks for everything first; then there is a quiet moment.
	query.ask({ filter: { all: [] } });
	const [, flatbushMs] = timed(() => drain(query.quietly()));
	globalThis.gc?.();
	let peakMb = 0;
	const watch = <T>(measured: T): T => {
		peakMb = Math.max(peakMb, usedMb());
		return measured;
	};
	const rivers = regionRivers().slice(0, 6);
	const along = (key: string, withinM: number): ColumnQuestion => ({ filter: { is: 'within', subject: key, withinM }, count: [], sum: [] });
	const ask = (question: ColumnQuestion): number => watch(timed(() => query.ask(question))[1]);

	const askCold = (subjects: Geometry[]): Times => {
		const begin = cpuMs();
		const times = [0, 1, 2].flatMap(() => subjects.map((subject) => {
			query.setSubject('cold', [subject]);
			return ask(along('cold', 2000));
		}));
		return { ...toTimes(times), cpu: round((cpuMs() - begin) / times.length) };
	};
	const alongCold = askCold(rivers);
	const aroundCold = askCold(regionWaters().slice(0, 6));
	query.setSubject('cold', null);
	query.setSubject('measured', [rivers[0]!]);
	query.ask(along('measured', 2000));
	const [, quietMs] = timed(() => drain(query.quietly()));
	const warm = Array.from({ length: 60 }, (_, i) => ask(along('measured', 100 + ((i * 1237) % 9000))));

	const steps = filterSteps(60);
	const run = (work: (query: ColumnQuery, filter: ColumnFilter) => unknown): Times => {
		for (const filter of filterSteps(10, 3)) work(query, filter);
		const begin = cpuMs();
		const times = toTimes(steps.map((filter) => watch(timed(() => work(query, filter))[1])));
		return { ...times, cpu: round((cpuMs() - begin) / steps.length) };
	};
	const first = timed(() => query.ask({ filter: steps[0]! }))[1];
	const answer = { ...run(({ ask: put }, filter) => put({ filter })), first: round(first) };
	const filter = run(({ ask: put }, step) => paint(put({ filter: step }).mask));
	const bins = Array.from({ length: 25 }, (_, i) => ask({ filter: { all: [] }, count: [], sum: [], bins: { zoom: 8 + (i % 5), cellPx: 48, bbox: null } }));

	const { extentTree, extentScan } = measureExtent(count, bounds);
	const heldMb = heldMbOf([drawing, query, query.ask({ filter: steps[1]! })]);
	return {
		times, shapes, rows: count, vertices: positions.length / 2, drawMs: round(drawMs), createMs: round(createMs), flatbushMs: round(flatbushMs), filter, answer, alongCold, aroundCold, alongWarm: toTimes(warm), quietMs: round(quietMs),
		bins: toTimes(bins), extentTree, extentScan, heldMb: Math.round(heldMb), peakMb: Math.round(peakMb)
	};
}

const words = process.argv.slice(2);
if (words[0] === '--one') console.log(JSON.stringify(measureSize(Number(words[1]), words[2] as Size['shapes'])));
else {
	const asked = words.map(Number).filter((times) => times > 0);
	const sizes = [...(asked.length > 0 ? asked : [1, 10, 100, 1000]).map((times) => [times, 'mixed'] as const), ...(asked.length > 0 ? [] : [[1000, 'points'] as const])];
	const run = (times: number, shapes: string): Size => JSON.parse(execFileSync(process.execPath, ['--expose-gc', import.meta.filename, '--one', `${times}`, shapes], { encoding: 'utf8', maxBuffer: 1e7 })) as Size;
	const load = Math.round(loadavg()[0]! * 10) / 10;
	const report: Report = {
		machine: `${cpus()[0]?.model.trim() ?? '?'}, ${cpus().length} cores`, node: process.version, date: new Date().toISOString().slice(0, 10), commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(), load,
		sizes: sizes.map(([times, shapes]) => run(times, shapes))
	};
	if (words.includes('--docs')) writeDocs(report);
	if (words.includes('--json')) console.log(JSON.stringify(report, null, '\t'));
	else {
		console.log(`${report.machine}, Node ${report.node}, load ${load}`);
		const pair = ({ p50, p95 }: Times) => `${p50} / ${p95}`.padStart(16);
		console.log('rows     shapes      filter ms      along cold     only distance      bins          load ms   MB   (median / 95 %)   processor: filter, cold');
		for (const size of report.sizes) console.log(`${size.rows}`.padEnd(9) + size.shapes.padEnd(7) + pair(size.filter) + pair(size.alongCold) + pair(size.alongWarm) + pair(size.bins) + `${Math.round(size.drawMs + size.createMs)}`.padStart(9) + `${size.heldMb}/${size.peakMb}`.padStart(9) + `   ${size.filter.cpu}, ${size.alongCold.cpu}`);
	}
}
