/** What slides need of plugged-in layers, loaded with the first that names one. */
import type { Shapes } from '../domain/shape.ts';
import { openSlideInventories } from '../map/open-slide-inventories.ts';
import type { OpenSlideInventories } from '../map/open-slide-inventories.ts';
import type { SlideInventories } from '../map/slide-inventories.ts';
import type { Atlas } from '../query/atlas.ts';
import type { Writer } from '../query/indicator-words.ts';
import SlideOwn from './SlideOwn.svelte';

/** The layers, and what tells them on a slide. */
export interface OwnGround<Layers extends SlideInventories = SlideInventories> {
	layers: Layers;
	SlideOwn: typeof SlideOwn;
}
export type OpenOwnGround = OwnGround<OpenSlideInventories>;
export const openOwnGround = async (atlas: Atlas, writer: Writer, shapes: () => Promise<Shapes>): Promise<OpenOwnGround> => ({ layers: await openSlideInventories(atlas, writer, shapes), SlideOwn });
