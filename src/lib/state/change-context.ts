/** What a control needs to change a record: the door, the dataset it was looked at in, and what happens afterwards. Absent where a page has no server behind it. */
import { createContext } from 'svelte';
import type { Editing, Said } from '../domain/change-answer.ts';
import type { ChangeDoor } from '../ports/changes.ts';

export interface ChangeContext {
	readonly door: ChangeDoor;
	readonly editing: Editing;
	/** Why it is not open; `null` where it is. */
	readonly why: Said | null;
	/** Content address of the dataset on screen: `ChangeSet.base`. */
	readonly base: string;
	/** Name the planner typed last in this visit. */
	by: string;
	/** Loads the page's data again after a change was taken. */
	done(): Promise<void>;
}

const [getChanges, setChanges, hasChanges] = createContext<ChangeContext>();
export { setChanges };
/** `null` on a page that cannot change anything. */
export const findChanges = (): ChangeContext | null => (hasChanges() ? getChanges() : null);
