import { expect, test } from 'vitest';
import type { Camera } from '#lib/domain/view.ts';
import { linkCameras } from '#lib/map/link-cameras.ts';
import type { Linkable } from '#lib/map/link-cameras.ts';

/** A map that, like MapLibre, tells of a jump before it returns. */
function fakeMap(camera: Camera): Linkable & { moveTo(to: Camera): void; jumps: number } {
	const listeners = new Set<(camera: Camera) => void>();
	const map = {
		jumps: 0,
		exactCamera: () => camera,
		onMove(listener: (camera: Camera) => void) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		jumpTo(to: Camera) {
			map.jumps++;
			map.moveTo(to);
		},
		moveTo(to: Camera) {
			camera = to;
			for (const listener of listeners) listener(to);
		}
	};
	return map;
}
const at = (lon: number, zoom = 10): Camera => ({ center: [lon, 31], zoom });

test('two linked maps stand at the same place from the first moment and after every move of either', () => {
	const [a, b] = [fakeMap(at(121)), fakeMap(at(120))];
	linkCameras(a, b);
	expect(b.exactCamera()).toEqual(at(121));
	a.moveTo(at(121.2));
	expect(b.exactCamera()).toEqual(at(121.2));
	b.moveTo(at(120.7, 12));
	expect(a.exactCamera()).toEqual(at(120.7, 12));
});

test('a map that follows leads nobody: one move is one jump', () => {
	const [a, b] = [fakeMap(at(121)), fakeMap(at(121))];
	linkCameras(a, b);
	[a.jumps, b.jumps] = [0, 0];
	a.moveTo(at(121.1));
	expect([a.jumps, b.jumps]).toEqual([0, 1]);
});

test('a follower that its limits hold back does not pull the leader back', () => {
	const [a, b] = [fakeMap(at(121)), fakeMap(at(121))];
	b.jumpTo = () => b.moveTo(at(121.05));
	linkCameras(a, b);
	a.moveTo(at(121.4));
	expect(a.exactCamera()).toEqual(at(121.4));
});

test('parted maps go their own ways, also where a follower fails', () => {
	const [a, b] = [fakeMap(at(121)), fakeMap(at(121))];
	const part = linkCameras(a, b);
	const jump = b.jumpTo;
	b.jumpTo = () => { throw new Error('context lost'); };
	expect(() => a.moveTo(at(121.1))).toThrow('context lost');
	b.jumpTo = jump;
	a.moveTo(at(121.2));
	expect(b.exactCamera()).toEqual(at(121.2));
	part();
	a.moveTo(at(120.4));
	expect(b.exactCamera()).toEqual(at(121.2));
});
