/** Conditions on the fields of a plugged-in layer in words: `材质：PE 或 钢`, `管径：300–600 mm`. */
import '../i18n/rooms/asset-filter.ts';
import type { InventoryField, InventoryLayer } from '../domain/inventory.ts';
import type { AssetLeaf } from '../domain/view.ts';
import { withUnit } from '../i18n/index.ts';
import type { Translate } from '../i18n/index.ts';
import { parseSpan } from './asset-filter.ts';
import type { Unused } from './inventory-filter.ts';
import { figureOf } from './say-asset.ts';

/** '' for what is no range. */
export function spanWords(field: InventoryField, layer: Pick<InventoryLayer, 'roles'>, text: string): string {
	const span = parseSpan(text);
	if (!span) return '';
	const [from, to] = span.map((end) => figureOf(field, layer, end)) as [string, string];
	return withUnit(span[0] === -Infinity ? `≤ ${to}` : span[1] === Infinity ? `≥ ${from}` : span[0] === span[1] ? from : `${from}–${to}`, field.unit);
}

/** A long value is named in the address by its beginning and a sum; a reader wants no sum. */
const unsummed = (key: string): string => key.replace(/^(.{18,20}…)[0-9a-z]{6,11}$/s, '$1');
export const valueWords = (t: Translate, value: string): string => (value === '' ? t('assetfilter.novalue') : unsummed(value));

export function conditionWords(t: Translate, layer: InventoryLayer, { field: name, of }: AssetLeaf): string {
	const field = layer.fields.find((one) => one.name === name);
	return t('assetfilter.condition', { field: field?.label ?? name, values: of.map((value) => (field?.type === 'number' && spanWords(field, layer, value)) || valueWords(t, value)).join(t('join.or')) });
}
/** All conditions that were asked of the layer (`InventoryFilter.used`), as its legend and its exports say them; '' where there is none. */
export const assetFilterWords = (t: Translate, layer: InventoryLayer, used: readonly AssetLeaf[]): string => used.map((leaf) => conditionWords(t, layer, leaf)).join(' · ');

export const unusedWords = (t: Translate, { title }: InventoryLayer, { label, value, why }: Unused): string => t(`assetfilter.unused.${why}`, { title, field: label, value: unsummed(value) });
