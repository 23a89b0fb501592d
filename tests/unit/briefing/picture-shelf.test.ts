import { describe, expect, it } from 'vitest';
import { createPictureShelf } from '#lib/briefing/export/picture-shelf.ts';

const picture = (bytes: number) => ({ png: new Uint8Array(bytes), width: 1, height: 1, metresPerPixel: 1 });

describe('pictures that were drawn already', () => {
	it('are given again, the one asked for last is given up last', () => {
		const shelf = createPictureShelf(100);
		const [a, b, c] = [picture(40), picture(40), picture(40)];
		shelf.put('a', a);
		shelf.put('b', b);
		expect(shelf.get('a')).toBe(a);
		shelf.put('c', c);
		expect([shelf.get('a'), shelf.get('b'), shelf.get('c')]).toEqual([a, null, c]);
	});
	it('one that takes the place of another is not counted twice', () => {
		const shelf = createPictureShelf(100);
		for (let i = 0; i < 5; i++) shelf.put('a', picture(40));
		shelf.put('b', picture(50));
		expect(shelf.get('a')).not.toBeNull();
	});
	it('one larger than the shelf is not kept', () => {
		const shelf = createPictureShelf(100);
		shelf.put('a', picture(101));
		expect(shelf.get('a')).toBeNull();
	});
});
