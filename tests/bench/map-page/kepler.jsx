/** kepler.gl with the same points, built only where it is installed (see `scripts/bench-map.ts`): its own numeric and category filters, no basemap, no network. */
import React from 'react';
import { createRoot } from 'react-dom/client';
import { applyMiddleware, combineReducers, createStore } from 'redux';
import { Provider } from 'react-redux';
import KeplerGl from '@kepler.gl/components';
import keplerGlReducer, { enhanceReduxMiddleware } from '@kepler.gl/reducers';
import { addDataToMap, setFilter, wrapTo } from '@kepler.gl/actions';
import { processRowObject } from '@kepler.gl/processors';

const style = { version: 8, name: 'none', sources: {}, layers: [{ id: 'paper', type: 'background', paint: { 'background-color': '#f7f3e8' } }] };
const mapStyles = [{ id: 'none', label: 'none', url: URL.createObjectURL(new Blob([JSON.stringify(style)], { type: 'application/json' })), icon: '', style, layerGroups: [] }];
const reducer = keplerGlReducer.initialState({ uiState: { activeSidePanel: null, currentModal: null, readOnly: true } });
const store = createStore(combineReducers({ keplerGl: reducer }), {}, applyMiddleware(...enhanceReduxMiddleware([])));
const wrap = wrapTo('map');
createRoot(document.getElementById('map')).render(<Provider store={store}><KeplerGl id="map" width={640} height={420} mapboxApiAccessToken="" mapStyles={mapStyles} mapStylesReplaceDefault={true} /></Provider>);

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const [year, status] = [0, 1];
window.bench = (async () => {
	const [{ count, statuses }, bytes] = await Promise.all([fetch('/table.json').then((answer) => answer.json()), fetch('/table.bin').then((answer) => answer.arrayBuffer())]);
	const [positions, years, codes] = [new Float64Array(bytes, 0, 2 * count), new Float64Array(bytes, 16 * count, count), new Uint16Array(bytes, 24 * count, count)];
	const rows = Array.from({ length: count }, (_, i) => ({ lng: positions[2 * i], lat: positions[2 * i + 1], year: Number.isNaN(years[i]) ? -1 : years[i], status: `s${codes[i]}` }));
	await wait(2000);
	store.dispatch(wrap(addDataToMap({
		datasets: [{ info: { id: 'a', label: 'a' }, data: processRowObject(rows) }], options: { centerMap: true, readOnly: true },
		config: { version: 'v1', config: { mapStyle: { styleType: 'none' }, visState: {
			layers: [{ id: 'l', type: 'point', config: { dataId: 'a', label: 'rows', columns: { lat: 'lat', lng: 'lng' }, isVisible: true, visConfig: { radius: 2 } } }],
			filters: [{ id: 'year', dataId: ['a'], name: ['year'], type: 'range', value: [-1, 2100] }, { id: 'status', dataId: ['a'], name: ['status'], type: 'multiSelect', value: statuses.map((_, i) => `s${i}`) }]
		} } }
	})));
	await wait(5000);
	const { visState } = store.getState().keplerGl.map;
	if (visState.datasets.a?.dataContainer.numRows() !== count || visState.filters.length !== 2 || visState.layers.length !== 1) throw new Error('kepler.gl did not take the data, the layer and both filters');
	return {
		async show(step) {
			store.dispatch(wrap(setFilter(year, 'value', [step.from, step.to])));
			store.dispatch(wrap(setFilter(status, 'value', step.statuses.map((code) => `s${code}`))));
			await nextFrame();
		}
	};
})();
window.show = async (step) => (await window.bench).show(step);
window.left = () => store.getState().keplerGl.map.visState.datasets.a.filteredIndex.length;
