/**
 * Where a line meets others: the point at which two lines cross, the point at which one ends on the other, the stretch that two share. Two
 * lines of one alignment (a waterway in its river) cross on paper every few hundred metres; within a shared stretch no crossing is told.
 */
import { approachOf, crossingsKm, nearestOn, positionAt, stretchesBeside } from '../geo/chainage.ts';
import { distanceM } from '../geo/planar.ts';
import type { StripLine } from './strip-ground.ts';

export interface Meeting {
	how: 'crosses' | 'meets' | 'beside';
	/** Chainage on the first line; the stretch of `beside` runs to `toKm`. */
	km: number;
	toKm?: number;
	/** Chainage on the other line; none of a stretch. */
	otherKm: number | null;
	at: [lon: number, lat: number];
}

/** As in `geo/relation.ts`: two drawn this far apart still meet where their accuracies allow no less. */
const meetCapM = 150;
/** Lines this near to each other for so long share a stretch. */
const besideCapM = 300;
export const besideLeastKm = 2;

export function meetingsOf(line: StripLine, other: StripLine): Meeting[] {
	const accuraciesM = line.accuracyM + other.accuracyM;
	const besideM = Math.min(besideCapM, accuraciesM);
	if (distanceM(line.run.planar, other.run.planar, besideM) === Infinity) return [];
	const shared = stretchesBeside(line.run, other.run.planar, besideM, besideLeastKm);
	const beside = shared.map(({ from, to }): Meeting => ({ how: 'beside', km: from, toKm: to, otherKm: null, at: positionAt(line.run, (from + to) / 2) }));
	const crossings = crossingsKm(line.run, other.run.planar);
	const apart = crossings.filter((km) => !shared.some(({ from, to }) => km >= from - 0.1 && km <= to + 0.1)).map((km): Meeting => {
		const at = positionAt(line.run, km);
		return { how: 'crosses', km, otherKm: nearestOn(other.run, at).km, at };
	});
	if (crossings.length > 0 || shared.length > 0) return [...beside, ...apart];
	const { km, metres } = approachOf(line.run, other.run.xy);
	if (metres > Math.min(meetCapM, accuraciesM)) return [];
	const at = positionAt(line.run, km);
	return [{ how: 'meets', km, otherKm: nearestOn(other.run, at).km, at }];
}
