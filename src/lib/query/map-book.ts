/** A map book: which places the current filter concerns, and what the page of each says. Every statement comes from the one-page brief of the place, so that both agree. */
import '../i18n/rooms/briefing.ts';
import '../i18n/rooms/briefme.ts';
import '../i18n/rooms/mapbook.ts';
import '../i18n/rooms/office.ts';
import type { Ref } from '../domain/dataset.ts';
import type { View } from '../domain/view.ts';
import { statusValues } from '../domain/vocabulary.ts';
import { formatNumber, say } from '../i18n/index.ts';
import { briefDocument } from './brief-document.ts';
import type { BriefBlock, BriefRun, BriefSection } from './brief-document.ts';
import { subjectOf } from './brief-subject.ts';
import { shortPlace } from './cards.ts';
import { explore } from './explore.ts';
import type { Query } from './explore.ts';
import { filterWords } from './filter-words.ts';
import type { Footnote } from './footnotes.ts';
import type { Writer } from './indicator-words.ts';
import { recordsAt } from './place-card.ts';
import { facetOfPlace } from './query-index.ts';
import { groupsOf, idsOf, isLeaf } from './select.ts';

/** Pages of one book: two sheets of contents at most, and a file that can be sent. */
export const mostBookPages = 60;

export interface BookPlace {
	id: string;
	name: string;
	/** Records of the place, whatever the filter. */
	projects: number;
	measures: number;
}
export interface MapBook {
	title: string;
	/** Places that are printed: those the filter names, then those with most records inside it. */
	places: BookPlace[];
	/** All places that the filter concerns. */
	total: number;
	base: string;
}

/** A place is concerned where the filter names it, or a project or measure inside the filter stands at it; measures that merely cover a zone around it do not count. */
export function mapBook(query: Query, { lang, t }: Writer, view: View): MapBook {
	const { atlas, index } = query;
	const { selected, chips } = explore(query, view, lang, [], 0);
	const [projects, measures] = [new Set(idsOf(index, selected, 'project')), new Set(idsOf(index, selected, 'measure'))];
	const named = new Set(groupsOf(view.filter).filter(isLeaf).filter(({ is }) => ['along', 'zone', 'district', 'town'].includes(is)).flatMap(({ of }) => of));
	const found = atlas.dataset.places.filter(({ id }) => facetOfPlace(atlas, id) !== null).map(({ id }) => {
		const here = recordsAt(atlas, id);
		const narrow = here.measures.filter(({ reach }) => reach.basis !== 'area-wide');
		const inside = here.projects.filter(({ record }) => projects.has(record.id)).length + narrow.filter(({ record }) => measures.has(record.id)).length;
		return { id, name: shortPlace(atlas, lang, id), projects: here.projects.length, measures: narrow.length, rank: (named.has(id) ? 1e6 : 0) + inside };
	}).filter(({ rank }) => rank > 0).toSorted((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1));
	return {
		title: t('mapbook.title', { filter: chips.length > 0 ? filterWords(t, chips) : t('mapbook.title.all') }), total: found.length, base: t('slide.base', { date: atlas.dataset.dataDate }),
		places: found.slice(0, mostBookPages).map(({ id, name, projects, measures }) => ({ id, name, projects, measures }))
	};
}

export interface BookPage {
	title: string;
	/** Kind and accuracy of the place. */
	subtitle: string;
	/** Saved query string of its map. */
	view: string;
	sections: (Omit<BriefSection, 'blocks'> & { lines: BookLine[] })[];
	footnotes: Footnote[];
}
export interface BookLine {
	isBullet: boolean;
	runs: BriefRun[];
}

/** `id`: a place of `mapBook`. */
export function bookPage(query: Query, writer: Writer, id: string): BookPage {
	const { atlas } = query;
	const { t, lang } = writer;
	const ref: Ref = `place:${id}`;
	const brief = briefDocument(query, writer, ref, 'short')!;
	const subject = subjectOf(query, lang, ref)!;
	const place = atlas.place.get(id)!;
	const sections = brief.sections.map(({ heading, level, blocks }) => ({ heading, level, lines: blocks.flatMap((block) => linesOf(block, writer)) }));
	// The counts rest on what the sentence before them rests on: the projects of the place.
	const counted = sections.find(({ heading }) => heading === t('tab.projects'))!;
	if (subject.projects.length > 0) counted.lines.splice(1, 0, { isBullet: false, runs: [{ text: statusWords(query, writer, subject.projects), notes: counted.lines[0]!.runs[0]!.notes }] });
	const used = new Set(sections.flatMap(({ lines }) => lines.flatMap(({ runs }) => runs.flatMap(({ notes }) => notes))));
	const accuracy = place.accuracy ? t('mapbook.accuracy', { text: [say(t, 'accuracy', place.accuracy.class), t('accuracy.metres', { m: formatNumber(place.accuracy.m) })].join(t('briefme.join')) }) : t('mapbook.accuracy.none');
	return {
		title: subject.fullName, subtitle: [say(t, 'placekind', place.kind), accuracy].join(' · '), sections,
		view: brief.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === 'picture' ? [block.view] : [])))[0]!, footnotes: brief.footnotes.filter(({ n }) => used.has(n))
	};
}

function statusWords({ atlas }: Query, { t, lang }: Writer, projects: readonly string[]): string {
	const counts = new Map<string, number>();
	for (const id of projects) counts.set(atlas.statuses(id)[0]?.status ?? 'unknown', (counts.get(atlas.statuses(id)[0]?.status ?? 'unknown') ?? 0) + 1);
	const told = [...statusValues, 'unknown'].filter((status) => counts.has(status)).map((status) => t('mapbook.status.one', { status: say(t, 'status', status), n: counts.get(status)! }));
	return t('mapbook.status', { list: told.join(lang === 'zh' ? '，' : ', ') });
}

/** A row of a table as a line: a page of paper has no room for columns beside a map. */
function linesOf(block: BriefBlock, { t, lang }: Writer): BookLine[] {
	if (block.type === 'picture') return [];
	if (block.type === 'paragraph') return [{ isBullet: block.isBullet, runs: block.runs }];
	const [colon, comma] = lang === 'zh' ? ['：', '，'] : [': ', ', '];
	const rows = block.rows.map(([head, ...cells]): BookLine => ({
		isBullet: true,
		runs: [{ text: head!.text, strong: true, notes: head!.notes }, ...cells.flatMap(({ text, notes }, i): BriefRun[] => (text === '' ? [] : [{ text: `${i === 0 ? colon : comma}${block.columns[i + 1]!.title} ${text}`, notes }]))]
	}));
	return [{ isBullet: false, runs: [{ text: block.caption || t('office.table.note'), notes: block.notes }] }, ...rows];
}
