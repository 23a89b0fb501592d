/** Ids of the layers a reader may switch, known without loading the map: what an address may name in `layers=`. A test holds this list against the registry. */
export const layerIds: readonly string[] = ['lakes', 'rivers', 'districts', 'zones', 'waterways', 'roads', 'rail', 'stations', 'towns', 'measures', 'targets', 'projects', 'clusters', 'gaps', 'links'];
/** Those that are not drawn until they are switched on. */
export const optionalLayerIds: ReadonlySet<string> = new Set(['waterways', 'measures', 'targets', 'gaps']);
