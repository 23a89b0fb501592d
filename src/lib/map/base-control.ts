/** Tells the basemap which of its style layers the visible layers own, how opaque they are, and what room the records take. */
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { LabelMark, LayerDefinition } from './layer.ts';
import { layers } from './registry.ts';

const opacityOf = { fill: ['fill-opacity'], line: ['line-opacity'], symbol: ['text-opacity', 'icon-opacity'], background: [], circle: [], heatmap: [], 'fill-extrusion': [], raster: [], hillshade: [], 'color-relief': [], sky: [] } as Record<string, readonly string[]>;

export function createBaseControl(map: MapLibreMap) {
	const given = new Map<string, unknown>();
	const shown = new Map<string, number>();
	let marks = '';
	return {
		setVisible(visible: readonly { layer: LayerDefinition; opacity: number }[]): void {
			const opacities = new Map(visible.flatMap(({ layer, opacity }) => (layer.base ?? []).map((id): [string, number] => [id, opacity])));
			for (const id of layers.flatMap((layer) => layer.base ?? [])) {
				const style = map.getLayer(id);
				const opacity = opacities.get(id) ?? 0;
				if (!style || shown.get(id) === opacity) continue;
				shown.set(id, opacity);
				map.setLayoutProperty(id, 'visibility', opacity > 0 ? 'visible' : 'none');
				for (const property of opacityOf[style.type] ?? []) {
					const key = `${id} ${property}`;
					if (!given.has(key)) given.set(key, map.getPaintProperty(id, property as 'fill-opacity') ?? 1);
					const own = given.get(key);
					if (typeof own === 'number') map.setPaintProperty(id, property as 'fill-opacity', own * opacity);
				}
			}
		},
		setMarks(list: readonly LabelMark[]): void {
			const features = list.map(({ position, text, style, offset = [0, 0], order, size = 1 }) => ({
				type: 'Feature' as const, geometry: { type: 'Point' as const, coordinates: position },
				properties: { text, style, order, size, offset: offset.map((px) => px / size), em: offset.map((px) => px / (style === 'count' ? 11 : 12)) }
			}));
			const key = JSON.stringify(features);
			if (key === marks) return;
			marks = key;
			(map.getSource('marks') as GeoJSONSource | undefined)?.setData({ type: 'FeatureCollection', features });
		}
	};
}
