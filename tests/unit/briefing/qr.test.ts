import readCode from 'jsqr';
import { describe, expect, it } from 'vitest';
import { qrCode } from '#lib/briefing/qr.ts';
import type { QrCode } from '#lib/briefing/qr.ts';

/** The path painted into cells: `x,y` of each dark module. */
function paint(path: string): Set<string> {
	const dark = new Set<string>();
	for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) for (let i = 0; i < Number(width); i++) dark.add(`${Number(x) + i},${y}`);
	return dark;
}

/** Dark on light as a phone's camera gives it: RGBA, so many pixels to a module. */
function photograph({ size, path }: QrCode, pixels: number): { data: Uint8ClampedArray; side: number } {
	const dark = paint(path);
	const side = size * pixels;
	const data = new Uint8ClampedArray(side * side * 4).fill(255);
	for (let y = 0; y < side; y++) for (let x = 0; x < side; x++) if (dark.has(`${Math.floor(x / pixels)},${Math.floor(y / pixels)}`)) data.set([16, 32, 31], (y * side + x) * 4);
	return { data, side };
}
/** jsQR is a CommonJS module: its function is the default of the default. */
const decode = ((readCode as unknown as { default?: typeof readCode }).default ?? readCode);

describe('a phone that reads the code', () => {
	it.each([
		'https://atlas.example/zh/briefings/one-river-three-lakes/present', 'http://10.12.0.7:4173/zh/briefings/tai-pu-he-2026-11/present',
		'https://atlas.example/zh?along=taipu-river,dianshan-lake&within=2000&select=clause:jiangsu-plan%23%E4%B8%89/(%E4%B8%83)/2&at=120.9,31.05,11', `https://atlas.example/zh?${'a'.repeat(700)}`
	])('opens %s', (address) => {
		const { data, side } = photograph(qrCode(address), 4);
		expect(decode(data, side, side)?.data).toBe(address);
	});
	it('still with a beam of light over a twentieth of it', () => {
		const address = 'https://atlas.example/zh/briefings/one-river-three-lakes/present';
		const { data, side } = photograph(qrCode(address), 6);
		const beam = Math.round(side * 0.05);
		for (let y = Math.round(side * 0.6); y < Math.round(side * 0.6) + beam; y++) for (let x = Math.round(side * 0.3); x < side * 0.8; x++) data.set([255, 255, 255], (y * side + x) * 4);
		expect(decode(data, side, side)?.data).toBe(address);
	});
});

describe('a QR code', () => {
	const { size, path } = qrCode('https://atlas.example/zh/briefings/one-river-three-lakes/present');
	const dark = paint(path);
	it('has the three finders, a quiet zone of four, and a size of the standard', () => {
		expect((size - 8 - 17) % 4).toBe(0);
		const finder = (left: number, top: number) => Array.from({ length: 49 }, (_, i) => dark.has(`${left + (i % 7)},${top + Math.floor(i / 7)}`)).map(Number).join('');
		const eye = '1111111100000110111011011101101110110000011111111';
		expect([finder(4, 4), finder(size - 11, 4), finder(4, size - 11)]).toEqual([eye, eye, eye]);
		for (const cell of dark) for (const n of cell.split(',').map(Number)) expect(n >= 4 && n < size - 4).toBe(true);
	});
	it('is another one for another address, and the same for the same', () => {
		expect(qrCode('https://atlas.example/zh').path).not.toBe(path);
		expect(qrCode('https://atlas.example/zh/briefings/one-river-three-lakes/present').path).toBe(path);
	});
});
