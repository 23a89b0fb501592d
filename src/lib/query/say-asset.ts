/** Assets in words: accuracy, reasons, values with their unit. */
import '../i18n/rooms/asset.ts';
import type { AssetCard, AssetLine } from '../domain/inventory-question.ts';
import type { InventoryField, InventoryLayer } from '../domain/inventory.ts';
import { formatMetres, formatNumber, withUnit } from '../i18n/index.ts';
import type { Translate } from '../i18n/index.ts';

export const sayAccuracy = (t: Translate, accuracyM: number | null): string => (accuracyM === null ? t('asset.notstated') : t('asset.accuracy', { m: formatNumber(accuracyM) }));

/** To the metre, beyond a kilometre to ten: more is not in the lines. */
export const sayMetres = (metres: number): string => formatMetres(metres < 1000 ? metres : Math.round(metres / 10) * 10);

/** "420 m from the Taipu River"; how far the line may be off where that decides much. */
export function sayReason(t: Translate, { name, metres, accuracyM }: AssetLine['reasons'][number]): string {
	if (name === '') return '';
	const said = metres === 0 ? t('asset.reason.in', { name }) : t('asset.reason.away', { name, m: sayMetres(metres) });
	return accuracyM >= 100 ? `${said}${t('asset.reason.off', { name, m: formatMetres(accuracyM) })}` : said;
}

const digits = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 15 });
/** As it is in the file: a gradient of 0.0013 is not 0.001. Years are no quantities: no comma goes into them. */
export const figureOf = ({ name }: InventoryField, { roles }: Pick<InventoryLayer, 'roles'>, value: number): string => (roles.year === name ? String(value) : digits.format(value));

export function sayValue(value: string | number | null, field: InventoryField, layer: InventoryLayer): string {
	if (value === null) return '';
	return typeof value === 'number' ? withUnit(figureOf(field, layer, value), field.unit) : value;
}

/** Its own name where the layer has names, else its number in the file. */
export function nameOfAsset(t: Translate, { row, properties }: Pick<AssetCard, 'row' | 'properties'>, { roles }: Pick<InventoryLayer, 'roles'>): string {
	return (roles.name ? String(properties[roles.name] ?? '') : '') || t('asset.unnamed', { row });
}
