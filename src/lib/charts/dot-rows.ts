/** One line of a comparison of places. */
export interface DotRow {
	key: string;
	name: string;
	/** `null`: no value, drawn hollow at the edge. */
	y: number | null;
	/** Span around it; `null` for none. */
	lo: number | null;
	hi: number | null;
	text: string;
	note: string;
	/** A value that is told and not compared: another year, another kind. */
	isApart: boolean;
	href: string;
}

/** A scale that begins at zero unless values lie below it; classes keep theirs. */
export function domainOf(rows: readonly Pick<DotRow, 'y'>[], isClass: boolean): [number, number] {
	if (isClass) return [1, 6];
	const ys = rows.flatMap(({ y }) => (y === null ? [] : [y]));
	const [lo, hi] = [Math.min(0, ...ys), Math.max(0, ...ys)];
	return lo === hi ? [0, 1] : [lo, hi];
}
