/** One kind of thing kept in this browser (IndexedDB), each under its own key. Errors: every call rejects with what the browser said (`QuotaExceededError` where storage is full); what was there stays. */
export interface BrowserStore<Thing> {
	all(): Promise<Thing[]>;
	get(key: string): Promise<Thing | null>;
	put(thing: Thing): Promise<void>;
	remove(key: string): Promise<void>;
}

const settled = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
	request.onsuccess = () => resolve(request.result);
	request.onerror = () => reject(request.error ?? new Error('the browser store did not answer'));
});

/** `table` and `keyPath` are written once: another one needs another `name`. */
export function createBrowserStore<Thing>(factory: IDBFactory | undefined, name: string, table: string, keyPath: string): BrowserStore<Thing> {
	let opened: Promise<IDBDatabase> | null = null;
	function open(): Promise<IDBDatabase> {
		if (!factory) return Promise.reject(new Error('this browser keeps nothing'));
		opened ??= Promise.resolve().then(() => {
			const request = factory.open(name, 1);
			request.onupgradeneeded = () => void request.result.createObjectStore(table, { keyPath });
			return settled(request);
		});
		opened.catch(() => (opened = null));
		return opened;
	}
	const read = async <T>(ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => settled(ask((await open()).transaction(table).objectStore(table)));
	/** Done when the disk has it, not when the browser has heard of it. */
	async function write(change: (store: IDBObjectStore) => void): Promise<void> {
		const transaction = (await open()).transaction(table, 'readwrite');
		await new Promise<void>((resolve, reject) => {
			transaction.oncomplete = () => resolve();
			transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('nothing was stored'));
			change(transaction.objectStore(table));
		});
	}
	return {
		all: () => read((store) => store.getAll() as IDBRequest<Thing[]>),
		get: async (key) => (await read((store) => store.get(key) as IDBRequest<Thing | undefined>)) ?? null,
		put: (thing) => write((store) => store.put(thing)),
		remove: (key) => write((store) => store.delete(key))
	};
}
