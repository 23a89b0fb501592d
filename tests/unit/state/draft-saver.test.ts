import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newBriefing } from '#lib/briefing/edit.ts';
import type { Draft } from '#lib/ports/drafts.ts';
import { DraftSaver, saveAfter } from '#lib/state/draft-saver.ts';
import type { Saved } from '#lib/state/draft-saver.ts';

const draft = (title: string) => ({ briefing: newBriefing('taipu', 'zh', title, '2026-03-10', '2026-03-04'), base: 1 });
const full = Object.assign(new Error('no room'), { name: 'QuotaExceededError' });
let written: string[];
let told: Saved[];
let fails: Error | null;
const store = { put: ({ briefing }: Draft) => (fails ? Promise.reject(fails) : Promise.resolve(void written.push(briefing.title))) };

beforeEach(() => {
	vi.useFakeTimers();
	[written, told, fails] = [[], [], null];
});
afterEach(() => void vi.useRealTimers());

describe('the draft of a planner who types', () => {
	it('is stored within half a second of the first letter, though the typing goes on', async () => {
		expect(saveAfter).toBeLessThanOrEqual(500);
		const saver = new DraftSaver(store, (saved) => told.push(saved));
		for (let i = 0; i < 7; i++) {
			saver.change(draft(`第 ${i} 字`));
			await vi.advanceTimersByTimeAsync(100);
		}
		expect(written).toEqual(['第 3 字']);
		await vi.advanceTimersByTimeAsync(saveAfter);
		expect(written).toEqual(['第 3 字', '第 6 字']);
		expect(told.at(-1)).toBe('saved');
	});
	it('is stored at once when the page is hidden', async () => {
		const saver = new DraftSaver(store, () => {});
		saver.change(draft('关页前'));
		await saver.flush();
		expect(written).toEqual(['关页前']);
		await saver.flush();
		expect(written).toHaveLength(1);
	});
	it('a full browser is told, nothing is lost from the page, and the next write has it', async () => {
		const saver = new DraftSaver(store, (saved) => told.push(saved));
		fails = full;
		saver.change(draft('满了'));
		await saver.flush();
		expect([written, told.at(-1)]).toEqual([[], 'full']);
		fails = null;
		await saver.flush();
		expect([written, told.at(-1)]).toEqual([['满了'], 'saved']);
		fails = new Error('disk');
		saver.change(draft('坏了'));
		await saver.flush();
		expect(told.at(-1)).toBe('failed');
	});
});
