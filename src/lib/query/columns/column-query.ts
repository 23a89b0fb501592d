/**
 * Questions to a layer in columns: which rows pass, how many for each value under the other conditions, sums with the number of rows they are known
 * for. Every row carries one bit for each member of the top-level "and" that it fails, so a facet is counted by leaving out the bits of its own
 * conditions, as `query/select.ts` does. Work comes in steps, so that a worker hears between them that it may stop.
 */
import type { Geometry } from 'geojson';
import type { ColumnAnswer, ColumnFacet, ColumnFilter, ColumnQuestion, ColumnSum, ColumnSummary } from '../../domain/column-question.ts';
import type { AttributeColumn, Columns, NumberColumn } from '../../domain/columns.ts';
import { createBinner } from './bins.ts';
import { createGround } from './ground.ts';
import { columnGroups, columnOf, evaluateColumns } from './masks.ts';
import { classify } from './number-classes.ts';
import type { NumberClasses } from './number-classes.ts';

export interface ColumnQuery {
	count: number;
	summary: ColumnSummary[];
	/** Gives a geometry (WGS84) to ask about under a key, or with `null` forgets it. */
	setSubject(key: string, geometries: readonly Geometry[] | null): void;
	/** Errors: none; what the layer does not have is silent. */
	ask(question: ColumnQuestion): ColumnAnswer;
	/** The same in steps of at most a few milliseconds at 100,000 rows; yields the share of a long piece of work, 0 between short ones. */
	steps(question: ColumnQuestion): Generator<number, ColumnAnswer>;
	/** Work for a quiet moment that makes later answers quicker and changes none: the index over boxes, and distances beyond those asked so far. */
	quietly(): Generator<number, void>;
}

/** Members of the "and" that get a bit of their own; further ones share the last. */
const mostGroups = 32;

interface Counted {
	name: string;
	codes: ArrayLike<number>;
	size: number;
}

export function createColumnQuery(columns: Columns): ColumnQuery {
	const { geometry, attributes } = columns;
	const n = geometry.count;
	const ground = createGround(geometry);
	const binner = createBinner(geometry);
	const summary: ColumnSummary[] = [];
	const counted: Counted[] = [];
	for (const column of attributes) {
		if (column.type === 'category') counted.push({ name: column.name, codes: column.codes, size: column.values.length });
		const classes = column.type === 'number' ? classify(column) : null;
		if (classes) counted.push({ name: column.name, codes: classes.codes, size: 1 + 2 * classes.edges.length });
		summary.push(summarise(column, classes));
	}

	function* steps({ filter, count, sum, bins }: ColumnQuestion): Generator<number, ColumnAnswer> {
		const groups = groupsWithin(columnGroups(filter), mostGroups);
		const fails = new Uint32Array(n);
		for (const [g, group] of groups.entries()) {
			markFails(fails, yield* evaluateColumns(columns, group, ground), 1 << g);
			yield 0;
		}
		const { mask, rows, without } = tally(fails, groups.length);
		const facets: ColumnFacet[] = [];
		for (const column of counted) {
			if (count && !count.includes(column.name)) continue;
			yield 0;
			const own = groups.reduce((bits, group, g) => (columnOf(group) === column.name ? bits | (1 << g) : bits), 0);
			const passing = countRows(column, rows);
			facets.push({ column: column.name, counts: own === 0 ? passing : countFails(column, fails, ~own), passing });
		}
		const sums: ColumnSum[] = [];
		for (const column of attributes) {
			if (column.type !== 'number' || (sum && !sum.includes(column.name))) continue;
			yield 0;
			sums.push(addUp(column, rows));
		}
		yield 0;
		return { mask, total: rows.length, facets, sums, without, bins: bins ? binner(bins, mask) : null };
	}

	return {
		count: n,
		summary,
		setSubject: ground.setSubject,
		steps,
		quietly: ground.quietly,
		ask(question) {
			const work = steps(question);
			for (;;) {
				const step = work.next();
				if (step.done) return step.value;
			}
		}
	};
}

const groupsWithin = (groups: ColumnFilter[], most: number): ColumnFilter[] => (groups.length <= most ? groups : [...groups.slice(0, most - 1), { all: groups.slice(most - 1) }]);

function summarise(column: AttributeColumn, classes: NumberClasses | null): ColumnSummary {
	if (column.type === 'category') return { name: column.name, type: 'category', values: column.values };
	return classes ? { name: column.name, type: 'number', edges: classes.edges, known: classes.known, isWhole: classes.isWhole } : { name: column.name, type: 'text' };
}

// Loops over the rows stand in functions of their own, which the engine compiles better than the inside of a generator.
function markFails(fails: Uint32Array, pass: Uint8Array, bit: number): void {
	for (let i = 0; i < fails.length; i++) if (pass[i] === 0) fails[i]! |= bit;
}

function tally(fails: Uint32Array, groups: number): { mask: Uint8Array; rows: Uint32Array; without: Uint32Array } {
	const mask = new Uint8Array(fails.length);
	const rows = new Uint32Array(fails.length);
	const without = new Uint32Array(groups);
	let total = 0;
	for (let i = 0; i < fails.length; i++) {
		const failed = fails[i]!;
		if (failed === 0) {
			mask[i] = 1;
			rows[total++] = i;
		} else if ((failed & (failed - 1)) === 0) without[31 - Math.clz32(failed)]!++;
	}
	for (let g = 0; g < groups; g++) without[g]! += total;
	return { mask, rows: rows.subarray(0, total), without };
}

function countRows({ codes, size }: Counted, rows: Uint32Array): Uint32Array {
	const counts = new Uint32Array(size);
	for (let i = 0; i < rows.length; i++) counts[codes[rows[i]!]!]!++;
	return counts;
}

/** Rows that fail none of the groups in `others`. */
function countFails({ codes, size }: Counted, fails: Uint32Array, others: number): Uint32Array {
	const counts = new Uint32Array(size);
	for (let i = 0; i < fails.length; i++) if ((fails[i]! & others) === 0) counts[codes[i]!]!++;
	return counts;
}

function addUp({ name, values }: NumberColumn, rows: Uint32Array): ColumnSum {
	let sum = 0;
	let knownFor = 0;
	for (let i = 0; i < rows.length; i++) {
		const value = values[rows[i]!]!;
		if (!Number.isFinite(value)) continue;
		sum += value;
		knownFor++;
	}
	return { column: name, value: sum, knownFor };
}
