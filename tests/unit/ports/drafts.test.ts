/** Tabs of one browser, with and without locks, over a channel in memory. */
import { describe, expect, it } from 'vitest';
import { appendView, newBriefing } from '#lib/briefing/edit.ts';
import type { Channel } from '#lib/ports/channel.ts';
import { claimDraft } from '#lib/ports/drafts.ts';
import type { Draft, DraftMessage, DraftStore, Writing } from '#lib/ports/drafts.ts';
import { addView } from '#lib/state/add-view.ts';

function browser() {
	const ears = new Set<(message: DraftMessage, from: object) => void>();
	const open = <Message>(): Channel<Message> => {
		const me = {};
		const mine: ((message: DraftMessage, from: object) => void)[] = [];
		return {
			send: (message) => queueMicrotask(() => ears.forEach((hear) => hear(message as DraftMessage, me))),
			listen: (hear) => {
				const ear = (message: DraftMessage, from: object) => from !== me && (hear as (message: DraftMessage) => void)(message);
				ears.add(ear);
				mine.push(ear);
				return () => void ears.delete(ear);
			},
			close: () => mine.forEach((ear) => ears.delete(ear))
		};
	};
	let held: { end: () => void; lose: (reason: Error) => void } | null = null;
	const locks = {
		request: (_: string, { ifAvailable, steal }: LockOptions, work: (lock: object | null) => unknown) => {
			if (held && ifAvailable && !steal) return Promise.resolve(work(null));
			held?.lose(new Error('stolen'));
			return new Promise((resolve, reject) => {
				const mine = (held = { end: () => {}, lose: reject });
				void Promise.resolve(work({})).then((value) => {
					if (held === mine) held = null;
					resolve(value);
				});
			});
		}
	} as unknown as LockManager;
	return { open: open as never, locks };
}
const quiet: Writing = { onlost: () => Promise.resolve(), onadd: () => false };

for (const kind of ['with locks', 'on plain http, without locks'] as const) {
	describe(`two tabs ${kind}`, () => {
		const start = () => {
			const { open, locks } = browser();
			return (writing = quiet) => claimDraft('taipu', kind === 'with locks' ? locks : undefined, writing, open);
		};
		it('the second one reads only; the first writes its last words before the second takes over', async () => {
			const claim = start();
			const order: string[] = [];
			const first = await claim({ ...quiet, onlost: async () => { await Promise.resolve(); order.push('first stored'); } });
			const second = await claim();
			expect([first.isWriter, second.isWriter]).toEqual([true, false]);
			await second.take();
			order.push('second writes');
			expect(order).toEqual(['first stored', 'second writes']);
			expect([first.isWriter, second.isWriter]).toEqual([false, true]);
		});
		it('a tab that was closed leaves the draft free', async () => {
			const claim = start();
			(await claim()).release();
			expect((await claim()).isWriter).toBe(true);
		});
		it('a view from the map is handed to the tab that writes', async () => {
			const claim = start();
			const got: string[] = [];
			const first = await claim({ ...quiet, onadd: ({ title }) => got.push(title) > 0 });
			const second = await claim();
			expect(await second.offer({ title: '元荡', view: '', seen: {} })).toBe('added');
			expect(got).toEqual(['元荡']);
			first.release();
			expect(await second.offer({ title: '元荡', view: '', seen: {} })).toBe('silent');
		});
	});
}

describe('a view added on the map', () => {
	const first = { lang: 'zh' as const, title: '未命名简报', dataDate: '2026-03-04', today: '2026-03-10' };
	const view = { title: '元荡', view: '?along=yuandang-lake', seen: {} };
	const storeOf = (drafts: Draft[], fail?: Error): DraftStore => ({ list: () => Promise.resolve(drafts), get: () => Promise.resolve(null), put: (draft) => (fail ? Promise.reject(fail) : Promise.resolve(void drafts.splice(0, drafts.length, draft))), remove: () => Promise.resolve() });
	const claimed = (isWriter: boolean, answer: 'added' | 'full' | 'silent' = 'silent'): typeof claimDraft => () => Promise.resolve({ isWriter, take: () => Promise.resolve(), offer: () => Promise.resolve(answer), release: () => {} });

	it('begins a briefing where there is none, and goes on with it', async () => {
		const drafts: Draft[] = [];
		expect(await addView(storeOf(drafts), undefined, view, first, claimed(true))).toEqual({ is: 'added', slug: 'briefing-2026-03-10', title: '未命名简报', n: 2 });
		expect(await addView(storeOf(drafts), undefined, view, first, claimed(true))).toMatchObject({ is: 'added', n: 3 });
		expect(drafts[0]!.briefing.slides.map(({ title }) => title)).toEqual(['未命名简报', '元荡', '元荡']);
	});
	it('says where it could not go, and leaves the draft as it was', async () => {
		const draft: Draft = { briefing: appendView(newBriefing('taipu', 'zh', '太浦河', '2026-03-10', '2026-03-04'), view), base: 0, savedAt: '' };
		const drafts = [draft];
		expect(await addView(storeOf(drafts), undefined, view, first, claimed(false))).toMatchObject({ is: 'silent', title: '太浦河' });
		expect(await addView(storeOf(drafts), undefined, view, first, claimed(false, 'added'))).toMatchObject({ is: 'other' });
		expect(await addView(storeOf(drafts, Object.assign(new Error('no room'), { name: 'QuotaExceededError' })), undefined, view, first, claimed(true))).toMatchObject({ is: 'storage-full' });
		expect(drafts).toEqual([draft]);
	});
});
