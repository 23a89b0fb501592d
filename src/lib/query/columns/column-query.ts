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

export interface ColumnQuery {
	count: number;
	summary: ColumnSummary[];
	/** Gives a geometry (WGS84) to ask about under a key, or with `null` forgets it. */
	setSubject(key: string, geometries: readonly Geometry[] | null): void;
	/** Errors: none; what the layer does not have is silent. */
	ask(question: ColumnQuestion): ColumnAnswer;
	/** The same in steps of a few milliseconds at most 100,000 rows; yields the share of a long step, 0 between short ones. */
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
		if (classes) counted.push({ name: column.name, codes: classes.codes, size: Math.max(1, classes.edges.length) });
		summary.push(summarise(column, classes));
	}

	function* steps({ filter, count, sum, bins }: ColumnQuestion): Generator<number, ColumnAnswer> {
		const groups = groupsWithin(columnGroups(filter), mostGroups);
		const fails = new Uint32Array(n);
		for (const [g, group] of groups.entries()) {
			const pass = yield* evaluateColumns(columns, group, ground);
			for (let i = 0; i < n; i++) if (pass[i] === 0) fails[i]! |= 1 << g;
			yield 0;
		}
		const mask = new Uint8Array(n);
		const without = new Uint32Array(groups.length);
		let total = 0;
		for (let i = 0; i < n; i++) {
			const failed = fails[i]!;
			if (failed === 0) {
				mask[i] = 1;
				total++;
			} else if ((failed & (failed - 1)) === 0) without[31 - Math.clz32(failed)]!++;
		}
		for (let g = 0; g < groups.length; g++) without[g]! += total;
		const facets: ColumnFacet[] = [];
		for (const column of counted) {
			if (count && !count.includes(column.name)) continue;
			yield 0;
			const own = groups.reduce((bits, group, g) => (columnOf(group) === column.name ? bits | (1 << g) : bits), 0);
			facets.push({ column: column.name, counts: own === 0 ? countMask(column, mask) : countFails(column, fails, ~own) });
		}
		const sums: ColumnSum[] = [];
		for (const column of attributes) {
			if (column.type !== 'number' || (sum && !sum.includes(column.name))) continue;
			yield 0;
			sums.push(addUp(column, mask));
		}
		yield 0;
		return { mask, total, facets, sums, without, bins: bins ? binner(bins, mask) : null };
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

function summarise(column: AttributeColumn, classes: { edges: Float64Array; known: number } | null): ColumnSummary {
	if (column.type === 'category') return { name: column.name, type: 'category', values: column.values };
	return classes ? { name: column.name, type: 'number', edges: classes.edges, known: classes.known } : { name: column.name, type: 'text' };
}

function countMask({ codes, size }: Counted, mask: Uint8Array): Uint32Array {
	const counts = new Uint32Array(size);
	for (let i = 0; i < mask.length; i++) counts[codes[i]!]! += mask[i]!;
	return counts;
}

/** Rows that fail none of the groups in `others`. */
function countFails({ codes, size }: Counted, fails: Uint32Array, others: number): Uint32Array {
	const counts = new Uint32Array(size);
	for (let i = 0; i < fails.length; i++) if ((fails[i]! & others) === 0) counts[codes[i]!]!++;
	return counts;
}

function addUp({ name, values }: NumberColumn, mask: Uint8Array): ColumnSum {
	let [value, knownFor] = [0, 0];
	for (let i = 0; i < mask.length; i++) {
		if (mask[i] === 0 || !Number.isFinite(values[i]!)) continue;
		value += values[i]!;
		knownFor++;
	}
	return { column: name, value, knownFor };
}
