import '../i18n/rooms/asked.ts';
import { formatMetres, translator } from '../i18n/index.ts';
import { areSignsReplaced } from './layer.ts';
import type { LayerDefinition } from './layer.ts';
import { askedEntry } from './legend.ts';
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
		selected: scene.focus.size > 0, scope: scene.scope !== null && scene.asked.length === 0, outside: hasSigns && scene.projects.some((mark) => !mark.matches), located: hasSigns && scene.projects.some((mark) => mark.matches && mark.offset.some((px) => px !== 0)), cluster: hasSigns && scene.clusters.length > 0,
		measures: scene.measures.length > 0, gaps: scene.gaps.length > 0, 'arc-named': scene.links.some((arc) => arc.basis === 'named'), 'arc-inferred': scene.links.some((arc) => arc.basis !== 'named'), station: shapes.station.length > 0
	};
	const isShown = ({ id, parts }: LegendEntry): boolean => shown[id] ?? (id.startsWith('kind-') ? kinds.has(id) : isSign(id) ? present.has(id) : parts.length > 0);
	const entries = [...scene.asked.map(askedEntry), ...layers.flatMap((layer) => layer.legend).filter(isShown)].map((entry) => (entry.id === 'scope' ? { ...entry, key: scopeWords(scene) ?? entry.key } : entry));
	return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
}

/** A band around a schematic line is as sure as the line; `null` where nothing schematic has one. */
function scopeWords({ shapes, scope, lang }: Scene): string | null {
	const near = new Set(scope?.around.flatMap(({ places }) => places));
	const accuracyM = Math.max(0, ...Object.values(shapes).flat().filter(({ place, role, accuracy }) => near.has(place) && role !== 'axis' && accuracy === 'schematic').map((shape) => shape.accuracyM));
	return accuracyM > 0 ? translator(lang)('asked.scope.schematic', { accuracy: formatMetres(accuracyM) }) : null;
}

const isSign = (id: string): boolean => /^(river|canal|waterway|hsr|rail|intercity|metro|expressway|road)(-|$)/.test(id);
