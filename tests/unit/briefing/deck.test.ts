import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goTo, keyHelp, press, startDeck } from '#lib/briefing/deck.ts';
import type { Deck } from '#lib/briefing/deck.ts';
import { zh } from '#lib/i18n/all.ts';

const keys = (deck: Deck, ...typed: string[]): Deck => typed.reduce<Deck>((now, key) => {
	const next = press(now, { key });
	return next === null || next === 'leave' ? now : next;
}, deck);

describe('keyboard and clicker', () => {
	const deck = startDeck(12);
	it.each([['ArrowRight', 1], ['PageDown', 1], [' ', 1], ['End', 11]])('%s goes on', (key, at) => expect(keys(deck, key).at).toBe(at));
	it.each([['ArrowLeft', 4], ['PageUp', 4], ['Home', 0]])('%s goes back', (key, at) => expect(keys(goTo(deck, 5), key).at).toBe(at));
	it('a number and Enter opens that slide, the last one where there is none', () => {
		expect(keys(deck, '1', '0', 'Enter').at).toBe(9);
		expect(keys(deck, '9', '9', 'Enter').at).toBe(11);
		expect(keys(deck, '0', 'Enter').at).toBe(0);
	});
	it('B blackens; the next key of a clicker brings the same slide back', () => {
		const black = keys(goTo(deck, 3), 'b');
		expect(black.isBlack).toBe(true);
		expect(keys(black, 'PageDown')).toMatchObject({ at: 3, isBlack: false });
	});
	it('L explores the map: arrows belong to the map, a clicker still goes on', () => {
		const live = keys(goTo(deck, 3), 'l');
		expect(press(live, { key: 'ArrowRight' })).toBeNull();
		expect(keys(live, 'PageDown')).toMatchObject({ at: 4, isLive: false });
		expect(keys(live, 'Escape')).toMatchObject({ at: 3, isLive: false });
	});
	it('Escape undoes one thing at a time and ends the show last', () => {
		expect(press(keys(deck, 'o'), { key: 'Escape' })).toMatchObject({ isOverview: false });
		expect(press(deck, { key: 'Escape' })).toBe('leave');
	});
	it('never leaves the deck, whatever is pressed', () => {
		fc.assert(fc.property(fc.integer({ min: 1, max: 500 }), fc.array(fc.constantFrom('ArrowRight', 'ArrowLeft', 'PageDown', 'Home', 'End', '1', '7', 'Enter', 'b', 'o', 'l', 'a', 'q', 'd', 'Escape', 'x')), (count, typed) => {
			const { at } = keys(startDeck(count), ...typed);
			expect(at >= 0 && at < count).toBe(true);
		}));
	});
	it('is explained in words', () => expect(keyHelp.map(([, word]) => `present.key.${word}`).filter((key) => !(key in zh))).toEqual([]));
});
