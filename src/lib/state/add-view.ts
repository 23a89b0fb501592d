/** "Add to briefing" from the map: the view goes to the draft that was written last, or begins one; where another tab writes that draft, it is handed over. */
import { appendView, freshSlug, newBriefing } from '../briefing/edit.ts';
import type { Slide } from '../domain/briefing.ts';
import type { Lang } from '../i18n/lang.ts';
import { claimDraft } from '../ports/drafts.ts';
import type { DraftStore } from '../ports/drafts.ts';
import { isFull } from './draft-saver.ts';

export interface AddedView {
	is: 'added' | 'other' | 'full' | 'silent' | 'storage-full' | 'failed';
	slug: string;
	title: string;
	/** Place of the slide, from 1; 0 where it is not known. */
	n: number;
}
type View = Pick<Slide, 'title' | 'view' | 'seen'> & Partial<Pick<Slide, 'words' | 'show' | 'about'>>;

/** `first` is the briefing to begin where there is no draft. Never rejects. */
export async function addView(store: DraftStore, locks: LockManager | undefined, view: View, first: { lang: Lang; title: string; dataDate: string; today: string }, claim: typeof claimDraft = claimDraft): Promise<AddedView> {
	let [slug, title] = ['', ''];
	try {
		const [newest] = await store.list();
		const draft = newest ?? { briefing: newBriefing(freshSlug(`briefing-${first.today}`, new Set()), first.lang, first.title, first.today, first.dataDate), base: 0 };
		({ slug, title } = draft.briefing);
		const claimed = await claim(slug, locks, { onlost: async () => {}, onadd: () => false });
		try {
			if (!claimed.isWriter) {
				const answer = await claimed.offer(view);
				return { is: answer === 'added' ? 'other' : answer, slug, title, n: 0 };
			}
			const next = appendView(draft.briefing, view);
			if (next === draft.briefing) return { is: 'full', slug, title, n: 0 };
			await store.put({ briefing: next, base: draft.base, savedAt: new Date().toISOString() });
			return { is: 'added', slug, title, n: next.slides.findIndex(({ id }) => !draft.briefing.slides.some((slide) => slide.id === id)) + 1 };
		} finally {
			claimed.release();
		}
	} catch (error) {
		return { is: isFull(error) ? 'storage-full' : 'failed', slug, title, n: 0 };
	}
}
