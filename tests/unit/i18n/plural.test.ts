/** English knows one and many: `{n} {n|project|projects}`. A string that can say "1 projects" is found here, not by a planner. */
import { describe, expect, it } from 'vitest';
import { en, zh } from '#lib/i18n/all.ts';
import { translator } from '#lib/i18n/index.ts';
import type { Key } from '#lib/i18n/index.ts';

const t = translator('en');
/** Places that take a name, a place on a line or a measured figure; every other place takes a count, so a new one is held to the rule. */
const names = new Set('name names subject asked key value text at tag column columns element file from to first last line type title layer ours id other sheet'.split(' '));
/** What is counted is one, what is named is a name. */
const withOne = (key: Key): string => t(key, Object.fromEntries([...en[key].matchAll(/\{(\w+)/g)].map(([, name]) => [name!, names.has(name!) ? 'Taipu' : 1])));

/** Words that end in s and count nothing. */
const harmless = new Set(['is', 'was', 'has', 'its', 'this', 'less', 'across', 'as', 'always', 'address', 'does', 'gauss', 'class']);
/** A verb of many, or of one: what follows it no longer belongs to the number. */
const ofMany = new Set(['are', 'were', 'have', 'give', 'differ', 'fall', 'hold', 'repeat', 'concern', 'name', 'come', 'cover', 'hang']);
const ends = /^(is|was|has|does|gives|differs|falls|holds|repeats|concerns|names|comes|covers|hangs|answers|counts|relies|and|or|to|in|on|at|by|with|without|from|only|of|that|which|known|as|past)$/;

/** `1 more indicators`, `1 of them are`: the word after a one (and up to two between) that speaks of many. */
export function saysOneMany(text: string): string | null {
	for (const match of text.matchAll(/(?<![\w.,–-])1 ((?:of 1 |of them )?)((?:[a-z’'-]+ ?){1,4})/g)) {
		for (const word of match[2]!.trim().split(' ').slice(0, 4)) {
			if (ofMany.has(word) || (/[a-z]{2}s$/.test(word) && !harmless.has(word) && !ends.test(word))) return match[0].trim();
			if (ends.test(word)) break;
		}
	}
	return null;
}

describe('one and many in English', () => {
	it('finds "1 projects", "1 of 1 indicators", "1 more give", and leaves "1 project" and "1 has" alone', () => {
		expect(['/ 1 projects', '1 of 1 indicators can', '1 more give a whole line', '1 published values', '1 of them are hidden'].map(saysOneMany)).not.toContain(null);
		expect(['/ 1 project', '1 has values', '1 of 1 clause concerns 1', '1 more is left out', 'Slide 1 of 1: 1'].map(saysOneMany)).toEqual([null, null, null, null, null]);
	});

	it('no string says one of many, whatever is counted', () => {
		expect((Object.keys(en) as Key[]).map((key) => [key, withOne(key)] as const).filter(([, text]) => saysOneMany(text) !== null)).toEqual([]);
	});

	it('a form belongs to a number that the string is given, and only to English', () => {
		for (const key of Object.keys(en) as Key[]) {
			const told = new Set([...en[key].matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
			if (!key.startsWith('record.') && !key.startsWith('slide.figure.')) for (const [, name] of en[key].matchAll(/\{(\w+)\|/g)) expect(told.has(name), `${key}: {${name}|…} and no {${name}}`).toBe(true);
			expect(zh[key], key).not.toMatch(/\{\w+\|/);
		}
	});

	it('zero and two are many, one is one, also when the number comes as words', () => {
		expect([0, 1, 2, '1', '1,001'].map((n) => t('summary.indicators', { n }))).toEqual(['0 indicators', '1 indicator', '2 indicators', '1 indicator', '1,001 indicators']);
		expect(t('record.project')).toBe('projects');
		expect(t('record.project', { n: 1 })).toBe('project');
	});
});
