/** What the finders of a policy text know: names of places, agencies and documents. Plain data, so that a worker in the browser is handed the same as a script. */
import type { PlaceKind } from './vocabulary.ts';

/** `plain`: wherever the letters stand. `alone`: a common noun, only where no other word narrows it. `listed`: also an ordinary word, only beside another place. `run`: one letter, only in a row of such letters (沪苏). */
export const nameRules = ['plain', 'alone', 'listed', 'run'] as const;
export type NameRule = (typeof nameRules)[number];

export interface PlaceName {
	text: string;
	/** Empty for a group that is no place of ours (三省一市). */
	place: string;
	kind: PlaceKind | 'group';
	/** Places that a collective stands for. */
	members: string[];
	rule: NameRule;
	/** Words of which one must stand somewhere in the text; empty: nothing is asked. */
	needs: string[];
}

export interface TextRegister {
	places: PlaceName[];
	/** Longer words that hold a name and mean something else (紫金山). */
	refused: string[];
	agencies: { text: string; id: string }[];
	documents: { title: string; id: string }[];
}
