import { expect, it } from 'vitest';
import { showingLock } from '#lib/query/offline-rooms.ts';
import { holdUpdates } from '#lib/state/installed-app.ts';

/** Locks of one browser, as far as a show uses them. */
function lockManager() {
	const held: string[] = [];
	const request = async (name: string, options: LockOptions, work: () => Promise<void>) => {
		held.push(`${name} ${options.mode}`);
		await work();
		held.pop();
	};
	return { held, locks: { request } as unknown as LockManager };
}

it('an update waits from the first slide to the end of the show; another window may show beside it', async () => {
	const { held, locks } = lockManager();
	const end = holdUpdates(locks);
	expect(held).toEqual([`${showingLock} shared`]);
	end();
	await new Promise((next) => setTimeout(next));
	expect(held).toEqual([]);
});
it('a browser without locks, or one that refuses them, shows the briefing all the same', async () => {
	const refusals: unknown[] = [];
	const refusing = { request: () => Promise.reject(new DOMException('no', 'SecurityError')) } as unknown as LockManager;
	const note = (reason: unknown) => refusals.push(reason);
	process.on('unhandledRejection', note);
	for (const locks of [undefined, refusing]) holdUpdates(locks)();
	await new Promise((next) => setTimeout(next, 10));
	process.off('unhandledRejection', note);
	expect(refusals).toEqual([]);
});
