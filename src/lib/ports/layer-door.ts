/** The door through which plugged-in layers reach the planner's data folder, and are changed or taken out there. */
import type { Answer } from '../domain/change-answer.ts';
import type { AssetRow, InventoryLayer, LayerPatch, StatedLayer } from '../domain/inventory.ts';
import { createAsker } from './changes.ts';

/** Never rejects: what goes wrong comes back as a refusal in both languages. */
export interface LayerDoor {
	list(): Promise<Answer<{ layers: InventoryLayer[]; broken: string[] }>>;
	begin(stated: StatedLayer): Promise<Answer<{ draft: string }>>;
	/** Chunks are numbered from 0; the same one may be sent again where no answer came. The value counts rows so far. */
	append(draft: string, chunk: number, rows: AssetRow[]): Promise<Answer<{ rows: number }>>;
	abort(draft: string): Promise<Answer<{ draft: string }>>;
	/** `rows`: how many were sent. */
	finish(draft: string, rows: number): Promise<Answer<InventoryLayer>>;
	change(id: string, patch: LayerPatch): Promise<Answer<InventoryLayer>>;
	drop(id: string): Promise<Answer<{ id: string }>>;
	restore(id: string): Promise<Answer<InventoryLayer>>;
	/** Token of a server that asks for one; kept in memory only. */
	unlock(token: string): void;
}

export function createLayerDoor(base = '', get: typeof fetch = (...args) => fetch(...args)): LayerDoor {
	const { ask, unlock } = createAsker(base, get);
	const ofDraft = (draft: string): string => `/api/layers/drafts/${draft}`;
	return {
		list: () => ask('/api/layers.json'),
		begin: (stated) => ask('/api/layers', stated),
		append: (draft, chunk, rows) => ask(ofDraft(draft), { chunk, rows }),
		abort: (draft) => ask(ofDraft(draft), {}, 'DELETE'),
		finish: (draft, rows) => ask(`${ofDraft(draft)}/finish`, { rows }),
		change: (id, patch) => ask(`/api/layers/${id}`, patch, 'PATCH'),
		drop: (id) => ask(`/api/layers/${id}`, {}, 'DELETE'),
		restore: (id) => ask(`/api/layers/${id}/restore`, {}),
		unlock
	};
}
