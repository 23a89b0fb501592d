/** What every export of a briefing is given, and how it tells that it was stopped: no half file leaves the app. */
import type { Briefing } from '../../domain/briefing.ts';
import type { LegendEntry } from '../../map/legend.ts';
import type { OwnWords } from '../../map/slide-inventories.ts';
import type { Writer } from '../../query/indicator-words.ts';
import type { SlideContent } from '../../query/slide.ts';

export interface MapPicture {
	png: Uint8Array;
	/** px of the picture, its scale included. */
	width: number;
	height: number;
	/** What one pixel spans at the middle of the map, for the scale bar. */
	metresPerPixel: number;
	/** What its signs mean, as far as its maker knows. */
	legend?: readonly LegendEntry[];
	/** Plugged-in layers on it, told apart from ours. */
	own?: OwnWords;
}

export interface ExportJob {
	briefing: Briefing;
	contents: readonly SlideContent[];
	writer: Writer;
	/** The map of a slide without words; `null` where no map can be drawn (no WebGL2). `width` and `height` in CSS px, `scale` 1–4. */
	picture(content: SlideContent, width: number, height: number, scale: number): Promise<MapPicture | null>;
	/** After each slide. */
	progress(done: number, total: number): void;
	signal: AbortSignal;
	/** Map review number (审图号), printed where one is configured. */
	review: string;
}

export interface ExportedFile {
	name: string;
	type: string;
	bytes: Uint8Array;
}

export class Cancelled extends Error {
	constructor() {
		super('cancelled');
	}
}
/** Errors: throws `Cancelled` once the reader has stopped the export. */
export function goOn(signal: AbortSignal): void {
	if (signal.aborted) throw new Cancelled();
}
