/** The parts of topojson that the tiling uses; the packages bring no types. */
declare module 'topojson-client' {
	export function feature(topology: never, object: never): unknown;
}
declare module 'topojson-server' {
	export function topology(objects: Record<string, unknown>): unknown;
}
declare module 'topojson-simplify' {
	export function presimplify(topology: never): never;
	export function simplify(topology: never, minWeight: number): unknown;
}
