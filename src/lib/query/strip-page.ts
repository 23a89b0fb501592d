/** A strip in the words of one language: what its drawing, its table and its file show. */
import '../i18n/rooms/strip.ts';
import type { Position } from 'geojson';
import { splitRef } from '../domain/dataset.ts';
import type { Ref } from '../domain/dataset.ts';
import type { Place } from '../domain/place.ts';
import { emptyView } from '../domain/view.ts';
import type { Basis, Domain, PlaceKind, StatusValue } from '../domain/vocabulary.ts';
import { formatKm, formatMetres, say } from '../i18n/index.ts';
import type { Atlas } from './atlas.ts';
import { measureLine, projectLine, shortPlace } from './cards.ts';
import { nameOf } from './cite.ts';
import type { Writer } from './indicator-words.ts';
import type { Network, Reached } from './network/flows.ts';
import type { Band, Strip, StripItem, StripPart, Unplaced } from './strip.ts';
import { anchorOf } from './strip-url.ts';
import { hrefOf, recordHref } from './url.ts';

export interface BandView extends Band {
	key: string;
	name: string;
	href: string;
}
export interface ItemView extends StripItem {
	/** Row of the table. */
	key: string;
	name: string;
	/** Kind of a place; empty of a record. */
	kind: PlaceKind | '';
	status: StatusValue | 'unknown' | '';
	/** `35.6 km`, `43 km ±3 km`, `30.7–35.7 km`. */
	chainage: string;
	accuracy: string;
	/** How it stands to the line. */
	manner: string;
	/** On the map, selected. */
	href: string;
	/** The map at this very spot. */
	mapHref: string;
	/** Strip of the other line. */
	strip: string;
}
export interface PartView {
	name: string;
	kind: PlaceKind;
	lengthKm: number;
	isSchematic: boolean;
	accuracyM: number;
	accuracy: string;
	/** Which way the water flows and who says so, or that nobody does; empty of a line that is no water. */
	flow: string;
	/** Where 0 and the last km are. */
	ends: [start: string, end: string];
	districts: BandView[];
	towns: BandView[];
	items: ItemView[];
}
export interface UnplacedView {
	ref: string;
	title: string;
	kind: string;
	status: StatusValue | 'unknown' | '';
	domain: Domain | '';
	/** Short citation of a measure. */
	clause: string;
	basis: Basis;
	via: string;
	why: Unplaced['why'];
	href: string;
}
export interface FlowView {
	id: string;
	name: string;
	href: string;
	/** Waters between, and whether it is a reading; empty where neither. */
	how: string;
}
export interface StripPage {
	id: string;
	name: string;
	otherName: string;
	kind: PlaceKind;
	parts: PartView[];
	unplaced: UnplacedView[];
	areaWide: number;
	/** Waters above and below, nearest first; empty of what is no water. */
	upstream: FlowView[];
	downstream: FlowView[];
	/** Sources of the lines: outlet and licence as the data give them. */
	sources: string[];
	/** What the file says below its drawing. */
	notes: string[];
	/** The records along it on the map. */
	alongHref: string;
}

export function stripPage(atlas: Atlas, writer: Writer, place: Place, strip: Strip, network: Network | null = null): StripPage {
	const { t, lang } = writer;
	const lines = [...new Set(strip.parts.map((part) => part.place))].map((id) => atlas.place.get(id)!);
	const sources = [...new Set(lines.map(({ source, date, licence }) => `${source} · ${date} · ${licence}`))];
	const parts = strip.parts.map((part, i) => viewPart(atlas, writer, part, i, strip.parts.filter(({ place: of }) => of === part.place).length > 1 ? strip.parts.slice(0, i + 1).filter(({ place: of }) => of === part.place).length : 0));
	return {
		id: place.id, name: place.names[lang], otherName: place.names[lang === 'zh' ? 'en' : 'zh'], kind: place.kind, parts, unplaced: strip.unplaced.map((one) => viewUnplaced(atlas, writer, one)), areaWide: strip.areaWide, sources,
		upstream: flowViews(atlas, writer, network?.upstream(place.id) ?? []), downstream: flowViews(atlas, writer, network?.downstream(place.id) ?? []),
		notes: [...parts.map((part) => t('strip.measured', { name: part.name, n: formatKm(part.lengthKm), accuracy: part.accuracy, start: part.ends[0], end: part.ends[1] }) + part.flow), t('strip.lead'), t('footer.boundary'), t('strip.source', { text: sources.join(lang === 'zh' ? '；' : '; ') }), t('footer.data', { date: atlas.dataset.dataDate })],
		alongHref: hrefOf(lang, { ...emptyView, selection: `place:${place.id}`, filter: { all: [{ is: 'along', of: [place.id] }] } })
	};
}

const flowViews = (atlas: Atlas, { lang, t }: Writer, reached: readonly Reached[]): FlowView[] => reached.map(({ water, via, isReading }) => ({
	id: water, name: shortPlace(atlas, lang, water), href: recordHref(lang, `place:${water}`), how: [via.length > 0 ? t('strip.flow.via', { names: via.map((id) => shortPlace(atlas, lang, id)).join(t('join.list')) }) : '', isReading ? t('strip.flow.reading') : ''].filter(Boolean).join(t('join.list'))
}));

function flowWords(atlas: Atlas, { lang, t }: Writer, { place, flow }: StripPart): string {
	const { kind, flows_to } = atlas.place.get(place)!;
	if (kind !== 'river' && kind !== 'canal') return '';
	if (flow === null) return t('strip.flow.none');
	const name = shortPlace(atlas, lang, flow.toldBy);
	return t(flow.isDownstream ? 'strip.flow.down' : 'strip.flow.up', { told: t(flows_to?.includes(flow.toldBy) ? 'strip.flow.out' : 'strip.flow.in', { name }) });
}

function viewPart(atlas: Atlas, writer: Writer, part: StripPart, i: number, nth: number): PartView {
	const { t, lang } = writer;
	const name = shortPlace(atlas, lang, part.place);
	const bands = (some: readonly Band[], row: string): BandView[] => some.map((band, n) => ({ ...band, key: anchorOf(i, row, band.id ?? 'none', n), name: band.id === null ? t(`strip.none.${row as 'district'}`) : shortPlace(atlas, lang, band.id), href: band.id === null ? '' : recordHref(lang, `place:${band.id}`) }));
	const seen = new Map<string, number>();
	const items = part.items.map((item): ItemView => {
		const nthOf = seen.get(`${item.row} ${item.ref}`) ?? 0;
		seen.set(`${item.row} ${item.ref}`, nthOf + 1);
		return viewItem(atlas, writer, item, anchorOf(i, item.row, item.ref, nthOf));
	});
	const [start, end] = part.ends;
	const endWords = (at: Position, other: Position, band: Band | undefined): string => t('strip.end', { side: t(`strip.side.${sideOf(at, other)}`), place: band?.id ? `${shortPlace(atlas, lang, band.id)}${lang === 'zh' ? '，' : ', '}` : '', lat: at[1]!.toFixed(3), lon: at[0]!.toFixed(3) });
	return {
		name: nth > 0 ? t('strip.part', { name, n: nth }) : name, kind: atlas.place.get(part.place)!.kind, lengthKm: part.lengthKm, isSchematic: part.isSchematic, accuracyM: part.accuracyM, accuracy: accuracyWords(writer, part), flow: flowWords(atlas, writer, part),
		ends: [endWords(start, end, part.districts[0]), endWords(end, start, part.districts.at(-1))], districts: bands(part.districts, 'district'), towns: bands(part.towns, 'town'), items
	};
}

const sides = ['east', 'northeast', 'north', 'northwest', 'west', 'southwest', 'south', 'southeast'] as const;
/** The side of a line on which one of its ends lies, seen from the other end. */
export function sideOf([lon, lat]: Position, [fromLon, fromLat]: Position): (typeof sides)[number] {
	const turn = Math.atan2(lat! - fromLat!, (lon! - fromLon!) * Math.cos((fromLat! * Math.PI) / 180)) / (2 * Math.PI);
	return sides[Math.round(turn * 8 + 8) % 8]!;
}

const accuracyWords = ({ t }: Writer, { accuracyM, isSchematic }: Pick<StripItem, 'accuracyM' | 'isSchematic'>): string => t(isSchematic ? 'strip.accuracy.schematic' : 'strip.accuracy', { m: formatMetres(accuracyM) });
/** A chainage that may be a km or more off is told in whole km. */
const kmWords = (km: number, accuracyM: number): string => km.toFixed(accuracyM >= 1000 ? 0 : 1);

function viewItem(atlas: Atlas, writer: Writer, item: StripItem, key: string): ItemView {
	const { t, lang } = writer;
	const [recordKind, id] = splitRef(item.ref as `place:${string}`);
	const place = recordKind === 'place' ? atlas.place.get(id)! : null;
	const project = recordKind === 'project' ? projectLine(atlas, lang, atlas.project.get(id)!) : null;
	const measure = recordKind === 'measure' ? measureLine(atlas, lang, atlas.measure.get(id)!) : null;
	const span = `${kmWords(item.km, item.accuracyM)}${item.toKm === undefined ? '' : `–${kmWords(item.toKm, item.accuracyM)}`} km`;
	const via = item.via ? shortPlace(atlas, lang, item.via) : '';
	const manner = t(`strip.how.${item.how}`, { metres: formatMetres(item.metres), km: item.otherKm === undefined ? '' : kmWords(item.otherKm, item.accuracyM), name: place ? shortPlace(atlas, lang, id) : via });
	return {
		...item, key, name: place ? shortPlace(atlas, lang, id) : project?.title ?? measure?.citation?.short ?? measure!.title, kind: place?.kind ?? '', status: project?.status ?? '', chainage: item.isSchematic ? `${span} ±${formatMetres(item.accuracyM)}` : span, accuracy: accuracyWords(writer, item),
		manner: (measure ? t('strip.clause', { title: measure.title, name: via, manner }) : via ? t('strip.via', { name: via, manner }) : manner) + (item.side ? t(`strip.bank.${item.side}`) : '') + (place?.context ? t('strip.outside') : ''), href: recordHref(lang, item.ref),
		mapHref: hrefOf(lang, { ...emptyView, selection: item.ref as Ref, camera: { center: item.at, zoom: 13 } }), strip: item.row === 'crossing' ? id : ''
	};
}

function viewUnplaced(atlas: Atlas, { lang, t }: Writer, { ref, why, basis, via }: Unplaced): UnplacedView {
	const [kind, id] = splitRef(ref as `project:${string}`);
	const known = { ref, why, basis, via: via ? nameOf(lang, atlas.place.get(via)!.names) : '', href: recordHref(lang, ref) };
	if (kind === 'project') {
		const line = projectLine(atlas, lang, atlas.project.get(id)!);
		return { ...known, title: line.title, kind: say(t, 'kind', line.kind), status: line.status, domain: '', clause: '' };
	}
	const line = measureLine(atlas, lang, atlas.measure.get(id)!);
	return { ...known, title: line.title, kind: '', status: '', domain: line.domain, clause: line.citation?.short ?? '' };
}
