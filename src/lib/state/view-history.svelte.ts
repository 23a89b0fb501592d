/**
 * Undo and redo of what a reader asked: filter, selection, layers and thematic picture. The camera and the table's tab do not count. The browser's Back
 * only moves along the same line, so either way leads back to where the other was; a new question drops what was undone.
 */
import { emptyView } from '../domain/view.ts';
import type { View } from '../domain/view.ts';
import { encode } from '../query/url.ts';

export type Step = Pick<View, 'filter' | 'selection' | 'layers' | 'assetFilter' | 'theme' | 'method' | 'amount' | 'columns' | 'year'>;
const stepOf = ({ filter, selection, layers, assetFilter, theme, method, amount, columns, year }: View): Step => ({ filter, selection, layers, assetFilter, theme, method, amount, columns, year });
const keyOf = (step: Step): string => encode({ ...emptyView, ...step });
const mostSteps = 100;

export class ViewHistory {
	#line = $state.raw<Step[]>([]);
	#at = $state(-1);

	/** `isBack`: the browser went back or forward, or the page was opened again. */
	see(view: View, isBack = false): void {
		const step = stepOf(view);
		const key = keyOf(step);
		const now = this.#line[this.#at];
		if (now && keyOf(now) === key) return;
		const known = isBack ? this.#nearest(key) : -1;
		if (known >= 0) {
			this.#at = known;
			return;
		}
		this.#line = [...this.#line.slice(0, this.#at + 1), step].slice(-mostSteps);
		this.#at = this.#line.length - 1;
	}
	#nearest(key: string): number {
		const found = this.#line.flatMap((step, i) => (keyOf(step) === key ? [i] : []));
		return found.length === 0 ? -1 : found.reduce((best, i) => (Math.abs(i - this.#at) < Math.abs(best - this.#at) ? i : best));
	}

	get now(): Step | null {
		return this.#line[this.#at] ?? null;
	}
	/** What undo and redo lead to; `null` where there is nothing. */
	get before(): Step | null {
		return this.#line[this.#at - 1] ?? null;
	}
	get after(): Step | null {
		return this.#line[this.#at + 1] ?? null;
	}
	undo(): Step | null {
		const step = this.before;
		if (step) this.#at--;
		return step;
	}
	redo(): Step | null {
		const step = this.after;
		if (step) this.#at++;
		return step;
	}
	/** The step that is open was changed in its place, as when the map's extent follows the map. */
	amend(view: View): void {
		if (this.#at >= 0) this.#line = this.#line.with(this.#at, stepOf(view));
	}
}

/** One for the visit: a page that is left and opened again goes on with it. Only a browser may touch it. */
export const visitHistory = new ViewHistory();
