/** One candidate in one page, told by the address: `?candidate=setdata`. The script `scripts/bench-map.ts` drives it step by step and reads the browser's own clock of the main thread. */
import { MapLibreOverlay } from '@deck.gl/maplibre';
import * as maplibregl from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { inColumns } from './atlas.ts';
import { filtered, rebuilt } from './deck.ts';
import { setData, setFilter } from './maplibre.ts';
import type { Candidate, PointTable, Step } from './steps.ts';

declare global {
	interface Window {
		bench: Promise<Candidate>;
		show(step: Step): Promise<void>;
	}
}

async function readTable(): Promise<PointTable> {
	const [about, bytes] = await Promise.all([fetch('/table.json').then((answer) => answer.json()) as Promise<{ count: number; statuses: string[] }>, fetch('/table.bin').then((answer) => answer.arrayBuffer())]);
	const { count, statuses } = about;
	return { count, statuses, positions: new Float64Array(bytes, 0, 2 * count), year: new Float64Array(bytes, 16 * count, count), status: new Uint16Array(bytes, 24 * count, count) };
}

maplibregl.setWorkerUrl(workerUrl);
const map = new maplibregl.Map({ container: 'map', style: { version: 8, sources: {}, layers: [{ id: 'paper', type: 'background', paint: { 'background-color': '#f7f3e8' } }] }, center: [120.85, 31], zoom: 9, attributionControl: false, fadeDuration: 0 });
/** Only candidates of deck bring its loop of frames. */
function withOverlay(): MapLibreOverlay {
	const overlay = new MapLibreOverlay({ interleaved: false, layers: [] });
	map.addControl(overlay);
	return overlay;
}
const makers: Record<string, (table: PointTable) => Promise<Candidate> | Candidate> = {
	'maplibre-setdata': (table) => setData(map, table),
	'maplibre-setfilter': (table) => setFilter(map, table),
	'deck-rebuilt': (table) => rebuilt(withOverlay(), table),
	'deck-filter-extension': (table) => filtered(withOverlay(), table),
	'atlas-attribute': (table) => inColumns(withOverlay(), table, 'attribute'),
	'atlas-rebuilt': (table) => inColumns(withOverlay(), table, 'rebuilt')
};
window.bench = (async () => {
	const [table] = await Promise.all([readTable(), map.once('load')]);
	return makers[new URLSearchParams(location.search).get('candidate')!]!(table);
})();
window.show = async (step) => (await window.bench).show(step);
