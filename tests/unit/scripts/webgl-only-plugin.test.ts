import { describe, expect, it } from 'vitest';
import { withoutWgsl } from '../../../scripts/webgl-only-plugin.ts';

describe('what a browser loads of the drawing library', () => {
	it('has no shaders for WebGPU, and every other text as it was', () => {
		const code = 'const glsl = `void main() { ${"a"} }`;\nexport const shaderWGSL = /* wgsl */ `struct A { ${list.map((x) => `${x}: f32,`).join("\\n")} }`;\nexport const after = `b`;';
		expect(withoutWgsl(code)).toBe('const glsl = `void main() { ${"a"} }`;\nexport const shaderWGSL = ``;\nexport const after = `b`;');
	});

	it('stops the build where a shader has no end, rather than cutting elsewhere', () => {
		expect(() => withoutWgsl('export const a = /* wgsl */ `struct {')).toThrow('no end');
	});
});
