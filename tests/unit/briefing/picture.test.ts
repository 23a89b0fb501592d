import { describe, expect, it } from 'vitest';
import { framed } from '#lib/briefing/export/picture.ts';
import { home } from '#lib/map/scene-input.ts';

describe('what the picture of a slide frames', () => {
	it('corridors that leave the area on all sides do not make it small', () => expect(framed([120.1, 30.5, 121.5, 31.45])).toEqual(home));
	it('a lake, a river and a lake half outside stay framed as they are', () => {
		for (const bounds of [[120.95, 31.04, 121.03, 31.2], [120.45, 30.98, 121.05, 31.05], [119.9, 30.92, 120.62, 31.55]] as const) expect(framed([...bounds])).toEqual(bounds);
	});
	it('nothing to frame is the whole area', () => expect(framed(null)).toEqual(home));
});
