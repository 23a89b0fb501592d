/** The list of saved views: what a reader does to it, and what went wrong. Where the browser refuses to keep something the list stays as it was. */
import { maxNameLength, maxSavedViews } from '../domain/saved-view.ts';
import type { SavedView } from '../domain/saved-view.ts';
import type { BrowserStore } from '../ports/browser-store.ts';
import { createBrowserStore } from '../ports/browser-store.ts';
import { freshViews, readSavedViews } from '../query/saved-views.ts';

export type Told =
	| { is: 'saved' | 'deleted'; name: string }
	| { is: 'imported'; n: number; same: number }
	| { is: 'full' | 'refused' }
	| { is: 'bad'; file: string; why: 'size' | 'json' | 'format' | 'many' | 'entry'; n: number; field: string };

export const openViewStore = (factory: IDBFactory | undefined): BrowserStore<SavedView> => createBrowserStore<SavedView>(factory, 'shuixiang-views', 'views', 'id');

const newestFirst = (a: SavedView, b: SavedView): number => (a.savedAt < b.savedAt ? 1 : a.savedAt > b.savedAt ? -1 : 0);
/** Unique in one browser; plain http has no `crypto.randomUUID`. */
const freshId = (): string => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;

export class SavedViews {
	readonly #store: BrowserStore<SavedView>;
	readonly #now: () => string;
	list = $state.raw<SavedView[]>([]);
	told = $state.raw<Told | null>(null);
	/** The view deleted last; it can be brought back while the list is open. */
	deleted = $state.raw<SavedView | null>(null);
	isLoaded = $state(false);

	/** `now`: ISO 8601, UTC. */
	constructor(store: BrowserStore<SavedView>, now: () => string) {
		this.#store = store;
		this.#now = now;
	}

	async load(): Promise<void> {
		if (await this.#keep(async () => (this.list = (await this.#store.all()).toSorted(newestFirst)))) this.told = null;
		this.isLoaded = true;
	}
	async save(name: string, view: string, dataDate: string): Promise<void> {
		if (this.list.length >= maxSavedViews) return void (this.told = { is: 'full' });
		const saved: SavedView = { id: freshId(), name: name.trim().slice(0, maxNameLength), view, savedAt: this.#now(), dataDate };
		if (saved.name !== '' && (await this.#put(saved))) this.told = { is: 'saved', name: saved.name };
	}
	async rename(id: string, name: string): Promise<void> {
		const [view, next] = [this.list.find((one) => one.id === id), name.trim().slice(0, maxNameLength)];
		if (view && next !== '' && next !== view.name && (await this.#put({ ...view, name: next }))) this.told = null;
	}
	async remove(id: string): Promise<void> {
		const view = this.list.find((one) => one.id === id);
		if (!view || !(await this.#keep(() => this.#store.remove(id)))) return;
		this.list = this.list.filter((one) => one.id !== id);
		this.deleted = view;
		this.told = { is: 'deleted', name: view.name };
	}
	async restore(): Promise<void> {
		if (!this.deleted || !(await this.#put(this.deleted))) return;
		this.deleted = null;
		this.told = null;
	}
	/** Errors are told, never thrown; nothing of a bad file is taken. */
	async importFile(file: string, text: string): Promise<void> {
		const read = readSavedViews(text);
		if ('wrong' in read) return void (this.told = { is: 'bad', file, why: read.wrong, n: 0, field: '', ...read });
		const fresh = freshViews(this.list, read.views);
		if (this.list.length + fresh.length > maxSavedViews) return void (this.told = { is: 'bad', file, why: 'many', n: fresh.length, field: '' });
		const kept: SavedView[] = [];
		const isKept = await this.#keep(async () => {
			for (const view of fresh) {
				const saved = { ...view, id: freshId() };
				await this.#store.put(saved);
				kept.push(saved);
			}
		});
		if (!isKept) {
			for (const { id } of kept) await this.#store.remove(id).catch(() => {});
			return;
		}
		this.list = [...kept, ...this.list].toSorted(newestFirst);
		this.told = { is: 'imported', n: fresh.length, same: read.views.length - fresh.length };
	}

	async #put(view: SavedView): Promise<boolean> {
		if (!(await this.#keep(() => this.#store.put(view)))) return false;
		this.list = [view, ...this.list.filter(({ id }) => id !== view.id)].toSorted(newestFirst);
		return true;
	}
	async #keep(work: () => Promise<unknown>): Promise<boolean> {
		try {
			await work();
			return true;
		} catch {
			this.told = { is: 'refused' };
			return false;
		}
	}
}
