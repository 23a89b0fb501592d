import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { zh as core } from '#lib/i18n/zh.ts';

const folder = 'src/lib/i18n/rooms';
const rooms = await Promise.all(readdirSync(folder).map(async (file) => ({ file, words: (await import(`../../../${folder}/${file}`)) as { zh: Record<string, string>; en: Record<string, string> } })));
const sources = readdirSync('src', { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name) && !entry.parentPath.includes(join('lib', 'i18n'))).map((entry) => {
	const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
	return {
		path: join(entry.parentPath, entry.name), text, literals: new Set([...text.matchAll(/['`]([a-z0-9][\w.:-]*\.[\w.:-]+)['`]/g)].map((match) => match[1]!)),
		groups: [...text.matchAll(/say\(\s*[\w.$]+\s*,\s*['`]([\w.-]+)['`]|['`]([a-z][\w.-]*)\.\$\{/g)].map((match) => `${match[1] ?? match[2]!}.`)
	};
});

describe('the words of a room', () => {
	it('come with every file that says them', () => {
		const missing = rooms.flatMap(({ file, words }) => {
			const keys = Object.keys(words.zh);
			return sources.filter(({ literals, groups }) => keys.some((key) => literals.has(key) || groups.some((group) => key.startsWith(group)))).filter(({ text }) => !text.includes(`i18n/rooms/${file}'`)).map(({ path }) => `${path} says words of ${basename(file, '.ts')}`);
		});
		expect(missing).toEqual([]);
	});

	it('stand in one place only', () => {
		const all = [...Object.keys(core), ...rooms.flatMap(({ words }) => Object.keys(words.zh))];
		expect(all.filter((key, i) => all.indexOf(key) !== i)).toEqual([]);
	});
});
