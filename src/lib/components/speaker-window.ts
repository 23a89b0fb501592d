/**
 * The presenter's window of a briefing in one file. A page opened from `file://` has an origin that no other page shares, and no channel to a second
 * one; but an empty window belongs to whoever opened it, policy included, and its opener may fill it. Both windows then draw from one and the same show.
 */
import '../i18n/rooms/present.ts';
import { mount, unmount } from 'svelte';
import type { Show } from '../state/show.svelte.ts';
import SpeakerWindow from './SpeakerWindow.svelte';

const name = 'speaker';
let filled: Window | null = null;

/** A second call brings the window to the front. Where the browser allows no window nothing happens. */
export function openSpeakerWindow(own: Window, props: { show: Show; kicker: string }): void {
	if (filled && !filled.closed) return filled.focus();
	const child = own.open('', name, 'width=1200,height=800');
	if (!child) return;
	filled = child;
	// Some browsers put an empty document in its place once more, right after opening.
	setTimeout(() => fill(child, own, props), 100);
}

function fill(child: Window, own: Window, props: { show: Show; kicker: string }): void {
	const [page, ours] = [child.document, own.document];
	page.title = `${props.show.briefing.title} · ${props.show.writer.t('present.speaker')}`;
	page.documentElement.lang = ours.documentElement.lang;
	Object.assign(page.documentElement.dataset, ours.documentElement.dataset);
	// The same text has the same hash, which the policy asks for.
	for (const style of ours.querySelectorAll('style')) page.head.append(Object.assign(page.createElement('style'), { textContent: style.textContent }));
	const speaker = mount(SpeakerWindow, { target: page.body, props });
	child.addEventListener('pagehide', () => {
		filled = null;
		void unmount(speaker);
	});
	own.addEventListener('pagehide', () => child.close());
}
