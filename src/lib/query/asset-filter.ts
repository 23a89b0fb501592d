/** Conditions on the fields of plugged-in layers: how one value is named in an address, ranges of any figure, and changes of the list of conditions. */
import type { AssetLeaf } from '../domain/view.ts';
import { wellFormed } from './inventory-id.ts';
import { readRange } from './ranges.ts';

const longest = 40;
const kept = 20;

/** A value as an address names it: a long one by its beginning and a sum of the whole, so that no value makes a link too long to open. */
export function valueKey(value: string): string {
	const plain = wellFormed(value);
	return plain.length <= longest ? plain : `${wellFormed(plain.slice(0, kept))}…${sumOf(plain)}`;
}
/** 53 bits in base 36; two multiplications apart, so that values that differ in one letter differ in both halves. */
function sumOf(text: string): string {
	let [a, b] = [0xdeadbeef, 0x41c6ce57];
	for (let i = 0; i < text.length; i++) {
		a = Math.imul(a ^ text.charCodeAt(i), 2654435761);
		b = Math.imul(b ^ text.charCodeAt(i), 1597334677);
	}
	return ((b & 0x1fffff) * 2 ** 32 + (a >>> 0)).toString(36);
}

/** Made once for each list: a filter that moves asks thousands of values again and again. */
const known = new WeakMap<readonly string[], readonly string[]>();
export function keysOf(values: readonly string[]): readonly string[] {
	const keys = known.get(values) ?? values.map(valueKey);
	known.set(values, keys);
	return keys;
}

/** The values that a condition names, as the layer has them; those that it has not. */
export function valuesNamed(of: readonly string[], values: readonly string[]): { found: string[]; unknown: string[] } {
	const keys = keysOf(values);
	const found = of.map((key) => (key === '' ? [''] : values.filter((_, i) => keys[i] === key)));
	return { found: found.flat(), unknown: of.filter((_, i) => found[i]!.length === 0) };
}

const figure = String.raw`(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)`;
const pattern = new RegExp(`^(?:${figure}|${figure}?\\.\\.${figure}?)$`, 'i');

/** Both ends included: `-0.5..20`, `..20`, `5..` or `5`; `null` is no range. */
export const parseSpan = (text: string): readonly [from: number, to: number] | null => readRange(pattern, text);
/** `null` is an open end; of two nothing is left to ask. */
export const printSpan = (from: number | null, to: number | null): string => (from === null && to === null ? '' : from === to ? String(from) : `${from ?? ''}..${to ?? ''}`);

export const conditionsOf = (all: readonly AssetLeaf[], layer: string): AssetLeaf[] => all.filter((leaf) => leaf.layer === layer);
export const conditionOn = (all: readonly AssetLeaf[], layer: string, field: string): readonly string[] => all.find((leaf) => leaf.layer === layer && leaf.field === field)?.of ?? [];
/** The list with the condition on one field replaced, in its place; no values remove it. */
export function setCondition(all: readonly AssetLeaf[], { layer, field, of }: AssetLeaf): AssetLeaf[] {
	const at = all.findIndex((leaf) => leaf.layer === layer && leaf.field === field);
	return all.toSpliced(at < 0 ? all.length : at, at < 0 ? 0 : 1, ...(of.length > 0 ? [{ layer, field, of }] : []));
}
export const toggleValue = (of: readonly string[], key: string): string[] => (of.includes(key) ? of.filter((other) => other !== key) : [...of, key]);
