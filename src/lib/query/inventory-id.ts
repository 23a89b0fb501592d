/**
 * How addresses name plugged-in layers (`inv-<id>`), their assets (`asset:<id>/<row>`) and conditions on their fields
 * (`inv-<id>.<field>=value,value`). Fields and values are a planner's words: "," in one is written `~,`, "~" is `~~`, and `~none` is "no data".
 */
import type { Ref } from '../domain/dataset.ts';
import type { AssetLeaf, Ignored } from '../domain/view.ts';

export const inventoryLayerId = (id: string): string => `inv-${id}`;
/** Id of the plugged-in layer; `null` where a layer of ours is named. */
export const inventoryOf = (layerId: string): string | null => /^inv-([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(layerId)?.[1] ?? null;

export const assetRef = (layer: string, row: number): Ref => `asset:${layer}/${row}`;
/** `row`: number of the feature in its file, from 1. */
export function readAsset(ref: string | null): { layer: string; row: number } | null {
	const match = /^asset:([a-z0-9]+(?:-[a-z0-9]+)*)\/([1-9]\d{0,8})$/.exec(ref ?? '');
	return match && { layer: match[1]!, row: Number(match[2]) };
}

/** Half a character, which a file may hold and no address, becomes the sign for it. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

const noData = '~none';
const ofField = /^inv-([a-z0-9]+(?:-[a-z0-9]+)*)\.(.+)$/s;
export const isAssetKey = (key: string): boolean => ofField.test(key);
/** `null` where the parameter asks nothing of a field. */
export function readAssetLeaf(key: string, raw: string): AssetLeaf | null {
	const [, layer, field] = ofField.exec(key) ?? [];
	const of = (raw.match(/(?:~[~,]|[^,])+/gs) ?? []).map((part) => (part === noData ? '' : part.replace(/~([~,])/g, '$1')));
	return layer && field && of.length > 0 ? { layer, field, of: [...new Set(of)] } : null;
}
export const printAssetLeaf = ({ layer, field, of }: AssetLeaf): [key: string, value: string] => [`${inventoryLayerId(layer)}.${field}`, of.map((value) => (value === '' ? noData : value.replace(/[~,]/g, '~$&'))).join(',')];

/** Where plugged-in layers are not drawn, those that an address names, each once, and what else of it was ignored. */
export function ownLayersIn(ignored: readonly Ignored[]): { names: string[]; others: Ignored[] } {
	const nameOf = ({ key, value }: Ignored): string | null => (key === 'layers' || key === 'table' ? inventoryOf(value.replace(/:[\d.]+$/, '')) : key === 'select' ? (readAsset(value)?.layer ?? null) : null);
	return { names: [...new Set(ignored.flatMap((one) => nameOf(one) ?? []))], others: ignored.filter((one) => nameOf(one) === null) };
}
