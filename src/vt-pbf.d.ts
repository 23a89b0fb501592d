declare module 'vt-pbf' {
	/** A vector tile of named layers, each as `geojson-vt` cut it. */
	export function fromGeojsonVt(layers: Record<string, unknown>, options: { version: number; extent: number }): Uint8Array;
}
/** Readers of vector tiles that come with it; only tests use them. */
declare module 'pbf' {
	export default class Pbf {
		constructor(bytes: Uint8Array);
	}
}
declare module '@mapbox/vector-tile' {
	export class VectorTile {
		constructor(pbf: import('pbf').default);
		layers: Record<string, { length: number; feature(i: number): { properties: Record<string, unknown>; toGeoJSON(x: number, y: number, z: number): import('geojson').Feature } }>;
	}
}
