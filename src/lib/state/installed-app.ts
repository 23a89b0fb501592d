/** The installed app: keeps what a room without a network needs, and lets an update in when no briefing is shown. Nothing of it exists on plain http. */

import { showingLock } from '../query/offline-rooms.ts';

/** `hash`: content address of the dataset on screen. Errors: none; without a service worker the app works as a page. */
export async function keepForOffline(hash: string): Promise<void> {
	if (!('serviceWorker' in navigator)) return;
	try {
		const registration = await navigator.serviceWorker.register('/service-worker.js');
		const letIn = (worker: ServiceWorker | null) => worker?.postMessage({ type: 'take over' });
		letIn(registration.waiting);
		registration.addEventListener('updatefound', () => {
			const coming = registration.installing;
			coming?.addEventListener('statechange', () => coming.state === 'installed' && navigator.serviceWorker.controller && letIn(coming));
		});
		(await navigator.serviceWorker.ready).active?.postMessage({ type: 'keep', hash });
	} catch {
		// Refused by the browser's settings: the app goes on without.
	}
}

/** Says to the worker, until the returned call, that this window shows a briefing. Without locks (plain http, a file from a disk) there is no worker to tell. */
export function holdUpdates(locks: LockManager | undefined = navigator.locks): () => void {
	let end: () => void = () => {};
	const shown = new Promise<void>((resolve) => (end = resolve));
	locks?.request(showingLock, { mode: 'shared' }, () => shown).catch(() => {});
	return end;
}
