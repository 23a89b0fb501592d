/** Where sample points lie among boundaries and waters under each reading of their numbers: paths for a drawing of 640 × 400, around the middle of the sample, wide enough that the readings stand apart. */
import type { Shape, Shapes } from '../domain/shape.ts';
import { runsOf } from './runs.ts';

type XY = readonly [lon: number, lat: number];
export interface DatumPreview {
	width: number;
	height: number;
	districts: string[];
	waters: string[];
	rivers: string[];
	/** px of each shown point; the first list is the chosen reading. */
	points: XY[][];
	/** Points of the sample that are drawn. */
	shown: number;
	metresPerPx: number;
}

const [width, height] = [640, 400];
const metresPerDegree = 111_320;
const mostPoints = 40;

/** `readings`: the same sample in each system, the chosen one first. `null` where there is nothing to show. */
export function previewDatum(shapes: Pick<Shapes, 'district' | 'water' | 'river'>, readings: readonly (readonly XY[])[]): DatumPreview | null {
	const chosen = readings[0] ?? [];
	if (chosen.length === 0) return null;
	const middle = [0, 1].map((axis) => chosen.map((at) => at[axis]!).toSorted((a, b) => a - b)[Math.floor(chosen.length / 2)]!) as unknown as XY;
	const cosine = Math.cos((middle[1] * Math.PI) / 180);
	const far = ([lon, lat]: XY): number => Math.hypot((lon - middle[0]) * cosine, lat - middle[1]) * metresPerDegree;
	const near = chosen.map((at, i) => ({ i, metres: far(at) })).toSorted((a, b) => a.metres - b.metres).slice(0, mostPoints);
	const shift = Math.max(0, ...readings.flatMap((reading) => near.map(({ i }) => Math.hypot((reading[i]![0] - chosen[i]![0]) * cosine, reading[i]![1] - chosen[i]![1]) * metresPerDegree)).filter((metres) => metres < 20_000));
	// The whole sample would make a shift of 500 m a hair's breadth: at most 9 shifts, at least 3 km across.
	const across = Math.max(3000, Math.min(2.4 * (near.at(-1)?.metres ?? 0) + 2 * shift, 9 * shift || 12_000));
	const metresPerPx = across / height;
	const toPx = ([lon, lat]: XY): XY => [Math.round((width / 2 + ((lon - middle[0]) * cosine * metresPerDegree) / metresPerPx) * 10) / 10, Math.round((height / 2 - ((lat - middle[1]) * metresPerDegree) / metresPerPx) * 10) / 10];
	const isSeen = ([x, y]: XY, room = 0): boolean => x >= -room && x <= width + room && y >= -room && y <= height + room;

	const toPath = (shape: Shape, isClosed: boolean): string => runsOf(shape).map((run) => {
		let last: XY = [Infinity, Infinity];
		let seen = false;
		const points = run.flatMap((position) => {
			const at = toPx(position);
			seen ||= isSeen(at, 400);
			if (Math.hypot(at[0] - last[0], at[1] - last[1]) < 1) return [];
			last = at;
			return [`${at[0]} ${at[1]}`];
		});
		return (seen || isClosed) && points.length > 1 ? `M${points.join('L')}${isClosed ? 'Z' : ''}` : '';
	}).join('');
	const paths = (some: readonly Shape[], isClosed: boolean): string[] => some.map((shape) => toPath(shape, isClosed)).filter((path) => path !== '');
	const isArea = ({ geometry }: Shape): boolean => geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
	const kept = near.filter(({ i }) => isSeen(toPx(chosen[i]!)));
	return {
		width, height, metresPerPx,
		districts: paths(shapes.district.filter((shape) => shape.kind === 'district'), true),
		waters: paths([...shapes.water, ...shapes.river].filter(isArea), true),
		rivers: paths(shapes.river.filter((shape) => !isArea(shape)), false),
		points: readings.map((reading) => kept.map(({ i }) => toPx(reading[i]!))),
		shown: kept.length
	};
}
