/** Slanting lines inside an area, for "no data": cut along scan lines, holes respected. Lines and not a pattern image, so that tests and exports draw them too. */
import type { Position } from './scene.ts';

/** `spacing` in degrees of latitude between lines; one run for each stretch inside. */
export function hatchOf(rings: readonly (readonly Position[])[], spacing: number): [Position, Position][] {
	const edges = rings.flatMap((ring) => ring.slice(1).map((to, i): [Position, Position] => [ring[i]!, to]));
	const levels = rings.flat().map(([x, y]) => x + y);
	const runs: [Position, Position][] = [];
	// A line is x + y = level; the first level is a whole multiple, so that neighbours are hatched in step.
	for (let n = Math.ceil(Math.min(...levels) / spacing); n * spacing < Math.max(...levels); n++) {
		const level = n * spacing;
		const xs = edges.flatMap(([[x1, y1], [x2, y2]]): number[] => {
			const [a, b] = [x1 + y1 - level, x2 + y2 - level];
			return a < 0 === b < 0 ? [] : [x1 + ((x2 - x1) * a) / (a - b)];
		}).sort((a, b) => a - b);
		for (let i = 0; i + 1 < xs.length; i += 2) runs.push([[xs[i]!, level - xs[i]!], [xs[i + 1]!, level - xs[i + 1]!]]);
	}
	return runs;
}
