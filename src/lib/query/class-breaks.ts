/**
 * Class limits of a handful of values, by three published methods: quantile (as many values in each class), equal interval (limits evenly
 * spaced), natural breaks (Jenks, found exactly by Fisher's recursion: least sum of squared deviations within classes). A value equal to a
 * limit belongs below it. Never more classes than different values, since a class that nothing can be in says something that is not so.
 */
import type { ClassMethod } from '../domain/view.ts';

export const maxClasses = 3;

/** Upper limits of the classes, lowest first, the greatest value last; empty where there is no value. */
export function breaksOf(values: readonly number[], method: ClassMethod, wanted = maxClasses): number[] {
	const sorted = values.filter(Number.isFinite).toSorted((a, b) => a - b);
	const k = Math.min(wanted, new Set(sorted).size);
	if (k === 0) return [];
	return [...new Set(method === 'equal' ? equal(sorted, k) : method === 'quantile' ? quantile(sorted, k) : naturalBreaks(sorted, k))];
}

/** Class of a value, 0 the lowest. */
export const classOf = (value: number, breaks: readonly number[]): number => breaks.findIndex((limit, i) => value <= limit || i === breaks.length - 1);

function equal(sorted: readonly number[], k: number): number[] {
	const [lo, hi] = [sorted[0]!, sorted.at(-1)!];
	return Array.from({ length: k }, (_, i) => (i === k - 1 ? hi : lo + ((hi - lo) * (i + 1)) / k));
}

const quantile = (sorted: readonly number[], k: number): number[] => Array.from({ length: k }, (_, i) => sorted[Math.ceil(((i + 1) * sorted.length) / k) - 1]!);

/** Fisher 1958: `cost[m][j]` is the least sum for the first j values in m classes, `start[m][j]` where the last of them begins. */
function naturalBreaks(sorted: readonly number[], k: number): number[] {
	const n = sorted.length;
	const cost = Array.from({ length: k + 1 }, () => new Array<number>(n + 1).fill(Infinity));
	const start = Array.from({ length: k + 1 }, () => new Array<number>(n + 1).fill(0));
	cost[0]![0] = 0;
	for (let m = 1; m <= k; m++) {
		for (let j = m; j <= n; j++) {
			let [sum, squares] = [0, 0];
			for (let i = j; i >= m; i--) {
				// Shifted by the smallest value, so that large figures close together do not lose their difference.
				const value = sorted[i - 1]! - sorted[0]!;
				sum += value;
				squares += value * value;
				const total = cost[m - 1]![i - 1]! + squares - (sum * sum) / (j - i + 1);
				if (total < cost[m]![j]! - 1e-9) [cost[m]![j], start[m]![j]] = [total, i];
			}
		}
	}
	const limits: number[] = [];
	for (let m = k, j = n; m > 0; j = start[m]![j]! - 1, m--) limits.unshift(sorted[j - 1]!);
	return limits;
}
