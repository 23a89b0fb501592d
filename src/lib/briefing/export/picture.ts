/**
 * Pictures of the map for files: one hidden map draws them one after the other, since a browser allows few WebGL contexts, and is removed with `close`.
 * It stands off the screen at the size that is asked for, enlarged as on the stage, so that the smallest names can be read in print. The price is a
 * tab that must stay in front: a hidden one draws no frames.
 */
import type { Shapes } from '../../domain/shape.ts';
import { statusValues } from '../../domain/vocabulary.ts';
import type { Camera, LayerChoice } from '../../domain/view.ts';
import type { AtlasMap, Padding } from '../../map/atlas-map.ts';
import type { BuiltScene, SceneInput } from '../../map/build-scene.ts';
import type { Inventories } from '../../map/inventory-layers.ts';
import { statusEntry } from '../../map/legend.ts';
import type { LegendEntry } from '../../map/legend.ts';
import type { Theme } from '../../map/palette.ts';
import type { Scene } from '../../map/scene.ts';
import { boundsAround, framedPlaces, home, sceneInputOf } from '../../map/scene-input.ts';
import type { Bounds } from '../../map/scene-input.ts';
import type { SlideInventories } from '../../map/slide-inventories.ts';
import type { ThemeLegend } from '../../map/theme-legend.ts';
import type { Atlas } from '../../query/atlas.ts';
import type { Writer } from '../../query/indicator-words.ts';
import { groupsOf } from '../../query/select.ts';
import { layersIn } from '../../query/slide-layers.ts';
import type { SlideContent } from '../../query/slide.ts';
import { encode } from '../../query/url.ts';
import { goOn } from './job.ts';
import type { MapPicture } from './job.ts';
import { shelfOf } from './picture-shelf.ts';

export interface PictureOptions {
	atlas: Atlas;
	shapes: Shapes;
	build: (input: SceneInput) => BuiltScene;
	writer: Writer;
	theme: Theme;
	signal: AbortSignal;
	/** Plugged-in layers that slides name. */
	layers?: SlideInventories | null;
}
export interface DrawnMap extends MapPicture {
	legend: LegendEntry[];
	themes: ThemeLegend[];
}
/** CSS px of the finished picture and pixels to each of them. */
interface Format {
	width: number;
	height: number;
	scale: number;
}
export interface SceneShot extends Format {
	scene: Scene;
	choice: readonly LayerChoice[] | null;
	/** Plugged-in layers that are on the map. */
	inventories?: Inventories;
	camera: Camera;
}
export interface Pictures {
	/** Errors: rejects `Cancelled`; `null` without WebGL2. */
	draw(content: SlideContent, width: number, height: number, scale: number): Promise<DrawnMap | null>;
	/** A view as it stands on the explore page, not enlarged. */
	drawScene(shot: SceneShot): Promise<DrawnMap | null>;
	close(): void;
}

/** Lines that leave the area on all sides would leave it small in a flat picture: then the area itself is shown. */
export function framed(bounds: Bounds | null): Bounds {
	if (!bounds) return home;
	const [width, height] = [0, 1].map((axis) => (Math.min(bounds[axis + 2]!, home[axis + 2]!) - Math.max(bounds[axis]!, home[axis]!)) / (home[axis + 2]! - home[axis]!)) as [number, number];
	return width > 0.6 && height > 0.6 ? home : bounds;
}

const withStatuses = (legend: LegendEntry[]): LegendEntry[] => (legend.some(({ id }) => id.startsWith('kind-')) ? [...legend, ...statusValues.map(statusEntry)] : legend);

/** As on the stage: words of 11 px become 20 px of 1920. */
const enlarged = 1.85;
/** Sides that no graphics card refuses. */
const mostPixels = 8192;

export function createPictures({ atlas, shapes, build, writer, theme, signal, layers = null }: PictureOptions): Pictures {
	let frame: HTMLDivElement | null = null;
	let map: AtlasMap | null = null;
	const shelf = shelfOf<DrawnMap>(atlas);

	async function open(width: number, height: number, pixelRatio: number): Promise<AtlasMap | null> {
		if (!frame) {
			frame = document.createElement('div');
			frame.setAttribute('aria-hidden', 'true');
			frame.inert = true;
			Object.assign(frame.style, { position: 'fixed', left: '-20000px', top: '0', pointerEvents: 'none' });
			document.body.append(frame);
		}
		Object.assign(frame.style, { width: `${width}px`, height: `${height}px` });
		if (map) {
			map.resize();
			return map;
		}
		// Asked once: each question takes a context of its own.
		if (!document.createElement('canvas').getContext('webgl2')) return null;
		const { createAtlasMap } = await import('../../map/atlas-map.ts');
		goOn(signal);
		map = createAtlasMap({ container: frame, shapes, lang: writer.lang, label: writer.t('map.label'), camera: null, bounds: home, theme, reducedMotion: true, isHidden: true, pixelRatio, onPick: () => {}, onHover: () => {}, onMoveEnd: () => {}, onContextLost: () => {} });
		return map;
	}

	async function shoot({ width, height, scale }: Format, enlargement: number, scene: Scene, choice: readonly LayerChoice[] | null, look: Camera | Bounds, padding?: Padding, inventories: Inventories = { drawn: [], focus: null }): Promise<DrawnMap | null> {
		goOn(signal);
		const ratio = Math.min(scale, mostPixels / Math.max(width, height));
		const opened = await open(Math.round(width / enlargement), Math.round(height / enlargement), enlargement * ratio);
		if (!opened) return null;
		await stopped(opened.ready);
		await opened.setInventories(inventories);
		opened.setScene(scene, choice);
		opened.flyTo(look, padding);
		const picture = await stopped(opened.picture(enlargement * ratio));
		const png = new Uint8Array(await picture.blob.arrayBuffer());
		goOn(signal);
		return { png, width: picture.width, height: picture.height, metresPerPixel: (opened.metresPerPixel() * Math.round(width / enlargement)) / picture.width, legend: withStatuses(opened.legend(scene, choice)), themes: opened.themes(scene, choice) };
	}

	/** A map that comes to no rest must not hold a reader who has stopped the export. */
	const stopped = <T>(waiting: Promise<T>): Promise<T> => new Promise((resolve, reject) => {
		const stop = () => {
			try {
				goOn(signal);
			} catch (cancelled) {
				reject(cancelled as Error);
			}
		};
		signal.addEventListener('abort', stop, { once: true });
		stop();
		waiting.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
	});

	return {
		async draw({ view, visible }, width, height, scale) {
			const own = layers && layersIn(view).length > 0 ? await layers.of(view, theme) : null;
			goOn(signal);
			const words = own && { legend: own.legend, said: own.said };
			const key = JSON.stringify([writer.lang, theme, width, height, scale, encode(view), visible, words]);
			const kept = shelf.get(key);
			if (kept) return kept;
			const isFiltered = groupsOf(view.filter).length > 0;
			const { scene } = build(sceneInputOf(view, isFiltered ? visible : null, { lang: writer.lang, zoom: view.camera ? Math.round(view.camera.zoom * 2) / 2 : 9.5, hover: null }));
			const drawn = await shoot({ width, height, scale }, enlarged, scene, view.layers, view.camera ?? framed(boundsAround(atlas, framedPlaces(view, scene.focus))), { top: 12, right: 12, bottom: 12, left: 12 }, own ?? undefined);
			const told = drawn && words ? { ...drawn, own: words } : drawn;
			if (told) shelf.put(key, told);
			return told;
		},
		drawScene: ({ scene, choice, inventories, camera, ...format }) => shoot(format, 1, scene, choice, camera, undefined, inventories),
		close() {
			map?.destroy();
			frame?.remove();
			map = null;
			frame = null;
		}
	};
}
