import { describe, expect, it } from 'vitest';
import { frame, plainDrawing, toPng, wrap } from '#lib/charts/picture.ts';
import type { Easel } from '#lib/charts/picture.ts';
import { widthOf } from '#lib/charts/trend-layout.ts';

const drawing = '<!--[--><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 320" role="group" class="svelte-1"><a href="#value-1" class="x"><circle fill="var(--water-700,#1F6470)"></circle></a></svg><!--]-->';

describe('a chart as a picture', () => {
	it('needs nothing of the page: no variables, classes, links or marks of the framework', () => expect(plainDrawing(drawing)).toBe('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 320" role="group"><a><circle fill="#1F6470"></circle></a></svg>'));
	it('carries title, unit, source and date around the drawing, and grows with their lines', () => {
		const short = frame(drawing, { title: 'GDP', notes: ['数据日期 2026-03-04'] });
		const long = frame(drawing, { title: 'GDP', notes: ['来源：'.repeat(60)] });
		expect(short.svg).toMatch(/^<svg [^>]*width="672"[^>]*>[\s\S]*>GDP<[\s\S]*<svg x="16" y="44" width="640" height="320"[\s\S]*>数据日期 2026-03-04</);
		expect(long.height).toBeGreaterThan(short.height);
	});
	it('keeps the names of a strip readable in LibreOffice, which laid their halo over them', () => {
		const plain = plainDrawing('<svg viewBox="0 0 1 1"><text x="5" fill="#111111" stroke="#FBF8F0" stroke-width="3" paint-order="stroke">G50 <tspan fill="#555555">8.8 km</tspan></text></svg>');
		expect(plain).toBe('<svg viewBox="0 0 1 1"><text x="5" stroke="#FBF8F0" stroke-width="3" fill="none" aria-hidden="true">G50 <tspan>8.8 km</tspan></text><text x="5" fill="#111111">G50 <tspan fill="#555555">8.8 km</tspan></text></svg>');
	});
	it('keeps text text', () => expect(frame(drawing, { title: 'a < b & "c"', notes: [] }).svg).toContain('>a &lt; b &amp; "c"</text>'));
	it('breaks lines between Chinese characters and at spaces, and loses nothing', () => {
		const text = '来源：新华社 2023-12-09；上海证券报 2026-01-29；an English outlet with a long name 2024';
		const lines = wrap(text, 160);
		expect(lines.length).toBeGreaterThan(3);
		expect(lines.every((line) => widthOf(line) <= 160)).toBe(true);
		expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
	});
});

describe('the picture maker', () => {
	const framed = frame(drawing, { title: 'GDP', notes: [] });
	const easel = (hasContext = true, blob: Blob | null = new Blob(['x'])): { easel: Easel; drawn: unknown[] } => {
		const drawn: unknown[] = [];
		return { drawn, easel: {
			load: (url) => Promise.resolve(void drawn.push(decodeURIComponent(url)) as unknown as CanvasImageSource),
			canvas: (width, height) => ({ width, height, getContext: () => (hasContext ? { drawImage: (_: unknown, ...box: number[]) => drawn.push(box) } : null), toBlob: (done: (found: Blob | null) => void) => done(blob) }) as unknown as HTMLCanvasElement
		} };
	};
	it('draws the framed chart three times as large', async () => {
		const { easel: given, drawn } = easel();
		expect(await toPng(framed, 3, given)).toBeInstanceOf(Blob);
		expect(drawn).toEqual([`data:image/svg+xml;charset=utf-8,${framed.svg}`, [0, 0, framed.width * 3, framed.height * 3]]);
	});
	it('says so where the browser cannot draw', async () => {
		await expect(toPng(framed, 3, easel(false).easel)).rejects.toThrow('no canvas');
		await expect(toPng(framed, 3, easel(true, null).easel)).rejects.toThrow('no picture');
	});
});
