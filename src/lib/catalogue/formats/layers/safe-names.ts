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
	/** Takes the next column. Errors: throws a `LayerRefusal` where there are more than `inventoryLimits.fields`. */
	add(found: string): void;
}

export function createSafeNames(): SafeNames {
	const taken = new Set<string>();
	const names: string[] = [];
	const changed: SafeNames['changed'] = [];
	return {
		names,
		changed,
		add(found) {
			if (names.length === inventoryLimits.fields) throw new LayerRefusal('fields', { most: inventoryLimits.fields });
			const plain = found.replace(control, ' ').trim();
			const short = plain === '' ? `column ${names.length + 1}` : isKept(plain) ? `${plain} (1)` : plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
			let to = short;
			for (let n = 2; taken.has(to); n++) to = `${short} (${n})`;
			taken.add(to);
			names.push(to);
			if (to !== found) changed.push({ from: found.replace(control, ' ').slice(0, 40), to: to.slice(0, 40) });
		}
	};
}
