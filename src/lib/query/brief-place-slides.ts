/** The slides of a water, a line or an area. */
import '../i18n/rooms/briefme.ts';
import type { Ref } from '../domain/dataset.ts';
import type { Place } from '../domain/place.ts';
import { decidesSpace } from '../domain/vocabulary.ts';
import type { Key } from '../i18n/index.ts';
import type { Atlas } from './atlas.ts';
import { bullets, linkTo } from './brief-words.ts';
import { viewOf } from './brief-subject.ts';
import { aroundSlide, draft, dueSlide, endSlide, gapSlide, promiseNotes, promiseSlide, refLinks, statusSlide, tableSlide, targetSlide, titleSlide } from './brief-slides.ts';
import type { Draft, Drafting } from './brief-slides.ts';

export function placeSlides(drafting: Drafting): Draft[] {
	const { writer: { t }, subject } = drafting;
	const name = linkTo(subject.name, subject.ref);
	const slides = [
		titleSlide(drafting, unseenOf(drafting)), situationSlide(drafting), promiseSlide(drafting, t('briefme.nomeasures', { name })), subject.kind === 'area' ? domainSlide(drafting) : null, statusSlide(drafting), tableSlide(drafting),
		targetSlide(drafting), aroundSlide(drafting), gapSlide(drafting, subject.projects.length === 0 ? [t('briefme.noprojects', { name })] : []), dueSlide(drafting), endSlide(drafting)
	];
	return slides.filter((slide) => slide !== null);
}

const published = ({ query: { atlas }, subject }: Drafting) => atlas.quantities(subject.ref).filter(({ use, valueMin, valueMax }) => use === 'total' && valueMin !== null && valueMin === valueMax);

function unseenOf(drafting: Drafting): Key[] {
	const { subject } = drafting;
	return [
		...(published(drafting).length === 0 ? ['briefme.unseen.figures' as const] : []), ...(subject.measures.length === 0 ? ['briefme.unseen.measures' as const] : []), ...(subject.projects.length === 0 ? ['briefme.unseen.projects' as const] : []),
		...(subject.indicators.length === 0 ? ['briefme.unseen.indicators' as const] : [])
	];
}

function situationSlide(drafting: Drafting): Draft {
	const { query: { atlas }, writer: { t }, subject } = drafting;
	const place = atlas.place.get(subject.id)!;
	const links = (ids: readonly string[]) => refLinks(drafting, ids.map((id): Ref => `place:${id}`), 5);
	const line = (key: 'briefme.lies' | 'briefme.partof' | 'briefme.consists' | 'briefme.flows', ids: readonly string[]): string => (ids.length > 0 ? t(key, { list: links(ids) }) : '');
	const building = subject.projects.some((id) => atlas.statuses(id)[0]?.status === 'building');
	/** An area is reached by every clause that covers it: their number says little about it. */
	const third = subject.kind === 'area' ? (building ? ['status:building'] : []) : subject.measures.length > 0 ? ['measures'] : [];
	const figures = [...published(drafting).slice(0, 2).map(({ id }) => `quantity:${id}`), ...(subject.projects.length > 0 ? ['projects'] : []), ...third].slice(0, 3);
	const known = published(drafting).length;
	return draft(drafting, {
		show: figures.length > 0 ? 'map-facts' : 'map', figures, title: t('briefme.slide.situation'),
		words: bullets([known === 0 ? t('briefme.nofigures', { name: linkTo(subject.name, subject.ref) }) : '', line('briefme.lies', areasOf(atlas, place)), line('briefme.partof', partOf(atlas, place)), line('briefme.consists', [...(place.members ?? []), ...(place.parts ?? [])]), line('briefme.flows', place.flows_to ?? [])]),
		notes: t(place.accuracy ? 'briefme.notes.situation' : 'briefme.notes.situation.noshape', { name: subject.fullName, n: known })
	});
}

/** Lines of a corridor, and the lines that these consist of. */
const linesOf = (atlas: Atlas, place: Place): string[] => (place.parts ?? []).flatMap((id) => [id, ...linesOf(atlas, atlas.place.get(id)!)]);
const partOf = (atlas: Atlas, place: Place): string[] => [...new Set([...atlas.ancestors(place.id).filter(({ kind }) => kind !== 'province'), ...atlas.collectivesOf(place.id), ...atlas.wholesOf(place.id)].map(({ id }) => id))];

/** Districts that hold or meet a water or a line. */
function areasOf(atlas: Atlas, place: Place): string[] {
	if (['zone', 'district', 'town'].includes(place.kind)) return [];
	const parts = [place.id, ...linesOf(atlas, place), ...(place.kind === 'collective' ? (place.members ?? []) : [])];
	const found = parts.flatMap((id) => (atlas.relations[id] ?? []).filter(([, , how]) => how !== 'near').map(([other]) => atlas.place.get(other)).filter((other) => other?.kind === 'district' && !other.context && decidesSpace(other.accuracy?.class)).map((other) => other!.id));
	return [...new Set(found)];
}

function domainSlide(drafting: Drafting): Draft | null {
	const { writer: { t }, subject } = drafting;
	if (subject.measures.length < 6) return null;
	return draft(drafting, {
		show: 'chart', about: 'domain', title: t('briefme.chart.domain'), view: viewOf(subject, { table: 'measures' }), words: t('briefme.domain.words'), notes: promiseNotes(drafting), drop: 5
	});
}
