/** Writes what `columns.ts` measured into `docs/`: the figures, a plot on logarithmic scales, and the table between the marks of `scale.md`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { line, scaleLog } from 'd3';
import type { Report, Size, Times } from './columns.ts';

const docs = join(import.meta.dirname, '../../docs');
const [width, height, left, right, top, bottom] = [760, 460, 64, 190, 24, 60];
const curves: { name: string; colour: string; value: (size: Size) => number; isDashed?: boolean }[] = [
	{ name: 'along a river, cold', colour: '#b5482f', value: ({ alongCold }) => alongCold.p50 },
	{ name: 'filter + facets, p95', colour: '#1f6f78', value: ({ filter }) => filter.p95, isDashed: true },
	{ name: 'filter + facets, p50', colour: '#1f6f78', value: ({ filter }) => filter.p50 },
	{ name: 'squares of the map', colour: '#6b8e4e', value: ({ bins }) => bins.p50 },
	{ name: 'only the distance changes', colour: '#8a6d3b', value: ({ alongWarm }) => alongWarm.p50 }
];

export function writeDocs(report: Report): void {
	writeFileSync(join(docs, 'scale.json'), `${JSON.stringify(report, null, '\t')}\n`);
	writeFileSync(join(docs, 'scale.svg'), plot(report));
	const page = join(docs, 'scale.md');
	const [before, after] = [readFileSync(page, 'utf8').split('<!-- figures -->')[0]!, readFileSync(page, 'utf8').split('<!-- end of figures -->')[1]!];
	writeFileSync(page, `${before}<!-- figures -->\n${table(report)}\n<!-- end of figures -->${after}`);
}

function plot({ sizes, machine, date, commit, load }: Report): string {
	const mixed = sizes.filter(({ shapes }) => shapes === 'mixed');
	const x = scaleLog([mixed[0]!.rows, mixed.at(-1)!.rows], [left, width - right]);
	const all = mixed.flatMap((size) => curves.map(({ value }) => value(size)));
	const y = scaleLog([10 ** Math.floor(Math.log10(Math.min(...all))), 10 ** Math.ceil(Math.log10(Math.max(...all)))], [height - bottom, top]);
	const powers = (scale: typeof x): number[] => scale.ticks().filter((tick) => Number.isInteger(Math.round(Math.log10(tick) * 1e6) / 1e6));
	const text = (at: [number, number], words: string, more = ''): string => `<text x="${at[0].toFixed(1)}" y="${at[1].toFixed(1)}" ${more}>${words}</text>`;
	const rule = (x1: number, y1: number, x2: number, y2: number, more: string): string => `<line x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}" ${more}/>`;
	const grid = [
		...powers(y).map((ms) => rule(left, y(ms), width - right, y(ms), 'stroke="#ddd"') + text([left - 8, y(ms) + 4], `${ms} ms`, 'text-anchor="end"')),
		...powers(x).map((rows) => rule(x(rows), top, x(rows), height - bottom, 'stroke="#ddd"') + text([x(rows), height - bottom + 18], rows.toLocaleString('en'), 'text-anchor="middle"'))
	];
	// A line of slope 1 through the filter at 100× shows what "near linear" looks like.
	const through = mixed.find(({ times }) => times === 100) ?? mixed.at(-1)!;
	const linear = (rows: number): number => (through.filter.p50 / through.rows) * rows;
	const from = Math.max(x.domain()[0]!, (y.domain()[0]! / linear(1)));
	const drawn = line<Size>((size) => x(size.rows), () => 0);
	let last = Infinity;
	const ends = curves.map((curve) => ({ curve, at: y(curve.value(mixed.at(-1)!)) })).toSorted((a, b) => b.at - a.at).map(({ curve, at }) => ({ curve, at: (last = Math.min(at, last - 16)) }));
	const paths = curves.map((curve) => `<path d="${drawn.y((size) => y(curve.value(size)))(mixed)}" fill="none" stroke="${curve.colour}" stroke-width="2"${curve.isDashed ? ' stroke-dasharray="5 4"' : ''}/>${mixed.map((size) => `<circle cx="${x(size.rows).toFixed(1)}" cy="${y(curve.value(size)).toFixed(1)}" r="3" fill="${curve.colour}"/>`).join('')}`);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="12" fill="#222">`,
		`<title>Time of a question by number of assets</title><rect width="${width}" height="${height}" fill="#fff"/>`,
		...grid, rule(x(from), y(linear(from)), x(x.domain()[1]!), y(linear(x.domain()[1]!)), 'stroke="#999" stroke-dasharray="2 4"'), text([x(from) + 6, y(linear(from)) - 8], 'linear', 'fill="#777"'),
		...paths, ...ends.map(({ curve, at }) => text([width - right + 10, at + 4], curve.name, `fill="${curve.colour}"`)),
		text([left, height - 18], `assets, mixed geometries, both axes logarithmic · ${machine}, load ${load}, ${date}, ${commit}`, 'fill="#666" font-size="11"'), '</svg>', ''
	].join('\n');
}

function table({ sizes, machine, node, date, commit, load }: Report): string {
	const pair = ({ p50, p95, cpu }: Times): string => `${p50} / ${p95}${cpu === undefined ? '' : ` (${cpu})`}`;
	const rows = sizes.map((size) => [size.rows.toLocaleString('en'), size.shapes, size.vertices.toLocaleString('en'), Math.round(size.drawMs), Math.round(size.createMs), Math.round(size.flatbushMs), pair(size.filter), pair(size.alongCold), pair(size.aroundCold), Math.round(size.quietMs), pair(size.alongWarm), pair(size.bins), `${size.heldMb} / ${size.peakMb}`]);
	const head = ['assets', 'shapes', 'vertices', 'map arrays', 'columns made ready', 'Flatbush, rehearsal', 'filter + facets + filter values', 'along, cold', 'around, cold', 'quiet work after it', 'only d changes', 'squares', 'MB held / peak'];
	const toRow = (cells: (string | number)[]): string => `| ${cells.join(' | ')} |`;
	return [`${machine}, Node ${node}, load ${load} at the start, ${date}, commit ${commit}. Milliseconds; two numbers are median / 95 %, in brackets the processor time of one on the average, the collector and the compiler included.`, '', toRow(head), toRow(head.map((_, i) => (i === 1 ? '---' : '---:'))), ...rows.map(toRow)].join('\n');
}
