/**
 * The map draws with WebGL2; deck.gl and luma.gl carry every shader a second time for WebGPU. Those sources are emptied in what a browser loads: about
 * 16 KB of brotli that no reader of ours would ever run. WebGPU would need this file gone.
 */
import type { Plugin } from 'vite';

const mark = '/* wgsl */ `';

/** End of the template literal whose content begins at `at`, past nested `${…}` with literals of their own. */
function literalEnd(code: string, at: number): number {
	for (let i = at; i < code.length; i++) {
		if (code[i] === '\\') i++;
		else if (code[i] === '`') return i;
		else if (code.startsWith('${', i)) i = substitutionEnd(code, i + 2);
	}
	throw new Error('a template literal has no end');
}
function substitutionEnd(code: string, at: number): number {
	let depth = 1;
	for (let i = at; i < code.length; i++) {
		if (code[i] === '`') i = literalEnd(code, i + 1);
		else if (code[i] === '{') depth++;
		else if (code[i] === '}' && --depth === 0) return i;
	}
	throw new Error('a substitution has no end');
}

export function withoutWgsl(code: string): string {
	let out = '';
	let from = 0;
	for (let at = code.indexOf(mark); at >= 0; at = code.indexOf(mark, from)) {
		out += `${code.slice(from, at)}\`\``;
		from = literalEnd(code, at + mark.length) + 1;
	}
	return out + code.slice(from);
}

export const webglOnly: Plugin = {
	name: 'webgl-only',
	transform(code, id) {
		return /node_modules\/@(deck|luma)\.gl\//.test(id) && code.includes(mark) ? { code: withoutWgsl(code), map: null } : null;
	}
};
