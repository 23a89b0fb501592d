/** The question whose comparison slide shows both sides: the same but for one place each, of the same facet. `null` where the slide would count something else than the page does. */
import type { FacetKey, View } from '../domain/view.ts';
import { emptyView } from '../domain/view.ts';
import { encode, leafFor, setFacet } from './url.ts';

const placeKeys: readonly FacetKey[] = ['along', 'district', 'town', 'zone'];

export function comparisonView(a: View, b: View): View | null {
	if (a.year !== null || b.year !== null) return null;
	const leaves = [a, b].map(({ filter }) => placeKeys.flatMap((key) => leafFor(filter, key) ?? []));
	const [[of, ...more], [other, ...others]] = [leaves[0]!, leaves[1]!];
	if (!of || !other || more.length + others.length > 0 || of.is !== other.is || of.of.length !== 1 || other.of.length !== 1 || of.of[0] === other.of[0]) return null;
	// The slide counts what names a water or touches it, and no distance.
	if (of.is === 'along' && (of.withinM !== 0 || other.withinM !== 0)) return null;
	const bare = ({ filter }: View): string => encode({ ...emptyView, filter: setFacet(filter, of.is, []) });
	return bare(a) === bare(b) ? { ...emptyView, filter: setFacet(a.filter, of.is, [of.of[0]!, other.of[0]!], of.is === 'along' ? 0 : undefined) } : null;
}
