/** Rows of observations and targets. Same indicator, time and basis is the same observation; same indicator and year the same target. */
import type { Indicator, Observation, Target } from '../../domain/dataset.ts';
import type { RowCell } from '../../domain/figure-report.ts';
import { readClass } from '../progress-value.ts';
import type { CheckDesk } from './check.ts';
import { readId } from './find-id.ts';
import { freshId, mergeRow, wrongRow } from './merge-row.ts';
import type { CheckedRow } from './merge-row.ts';
import { readSource } from './own-source.ts';
import type { Cells } from './own-source.ts';
import { readValue } from './read-value.ts';
import type { ReadValue } from './read-value.ts';
import { readPeriod, readYear } from './read-when.ts';
import type { RowReader } from './row-reader.ts';
import { templates } from './template.ts';

export const observationKey = (indicator: string, year: string, period: string, basis: string): string => `${indicator} ${period || year} ${basis}`;
export const targetKey = (indicator: string, year: string): string => `${indicator} ${year}`;

const numberText = (value: number | null): string => (value === null ? '' : String(value));
const columnOf = (template: 'observations' | 'targets', name: string) => templates[template].find((column) => column.name === name)!;

/** The planner's note; what was converted is kept beside it, so that the figure of the source is not lost. */
function noteCells(reader: RowReader, value: ReadValue): Cells {
	const note = reader.text('note');
	const [zh, en] = value.asFound === '' ? ['', ''] : [`原文 ${value.asFound}，已换算。`, `${value.asFound} in the source, converted.`];
	return { note_zh: [note, zh].filter(Boolean).join(' '), note_en: [note, en].filter(Boolean).join(' ') };
}

function readIndicator(reader: RowReader, desk: CheckDesk): Indicator | undefined {
	reader.need('indicator');
	return desk.indicator.get(readId(reader, desk.finders, 'indicators', 'indicator'));
}
const subjectOf = (reader: RowReader, indicator: Indicator | undefined) => {
	const written = reader.text('indicator');
	return indicator ? { zh: indicator.zh, en: indicator.en } : { zh: written, en: written };
};
const valueCell = (value: ReadValue | null, reader: RowReader, indicator: Indicator | undefined, old: string | null): RowCell[] => {
	const unit = value && indicator?.valueKind === 'number' && !value.valueText.endsWith('%') ? { unit: { zh: indicator.unitZh, en: indicator.unitEn } } : {};
	return [{ column: 'value', value: value?.valueText ?? reader.text('value'), old, ...unit }];
};

export function checkObservation(sheet: string, reader: RowReader, desk: CheckDesk): CheckedRow {
	const indicator = readIndicator(reader, desk);
	reader.text('note');
	const basis = reader.word(columnOf('observations', 'basis'));
	const [year, period] = [readYear(reader, desk.today), readPeriod(reader, desk.today)];
	if (year === '' && period === '' && !reader.wrong.some(({ column }) => column === 'year' || column === 'period')) reader.complain('no-when', 'year');
	const value = indicator ? readValue(reader, indicator, desk.known(indicator.id)) : null;
	const { source, isOwn } = readSource(reader, desk.sources);
	if (!isOwn) desk.withoutSource++;
	const key = indicator ? observationKey(indicator.id, year, period, basis) : '';
	const standing = desk.observations.get(key) ?? [];
	if (reader.wrong.length === 0) desk.guardTwice(reader, `observations ${key}`, standing);
	const when = period || year;
	if (reader.wrong.length > 0 || !indicator || !value) return wrongRow(sheet, 'observations', reader, subjectOf(reader, indicator), when, valueCell(value, reader, indicator, null));
	const [now] = standing;
	const cells: Cells = { indicator: indicator.id, value_text: value.valueText, value_min: numberText(value.min), value_max: numberText(value.max), year, period, basis_kind: basis, basis_zh: '', basis_en: '', ...noteCells(reader, value) };
	return mergeRow(sheet, reader, {
		collection: 'observations', id: now?.id ?? freshId(`${indicator.id}-${when}-own`, desk.taken.observations), isNew: !now, cells: now ? without(cells, ['year', 'period', 'basis_zh', 'basis_en']) : cells,
		standing: now ? { ...valueCells(now), indicator: now.indicator, basis_kind: now.basisKind } : {}, telling: telling(reader, value, now), ...replacing(!now || !sameValue(value, now)),
		shown: [...valueCell(value, reader, indicator, now && !sameValue(value, now) ? now.valueText : null), ...noteCell(reader, now)], subject: subjectOf(reader, indicator), when, source
	});
}

export function checkTarget(sheet: string, reader: RowReader, desk: CheckDesk): CheckedRow {
	const indicator = readIndicator(reader, desk);
	reader.text('note');
	const comparator = reader.word(columnOf('targets', 'comparator'));
	const year = readYear(reader, '');
	reader.need('year');
	const value = indicator ? readValue(reader, indicator, desk.known(indicator.id), comparator === 'reduce-by') : null;
	const clause = readId(reader, desk.finders, 'clauses', 'clause');
	const baseline = readId(reader, desk.finders, 'observations', 'baseline');
	if (baseline !== '' && indicator && desk.indicatorOf.get(baseline) !== indicator.id) reader.complain('baseline-other', 'baseline', { value: baseline });
	const { source, isOwn } = readSource(reader, desk.sources);
	if (!isOwn) desk.withoutSource++;
	const key = indicator ? targetKey(indicator.id, year) : '';
	const standing = desk.targets.get(key) ?? [];
	if (reader.wrong.length === 0) desk.guardTwice(reader, `targets ${key}`, standing);
	if (reader.wrong.length > 0 || !indicator || !value) return wrongRow(sheet, 'targets', reader, subjectOf(reader, indicator), year, valueCell(value, reader, indicator, null));
	const [now] = standing;
	const cells: Cells = { indicator: indicator.id, baseline, value_text: value.valueText, value_min: numberText(value.min), value_max: numberText(value.max), comparator, year, clause, ...noteCells(reader, value) };
	return mergeRow(sheet, reader, {
		collection: 'targets', id: now?.id ?? freshId(`${indicator.id}-${year}-target-own`, desk.taken.targets), isNew: !now, cells,
		standing: now ? { ...valueCells(now), indicator: now.indicator, comparator: now.comparator, year: now.year, clause: now.clause, baseline: now.baseline } : {}, telling: [...telling(reader, value, now), 'comparator', 'clause', 'baseline'], ...replacing(!now || !sameValue(value, now)),
		shown: [{ column: 'comparator', value: comparator, old: now && now.comparator !== comparator ? now.comparator : null }, ...valueCell(value, reader, indicator, now && !sameValue(value, now) ? now.valueText : null), ...noteCell(reader, now)], subject: subjectOf(reader, indicator), when: year, source
	});
}

type Valued = Pick<Observation | Target, 'valueText' | 'valueMin' | 'valueMax' | 'noteZh' | 'noteEn' | 'sources'>;
const valueCells = (row: Valued): Cells => ({ value_text: row.valueText, value_min: numberText(row.valueMin), value_max: numberText(row.valueMax), note_zh: row.noteZh, note_en: row.noteEn, sources: row.sources.join(';') });
const without = (cells: Cells, columns: readonly string[]): Cells => Object.fromEntries(Object.entries(cells).filter(([column]) => !columns.includes(column)));

/** By the numbers or the class where there are any: "20.30" and "20.3" are one value, "III" and "Ⅲ类" too. */
function sameValue(value: ReadValue, now: Valued): boolean {
	if (value.min !== null || value.max !== null) return value.min === now.valueMin && value.max === now.valueMax;
	const [mine, theirs] = [readClass(value.valueText), readClass(now.valueText)];
	return mine && theirs ? mine.lo === theirs.lo && mine.hi === theirs.hi : value.valueText === now.valueText;
}
/** A note of the file that does not stand yet; what was converted stands beside the note and is no change by itself. */
const hasNewNote = (reader: RowReader, now: Valued | undefined): boolean => reader.text('note') !== '' && !(now?.noteZh ?? '').includes(reader.text('note'));
/** A new value takes its source and its numbers with it: no bound of the old one stays. */
const replacing = (isNewValue: boolean) => ({ replacesSources: isNewValue, clears: isNewValue ? ['value_min', 'value_max'] : [] });
const telling = (reader: RowReader, value: ReadValue, now: Valued | undefined): string[] => [...(now && sameValue(value, now) ? [] : ['value_text', 'value_min', 'value_max']), ...(hasNewNote(reader, now) ? ['note_zh'] : [])];
const noteCell = (reader: RowReader, now: Valued | undefined): RowCell[] => (now && hasNewNote(reader, now) ? [{ column: 'note', value: reader.text('note'), old: now.noteZh }] : []);
