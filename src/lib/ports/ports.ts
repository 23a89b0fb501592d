/**
 * The three doors between the components and the world they run in: where data comes from, how an address is opened, how the map module
 * is loaded. The app gives the http and Kit forms; a briefing in one file gives others.
 */
import type { Dataset } from '../domain/dataset.ts';
import type { Readings, TextPassage } from '../domain/search.ts';
import type { Shapes } from '../domain/shape.ts';
import type { Relations } from '../domain/relations.ts';

/** Errors: each promise rejects with a sentence when the data cannot be had. */
export interface DataSource {
	records(): Promise<Dataset>;
	relations(): Promise<Relations>;
	/** How names are read, for search. */
	readings(): Promise<Readings>;
	/** Official texts that the planner has loaded; they stay with the server and are asked for only where something looks into them. */
	passages(): Promise<TextPassage[]>;
	shapes(): Promise<Shapes>;
}

export interface Nav {
	/** Opens an address of the app and adds it to the history, or puts it in the place of the one that is open. */
	goto(href: string, isInPlace?: boolean): void;
	/** Puts an address into the bar without adding to the history. */
	replace(href: string): void;
}
