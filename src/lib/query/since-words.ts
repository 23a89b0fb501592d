/** What changed since a filter was remembered, in words: for the list, a spreadsheet and a slide. */
import '../i18n/rooms/since.ts';
import { writeSheetCsv } from '../domain/csv.ts';
import { say, withUnit } from '../i18n/index.ts';
import type { Atlas } from './atlas.ts';
import { titleOf } from './cards.ts';
import { pick } from './cite.ts';
import type { Writer } from './indicator-words.ts';
import { kindOfRef } from './since.ts';
import type { SinceChange, SinceField } from './since.ts';

export interface SinceLine {
	label: string;
	before: string;
	after: string;
}

/** One field of a record; what was not said is said as such. */
export function fieldWords(atlas: Atlas, { t, lang }: Writer, ref: string, field: SinceField, parts: string[] | null): string {
	if (parts === null) return t('since.none');
	const [first = '', second = '', third = ''] = parts;
	const sign = (comparator: string): string => (comparator === '' || comparator === 'eq' ? '' : `${say(t, 'comparator', comparator)} `);
	const indicator = atlas.indicator.get(ref.slice(ref.indexOf(':') + 1));
	const unit = indicator ? pick(lang, indicator, 'unit') : '';
	switch (field) {
		case 'status': return `${say(t, 'status', first)} ${second || t('status.nodate')}`;
		case 'length': case 'investment': return `${sign(first)}${withUnit(second, say(t, 'unit', third))}`;
		case 'agencies': return parts.map((id) => titleOf(atlas, lang, `agency:${id}`)).join(t('join.list'));
		case 'target': return `${sign(first)}${withUnit(second, unit)}${third ? ` (${third})` : ''}`;
		case 'latest': return `${withUnit(first, unit)}${second ? ` (${second})` : ''}`;
	}
}

export const sinceLines = (atlas: Atlas, writer: Writer, { ref, fields }: SinceChange): SinceLine[] =>
	fields.map(({ field, before, after }) => ({ label: writer.t(`since.field.${field}`), before: fieldWords(atlas, writer, ref, field, before), after: fieldWords(atlas, writer, ref, field, after) }));

export function sinceCsv(atlas: Atlas, writer: Writer, changes: readonly SinceChange[], last: string): string {
	const { t, lang } = writer;
	const rows = changes.flatMap((change) => {
		const head = [t(`record.${kindOfRef(change.ref)}`, { n: 1 }), change[lang], t(`since.is.${change.is}`)];
		const lines = sinceLines(atlas, writer, change);
		return lines.length > 0 ? lines.map(({ label, before, after }) => [...head, label, before, after, change.ref]) : [[...head, '', '', '', change.ref]];
	});
	return writeSheetCsv([[t('since.column.kind'), t('column.name'), t('since.column.what'), t('since.column.field'), t('since.column.before'), t('since.column.after'), 'id'], ...rows, [last]]);
}

/** Lines that a slide holds in letters of 28 px. */
const mostLines = 6;

/** Words of a slide: a list, each record linked, so that its sources come along; what is in the data no more has no link. */
export function sinceSlideWords(atlas: Atlas, writer: Writer, changes: readonly SinceChange[]): string {
	const { t, lang } = writer;
	const plain = (text: string): string => text.replace(/[[\]*]/g, '');
	const lines = changes.map((change) => {
		const name = change.is === 'removed' ? plain(change[lang]) : `[${plain(change[lang])}](${change.ref})`;
		const said = sinceLines(atlas, writer, change).map(({ label, before, after }) => `${label} ${plain(before)} → ${plain(after)}`).join(t('since.join'));
		return `- ${t('since.line', { name, what: said || t(`since.is.${change.is}`) })}`;
	});
	const more = lines.length - mostLines;
	return [...lines.slice(0, mostLines), ...(more > 0 ? ['', t('since.more', { n: more })] : [])].join('\n');
}
