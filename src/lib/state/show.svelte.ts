/**
 * A briefing being shown: which slide, black, overview, live, in two windows at once. The window that was asked last leads; the other follows
 * through the channel. What slides show is computed once each.
 */
import { startDeck, goTo, press } from '../briefing/deck.ts';
import type { Deck, Key } from '../briefing/deck.ts';
import type { Briefing } from '../domain/briefing.ts';
import type { Channel } from '../ports/channel.ts';
import type { Query } from '../query/explore.ts';
import type { Writer } from '../query/indicator-words.ts';
import { slideContent } from '../query/slide.ts';
import type { SlideContent } from '../query/slide.ts';

export type ShowMessage = { type: 'at'; at: number; isBlack: boolean } | { type: 'hello' } | { type: 'bye' };

export class Show {
	readonly briefing: Briefing;
	readonly writer: Writer;
	readonly #query: Query;
	readonly #isLayer: (id: string) => boolean;
	readonly #channel: Channel<ShowMessage> | null;
	readonly #contents: Record<string, SlideContent> = {};
	deck = $state.raw<Deck>(startDeck(1));
	readonly content = $derived.by(() => this.contentOf(this.deck.at));
	readonly next = $derived.by(() => (this.deck.at + 1 < this.deck.count ? this.contentOf(this.deck.at + 1) : null));

	constructor(briefing: Briefing, query: Query, writer: Writer, isLayer: (id: string) => boolean, channel: Channel<ShowMessage> | null, at = 0) {
		this.briefing = briefing;
		this.#query = query;
		this.writer = writer;
		this.#isLayer = isLayer;
		this.#channel = channel;
		this.deck = startDeck(briefing.slides.length, at);
	}

	contentOf(at: number): SlideContent {
		const slide = this.briefing.slides[at]!;
		return (this.#contents[slide.id] ??= slideContent(this.#query, this.writer, slide, this.#isLayer));
	}

	/** `leave`: the speaker asks to end the show; `false`: the key is not ours. */
	press(key: Key): boolean | 'leave' {
		const next = press(this.deck, key);
		if (next === null) return false;
		if (next === 'leave') return 'leave';
		this.#set(next);
		return true;
	}
	goTo(at: number): void {
		this.#set(goTo(this.deck, at));
	}
	patch(patch: Partial<Pick<Deck, 'isPlaying' | 'isLive' | 'isOverview' | 'tool'>>): void {
		this.#set({ ...this.deck, ...patch });
	}

	/** Follows the other window until the returned call. */
	follow(): () => void {
		const stop = this.#channel?.listen((message) => {
			if (message.type === 'at') this.deck = { ...goTo(this.deck, message.at), isBlack: message.isBlack, isPlaying: this.deck.isPlaying, tool: this.deck.tool };
			else if (message.type === 'hello') this.#tell();
		});
		this.#channel?.send({ type: 'hello' });
		return () => stop?.();
	}

	#set(deck: Deck): void {
		const moved = deck.at !== this.deck.at || deck.isBlack !== this.deck.isBlack;
		this.deck = deck;
		if (moved) this.#tell();
	}
	#tell(): void {
		this.#channel?.send({ type: 'at', at: this.deck.at, isBlack: this.deck.isBlack });
	}
}
