/** The floors of the house (docs/architecture.md): imports point down, and the lower floors know neither Kit nor the browser. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const floors: Record<string, number> = { domain: 0, i18n: 0, text: 1, geo: 1, catalogue: 1, server: 1, ports: 1, query: 2, map: 3, charts: 3, briefing: 3, state: 4, components: 5, routes: 6 };
/** Neighbours on one floor that may meet: text files are checked by their geometry, a Word file is opened by the zip and XML readers of a workbook, the server publishes both, and an export prints the map's own colours and draws charts by their own layout. */
const mayMeet = new Set(['catalogue → geo', 'text → geo', 'text → catalogue', 'server → geo', 'server → catalogue', 'server → text', 'briefing → map', 'briefing → charts']);

interface Import {
	specifier: string;
	isSideEffect: boolean;
}
export interface SourceFile {
	/** Path below `src/`, with `/`. */
	path: string;
	text: string;
	/** Script part alone, comments removed. */
	code: string;
	imports: Import[];
}

const scriptOf = (path: string, text: string): string => (path.endsWith('.svelte') ? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join('\n') : text);
const withoutComments = (code: string): string => code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;{}(,])\/\/[^\n]*/g, '$1');

export function importsOf(code: string): Import[] {
	const found = [...code.matchAll(/(?:^|[;\n])\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?(['"])([^'"]+)\1|\bimport\(\s*(['"])([^'"]+)\3\s*\)/g)];
	return found.map((match): Import => ({ specifier: match[2] ?? match[4]!, isSideEffect: /^[;\n\s]*import\s*['"]/.test(match[0]) }));
}

export function sourceFile(path: string, text: string): SourceFile {
	const code = withoutComments(scriptOf(path, text));
	return { path, text, code, imports: importsOf(code) };
}

const files = readdirSync('src', { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
	.map((entry) => {
		const path = join(entry.parentPath, entry.name);
		return sourceFile(path.split(sep).slice(1).join('/'), readFileSync(path, 'utf8'));
	});

/** `query` for `lib/query/select.ts`, `routes` for a page; empty for what stands beside the floors (`hooks.server.ts`, `params`, a style sheet). */
export const roomOf = (path: string): string => (path.startsWith('lib/') ? (path.split('/')[1] ?? '') : path.startsWith('routes/') ? 'routes' : '');

export function targetOf(from: string, specifier: string): string | null {
	const bare = specifier.split('?')[0]!;
	if (bare.startsWith('#lib/')) return `lib/${bare.slice(5)}`;
	return bare.startsWith('.') ? normalize(join(dirname(from), bare)).split(sep).join('/') : null;
}

export function climbs(file: SourceFile): string[] {
	const room = roomOf(file.path);
	if (!(room in floors)) return [];
	return file.imports.flatMap(({ specifier }) => {
		const target = targetOf(file.path, specifier);
		const other = target === null ? '' : roomOf(target);
		if (other === '' || other === room || !(other in floors)) return [];
		const isDown = floors[other]! < floors[room]! || (floors[other] === floors[room] && (mayMeet.has(`${room} → ${other}`) || floors[room] === 0));
		return isDown ? [] : [`${file.path} imports ${target}: ${room} (floor ${floors[room]}) → ${other} (floor ${floors[other]})`];
	});
}

export const withoutExtension = (file: SourceFile): string[] => file.imports.filter(({ specifier }) => /^[.#]/.test(specifier) && !/\.(ts|js|svelte|css|json|mjs)(\?.*)?$/.test(specifier)).map(({ specifier }) => `${file.path} imports ${specifier}`);

const upTo = (floor: number) => files.filter(({ path }) => roomOf(path) in floors && floors[roomOf(path)]! <= floor);
const naming = (some: readonly SourceFile[], pattern: RegExp): string[] => some.flatMap(({ path, code }) => [...code.matchAll(pattern)].map((match) => `${path}: ${match[0].trim()}`));
const lines = (found: readonly string[]): string => found.join('\n');

describe('the floors of the house', () => {
	it('reads every room', () => {
		expect(files.length).toBeGreaterThan(60);
		const unknown = files.map(({ path }) => path).filter((path) => path.startsWith('lib/') && !(roomOf(path) in floors));
		expect(lines(unknown), 'a room without a floor').toBe('');
	});

	it('finds an import that points up, and one between neighbours', () => {
		expect(climbs(sourceFile('lib/geo/a.ts', `import type { View } from '../query/url.ts';`))).toEqual(['lib/geo/a.ts imports lib/query/url.ts: geo (floor 1) → query (floor 2)']);
		expect(climbs(sourceFile('lib/map/a.ts', `import {\n\tdraw\n} from '#lib/charts/draw.ts';`))).toHaveLength(1);
		expect(climbs(sourceFile('lib/components/A.svelte', `<script lang="ts">\n\tconst page = await import('../../routes/page.ts');\n</script>`))).toHaveLength(1);
		expect(climbs(sourceFile('lib/query/a.ts', `import { t } from '../i18n/index.ts';\n// import x from '../map/x.ts'`))).toEqual([]);
		expect(withoutExtension(sourceFile('lib/query/a.ts', `export { select } from './select';`))).toHaveLength(1);
	});

	it('imports point down', () => expect(lines(files.flatMap(climbs))).toBe(''));

	it('all imports of our own files have an extension', () => expect(lines(files.flatMap(withoutExtension))).toBe(''));

	it('floors 0 to 2 are plain TypeScript: no Kit, no Svelte, no runes, no DOM, no import.meta.glob', () => {
		const plain = upTo(2);
		expect(lines(plain.filter(({ path }) => !path.endsWith('.ts') || path.endsWith('.svelte.ts')).map(({ path }) => path))).toBe('');
		expect(lines(plain.flatMap(({ path, imports }) => imports.filter(({ specifier }) => /^(\$app|\$env|\$lib|@sveltejs|svelte)(\/|$)/.test(specifier)).map(({ specifier }) => `${path} imports ${specifier}`)))).toBe('');
		expect(lines(naming(plain, /import\.meta\.glob/g))).toBe('');
		expect(lines(naming(plain, /\$(state|derived|effect|props|bindable|inspect|host)\b\s*[(.]/g))).toBe('');
		expect(lines(naming(plain, /(?<![\w.])(window|navigator|localStorage|sessionStorage|HTMLElement|addEventListener|requestAnimationFrame)\b|(?<![\w.])document\.(querySelector|getElement|createElement|body|head|addEventListener|documentElement|cookie)\w*/g))).toBe('');
	});

	it('only a server reads files', () => {
		const others = files.filter(({ path }) => roomOf(path) in floors && roomOf(path) !== 'server' && !/(\+(page|layout)?\.?server|\.server)\.ts$/.test(path));
		expect(lines(others.flatMap(({ path, imports }) => imports.filter(({ specifier }) => specifier.startsWith('node:')).map(({ specifier }) => `${path} imports ${specifier}`)))).toBe('');
	});

	it('floors 3 to 5 do not know Kit: the same components run in a briefing of one file', () => {
		expect(lines(upTo(5).flatMap(({ path, imports }) => imports.filter(({ specifier }) => /^(\$app|\$env|@sveltejs)(\/|$)/.test(specifier)).map(({ specifier }) => `${path} imports ${specifier}`)))).toBe('');
	});

	it('no component fetches: data comes through one port', () => {
		const above = files.filter(({ path }) => floors[roomOf(path)]! >= 2 && !/(^|\/)(\+.*)?server\.ts$/.test(path));
		expect(lines(naming(above, /(?<![\w.])fetch\s*\(|new XMLHttpRequest|new EventSource|new WebSocket/g))).toBe('');
	});

	it('nothing is put into a page as raw HTML', () => {
		expect(lines(files.flatMap(({ path, text }) => (/\{@html\b|\.innerHTML\s*=/.test(text) ? [path] : [])))).toBe('');
	});
});
