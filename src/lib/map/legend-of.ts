import { areSignsReplaced } from './layer.ts';
import type { LayerDefinition } from './layer.ts';
import type { LegendEntry } from './legend.ts';
import type { Scene } from './scene.ts';
import { signOf } from './signs.ts';

/** Only what the view shows: entries of the visible layers whose sign occurs in the scene, each once. */
export function legendOf(layers: readonly LayerDefinition[], scene: Scene): LegendEntry[] {
	const { shapes } = scene;
	const present = new Set<string>([...shapes.river, ...shapes.rail, ...shapes.road, ...shapes.waterway].map(signOf));
	if (present.has('river-minor')) present.add('river');
	const hasSigns = !areSignsReplaced(scene);
	const kinds = new Set(!hasSigns ? [] : scene.projects.filter((mark) => mark.matches).concat(scene.clusters.flatMap((cluster) => cluster.marks)).map((mark) => `kind-${mark.kind}`));
	const drafted = (shape: { accuracy: string }): boolean => shape.accuracy === 'schematic' || shape.accuracy === 'symbolic';
	const shown: Record<string, boolean> = {
		'lake-schematic': shapes.water.some(drafted), pilot: shapes.district.some((shape) => shape.place === 'pilot-zone'), symbolic: [...shapes.district, ...shapes.site].some((shape) => shape.accuracy === 'symbolic'),
		selected: scene.focus.size > 0, scope: scene.scope !== null, outside: hasSigns && scene.projects.some((mark) => !mark.matches), located: hasSigns && scene.projects.some((mark) => mark.matches && mark.offset.some((px) => px !== 0)), cluster: hasSigns && scene.clusters.length > 0,
		measures: scene.measures.length > 0, gaps: scene.gaps.length > 0, 'arc-named': scene.links.some((arc) => arc.basis === 'named'), 'arc-inferred': scene.links.some((arc) => arc.basis !== 'named'), station: shapes.station.length > 0
	};
	const isShown = ({ id, parts }: LegendEntry): boolean => shown[id] ?? (id.startsWith('kind-') ? kinds.has(id) : isSign(id) ? present.has(id) : parts.length > 0);
	return [...new Map(layers.flatMap((layer) => layer.legend).filter(isShown).map((entry) => [entry.id, entry])).values()];
}

const isSign = (id: string): boolean => /^(river|canal|waterway|hsr|rail|intercity|metro|expressway|road)(-|$)/.test(id);
