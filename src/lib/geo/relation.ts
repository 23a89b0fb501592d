/**
 * How near, inside, along: distances between all located places, computed once when the data is published, so that a filter is a
 * look-up and the browser needs no geometry to answer it. Symbolic extents take no part.
 */
import type { Geometry } from 'geojson';
import type { How, Neighbour, Relations } from '../domain/relations.ts';
import { maxWithinM } from '../domain/view.ts';
import { distanceM, holdsWhole, isEntered, toPlanar } from './planar.ts';
import type { Planar } from './planar.ts';

export interface Located {
	/** Place id, or `project:id` for a project with coordinates of its own. */
	id: string;
	geometries: Geometry[];
	accuracyM: number;
}

/** Neighbours share a border; only what reaches deeper than this counts as being in an area. */
const borderM = 120;
/** Two shores drawn up to this far apart still count as one where the accuracies allow no less. */
const meetCapM = 150;

export function relate(places: readonly Located[], limitM: number = maxWithinM): Relations {
	const planar = places.map((place) => toPlanar(place.geometries));
	const relations: Relations = Object.fromEntries(places.map((place) => [place.id, [] as Neighbour[]]));
	for (let i = 0; i < places.length; i++) {
		for (let j = i + 1; j < places.length; j++) {
			const metres = distanceM(planar[i]!, planar[j]!, limitM);
			if (metres === Infinity) continue;
			const meets = metres <= Math.min(meetCapM, places[i]!.accuracyM + places[j]!.accuracyM);
			const how = howOf(planar[i]!, planar[j]!, metres, meets);
			relations[places[i]!.id]!.push([places[j]!.id, Math.round(metres), how]);
			relations[places[j]!.id]!.push([places[i]!.id, Math.round(metres), how === 'inside' ? 'holds' : how === 'holds' ? 'inside' : how]);
		}
	}
	for (const list of Object.values(relations)) list.sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1));
	return relations;
}

function howOf(a: Planar, b: Planar, metres: number, meets: boolean): How {
	if (metres === 0 && holdsWhole(b, a)) return 'inside';
	if (metres === 0 && holdsWhole(a, b)) return 'holds';
	if (metres === 0 && (isEntered(a, b, borderM) || isEntered(b, a, borderM))) return 'crosses';
	return meets ? 'meets' : 'near';
}
