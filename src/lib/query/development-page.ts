/** The page of the index: what can be chosen, what was, each score with its two ends, the index with its span, and everything that is missing. */
import '../i18n/rooms/index.ts';
import { formatNumber } from '../i18n/index.ts';
import type { Atlas } from './atlas.ts';
import { shortPlace } from './cards.ts';
import { citeClause, citeSources } from './cite.ts';
import type { ClauseCitation, SourceCitation } from './cite.ts';
import { exampleOf } from './development-data.ts';
import type { Candidate, Subject } from './development-data.ts';
import { endsOf, keyOf, newestWhole, scoreRows } from './development-index.ts';
import type { Part, RowKey, RowScore, Unscored } from './development-index.ts';
import { swayOf, swingOf } from './development-sway.ts';
import { districts } from './development-url.ts';
import type { IndexChoice } from './development-url.ts';
import { classWords, withUnitOf } from './indicator-words.ts';
import type { Writer } from './indicator-words.ts';
import { parseYears } from './years.ts';

/** The plan that asks for an index to be compiled; this page is not that index. */
export const askingClause = 'action-plan#21';

export interface OptionLine {
	id: string;
	name: string;
	/** Indicator whose page tells more. */
	indicator: string;
	kind: Candidate['kind'];
	direction: Candidate['direction'];
	isClass: boolean;
	values: { place: string; year: number; text: string }[];
	/** 0: not chosen. */
	weight: number;
}
export interface ChosenLine {
	id: string;
	name: string;
	indicator: string;
	direction: Candidate['direction'];
	/** Share of the weight, per cent with one decimal. */
	share: string;
	/** What scores 0 and 100, by place where places differ; the reason where nothing does. */
	ends: { place: string; zero: string; full: string; why: Unscored | '' }[];
	/** The newest whole index with this weight alone at half and at one and a half. */
	swing: { less: string; more: string } | null;
}
export interface CellLine {
	text: string;
	when: string;
	score: string;
	/** Points of the index, 0–100 of all; `null` where nothing is added. */
	points: number | null;
	pointsText: string;
	why: MissingLine['why'] | '';
}
export interface RowLine extends RowKey {
	key: string;
	name: string;
	index: number | null;
	text: string;
	lo: number | null;
	hi: number | null;
	/** Empty where the weights decide nothing. */
	span: string;
	/** Per cent of the weight that has a score. */
	coverage: number;
	rank: { chosen: number; best: number; worst: number } | null;
	/** One for each chosen line. */
	cells: CellLine[];
}
export interface MissingLine {
	name: string;
	place: string;
	year: number;
	/** `nothing`: no value was published; a reason of `leftOut` else, with what was published; `no-ends`: a value that cannot be scored. */
	why: 'nothing' | 'other-kind' | 'two-values' | 'not-comparable' | 'no-ends';
	text: string;
	kind: string;
}
export interface IndexPage {
	of: string;
	isDistricts: boolean;
	subjectName: string;
	subjects: { id: string; name: string; count: number; several: number }[];
	isExample: boolean;
	exampleYears: number[];
	options: OptionLine[];
	unusable: { why: Subject['unusable'][number]['why']; names: string[] }[];
	years: number[];
	chosen: ChosenLine[];
	rows: RowLine[];
	missing: MissingLine[];
	order: { year: number; held: string }[];
	notes: ('one-part' | 'two-rows' | 'partial' | 'class' | 'cumulative')[];
	summary: string;
	sources: SourceCitation[];
	clause: ClauseCitation | null;
}

const digit = (value: number): string => formatNumber(Math.round(value * 10) / 10);

export const chosenOf = (subject: Subject, choice: IndexChoice): { id: string; weight: number }[] => choice.items ?? exampleOf(subject).ids.map((id) => ({ id, weight: 50 }));

export function indexPage(atlas: Atlas, writer: Writer, subjects: readonly Subject[], choice: IndexChoice): IndexPage {
	const subject = subjects.find(({ id }) => id === choice.of) ?? { id: districts, candidates: [], unusable: [] };
	const { t, lang } = writer;
	const isDistricts = subject.id === districts;
	const subjectName = (id: string) => (id === districts ? t('index.districts') : shortPlace(atlas, lang, id));
	const items = chosenOf(subject, choice);
	const chosen = items.flatMap(({ id, weight }) => {
		const candidate = subject.candidates.find((some) => some.id === id);
		return candidate ? [{ candidate, weight }] : [];
	});
	const parts = chosen.map(({ candidate, weight }): Part => ({ id: candidate.id, weight, direction: candidate.direction, targetEnds: candidate.targetEnds, values: new Map([...candidate.cells].map(([key, { value }]) => [key, value.y!])) }));
	const allYears = [...new Set(chosen.flatMap(({ candidate }) => candidate.years))].toSorted((a, b) => a - b);
	const [from, to] = parseYears(choice.years) ?? [0, 9999];
	const years = allYears.filter((year) => year >= from && year <= to);
	const places = isDistricts ? [...new Set(chosen.flatMap(({ candidate }) => [...candidate.indicators.keys()]))] : [subject.id];
	const keys = years.flatMap((year) => places.map((place): RowKey => ({ place, year })));
	const scored = scoreRows(parts, keys, choice.norm, choice.isPartial);
	const weights = parts.map(({ weight }) => weight);
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const sway = swayOf(scored, weights);
	const newest = newestWhole(scored);
	const rows = scored.map((row, i): RowLine => {
		const { lo, hi, rank } = sway.rows[i]!;
		return {
			place: row.place, year: row.year, key: keyOf(row), name: isDistricts ? `${shortPlace(atlas, lang, row.place)} ${row.year}` : String(row.year), index: row.index, text: row.index === null ? '' : digit(row.index), lo, hi,
			span: lo === null || hi === null || digit(lo) === digit(hi) ? '' : `${digit(lo)}–${digit(hi)}`, coverage: Math.round(row.coverage * 100), rank, cells: cellsOf(row, chosen.map(({ candidate }) => candidate))
		};
	});
	const page = {
		of: subject.id, isDistricts, subjectName: subjectName(subject.id), subjects: subjects.map(({ id, candidates }) => ({ id, name: subjectName(id), count: candidates.length, several: candidates.filter(({ cells }) => cells.size > 1).length })),
		isExample: choice.items === null, exampleYears: choice.items === null ? exampleOf(subject).years : [],
		options: subject.candidates.map((candidate): OptionLine => ({
			id: candidate.id, name: candidate.name, indicator: [...candidate.indicators.values()][0]!, kind: candidate.kind, direction: candidate.direction, isClass: candidate.valueKind === 'class',
			values: [...candidate.cells.values()].toSorted((a, b) => a.year - b.year).map(({ place, year, value }) => ({ place: isDistricts ? shortPlace(atlas, lang, place) : '', year, text: value.text })), weight: items.find(({ id }) => id === candidate.id)?.weight ?? 0
		})),
		unusable: (['neutral', 'text', 'to-confirm', 'no-values'] as const).flatMap((why) => {
			const names = subject.unusable.filter((some) => some.why === why).map(({ name }) => name);
			return names.length > 0 ? [{ why, names }] : [];
		}),
		years: allYears,
		chosen: chosen.map(({ candidate, weight }, i): ChosenLine => {
			const swing = newest ? swingOf(newest, weights, i) : null;
			return {
				id: candidate.id, name: candidate.name, indicator: [...candidate.indicators.values()][0]!, direction: candidate.direction, share: digit((100 * weight) / total),
				ends: endLines(atlas, writer, candidate, parts[i]!, keys, choice), swing: swing && { less: digit(swing.less), more: digit(swing.more) }
			};
		}),
		rows, missing: rows.flatMap((row) => row.cells.flatMap(({ why }, i): MissingLine[] => {
			if (why === '') return [];
			const { candidate } = chosen[i]!;
			const found = why === 'no-ends' ? candidate.cells.get(row.key) : candidate.leftOut.find((cell) => keyOf(cell) === row.key);
			return [{ name: candidate.name, place: isDistricts ? shortPlace(atlas, lang, row.place) : '', year: row.year, why, text: found?.value.text ?? '', kind: found?.value.kind ?? '' }];
		})),
		order: sway.order.map(({ year, held }) => ({ year, held: String(Math.round(held * 100)) })), notes: notesOf(chosen.map(({ candidate }) => candidate), scored, choice),
		sources: citeSources(atlas, lang, [...new Set(chosen.flatMap(({ candidate }) => [...candidate.cells.values()].flatMap(({ value }) => value.sources.map(({ id }) => id))))]), clause: citeClause(atlas, lang, askingClause)
	};
	return { ...page, summary: summarise(writer, page) };
}

function cellsOf(row: RowScore, candidates: readonly Candidate[]): CellLine[] {
	return row.parts.map(({ score, points }, i) => {
		const { cells, leftOut } = candidates[i]!;
		const cell = cells.get(keyOf(row));
		const why = score !== null ? '' : cell ? 'no-ends' : (leftOut.find((some) => keyOf(some) === keyOf(row))?.why ?? 'nothing');
		return { text: cell?.value.text ?? '', when: cell?.value.when ?? '', score: score === null ? '' : digit(score), points, pointsText: points === null ? '' : digit(points), why };
	});
}

/** One line where all places share the ends, else one a place. */
function endLines(atlas: Atlas, { lang }: Writer, candidate: Candidate, part: Part, keys: readonly RowKey[], { norm }: IndexChoice): ChosenLine['ends'] {
	const write = (y: number) => (candidate.valueKind === 'class' ? classWords(lang, y, y) : withUnitOf(lang, { valueKind: 'number', unitZh: candidate.unit, unitEn: candidate.unit }, formatNumber(y)));
	const lines = [...candidate.indicators.keys()].map((place) => {
		const ends = endsOf(part, norm, keys, place);
		return { place: shortPlace(atlas, lang, place), ...(typeof ends === 'string' ? { zero: '', full: '', why: ends } : { zero: write(ends.zero), full: write(ends.full), why: '' as const }) };
	});
	const isShared = new Set(lines.map(({ zero, full, why }) => `${zero} ${full} ${why}`)).size === 1;
	return isShared ? [{ ...lines[0]!, place: '' }] : lines;
}

function notesOf(candidates: readonly Candidate[], rows: readonly RowScore[], { norm }: IndexChoice): IndexPage['notes'] {
	const has = { 'one-part': candidates.length === 1, 'two-rows': norm === 'minmax' && candidates.length > 0 && rows.filter(({ index }) => index !== null).length <= 2, partial: rows.some(({ index, coverage }) => index !== null && coverage < 1), class: candidates.some(({ valueKind }) => valueKind === 'class'), cumulative: candidates.some(({ kind }) => kind === 'cumulative') };
	return (Object.keys(has) as (keyof typeof has)[]).filter((note) => has[note]);
}

function summarise({ t, lang }: Writer, page: Omit<IndexPage, 'summary'>): string {
	if (page.chosen.length === 0) return t('index.summary.none');
	const there = page.rows.filter(({ index }) => index !== null);
	const stop = lang === 'zh' ? '；' : '; ';
	const valueOf = ({ name, text, span }: RowLine) => {
		const value = t(page.isDistricts ? 'index.summary.value.place' : 'index.summary.value', { name, text });
		return span === '' ? value : t('index.summary.span', { value, span });
	};
	return [
		t('index.summary.what', { name: page.subjectName, n: page.chosen.length }),
		there.length > 0 ? t('index.summary.values', { list: there.map(valueOf).join(stop) }) : t('index.summary.novalue'),
		page.rows.length > there.length ? t('index.summary.missing', { n: page.rows.length - there.length, list: page.rows.filter(({ index }) => index === null).map(({ name }) => name).join(t('join.list')) }) : ''
	].filter(Boolean).join(lang === 'zh' ? '' : ' ');
}
