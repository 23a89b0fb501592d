import { describe, expect, it } from 'vitest';
import { qrCode } from '#lib/briefing/qr.ts';

/** The path painted into cells: `x,y` of each dark module. */
function paint(path: string): Set<string> {
	const dark = new Set<string>();
	for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) for (let i = 0; i < Number(width); i++) dark.add(`${Number(x) + i},${y}`);
	return dark;
}

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
