import { afterEach, describe, expect, it, vi } from 'vitest';
import { keepAwake } from '#lib/state/awake.ts';

interface Lock {
	released: boolean;
	release(): Promise<void>;
}
const locks: Lock[] = [];
const request = vi.fn(async () => {
	const lock: Lock = { released: false, release: async () => void (lock.released = true) };
	locks.push(lock);
	return lock;
});
const settled = () => new Promise((resolve) => setTimeout(resolve));
const seen = (state: 'visible' | 'hidden') => {
	Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
	document.dispatchEvent(new Event('visibilitychange'));
};
afterEach(() => {
	locks.length = 0;
	request.mockClear();
	Reflect.deleteProperty(navigator, 'wakeLock');
	Reflect.deleteProperty(document, 'visibilityState');
});

describe('the screen while a briefing is shown', () => {
	it('stays on, is asked for again after another window stood in front, and may sleep at the end', async () => {
		Object.defineProperty(navigator, 'wakeLock', { value: { request }, configurable: true });
		seen('visible');
		const stop = keepAwake();
		await settled();
		expect(locks).toHaveLength(1);
		await locks[0]!.release();
		seen('hidden');
		await settled();
		expect(locks).toHaveLength(1);
		seen('visible');
		await settled();
		expect(locks.map(({ released }) => released)).toEqual([true, false]);
		stop();
		await settled();
		expect(locks[1]!.released).toBe(true);
		seen('visible');
		await settled();
		expect(locks).toHaveLength(2);
	});
	it('is left alone on plain http, where the browser has no such thing', () => expect(() => keepAwake()()).not.toThrow());
});
