/** Comparison by district for the page of one indicator: what its family has in one year and of one kind, the rest told and set apart. */
import '../i18n/rooms/index.ts';
import type { Indicator } from '../domain/dataset.ts';
import { say } from '../i18n/index.ts';
import type { Atlas } from './atlas.ts';
import type { SourceCitation } from './cite.ts';
import { districtSeries, familyOf, sharedSlot, valueAt } from './district-series.ts';
import type { DistrictValue } from './district-series.ts';
import type { Writer } from './indicator-words.ts';

export interface CompareRow {
	place: string;
	name: string;
	indicator: string;
	/** This page's own district. */
	isHere: boolean;
	/** In the family's unit, of the shared year and kind; `null` where there is none. */
	y: number | null;
	text: string;
	/** What is published instead, of another year or kind; never drawn beside the others as a match. */
	apart: { y: number | null; text: string; when: string; kind: string } | null;
	isToBeConfirmed: boolean;
	values: DistrictValue[];
}
export interface Comparison {
	family: string;
	name: string;
	note: string;
	unit: string;
	isClass: boolean;
	/** `null`: no two districts share a year and kind. */
	slot: { year: number; kind: string; count: number } | null;
	rows: CompareRow[];
	sources: SourceCitation[];
	summary: string;
	canBeIndexed: boolean;
}

export function comparisonOf(atlas: Atlas, writer: Writer, indicator: Pick<Indicator, 'id' | 'direction'>): Comparison | null {
	const family = familyOf(atlas, indicator.id);
	const series = family && districtSeries(atlas, writer, family.id);
	if (!series) return null;
	const { t } = writer;
	const slot = sharedSlot(series);
	const rows = series.rows.map((row): CompareRow => {
		const shared = slot && valueAt(row, slot);
		const other = shared ? undefined : row.values[0];
		return {
			place: row.place, name: row.name, indicator: row.indicator, isHere: row.indicator === indicator.id, y: shared?.y ?? null, text: shared?.text ?? '',
			apart: other ? { y: other.y, text: other.text, when: other.when, kind: other.kind } : null, isToBeConfirmed: row.isToBeConfirmed, values: row.values
		};
	});
	const told = rows.map(({ name, text, apart }) => `${name} ${text || (apart ? `${apart.text} (${t('compare.other', { when: apart.when || t('indicators.noyear') })})` : t('compare.none'))}`);
	const head = slot === null ? t('compare.apart') : t(slot.count === rows.length ? 'compare.shared' : 'compare.partly', { year: slot.year, kind: say(t, 'basiskind', slot.kind), n: slot.count });
	return {
		family: series.family, name: series.name, note: series.note, unit: series.unit, isClass: series.valueKind === 'class', slot, rows, sources: series.sources, canBeIndexed: slot !== null && indicator.direction !== 'neutral',
		summary: `${head}${writer.lang === 'zh' ? '' : ' '}${t('compare.summary', { name: series.name, list: told.join(t('join.list')) })}`
	};
}
