/** Filtered assets for a spreadsheet: every field, number in the file, the reason; filter, source and system stand in the last lines. */
import '../i18n/rooms/asset.ts';
import { writeSheetCsv } from '../domain/csv.ts';
import type { AssetLine } from '../domain/inventory-question.ts';
import type { InventoryLayer } from '../domain/inventory.ts';
import type { Translate } from '../i18n/index.ts';
import type { RecordSheets } from './record-sheets.ts';
import { sayAccuracy, sayReason } from './say-asset.ts';
import { sayCrs } from './say-crs.ts';

export interface AssetSheet {
	head: string[];
	rows: (string | number | null)[][];
	/** One sentence a line. */
	notes: string[];
}

/** `filter`: the filter in words. */
export function assetSheet(t: Translate, layer: InventoryLayer, lines: readonly AssetLine[], filter: string): AssetSheet {
	return {
		head: [t('asset.row'), ...layer.fields.map(({ label, unit }) => (unit ? `${label} (${unit})` : label)), t('asset.why')],
		rows: lines.map(({ row, cells, reasons }) => [row, ...cells, reasons.map((reason) => sayReason(t, reason)).filter(Boolean).join('; ')]),
		notes: [`${t('filter.title')}: ${filter || t('summary.all')}`, `${layer.title} · ${layer.file}`, t('asset.layer.source', { source: [layer.source || t('asset.notstated'), layer.date].filter(Boolean).join(t('join.list')) }), t('asset.layer.accuracy', { accuracy: sayAccuracy(t, layer.accuracyM) }), t('asset.layer.crs', { crs: sayCrs(t, layer.crs) })]
	};
}

/** The same as a workbook: what it is on the first sheet, the rows on the second. */
export const toBook = (fileName: string, { title, fields }: InventoryLayer, { head, rows, notes }: AssetSheet): RecordSheets => ({
	fileName, about: { name: 'About', rows: notes.map((note): [string, string] => ['', note]) },
	sheets: [{ name: title.replace(/[[\]:*?/\\']/g, ' ').trim().slice(0, 31) || 'Assets', columns: head.map((name, i) => ({ title: name, type: i === 0 || fields[i - 1]?.type === 'number' ? 'number' : 'text', width: i === 0 ? 8 : 20 })), rows: rows.map((cells) => cells.map((cell) => cell ?? '')) }]
});

export const assetCsv = ({ head, rows, notes }: AssetSheet): string => writeSheetCsv([head, ...rows.map((cells) => cells.map((cell) => String(cell ?? ''))), ...notes.map((note) => [note])]);
