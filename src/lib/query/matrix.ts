/**
 * Place × document and place × domain. A cell is a filter: its number is what that filter leaves of the explore list, read from the same
 * postings, and its address opens that list. How a record comes to the place is told beside the number, so that a clause for the whole area
 * never passes for one that names the place.
 */
import { writeSheetCsv } from '../domain/csv.ts';
import { defaultWithinM, emptyView } from '../domain/view.ts';
import type { FacetKey, Filter, Leaf } from '../domain/view.ts';
import type { PlaceKind } from '../domain/vocabulary.ts';
import { domains } from '../domain/vocabulary.ts';
import { say } from '../i18n/index.ts';
import type { Lang } from '../i18n/lang.ts';
import '../i18n/rooms/library.ts';
import type { Atlas } from './atlas.ts';
import { shortPlace } from './cards.ts';
import { pick } from './cite.ts';
import type { Writer } from './indicator-words.ts';
import { facetOfPlace } from './query-index.ts';
import type { Postings, QueryIndex } from './query-index.ts';
import type { MatrixChoice } from './library-url.ts';
import { hrefOf } from './url.ts';
import { whyListed } from './why.ts';

/** How the records of a cell come to the place: each record once, by its strongest reason. */
export interface Reasons {
	named: number;
	/** Through a collective that the place is a member of, or a place inside it. */
	through: number;
	areaWide: number;
	spatial: number;
	inferred: number;
}
export interface MatrixCell extends Reasons {
	n: number;
	href: string;
}
export interface MatrixRow {
	id: string;
	name: string;
	kind: PlaceKind;
	isCollective: boolean;
	/** Collectives of the table that the place is a member of. */
	collectives: string[];
	cells: MatrixCell[];
	/** Records of the row, each once: a project of two documents counts in both columns. */
	total: MatrixCell;
}
export interface Matrix {
	columns: { id: string; name: string; title: string; href: string }[];
	rows: MatrixRow[];
	/** Places of this kind without any record. */
	empty: { id: string; name: string }[];
	/** Documents without a column: no record cites them, or only records of the other kind do, whose names are told. */
	uncited: number;
	otherwise: string[];
}

const kindsOf: Record<MatrixChoice['places'], readonly PlaceKind[]> = {
	waters: ['river', 'canal', 'lake', 'reservoir', 'lake-group', 'collective'], districts: ['zone', 'district'], towns: ['town'], corridors: ['corridor', 'rail', 'road', 'waterway'], parks: ['park']
};
const collectiveKinds = new Set<PlaceKind>(['collective', 'lake-group']);

export function matrixOf(atlas: Atlas, index: QueryIndex, lang: Lang, choice: MatrixChoice): Matrix {
	const kind = choice.count === 'measures' ? 'measure' : 'project';
	const postingsOf = (key: FacetKey, value: string): Set<number> => new Set(within(index.facets.get(key)?.get(value)).filter((i) => i >= index.start[kind] && i < index.end[kind]));
	const cellOf = (leaves: Leaf[], items: readonly number[]): MatrixCell => {
		const filter: Filter = { all: leaves };
		const reasons: Reasons = { named: 0, through: 0, areaWide: 0, spatial: 0, inferred: 0 };
		for (const item of items) reasons[reasonOf(atlas, index.items[item]!.ref, filter)]++;
		return { n: items.length, href: hrefOf(lang, { ...emptyView, filter, table: choice.count }), ...reasons };
	};
	const columns = columnsOf(atlas, index, lang, choice, kind).map((column) => ({ ...column, leaf: { is: choice.by, of: [column.id] } as Leaf, items: postingsOf(choice.by, column.id) }));
	const places = atlas.dataset.places.filter((place) => kindsOf[choice.places].includes(place.kind)).flatMap((place) => {
		const key = facetOfPlace(atlas, place.id);
		return key === null ? [] : [{ place, leaf: { is: key, of: [place.id] } as Leaf, items: [...postingsOf(key, place.id)] }];
	});
	const otherwise = choice.by === 'document' ? columnsOf(atlas, index, lang, choice, kind === 'measure' ? 'project' : 'measure').filter(({ id }) => !columns.some((column) => column.id === id)) : [];
	const listed = new Set(places.map(({ place }) => place.id));
	const rows = places.filter(({ items }) => items.length > 0).map(({ place, leaf, items }): MatrixRow => ({
		id: place.id, name: shortPlace(atlas, lang, place.id), kind: place.kind, isCollective: collectiveKinds.has(place.kind), collectives: atlas.collectivesOf(place.id).filter(({ id, kind: of }) => collectiveKinds.has(of) && listed.has(id)).map(({ id }) => shortPlace(atlas, lang, id)),
		cells: columns.map((column) => cellOf([leaf, column.leaf], items.filter((item) => column.items.has(item)))), total: cellOf([leaf], items)
	}));
	return {
		columns: columns.map(({ id, name, title, leaf }) => ({ id, name, title, href: hrefOf(lang, { ...emptyView, filter: { all: [leaf] }, table: choice.count }) })), rows: rows.toSorted((a, b) => b.total.named - a.total.named || b.total.n - a.total.n),
		empty: places.filter(({ items }) => items.length === 0).map(({ place }) => ({ id: place.id, name: shortPlace(atlas, lang, place.id) })), uncited: choice.by === 'document' ? atlas.dataset.documents.length - columns.length - otherwise.length : 0, otherwise: otherwise.map(({ name }) => name)
	};
}

/** The records that "along" leaves at its default distance; other facets know no distance. */
const within = (postings: Postings | undefined): number[] => (postings ? [...postings.items].filter((_, p) => postings.metres === null || postings.metres[p]! <= defaultWithinM) : []);

function columnsOf(atlas: Atlas, index: QueryIndex, lang: Lang, { by }: MatrixChoice, kind: 'measure' | 'project'): { id: string; name: string; title: string }[] {
	if (by === 'domain') return domains.map((id) => ({ id, name: '', title: '' }));
	const cited = (id: string): boolean => [...(index.facets.get('document')?.get(id)?.items ?? [])].some((i) => i >= index.start[kind] && i < index.end[kind]);
	return atlas.dataset.documents.filter(({ id }) => cited(id)).map((document) => ({ id: document.id, name: pick(lang, document, 'short'), title: pick(lang, document, 'title') }));
}

function reasonOf(atlas: Atlas, ref: string, filter: Filter): keyof Reasons {
	const [reach] = whyListed(atlas, ref, filter);
	if (reach === undefined || reach.basis === 'spatial') return 'spatial';
	if (reach.basis === 'inferred') return 'inferred';
	if (reach.basis === 'area-wide') return 'areaWide';
	return reach.via === undefined ? 'named' : 'through';
}

/** The reasons of a cell that are not "named", as words: `统称或所含地点 1、全域 8`. */
export const reasonWords = ({ t }: Writer, cell: MatrixCell): string => (['named', 'through', 'areaWide', 'spatial', 'inferred'] as const).filter((reason) => cell[reason] > 0).map((reason) => t(`library.reason.${reason}`, { n: cell[reason] })).join(t('join.list'));

/** The table as it is shown, every cell with its number and how many name the place. */
export function matrixSheet(writer: Writer, matrix: Matrix, { by, count }: MatrixChoice): string {
	const { t } = writer;
	const names = matrix.columns.map(({ id, name }) => name || say(t, by, id));
	const head = [t('library.matrix.place'), t('column.placekind'), ...names.flatMap((name) => [name, t('library.matrix.named.of', { name })]), t('library.matrix.total'), t('library.matrix.named.of', { name: t('library.matrix.total') }), t('library.matrix.note'), 'id'];
	const lines = matrix.rows.map((row) => [row.name, say(t, 'placekind', row.kind), ...[...row.cells, row.total].flatMap(({ n, named }) => [String(n), String(named)]), row.collectives.length > 0 ? t('library.matrix.memberof', { names: row.collectives.join(t('join.list')) }) : '', row.id]);
	return writeSheetCsv([head, ...lines, [t(`library.count.${count}`)]]);
}
