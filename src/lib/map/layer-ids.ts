/** Ids of the layers a reader may switch, known without loading the map: what an address may name in `layers=`. A test holds this list against the registry. */
export const layerIds: readonly string[] = ['districts', 'zones', 'lakes', 'rivers', 'rail', 'roads', 'waterways', 'stations', 'towns', 'targets', 'measures', 'projects', 'clusters', 'links', 'scope'];
