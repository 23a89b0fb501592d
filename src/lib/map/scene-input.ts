/** What the map needs of a view, and where it should look without a camera: the same on the explore page, on a slide and in a picture. */
import type { Atlas } from '../query/atlas.ts';
import type { Place } from '../domain/place.ts';
import { defaultWithinM, spaceWithinM } from '../domain/view.ts';
import type { Filter, View } from '../domain/view.ts';
import { cornerOf } from '../query/space-values.ts';
import { spaceLeavesOf } from '../query/select.ts';
import { leafFor } from '../query/url.ts';
import type { SceneInput } from './build-scene.ts';
import type { Scene, Scope } from './scene.ts';

export type Bounds = [west: number, south: number, east: number, north: number];

/** The demonstration area with a little room. */
export const home: Bounds = [120.32, 30.74, 121.32, 31.3];

/** Areas that the filter asks for; what is asked with "not" is no area to look at. */
export function scopeOf({ filter }: View): Scene['scope'] {
	const scope: Scope = { around: [], drawn: [] };
	const visit = (part: Filter): void => {
		if ('all' in part) part.all.forEach(visit);
		else if ('any' in part) part.any.forEach(visit);
		else if ('is' in part && part.is === 'drawn') scope.drawn.push(part.of.map((corner) => cornerOf(corner)!));
		else if ('is' in part && (part.is === 'along' || part.is === 'near' || part.is === 'shore')) scope.around.push({ places: part.of, withinM: part.withinM ?? (part.is === 'along' ? defaultWithinM : spaceWithinM[part.is]!) });
	};
	visit(filter);
	return scope.around.length + scope.drawn.length > 0 ? scope : null;
}

/** `visible`: ids inside the filter, `null` where the filter leaves everything. */
export const sceneInputOf = (view: View, visible: { projects: readonly string[]; measures: readonly string[]; indicators: readonly string[]; asked?: Scene['asked'] } | null, rest: Pick<SceneInput, 'lang' | 'zoom' | 'hover'>): SceneInput => ({
	...rest, selection: view.selection, scope: scopeOf(view), asked: visible?.asked, projects: visible && new Set(visible.projects), measures: visible && new Set(visible.measures), indicators: visible && new Set(visible.indicators)
});

/** A far town set by hand within kilometres: there is no ground drawn around it to look at. */
const isFarPoint = ({ context, accuracy }: Place): boolean => context === true && (accuracy?.m ?? 0) >= 2000;

/** Box around places, a small one widened; those far larger than the area or far from it do not count, since a railway to Hubei would show nothing of it. */
export function boundsAround(atlas: Atlas, places: Iterable<string>): Bounds | null {
	const boxes = [...places].flatMap((id) => {
		const place = atlas.place.get(id);
		return place?.measured && !isFarPoint(place) ? [place.measured.bbox] : [];
	}).filter(([w, s, e, n]) => e - w < 1.5 && n - s < 1);
	if (boxes.length === 0) return null;
	const [w, s, e, n] = [Math.min(...boxes.map((box) => box[0])), Math.min(...boxes.map((box) => box[1])), Math.max(...boxes.map((box) => box[2])), Math.max(...boxes.map((box) => box[3]))];
	const pad = Math.max(0, 0.04 - (e - w) / 2);
	return [w - pad, s - pad, e + pad, n + pad];
}

/** Selected places first, else the places around which the filter asks, district, town or zone, else the whole area. */
export function framedPlaces(view: View, focus: ReadonlyMap<string, unknown>): string[] {
	if (focus.size > 0) return [...focus.keys()];
	const asked = spaceLeavesOf(view.filter).filter(({ is }) => is !== 'drawn').flatMap(({ is, of }) => (is === 'reach' || is === 'bank' || is === 'nearest' ? of.slice(0, 1) : of));
	return [...(leafFor(view.filter, 'along')?.of ?? []), ...asked, ...(['district', 'town', 'zone'] as const).flatMap((key) => leafFor(view.filter, key)?.of ?? [])];
}
