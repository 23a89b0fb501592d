/**
 * What a key does while a briefing is shown: keyboards and clickers alike (arrows, Page Up and Down, B or full stop, Home, End, a number and
 * Enter). Pure: takes the deck and a key, gives the next deck; the page only draws it.
 */
export interface Deck {
	/** From 0. */
	at: number;
	count: number;
	/** Nothing is shown, so that the room looks at the speaker. */
	isBlack: boolean;
	isOverview: boolean;
	/** The reader explores the map of the slide; one key leads back. */
	isLive: boolean;
	isPlaying: boolean;
	/** Pointer, pen, or neither. */
	tool: 'none' | 'pointer' | 'pen';
	/** Digits typed so far. */
	typed: string;
}

export const startDeck = (count: number, at = 0): Deck => ({ at: within(at, count), count, isBlack: false, isOverview: false, isLive: false, isPlaying: false, tool: 'none', typed: '' });
const within = (at: number, count: number): number => Math.max(0, Math.min(count - 1, at));

export const goTo = (deck: Deck, at: number): Deck => ({ ...deck, at: within(at, deck.count), isBlack: false, isOverview: false, isLive: false, typed: '' });

export interface Key {
	key: string;
	isRepeat?: boolean;
}

/** `null`: the key is not ours and goes on to the page. `leave` asks to end the show. */
export function press(deck: Deck, { key }: Key): Deck | 'leave' | null {
	if (/^\d$/.test(key)) return { ...deck, typed: `${deck.typed}${key}`.slice(-4) };
	switch (key) {
		case 'ArrowRight': case 'ArrowDown': case 'PageDown': case ' ': case 'n': case 'N':
			return deck.isLive && key.startsWith('Arrow') ? null : deck.isBlack ? { ...deck, isBlack: false } : goTo(deck, deck.at + 1);
		case 'ArrowLeft': case 'ArrowUp': case 'PageUp': case 'Backspace': case 'p': case 'P':
			return deck.isLive && key.startsWith('Arrow') ? null : deck.isBlack ? { ...deck, isBlack: false } : goTo(deck, deck.at - 1);
		case 'Home': return goTo(deck, 0);
		case 'End': return goTo(deck, deck.count - 1);
		case 'Enter': return deck.typed === '' ? (deck.isOverview ? null : goTo(deck, deck.at + 1)) : goTo(deck, Number(deck.typed) - 1);
		case 'b': case 'B': case '.': return { ...deck, isBlack: !deck.isBlack, typed: '' };
		case 'o': case 'O': case 'g': case 'G': return { ...deck, isOverview: !deck.isOverview, isBlack: false, isLive: false, typed: '' };
		case 'l': case 'L': return { ...deck, isLive: !deck.isLive, isOverview: false, isBlack: false, isPlaying: false, tool: 'none' };
		case 'a': case 'A': return { ...deck, isPlaying: !deck.isPlaying, typed: '' };
		case 'q': case 'Q': return { ...deck, tool: deck.tool === 'pointer' ? 'none' : 'pointer' };
		case 'd': case 'D': return { ...deck, tool: deck.tool === 'pen' ? 'none' : 'pen' };
		case 'Escape': return leaveOne(deck);
		default: return null;
	}
}

/** Escape undoes the newest thing first: digits, overview, black, live, tool; then it ends the show. */
function leaveOne(deck: Deck): Deck | 'leave' {
	if (deck.typed !== '') return { ...deck, typed: '' };
	if (deck.isOverview) return { ...deck, isOverview: false };
	if (deck.isBlack) return { ...deck, isBlack: false };
	if (deck.isLive) return { ...deck, isLive: false };
	return deck.tool === 'none' ? 'leave' : { ...deck, tool: 'none' };
}

/** Keys and what they do, for the help: words stand in `present.key.*`. */
export const keyHelp: readonly (readonly [keys: string, word: string])[] = [
	['→ ↓ Space PgDn', 'next'], ['← ↑ PgUp', 'back'], ['1–9 Enter', 'number'], ['Home End', 'ends'], ['B .', 'black'], ['O', 'overview'], ['L', 'live'], ['A', 'auto'], ['Q', 'pointer'], ['D', 'pen'], ['F', 'full'], ['S', 'speaker'], ['Esc', 'leave']
];
