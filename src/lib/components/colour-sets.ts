/**
 * The sets of signs that have to be told apart, and whether colour has to do it alone. Two signs of one `form` differ by colour only and must
 * stay apart in every view; two forms differ in shape or fill as well and are exempt (rule "shape"). `tests/unit/components` renders the
 * real signs and proves the forms.
 */
import { ink, plainInk } from '../charts/ink.ts';
import { projectKinds } from '../domain/vocabulary.ts';
import { outlineOf, markStatuses } from '../map/marks.ts';
import { kindInk, palettes, ramps } from '../map/palette.ts';
import { deutanOf, difference, greyOf, lightness } from '../map/vision.ts';
import { states } from '../query/progress-rules.ts';

/** CIEDE2000 in colour, L* in grey: what two tones that stand alone must differ by. */
export const limits = { delta: 8, light: 8 } as const;

export interface Swatch {
	id: string;
	/** `#RRGGBB` */
	tone: string;
	form: string;
}
export interface ColourSet {
	id: 'states' | 'strip' | 'kinds' | 'status' | 'trend' | 'ramp';
	swatches: readonly Swatch[];
}
export const trendParts = ['value', 'base', 'sample', 'doubt', 'span', 'goal', 'path', 'gap'] as const;
const trendInk: Record<(typeof trendParts)[number], string> = { value: ink.value, base: ink.value, sample: ink.value, doubt: ink.doubt, span: ink.value, goal: ink.text, path: ink.quiet, gap: ink.soft };

export const colourSets: readonly ColourSet[] = [
	{ id: 'states', swatches: states.map((id) => ({ id, tone: plainInk(ink[id]), form: `sign of ${id}` })) },
	{ id: 'strip', swatches: states.map((id) => ({ id, tone: plainInk(ink[id]), form: `band of ${id}` })) },
	{ id: 'kinds', swatches: projectKinds.map((id) => ({ id, tone: palettes.day[kindInk[id]], form: outlineOf(id) })) },
	{ id: 'status', swatches: markStatuses.map((id) => ({ id, tone: palettes.day.eco, form: `fill of ${id}` })) },
	{ id: 'trend', swatches: trendParts.map((id) => ({ id, tone: plainInk(trendInk[id]), form: `part ${id}` })) },
	{ id: 'ramp', swatches: ramps.sequential.map((tone, i) => ({ id: String(i + 1), tone, form: 'filled area' })) }
];

export interface ColourCheck {
	/** Pairs that differ by colour only. */
	alone: number;
	/** Pairs that differ in shape or fill as well. */
	exempt: number;
	/** Least difference of the pairs told by colour alone; of all pairs, for information, where there are none such; `null` where all are of one tone. */
	least: { normal: number; deutan: number; grey: number } | null;
	passes: boolean;
}

export function checkColours({ swatches }: Pick<ColourSet, 'swatches'>): ColourCheck {
	const pairs = swatches.flatMap((a, i) => swatches.slice(i + 1).map((b) => [a, b] as const));
	const alone = pairs.filter(([a, b]) => a.form === b.form);
	const told = alone.length > 0 ? alone : pairs.filter(([a, b]) => a.tone !== b.tone);
	const least = told.length === 0 ? null : {
		normal: Math.min(...told.map(([a, b]) => difference(a.tone, b.tone))), deutan: Math.min(...told.map(([a, b]) => difference(deutanOf(a.tone), deutanOf(b.tone)))), grey: Math.min(...told.map(([a, b]) => Math.abs(lightness(greyOf(a.tone)) - lightness(greyOf(b.tone)))))
	};
	return { alone: alone.length, exempt: pairs.length - alone.length, least, passes: alone.length === 0 || (least !== null && least.normal >= limits.delta && least.deutan >= limits.delta && least.grey >= limits.light) };
}
