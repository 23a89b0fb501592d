/**
 * A filter as rows that a planner can read and change: conditions joined by "and" or by "or", each with its "not", and one level of brackets.
 * Whatever an address says beyond that stays as a row that can only be read or taken away, so that no question is lost by opening it here.
 */
import type { Filter, Leaf, SpaceLeaf } from '../../domain/view.ts';
import { groupsOf, isLeaf, isSpace } from '../select.ts';
import { isAskable } from '../space-values.ts';

export type Join = 'all' | 'any';
export type Condition = Leaf | SpaceLeaf;
export interface ConditionRow {
	is: 'condition';
	leaf: Condition;
	isNot: boolean;
}
/** A part that is not taken apart here. */
export interface KeptRow {
	is: 'kept';
	filter: Filter;
}
export interface BracketRow {
	is: 'bracket';
	join: Join;
	isNot: boolean;
	rows: (ConditionRow | KeptRow)[];
}
export type Row = ConditionRow | BracketRow | KeptRow;
export interface Question {
	join: Join;
	rows: Row[];
}

const partsOf = (filter: Filter): { join: Join; parts: Filter[] } | null => ('all' in filter ? { join: 'all', parts: filter.all } : 'any' in filter ? { join: 'any', parts: filter.any } : null);

export function readQuestion(filter: Filter): Question {
	const groups = groupsOf(filter);
	const [first] = groups;
	if (groups.length === 1 && first && 'any' in first && first.any.length > 1) return { join: 'any', rows: first.any.map(readRow) };
	return { join: 'all', rows: groups.map(readRow) };
}

function readRow(filter: Filter): Row {
	const isNot = 'not' in filter;
	const inner = isNot ? filter.not : filter;
	if (isLeaf(inner) || isSpace(inner)) return { is: 'condition', leaf: inner, isNot };
	const { join, parts } = partsOf(inner) ?? { join: 'all' as const, parts: [] };
	if (parts.length === 0) return { is: 'kept', filter };
	return { is: 'bracket', join, isNot, rows: parts.map((part) => { const row = readRow(part); return row.is === 'bracket' ? { is: 'kept', filter: part } : row; }) };
}

/** The filter that the rows ask; a row that still lacks something, such as its place, asks nothing yet. */
export function writeQuestion({ join, rows }: Question): Filter {
	const parts = rows.flatMap(writeRow);
	return { all: join === 'any' && parts.length > 1 ? [{ any: parts }] : parts };
}

function writeRow(row: Row): Filter[] {
	if (row.is === 'kept') return [row.filter];
	if (row.is === 'condition') return isComplete(row.leaf) ? [row.isNot ? { not: row.leaf } : row.leaf] : [];
	const parts = row.rows.flatMap(writeRow);
	if (parts.length === 0) return [];
	const whole: Filter = parts.length === 1 ? parts[0]! : row.join === 'all' ? { all: parts } : { any: parts };
	return [row.isNot ? ('not' in whole ? whole.not : { not: whole }) : whole];
}

export const isComplete = (leaf: Condition): boolean => (isSpace(leaf) ? isAskable(leaf, () => true) : leaf.of.length > 0);
