/** Text of the page against its ground, read from the token sheet: AA by day, 7 : 1 in a briefing room. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contrast } from '#lib/map/vision.ts';

const sheet = readFileSync('src/lib/look/tokens.css', 'utf8');
const tokensOf = (theme: 'day' | 'briefing'): Record<string, string> => {
	const block = new RegExp(`\\[data-theme="${theme}"\\]\\{([\\s\\S]*?)\\n\\}`).exec(sheet)![1]!;
	return Object.fromEntries([...block.matchAll(/--([\w-]+):(#[0-9A-Fa-f]{6})/g)].map(([, name, tone]) => [name, tone!]));
};
const [day, briefing] = [tokensOf('day'), tokensOf('briefing')];

/** Tokens that text is written in, on every ground that text stands on. */
const inks = ['ink-900', 'ink-700', 'ink-500', 'water-800', 'sel-text', 'reed-700', 'earth-700', 'tg-met', 'tg-ontrack', 'tg-behind', 'tg-incomparable'];
const grounds = ['paper-0', 'paper-1'];
/** Washes, with the inks that are written on them. */
const washes: [ground: string, ink: string][] = [['water-50', 'water-800'], ['water-50', 'ink-900'], ['sel-wash', 'sel-text'], ['sel-wash', 'ink-900'], ['sel-wash', 'ink-700'], ['sel-wash', 'ink-500'], ['hover', 'ink-900'], ['hover', 'ink-700'], ['hover', 'ink-500'], ['water-700', 'paper-0'], ['water-800', 'paper-0'], ['paper-2', 'ink-900'], ['paper-2', 'ink-700']];
const seals = ['dom-plan', 'dom-eco', 'dom-infra', 'dom-industry', 'dom-factor-seal', 'dom-service', 'dom-culture', 'dom-govern-seal'];
/** 24 px and more, or signs. */
const large: [ground: string, ink: string][] = grounds.flatMap((ground) => ['water-700', 'water-600', 'sel', 'tg-nodata'].map((ink): [string, string] => [ground, ink]));
const ratios = (tokens: Record<string, string>, pairs: readonly [string, string][], least: number) => pairs.map(([ground, ink]) => ({ pair: `${ink} on ${ground}`, ratio: Math.round(contrast(tokens[ink]!, tokens[ground]!) * 100) / 100 })).filter(({ ratio }) => !(ratio >= least));

describe('text by day', () => {
	it('is AA on paper', () => expect(ratios(day, grounds.flatMap((ground) => inks.map((ink): [string, string] => [ground, ink])), 4.5)).toEqual([]));
	it('is AA on washes', () => expect(ratios(day, washes, 4.5)).toEqual([]));
	it('white on a seal is AA', () => expect(seals.filter((seal) => contrast('#FFFFFF', day[seal]!) < 4.5)).toEqual([]));
	it('large, and signs, are at least 3', () => expect(ratios(day, large, 3)).toEqual([]));
});
it('text in a briefing room is at least 7', () => expect(ratios(briefing, grounds.flatMap((ground) => inks.map((ink): [string, string] => [ground, ink])), 7)).toEqual([]));

it('no page writes text in a token that is not tested here', () => {
	const files = readdirSync('src', { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && /\.(svelte|css)$/.test(entry.name) && entry.name !== 'tokens.css').map((entry) => join(entry.parentPath, entry.name));
	const tested = new Set([...inks, ...washes.map(([, ink]) => ink)]);
	/** Drawn signs that take their tone from `color`; and the arrow of a button that cannot be pressed, which WCAG leaves free. */
	const isSign = (token: string) => token.startsWith('kind-') || token === 'ink-200';
	const found = files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/(?<![\w-])color: ?var\(--([\w-]+)\)/g)].map(([, token]) => `${file}: ${token}`)).filter((use) => !tested.has(use.split(': ')[1]!) && !isSign(use.split(': ')[1]!));
	expect(found).toEqual([]);
});
