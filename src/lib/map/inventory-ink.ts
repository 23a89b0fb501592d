/**
 * Tones of plugged-in layers: six that no record of ours wears, apart from each other, from vermilion and from water to all eyes (a test holds them
 * to it). Further values are filled grey; no data is hollow, with a grey outline.
 */
import type { InventoryLayer } from '../domain/inventory.ts';
import type { Theme } from './palette.ts';

export const inventoryInk: Readonly<Record<Theme, readonly string[]>> = {
	day: ['#2F19D7', '#C17D19', '#FB3A9C', '#6F80FC', '#4F6009', '#773D5B'],
	briefing: ['#6075F9', '#FDC400', '#FECAD5', '#9AD2FE', '#459232', '#9C768D']
};
export const otherInk: Readonly<Record<Theme, string>> = { day: '#6B7070', briefing: '#A9B0A4' };

export const inkOf = ({ colour }: InventoryLayer['style'], theme: Theme = 'day'): string => inventoryInk[theme][colour % inventoryInk[theme].length]!;

/** Tone of each value of the column that colours rows: the layer's own first, then round the palette; values beyond it share the grey. */
export const inkOfValue = ({ colour }: InventoryLayer['style'], rank: number, theme: Theme = 'day'): string => (rank < inventoryInk[theme].length ? inventoryInk[theme][(colour + rank) % inventoryInk[theme].length]! : otherInk[theme]);

/** What a worker colours rows with: one tone, or one for each of the first values and grey for the rest. */
export const inksOf = ({ style }: Pick<InventoryLayer, 'style'>, theme: Theme = 'day'): string[] => (style.by ? [...inventoryInk[theme].map((_, rank) => inkOfValue(style, rank, theme)), otherInk[theme]] : [inkOf(style, theme)]);
