/**
 * "Only what the map shows": the extent of the map as a drawn rectangle in the filter, which follows the map while it is on. Only the rectangle that was
 * written here is followed: one that came with a link, or was drawn by hand, stays as it is.
 */
import type { Filter, SpaceLeaf } from '../domain/view.ts';
import { groupsOf, isSpace } from '../query/select.ts';
import type { Workspace } from './workspace.svelte.ts';

/** Degrees. */
export type Extent = [west: number, south: number, east: number, north: number];

/** Corners counter-clockwise from the south-west, as an address takes them. */
export function extentLeaf([west, south, east, north]: Extent): SpaceLeaf {
	const [w, s, e, n] = [west, south, east, north].map((degrees) => degrees.toFixed(4)) as [string, string, string, string];
	return { is: 'drawn', of: [`${w}_${s}`, `${e}_${s}`, `${e}_${n}`, `${w}_${n}`] };
}
const keyOf = ({ of }: SpaceLeaf): string => of.join('+');

export class MapExtent {
	readonly #workspace: Workspace;
	/** The rectangle written last; "" for none. */
	#own = $state('');

	constructor(workspace: Workspace) {
		this.#workspace = workspace;
	}
	get #groups(): Filter[] {
		return groupsOf(this.#workspace.decoded.view.filter);
	}
	#isOwn = (group: Filter): boolean => isSpace(group) && group.is === 'drawn' && keyOf(group) === this.#own;
	get isOn(): boolean {
		return this.#own !== '' && this.#groups.some(this.#isOwn);
	}

	turn(extent: Extent): void {
		const others = this.#groups.filter((group) => !this.#isOwn(group));
		if (this.isOn) return this.#workspace.go({ filter: { all: others } });
		const leaf = extentLeaf(extent);
		this.#own = keyOf(leaf);
		this.#workspace.go({ filter: { all: [...others, leaf] } });
	}
	/** The map has come to rest; whether the address was changed. */
	follow(extent: Extent): boolean {
		const leaf = extentLeaf(extent);
		if (!this.isOn || keyOf(leaf) === this.#own) return false;
		const filter = { all: this.#groups.map((group) => (this.#isOwn(group) ? leaf : group)) };
		this.#own = keyOf(leaf);
		this.#workspace.amend({ filter });
		return true;
	}
}
