/** Ids of the layers a reader may switch, known without loading the map: what an address may name in `layers=`. A test holds this list against the registry. */
export const layerIds: readonly string[] = ['lakes', 'rivers', 'districts', 'zones', 'waterways', 'roads', 'rail', 'stations', 'towns', 'measures', 'targets', 'projects', 'clusters', 'gaps', 'links'];
/** Whether an address may name it in `layers=`: a layer of ours, or one that planners have plugged in (`inv-<id>`). */
export const knowsLayer = (held: readonly string[]) => (id: string): boolean => layerIds.includes(id) || (id.startsWith('inv-') && held.includes(id.slice(4)));
/** Those that are not drawn until they are switched on. */
export const optionalLayerIds: ReadonlySet<string> = new Set(['waterways', 'measures', 'targets', 'gaps']);
