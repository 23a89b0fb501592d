/** Two maps that look at the same ground: where one is moved, by whom ever, the other stands at once. What a map does because it follows leads nobody. */
import type { Camera } from '../domain/view.ts';

export interface Linkable {
	/** Not rounded. */
	exactCamera(): Camera;
	/** Told of every step of a move, animations included; returns how to stop. */
	onMove(listener: (camera: Camera) => void): () => void;
	/** At once, without animation. */
	jumpTo(camera: Camera): void;
}

/** `second` begins where `first` stands. Returns how to part them. */
export function linkCameras(first: Linkable, second: Linkable): () => void {
	let isFollowing = false;
	const lead = (follower: Linkable) => (camera: Camera): void => {
		if (isFollowing) return;
		isFollowing = true;
		try {
			follower.jumpTo(camera);
		} finally {
			isFollowing = false;
		}
	};
	const follow = lead(second);
	follow(first.exactCamera());
	const stops = [first.onMove(follow), second.onMove(lead(first))];
	return () => stops.forEach((stop) => stop());
}
