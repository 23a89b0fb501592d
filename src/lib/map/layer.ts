/**
 * A layer is one file in `layers/`: what it draws, how it reads in the legend, what a click on it means. Lines and marks are drawn by
 * deck.gl; areas by the basemap (its style layers are named in `base`) and only picked by deck. See docs/adr/0002-deck-in-the-map.md.
 */
import type { Layer } from '@deck.gl/core';
import type { Ref } from '../domain/dataset.ts';
import type { LegendEntry } from './legend.ts';
import type { IconSheet } from './icon-sheet.ts';
import type { Palette } from './palette.ts';
import type { Position, ProjectCluster, Scene } from './scene.ts';

export const stacks = ['ground', 'water', 'zone', 'corridor', 'record', 'focus', 'label'] as const;
export type Stack = (typeof stacks)[number];

/** What every layer is drawn with. */
export interface Shared {
	palette: Palette;
	opacity: number;
	sheet: IconSheet;
	/** Cards of clusters as one picture; keeps its identity while the clusters do. */
	cards(clusters: readonly ProjectCluster[]): IconSheet;
	/** Where arcs without a place of origin begin: beside the panel, at the last camera at rest. */
	edge: Position | null;
	/** deck props of one part of the layer: id, slot in the basemap, opacity, depth. */
	part(name: string, pickable?: boolean): { id: string; beforeId: string; opacity: number; pickable: boolean; parameters: object };
}

/** A label or an obstacle for labels, laid out by the basemap together with its own names. */
export interface LabelMark {
	position: Position;
	text: string;
	style: 'name' | 'count' | 'guard';
	/** px from the position, x right and y down. */
	offset?: [number, number];
	/** Small numbers are placed first. */
	order: number;
	/** Room a guard takes, as a factor of 14 px. */
	size?: number;
}

export interface LayerDefinition<Mark = unknown> {
	id: string;
	stack: Stack;
	/** Place within its stack, low ones below; 0 unless told. */
	order?: number;
	/** Key of its name. */
	title: string;
	legend: readonly LegendEntry[];
	/** Style layers of the basemap that belong to it. */
	base?: readonly string[];
	/** Not in the default set. */
	optional?: boolean;
	/** Drawn whatever the choice is and not listed: selection, hover. */
	always?: boolean;
	/** Its drawing is fetched with the first scene that needs it; until then `render` draws nothing. `null`: nothing to wait for. */
	bring?(scene: Scene): Promise<void> | null;
	pick?(mark: Mark): Ref | null;
	render(scene: Scene, shared: Shared): Layer[];
	labels?(scene: Scene): LabelMark[];
}

/** Keeps the mark's type inside the file and hides it outside. */
export const defineLayer = <Mark>(definition: LayerDefinition<Mark>): LayerDefinition => definition as unknown as LayerDefinition;

export const slotOf = (stack: Stack): string => `slot-${stack}`;

/** Remembers one answer for each input object, so that deck sees the same array as long as nothing changed. */
export function remember<In extends object, Out>(compute: (input: In) => Out): (input: In) => Out {
	const known = new WeakMap<In, Out>();
	return (input) => {
		const found = known.get(input);
		if (found !== undefined) return found;
		const made = compute(input);
		known.set(input, made);
		return made;
	};
}

/** Circles and columns tell of the projects themselves; their signs would stand in the way. */
export const areSignsReplaced = (scene: Scene): boolean => scene.amounts !== null || scene.columns !== null;

/** With arcs on the map, what is not part of them steps back. */
export const quietBehindArcs = (scene: Scene, shared: Shared): Shared => (scene.links.length === 0 ? shared : { ...shared, part: (name, pickable) => ({ ...shared.part(name, pickable), opacity: shared.opacity * 0.3 }) });
