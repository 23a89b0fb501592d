/** Thematic pictures as plain data: districts by a series, projects as circles, columns. Computed by the query, placed here; a picture without its words (unit, source, year) is not built. */
import type { AmountKind, ClassMethod, ColumnKind } from '../domain/view.ts';
import type { DistrictValue } from '../query/theme-series.ts';
import type { AmountReason } from '../query/project-amounts.ts';
import type { Position } from './scene.ts';

export interface ChoroplethArea extends DistrictValue {
	name: string;
	/** 0 the lowest; `null` without a value: hatched. */
	class: number | null;
}
export interface Choropleth {
	series: string;
	name: string;
	/** In words; empty for a plain count. */
	unit: string;
	method: ClassMethod;
	areas: ChoroplethArea[];
	/** Upper limit of each class, lowest first. */
	breaks: number[];
	least: number;
	/** Outlets of the figures; empty for counts of this catalogue. */
	outlets: string[];
	isOwn: boolean;
	/** Sums and counts follow the filter. */
	isFiltered: boolean;
}

export interface AmountMark {
	id: string;
	name: string;
	position: Position;
	/** `null`: a small hollow dot. */
	value: number | null;
	/** Built or being built; what is planned or not known stays hollow. */
	isFilled: boolean;
}
export interface Amounts {
	what: AmountKind;
	unit: string;
	marks: AmountMark[];
	/** Greatest figure of the whole dataset, so that a filter leaves sizes as they are. */
	greatest: number;
	drawn: number;
	without: Record<AmountReason, number>;
	/** Drawn at the place that the record names, not at a position of its own. */
	byPlace: number;
	/** With a figure, and without a place to draw it at. */
	unplaced: number;
}

export interface ColumnMark {
	place: string;
	name: string;
	position: Position;
	value: number;
	known: { n: number; of: number } | null;
}
export interface Columns {
	kind: ColumnKind;
	unit: string;
	/** North first, so that nearer columns are drawn over farther ones. */
	marks: ColumnMark[];
	greatest: number;
	isFlat: boolean;
	isFiltered: boolean;
}

/** px radius of the greatest circle. */
export const greatestRadius = 34;
/** Area in proportion to the figure: radius by its square root. */
export const radiusOf = (value: number, greatest: number): number => (value <= 0 || greatest <= 0 ? 0 : greatestRadius * Math.sqrt(value / greatest));

/** Up to three round figures (1, 2, 5 and their tens) for a legend, greatest first, each about a quarter of the one before. */
export function roundFigures(greatest: number): number[] {
	if (!(greatest > 0)) return [];
	const rounds = [5, 2, 1];
	const power = 10 ** Math.floor(Math.log10(greatest));
	const all = [power, power / 10, power / 100].flatMap((unit) => rounds.map((round) => Number((round * unit).toPrecision(1)))).filter((value) => value <= greatest);
	const picked: number[] = [];
	for (const value of all) if (picked.length < 3 && (picked.length === 0 || value <= picked.at(-1)! / 3.9)) picked.push(value);
	return picked;
}
