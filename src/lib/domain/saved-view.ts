/** A view that a reader has named and kept in this browser, and what a file of them may hold. */
export interface SavedView {
	id: string;
	name: string;
	/** Query string with its "?"; "" for the empty view. */
	view: string;
	/** ISO 8601, UTC. */
	savedAt: string;
	/** Day of the data that it was saved with, `YYYY-MM-DD`. */
	dataDate: string;
}

export const savedViewsFormat = 'shuixiang-views/1';
export const maxSavedViews = 100;
export const maxNameLength = 80;
export const maxViewLength = 6000;
export const maxFileBytes = 1_000_000;
