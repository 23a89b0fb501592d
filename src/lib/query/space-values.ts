/** Whether what a question about space names can be asked at all: places that exist, chainages, sides, numbers, corners of a polygon. Whether the place is of a kind that has an answer is said by the ground. */
import type { SpaceKey, SpaceLeaf } from '../domain/view.ts';

/** The most corners of a polygon that an address carries, and the most "nearest" records. */
export const maxCorners = 100;
export const maxNearest = 200;

const isId = (value: string | undefined): value is string => value !== undefined && /^[a-z0-9-]+$/.test(value);
const isKm = (value: string): boolean => /^\d{1,4}(\.\d{1,3})?$/.test(value);

/** lon, lat of a corner written `120.9123_31.0456`; `null` where it is none. */
export function cornerOf(value: string): [lon: number, lat: number] | null {
	const match = /^(\d{2,3}(?:\.\d{1,6})?)_(\d{1,2}(?:\.\d{1,6})?)$/.exec(value);
	const [lon, lat] = [Number(match?.[1]), Number(match?.[2])];
	return match && lon >= 73 && lon <= 136 && lat >= 3 && lat <= 54 ? [lon, lat] : null;
}

export function isAskable({ is, of }: SpaceLeaf, isPlace: (id: string) => boolean): boolean {
	const isKnown = (value: string | undefined): boolean => isId(value) && isPlace(value);
	const [first, second, third] = of;
	const shapes: Partial<Record<SpaceKey, () => boolean>> = {
		reach: () => of.length === 3 && isKnown(first) && [second!, third!].every((end) => isKm(end) || isKnown(end)),
		bank: () => of.length === 2 && isKnown(first) && (second === 'left' || second === 'right'),
		nearest: () => of.length === 2 && isKnown(first) && /^[1-9]\d{0,2}$/.test(second!) && Number(second) <= maxNearest,
		border: () => (of.length === 2 || of.length === 3) && of.every(isKnown),
		drawn: () => of.length >= 3 && of.length <= maxCorners && of.every((corner) => cornerOf(corner) !== null)
	};
	return (shapes[is] ?? (() => of.length > 0 && of.every(isKnown)))();
}
