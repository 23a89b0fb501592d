/** How bars and their fields read and say the figures of an axis: those of a facet here, those of a planner's own field beside it. */
import type { Lang } from '../i18n/lang.ts';
import { parseRange, printRange } from '../query/ranges.ts';
import { figureIn, rangeWords } from '../query/range-words.ts';
import type { RangeKey } from '../query/select.ts';
import { parseYears } from '../query/years.ts';

export interface FigureReading {
	/** `null` for what is no range. */
	parse(text: string): readonly [from: number, to: number] | null;
	print(from: number | null, to: number | null): string;
	/** Under an edge, without unit. */
	edge(value: number): string;
	/** A range with its unit; '' for what is none. */
	words(range: string): string;
	/** A bar stands for one value, whose figure stands below its middle. */
	isCentred: boolean;
	hasLastEdge: boolean;
	/** Room of a figure below the bars, px. */
	edgePx: number;
}

export const readingOf = (lang: Lang, key: RangeKey): FigureReading => ({
	parse: key === 'period' ? parseYears : parseRange, print: printRange, edge: (value) => figureIn(lang, key, value), words: (range) => rangeWords(lang, key, range),
	isCentred: key === 'period', hasLastEdge: key !== 'period', edgePx: key === 'investment' && lang === 'en' ? 46 : 30
});
