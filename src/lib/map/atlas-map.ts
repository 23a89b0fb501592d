/**
 * The living map: the only module that knows MapLibre and deck.gl at run time, loaded on demand by `MapCanvas`. One instance serves the
 * whole visit; a scene is plain data, and setting the same scene twice costs nothing.
 */
import 'maplibre-gl/dist/maplibre-gl.css';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import type { PickingInfo } from '@deck.gl/core';
import * as maplibregl from 'maplibre-gl';
import type { Protocol } from 'pmtiles';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Ref } from '../domain/dataset.ts';
import { tilesOf } from '../domain/shape.ts';
import type { Camera, LayerChoice } from '../domain/view.ts';
import type { Lang } from '../i18n/lang.ts';
import { pickOnly, sortForPicking } from './areas.ts';
import { buildStyle } from './basemap.ts';
import { namesLayers } from './basemap-names.ts';
import { createBaseControl } from './base-control.ts';
import { paintCards } from './card-sheet.ts';
import { paintSheet } from './icon-sheet.ts';
import { remember, slotOf } from './layer.ts';
import type { LayerDefinition, Shared } from './layer.ts';
import type { LegendEntry } from './legend.ts';
import { palettes } from './palette.ts';
import type { Theme } from './palette.ts';
import type { Linkable } from './link-cameras.ts';
import type { Inventories } from './inventory-layers.ts';
import { legendOf } from './legend-of.ts';
import { themeLegends } from './theme-legend.ts';
import type { ThemeLegend } from './theme-legend.ts';
import { defaultChoice, layers, listedLayers, visibleLayers } from './registry.ts';
import type { Position, ProjectCluster, Scene, Shapes } from './scene.ts';
import { holdDrawing } from './still-frames.ts';
import { styleImages } from './style-images.ts';

maplibregl.setWorkerUrl(workerUrl);

export type Bounds = [west: number, south: number, east: number, north: number];
export interface Padding {
	top?: number;
	right?: number;
	bottom?: number;
	left?: number;
}
export interface AtlasMapOptions {
	container: HTMLElement;
	shapes: Shapes;
	lang: Lang;
	/** Name of the map for a screen reader. */
	label: string;
	camera: Camera | null;
	bounds: Bounds;
	padding?: Padding;
	theme?: Theme;
	reducedMotion?: boolean;
	/** Pixels of the picture to one of the page; the screen's own unless told. */
	pixelRatio?: number;
	/** The map is never seen: it draws only when a picture is taken. */
	isHidden?: boolean;
	onPick(ref: Ref | null): void;
	/** `at`: px from the top left of the map. */
	onHover(ref: Ref | null, at: [x: number, y: number] | null): void;
	/** After every move; `byUser` is false when the program moved the map. */
	onMoveEnd(camera: Camera, byUser: boolean): void;
	onContextLost(): void;
}
export type ListedLayer = Pick<LayerDefinition, 'id' | 'stack' | 'title'>;
export interface AtlasMap extends Linkable {
	setScene(scene: Scene, choice: readonly LayerChoice[] | null): void;
	/** Plugged-in layers; what draws them is fetched with the first. */
	setInventories(inventories: Inventories): Promise<void>;
	flyTo(to: Camera | Bounds, padding?: Padding): void;
	zoomBy(steps: number): void;
	getCamera(): Camera;
	/** What the map shows now. */
	getBounds(): Bounds;
	/** Layers a reader may switch, bottom to top, and the default set. */
	layers: readonly ListedLayer[];
	defaultChoice: readonly LayerChoice[];
	/** Legend of what a scene shows. */
	legend(scene: Scene, choice: readonly LayerChoice[] | null): LegendEntry[];
	/** Legends of the thematic pictures a scene shows. */
	themes(scene: Scene, choice: readonly LayerChoice[] | null): ThemeLegend[];
	/** px from the top left of the map. */
	project(position: Position): [x: number, y: number];
	/** Where a spot of the map lies, px from its top left. */
	unproject(at: [x: number, y: number]): Position;
	/** What the map stands in, and a call for each of its moves until the returned function ends it: for drawing over it. */
	container: HTMLElement;
	follow(move: () => void): () => void;
	metresPerPixel(): number;
	resize(): void;
	/** The map as it will stand once nothing is missing, as a PNG with so many pixels to one of the page. Rejects where the browser makes none, or the context was lost. */
	picture(pixelRatio: number): Promise<{ blob: Blob; width: number; height: number }>;
	destroy(): void;
	/** Resolves with the first complete picture. */
	ready: Promise<void>;
}

/** Corridors leave the area, so the camera may look one district around it, not further. */
const around: [Position, Position] = [[119.4, 30.2], [122.3, 32]];
const columnPitch = 45;
const flat = { depthWriteEnabled: false, depthCompare: 'always' } as const;

let tileReader: Promise<Protocol> | undefined;
/** The reader of archives comes only where there are some. */
const readTiles: maplibregl.AddProtocolAction = async (request, abort) => (await (tileReader ??= import('pmtiles').then(({ Protocol: Reader }) => new Reader()))).tile(request, abort);

/** Errors: throws where WebGL2 is missing. */
export function createAtlasMap(options: AtlasMapOptions): AtlasMap {
	const { container, shapes, bounds, reducedMotion = false } = options;
	const palette = palettes[options.theme ?? 'day'];
	const sheet = paintSheet(palette);
	const cards = remember((clusters: readonly ProjectCluster[]) => paintCards(clusters, palette));
	if (Object.keys(tilesOf(shapes)).length > 0) maplibregl.addProtocol('pmtiles', readTiles);
	const map = new maplibregl.Map({
		container, style: buildStyle(shapes, options.lang, palette), maxBounds: around, minZoom: 7, maxZoom: 16, attributionControl: false, renderWorldCopies: false, dragRotate: false, pitchWithRotate: false, touchPitch: false,
		fadeDuration: reducedMotion ? 0 : 120, ...(options.pixelRatio !== undefined && { pixelRatio: options.pixelRatio, maxCanvasSize: [8192, 8192] }), localIdeographFontFamily: false, locale: { 'Map.Title': options.label },
		...(options.camera ? { center: options.camera.center, zoom: options.camera.zoom } : { bounds, fitBoundsOptions: { padding: { top: 0, right: 0, bottom: 0, left: 0, ...options.padding } } })
	});
	const held = options.isHidden ? holdDrawing(map.getCanvas().getContext('webgl2')!) : null;
	held?.hold();
	map.touchZoomRotate.disableRotation();
	map.keyboard.disableRotation();
	for (const [name, image] of Object.entries(styleImages(palette))) map.on('style.load', () => map.hasImage(name) || map.addImage(name, image, { pixelRatio: 2 }));

	let loaded = false;
	const standing = new Promise<void>((resolve) => void map.once('load', () => resolve()));
	const owners = new Map<string, LayerDefinition>(layers.map((layer) => [layer.id, layer]));
	const refOf = (info: PickingInfo): Ref | null => {
		const owner = owners.get(info.layer?.id.split(':')[0] ?? '');
		if (!owner) return plugged?.tools.pickAsset(plugged.inventories, info) ?? null;
		return info.object === undefined || info.object === null ? null : (owner?.pick?.(info.object) ?? null);
	};
	let hovered: Ref | null = null;
	const overlay = new MapLibreOverlay({
		interleaved: true, pickingRadius: 5, layers: [],
		layerFilter: ({ layer, isPicking }) => isPicking || !layer.id.endsWith(pickOnly),
		onHover: (info) => {
			const ref = refOf(info);
			map.getCanvas().style.cursor = ref ? 'pointer' : '';
			if (ref !== hovered) options.onHover(ref, ref ? [info.x, info.y] : null);
			hovered = ref;
		}
	});
	// Asked of the map and not of deck, whose own click waits for a second one.
	map.on('click', ({ point }) => {
		const info = loaded ? overlay.pickObject({ x: point.x, y: point.y, radius: 5 }) : null;
		options.onPick(info ? refOf(info) : null);
	});
	const base = createBaseControl(map);

	let wanted: { scene: Scene; choice: readonly LayerChoice[] | null } | null = null;
	let plugged: { inventories: Inventories; tools: typeof import('./inventory-layers.ts') } | null = null;
	/** Large layers on their way to the graphics card, and how many of their parts are there. */
	const arriving = new Set<string>();
	let arrived = 0;
	let edge: Position | null = null;
	let lang = options.lang;
	/** Drawing that is still on its way; a picture waits for it. */
	let bringing: Promise<unknown> = Promise.resolve();
	function apply(): void {
		if (!loaded || !wanted) return;
		const { scene, choice } = wanted;
		const visible = visibleLayers(choice);
		const due = visible.flatMap(({ layer }) => layer.bring?.(scene) ?? []);
		if (due.length > 0) bringing = Promise.all(due).then(apply, () => {});
		const shared = (layer: LayerDefinition, opacity: number): Shared => ({
			palette, opacity, sheet, cards, edge,
			part: (name, pickable = false) => ({ id: `${layer.id}:${name}`, beforeId: slotOf(layer.stack), opacity, pickable: pickable && layer.pick !== undefined, parameters: flat })
		});
		overlay.setProps({ layers: [...sortForPicking(visible.flatMap(({ layer, opacity }) => layer.render(scene, shared(layer, opacity)))), ...(plugged?.tools.inventoryLayers(plugged.inventories, options.theme ?? 'day', (id) => (arriving.has(id) ? arrived : Infinity)) ?? [])] });
		tilt(scene.columns !== null && !scene.columns.isFlat);
		base.setVisible(visible);
		base.setMarks(visible.flatMap(({ layer }) => layer.labels?.(scene) ?? []));
		if (scene.lang !== lang) {
			lang = scene.lang;
			for (const id of namesLayers) map.setLayoutProperty(id, 'text-field', ['get', lang]);
		}
	}
	/** A part a frame, so that no frame waits for the programs and arrays of all of them. */
	async function bringInParts(ids: readonly string[], parts: number): Promise<void> {
		for (const id of ids) arriving.add(id);
		arrived = 0;
		await standing;
		for (arrived = 1; arrived <= parts; arrived++) {
			apply();
			await new Promise((resolve) => {
				map.once('render', resolve);
				map.triggerRepaint();
			});
		}
		arriving.clear();
	}
	/** The camera leans only while columns stand; no address keeps it. */
	let pitch = 0;
	const tilt = (isTilted: boolean): void => {
		if (pitch === (isTilted ? columnPitch : 0)) return;
		pitch = isTilted ? columnPitch : 0;
		map.easeTo({ pitch, duration: reducedMotion ? 0 : 600 });
	};
	const look = (): void => {
		const { lng, lat } = map.unproject([0, container.clientHeight * 0.42]);
		edge = [lng, lat];
	};

	const ready = new Promise<void>((resolve) => {
		map.once('load', () => {
			map.addControl(overlay);
			loaded = true;
			look();
			apply();
			void bringing.then(() => {
				map.once('idle', () => resolve());
				map.triggerRepaint();
			});
		});
	});
	const getCamera = (): Camera => {
		const { lng, lat } = map.getCenter();
		return { center: [Math.round(lng * 1e4) / 1e4, Math.round(lat * 1e4) / 1e4], zoom: Math.round(map.getZoom() * 100) / 100 };
	};
	const exactCamera = (): Camera => {
		const { lng, lat } = map.getCenter();
		return { center: [lng, lat], zoom: map.getZoom() };
	};
	map.on('moveend', (event) => {
		look();
		if (wanted && wanted.scene.links.length > 0) apply();
		options.onMoveEnd(getCamera(), 'originalEvent' in event && event.originalEvent !== undefined);
	});
	map.on('webglcontextlost', () => options.onContextLost());

	/** After a change of size deck draws its signs and lines a frame later, so the map has to come to rest twice; a picture taken sooner lacks the records. */
	const settle = (): Promise<void> => new Promise((resolve, reject) => {
		map.once('webglcontextlost', () => reject(new Error('the context of the map was lost')));
		map.once('idle', () => {
			map.once('idle', () => resolve());
			map.triggerRepaint();
		});
		map.triggerRepaint();
	});
	/** Read inside `render`: afterwards the drawing is given away and the canvas is empty. */
	const shoot = (): Promise<{ blob: Blob; width: number; height: number }> => new Promise((resolve, reject) => {
		held?.release();
		map.once('render', () => {
			held?.hold();
			const canvas = map.getCanvas();
			const { width, height } = canvas;
			canvas.toBlob((blob) => (blob ? resolve({ blob, width, height }) : reject(new Error('no picture'))), 'image/png');
		});
		map.triggerRepaint();
	});

	return {
		setScene(scene, choice) {
			if (wanted?.scene === scene && wanted.choice === choice) return;
			wanted = { scene, choice };
			apply();
		},
		async setInventories(inventories) {
			if (!plugged && inventories.drawn.length === 0 && inventories.focus === null) return;
			const tools = plugged?.tools ?? (await import('./inventory-layers.ts'));
			const newcomers = tools.largeNewcomers(plugged?.inventories ?? null, inventories);
			plugged = { inventories, tools };
			if (newcomers.length > 0 && arriving.size === 0) bringing = Promise.all([bringing, bringInParts(newcomers, tools.mostParts)]);
			else apply();
		},
		flyTo(to, padding = {}) {
			const duration = reducedMotion ? 0 : 900;
			if (Array.isArray(to)) map.fitBounds(to, { padding: { top: 40, right: 40, bottom: 40, left: 40, ...padding }, duration, maxZoom: 13 });
			else map.easeTo({ center: to.center, zoom: to.zoom, duration });
		},
		zoomBy: (steps) => void map.easeTo({ zoom: map.getZoom() + steps, duration: reducedMotion ? 0 : 200 }, { originalEvent: true }),
		getCamera,
		getBounds: () => map.getBounds().toArray().flat() as Bounds,
		exactCamera,
		onMove(listener) {
			const tell = (): void => listener(exactCamera());
			map.on('move', tell);
			return () => void map.off('move', tell);
		},
		jumpTo: ({ center, zoom }) => void map.jumpTo({ center, zoom }),
		layers: listedLayers.map(({ id, stack, title }) => ({ id, stack, title })),
		defaultChoice,
		legend: (scene, choice) => legendOf(visibleLayers(choice).map(({ layer }) => layer), scene),
		themes: (scene, choice) => themeLegends(scene, new Set(visibleLayers(choice).map(({ layer }) => layer.id))),
		project: (position) => {
			const { x, y } = map.project(position);
			return [x, y];
		},
		unproject: (at) => map.unproject(at).toArray() as Position,
		container,
		follow: (move) => {
			map.on('move', move);
			return () => void map.off('move', move);
		},
		metresPerPixel: () => (40075016.686 * Math.cos((map.getCenter().lat * Math.PI) / 180)) / (512 * 2 ** map.getZoom()),
		resize: () => void map.resize(),
		async picture(pixelRatio) {
			await bringing;
			if (pixelRatio !== map.getPixelRatio()) map.setPixelRatio(pixelRatio);
			await settle();
			return shoot();
		},
		destroy: () => map.remove(),
		ready
	};
}
