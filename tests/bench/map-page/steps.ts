/** What every candidate is asked: points with a status and a year, one seeded sequence of filters. */
export interface PointTable {
	count: number;
	/** lon, lat */
	positions: Float64Array;
	statuses: string[];
	status: Uint16Array;
	/** NaN: not known. */
	year: Float64Array;
}
export interface Step {
	/** Codes of statuses that stay. */
	statuses: number[];
	from: number;
	to: number;
}
/** A way to show the rows that a step leaves; resolves when the map has what it draws. */
export interface Candidate {
	show(step: Step): Promise<void>;
}

export const passes = ({ status, year }: PointTable, { statuses, from, to }: Step, i: number): boolean => statuses.includes(status[i]!) && year[i]! >= from && year[i]! <= to;
