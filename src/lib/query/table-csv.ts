/** The table as it is shown, for a spreadsheet: column names, rows, reasons; the filter and the data date stand in the last lines. */
import { writeSheetCsv } from '../domain/csv.ts';
import { say } from '../i18n/index.ts';
import type { Translate } from '../i18n/index.ts';
import type { FilterChip } from './explore.ts';
import type { Cell, TableModel } from './table.ts';

export function tableCsv(t: Translate, table: TableModel, chips: readonly FilterChip[]): string {
	const head = table.columns.flatMap(({ id, isNumeric }) => (isNumeric ? [say(t, 'column', id), `${say(t, 'column', id)} *`] : [say(t, 'column', id)]));
	const rows = table.rows.map((row) => row.cells.flatMap((cell, i) => textsOf(t, cell, table.columns[i]!.isNumeric)));
	const filter = chips.map((chip) => chip.words || `${say(t, 'facet', chip.key)}=${chip.names.map((name, i) => name || say(t, chip.key, chip.values[i]!)).join('|')}${chip.withinM === undefined ? '' : ` ≤ ${chip.withinM} m`}`).join('; ');
	return writeSheetCsv([[...head, 'id'], ...rows.map((cells, i) => [...cells, table.rows[i]!.ref]), [`${t('filter.title')}: ${filter || t('summary.all')}`]]);
}

function textsOf(t: Translate, cell: Cell, isNumeric: boolean): string[] {
	if (cell.type === 'number') return [cell.value === null ? '' : String(cell.value), cell.note];
	const text = textOf(t, cell);
	return isNumeric ? [text, ''] : [text];
}

/** The words of a cell; of a number see its value, unit and note. */
export function textOf(t: Translate, cell: Exclude<Cell, { type: 'number' }>): string {
	switch (cell.type) {
		case 'status': return `${say(t, 'status', cell.status)} ${cell.date}`.trim();
		case 'word': return cell.group.startsWith('target.') ? (cell.word ? `${say(t, 'comparator', cell.group.slice(7))} ${cell.word}` : '') : say(t, cell.group, cell.word);
		case 'reasons': return [
			...cell.reasons.map((reason) => [say(t, 'basis', reason.basis), reason.via && t('basis.via', { name: reason.via }), reason.metres ? t('basis.metres', { metres: reason.metres }) : ''].filter(Boolean).join(' ')),
			...(cell.space ?? []),
			...cell.gaps.map(({ kind, reason, date }) => `${t(`gap.${kind}`)}: ${say(t, `gap.${kind}`, reason)} ${date}`.trim())
		].join('; ');
		default: return cell.text;
	}
}
