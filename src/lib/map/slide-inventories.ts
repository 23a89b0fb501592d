/**
 * Plugged-in layers under a slide: what its view names of them, drawn and told. Presenter, editor, pictures for files and the one-file briefing ask the same
 * door; where the rows come from lies behind it. Types alone, so that a briefing without such layers loads nothing of them.
 */
import type { View } from '../domain/view.ts';
import type { Inventories } from './inventory-layers.ts';
import type { Theme } from './palette.ts';

/** One line of the legend. `ink`: `#RRGGBB`. */
export interface OwnMark {
	ink: string;
	/** Drawn as a ring. */
	isHollow: boolean;
	text: string;
}
export interface OwnLegend {
	id: string;
	title: string;
	/** Features that pass, of all. */
	count: string;
	/** `null` where values have tones of their own. */
	ink: string | null;
	/** Values with a tone, and the asset that is selected. */
	marks: OwnMark[];
	/** Source, date and accuracy as the planner states them, and what the filter or the file did to the layer. */
	lines: string[];
}
export interface OnSlide extends Inventories {
	/** Top to bottom. */
	legend: readonly OwnLegend[];
	/** What is not drawn, in sentences. */
	said: readonly string[];
}
/** What a picture for a file tells of them. */
export type OwnWords = Pick<OnSlide, 'legend' | 'said'>;

export interface SlideInventories {
	/** Whether there is such a layer; `true` where nobody could be asked. */
	has(id: string): boolean;
	/** Never rejects: what could not be had is told. */
	of(view: View, theme: Theme): Promise<OnSlide>;
	stop(): void;
}
