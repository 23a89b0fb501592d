/**
 * What stands in a column. It is a number where every value is one; a category where values repeat: at most 64 different ones, or at most
 * 4,096 of which each stands in four rows on average, none longer than 80 characters; else text. The planner may say otherwise.
 */
import type { AssetRow } from '../../../domain/inventory.ts';
import type { FoundField } from '../../../domain/layer-file.ts';

const mostDistinct = 4_096;
const fewDistinct = 64;
const rowsPerValue = 4;
const longestCategory = 80;

export function inspectField(rows: readonly AssetRow[], name: string): FoundField {
	const seen = new Set<string | number>();
	let [missing, longest, min, max, isNumber] = [0, 0, Infinity, -Infinity, true];
	for (const { properties } of rows) {
		const value = properties[name] ?? null;
		if (value === null) {
			missing++;
			continue;
		}
		if (seen.size <= mostDistinct) seen.add(value);
		if (typeof value === 'number') {
			if (value < min) min = value;
			if (value > max) max = value;
		} else {
			isNumber = false;
			if (value.length > longest) longest = value.length;
		}
	}
	const held = rows.length - missing;
	const repeats = seen.size <= fewDistinct || (seen.size <= mostDistinct && seen.size * rowsPerValue <= held);
	const type = held > 0 && isNumber ? 'number' : repeats && longest <= longestCategory ? 'category' : 'text';
	return { name, label: name, unit: '', type, distinct: Math.min(seen.size, mostDistinct), missing, min: type === 'number' ? min : null, max: type === 'number' ? max : null, examples: [...seen].slice(0, 5).map((value) => String(value).slice(0, 60)) };
}
