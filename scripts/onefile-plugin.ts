/**
 * `virtual:onefile`: the app of a one-file briefing as text, for the server that puts briefings into it. One classic script, since a page opened
 * from `file://` may load no module and no second file; the map's worker is inlined as a Blob. A module of the main build, so that the two can
 * never be of different age; costs about ten seconds of the build.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import type { Plugin } from 'vite';
import { webglOnly } from './webgl-only-plugin.ts';

const workerFile = 'node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs';
const inlineWorker: Plugin = {
	name: 'inline-worker',
	enforce: 'pre',
	resolveId: (id) => (id.includes('maplibre-gl-worker.mjs?worker') ? '\0inline-worker' : null),
	load: (id) => (id === '\0inline-worker' ? `export default URL.createObjectURL(new Blob([${JSON.stringify(readFileSync(workerFile, 'utf8'))}], { type: 'text/javascript' }));` : null)
};

/** What would end or hide the script element is written otherwise; line ends as the HTML parser reads them, so that the hash is that of the element's text. */
const inScript = (code: string): string => code.replaceAll('</script', '<\\/script').replaceAll('<!--', '\\x3C!--').replace(/\r\n?/g, '\n');
const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

async function buildOneFile(): Promise<string> {
	const mode = process.env.NODE_ENV;
	const built = await build({
		configFile: false, logLevel: 'warn', mode: 'production',
		plugins: [inlineWorker, webglOnly, svelte({ configFile: false })],
		define: { 'process.env.NODE_ENV': '"production"', 'import.meta': '{}' },
		build: { write: false, target: ['chrome109', 'firefox115'], cssTarget: ['chrome109', 'firefox115'], copyPublicDir: false, cssCodeSplit: false, lib: { entry: 'src/onefile/main.ts', formats: ['iife'], name: 'atlas', fileName: () => 'app.js', cssFileName: 'app' }, rollupOptions: { output: { inlineDynamicImports: true } } }
	});
	process.env.NODE_ENV = mode;
	const [{ output }] = (Array.isArray(built) ? built : [built]) as [{ output: ({ type: 'chunk'; code: string } | { type: 'asset'; fileName: string; source: string | Uint8Array })[] }];
	const script = inScript(output.flatMap((part) => (part.type === 'chunk' ? [part.code] : [])).join('\n'));
	const style = output.flatMap((part) => (part.type === 'asset' && part.fileName.endsWith('.css') ? [typeof part.source === 'string' ? part.source : new TextDecoder().decode(part.source)] : [])).join('\n').replace(/\r\n?/g, '\n');
	return `export default ${JSON.stringify({ script, style, scriptHash: hashOf(script), styleHash: hashOf(style) })};`;
}

export function onefile(): Plugin {
	let made: Promise<string> | undefined;
	return {
		name: 'onefile',
		resolveId: (id) => (id === 'virtual:onefile' ? '\0onefile' : null),
		load: (id) => (id === '\0onefile' ? (made ??= buildOneFile()) : null)
	};
}
