/**
 * A value with its unit, in the indicator's own unit: what it says as text and between which numbers it lies. Nothing is guessed: a unit that
 * could be another one has to be written, 0.12 for a share asks what is meant, and every conversion is told and kept in the row's note.
 */
import type { Indicator } from '../../domain/dataset.ts';
import type { LoadedCell } from '../../domain/loaded-table.ts';
import { readClass } from '../progress-value.ts';
import type { RowReader } from './row-reader.ts';
import { factorTo, familyUnit, isNeverNegative, isPoints, tidy } from './units.ts';

export interface ReadValue {
	valueText: string;
	min: number | null;
	max: number | null;
	/** What the file says, where it was converted: `1158 亩`. */
	asFound: string;
}
/** Numbers of a text: a plain one, a range, or a bound; `unit` is what follows. */
interface Written {
	lo: number | null;
	hi: number | null;
	sign: string;
	unit: string;
}

const digits = String.raw`([-−]?\d+(?:\.\d+)?)`;
const form = new RegExp(String.raw`^(>=|<=|≥|≤|>|<|不低于|不少于|至少|超过|大于|不高于|不超过|至多|小于|低于)?${digits}(?:(?:-|–|—|~|至|到)${digits})?(\D.*)?$`);
const bounds: Record<string, string> = { '>=': '≥', '≥': '≥', 不低于: '≥', 不少于: '≥', 至少: '≥', '>': '>', 超过: '>', 大于: '>', '<=': '≤', '≤': '≤', 不高于: '≤', 不超过: '≤', 至多: '≤', '<': '<', 小于: '<', 低于: '<' };

export function readNumbers(text: string): Written | null {
	const plain = text.normalize('NFKC').replaceAll(/\s+/g, '').replaceAll(/(\d),(?=\d{3}(?!\d))/g, '$1').replaceAll('−', '-').replaceAll('∼', '~');
	const found = form.exec(plain);
	if (!found) return null;
	const [, sign = '', first, second, rest = ''] = found;
	if (/\d/.test(rest.replace(/10k|100m|m2|m3|km2/gi, ''))) return null;
	const [lo, hi] = [Number(first), Number(second ?? first)];
	const bound = bounds[sign] ?? '';
	if (bound !== '' && second !== undefined) return null;
	return { lo: bound === '≤' || bound === '<' ? null : lo, hi: bound === '≥' || bound === '>' ? null : hi, sign: bound, unit: rest };
}

const write = ({ lo, hi, sign }: Pick<Written, 'lo' | 'hi' | 'sign'>): string => (sign !== '' ? `${sign}${lo ?? hi}` : lo === hi ? String(lo) : `${lo}–${hi}`);

/** `known`: values of the indicator in the dataset. `cut`: a target of the kind "reduce by", which may stand in % of its base. Returns `null` where it was complained about. */
export function readValue(reader: RowReader, indicator: Indicator, known: readonly number[], cut = false): ReadValue | null {
	const cell = reader.cell('value');
	if (!cell) {
		reader.need('value');
		return null;
	}
	if (cell.is === 'date') {
		reader.complain('date-cell', 'value', { value: cell.text });
		return null;
	}
	if (indicator.valueKind === 'class') return readClassValue(reader, cell.text);
	if (indicator.valueKind === 'text') return { valueText: cell.text, min: null, max: null, asFound: '' };
	return readNumber(reader, indicator, cell, known, cut);
}

function readClassValue(reader: RowReader, text: string): ReadValue | null {
	const unit = reader.text('unit');
	if (unit !== '' && !/^(类|class)$/i.test(unit)) reader.complain('unit-wrong', 'unit', { value: unit, unit: '类', unit_en: 'class' });
	else if (readClass(text)) return { valueText: text, min: null, max: null, asFound: '' };
	else reader.complain('not-class', 'value', { value: text.slice(0, 40) });
	return null;
}

function readNumber(reader: RowReader, indicator: Indicator, cell: LoadedCell, known: readonly number[], cut: boolean): ReadValue | null {
	const before = reader.wrong.length;
	const own = familyUnit(indicator);
	const unitWords = indicator.unitZh || indicator.unit;
	const unit = { unit: unitWords || '—', unit_en: indicator.unitEn || unitWords || '—' };
	const found = cell.is === 'number' || cell.is === 'share' ? { lo: cell.value, hi: cell.value, sign: '', unit: '' } : readNumbers(cell.text);
	if (!found || [found.lo, found.hi].some((value) => value !== null && !Number.isFinite(value))) {
		reader.complain('not-number', 'value', { value: cell.text.slice(0, 40) });
		return null;
	}
	if (found.lo !== null && found.hi !== null && found.lo > found.hi) reader.complain('reversed', 'value', { value: cell.text });
	const column = reader.text('unit');
	const isCutInShare = cut && (cell.is === 'share' || [found.unit, column].some((unit) => unit === '%' || unit === '％'));
	if (cell.is === 'share' && own?.family !== 'share' && !isCutInShare) reader.complain('share-cell', 'value', { value: cell.text, ...unit });
	const isRead = cell.is === 'share';
	const written = isRead ? 'fraction' : found.unit || column;
	if (!isRead && found.unit !== '' && column !== '' && found.unit !== column && factorOf(indicator, found.unit, isCutInShare) !== factorOf(indicator, column, isCutInShare)) reader.complain('unit-twice', 'unit', { value: found.unit, other: column });
	if (own?.family === 'share' && isPoints(written)) reader.complain('unit-points', 'unit', { value: written });
	else if (written === '' && own) reader.complain('unit-missing', 'unit', unit);
	const factor = written === '' ? 1 : factorOf(indicator, written, isCutInShare);
	if (factor === null && !isPoints(written)) reader.complain('unit-wrong', 'unit', { value: written.slice(0, 40), ...unit });
	if (reader.wrong.length > before || factor === null) return null;

	const turn = (value: number | null) => (value === null ? null : factor === 1 ? value : tidy(value * factor));
	const turned = { lo: turn(found.lo), hi: turn(found.hi), sign: found.sign };
	const isExplicit = isRead || found.unit !== '' || factor !== 1;
	const size = Math.abs(turned.lo ?? turned.hi ?? 0);
	if (own?.family === 'share' && !isExplicit && size > 0 && size < 1 && known.length > 0 && known.every((value) => Math.abs(value) > 1)) reader.complain('fraction', 'value', { value: cell.text, times: tidy(size * 100) });
	if (isNeverNegative(indicator) && !isCutInShare && [turned.lo, turned.hi].some((value) => value !== null && value < 0)) reader.complain('negative', 'value', { value: cell.text });
	if (reader.wrong.length > before) return null;

	const text = write(turned);
	const asFound = isRead || factor === 1 ? '' : `${found.unit ? cell.text : `${cell.text} ${written}`}`;
	if (isRead) reader.tell('share-read', 'value', { from: cell.text, to: text });
	else if (factor !== 1) reader.tell('converted', 'value', { from: asFound, to: `${text} ${unitWords}`.trim(), to_en: `${text} ${unit.unit_en}` });
	else if (written === '' && unitWords !== '') reader.tell('plain-unit', 'unit', unit);
	return { valueText: isCutInShare ? `${text}%` : text, min: turned.lo, max: turned.hi, asFound };
}

const factorOf = (indicator: Indicator, written: string, isCutInShare: boolean): number | null =>
	isCutInShare ? ({ fraction: 100, '%': 1, '％': 1 } as Record<string, number>)[written] ?? null : factorTo(indicator, written);
