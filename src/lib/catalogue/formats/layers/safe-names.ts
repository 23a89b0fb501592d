/** Names of columns as found, made names that every part of the atlas can hold: never empty, never twice, never one that JavaScript keeps for itself. Marks of HTML stay: they are shown as text. */
import { inventoryLimits } from '../../../domain/inventory.ts';
import { LayerRefusal } from '../../../domain/layer-file.ts';

const longest = 100;
const isKept = (name: string): boolean => name in Object.prototype || name === 'prototype';
// eslint-disable-next-line no-control-regex
const control = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/g;

export interface SafeNames {
	/** In the order of those found. */
	names: string[];
	changed: { from: string; to: string }[];
}

/** Errors: throws a `LayerRefusal` where there are more than `inventoryLimits.fields`. */
export function makeSafeNames(found: readonly string[]): SafeNames {
	if (found.length > inventoryLimits.fields) throw new LayerRefusal('fields', { count: found.length, most: inventoryLimits.fields });
	const taken = new Set<string>();
	const names = found.map((name, i) => {
		const plain = name.replace(control, ' ').trim();
		const short = plain === '' ? `column ${i + 1}` : isKept(plain) ? `${plain} (1)` : plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
		let to = short;
		for (let n = 2; taken.has(to); n++) to = `${short} (${n})`;
		taken.add(to);
		return to;
	});
	const changed = names.flatMap((to, i) => (to === found[i] ? [] : [{ from: found[i]!.replace(control, ' ').slice(0, 40), to: to.slice(0, 40) }]));
	return { names, changed };
}
