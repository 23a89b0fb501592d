/** Why a record answers a question about space, as sentences: how it comes to the place, how the place stands to the one asked about, how sure that is. */
import '../../i18n/rooms/space.ts';
import type { Measure } from '../../domain/dataset.ts';
import { splitRef } from '../../domain/dataset.ts';
import type { SpaceLeaf } from '../../domain/view.ts';
import { stretchesIn } from '../../geo/chainage.ts';
import { formatKm, formatNumber } from '../../i18n/index.ts';
import type { Translate } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/lang.ts';
import type { Atlas } from '../atlas.ts';
import { shortPlace } from '../cards.ts';
import { citeClause, pick } from '../cite.ts';
import { isUnplaced } from './carriers.ts';
import type { Carrier } from './carriers.ts';
import { linesOf } from './crosses.ts';
import { areaDrawn } from './drawn.ts';
import { hasArea, hasLines, isSeat } from './ground.ts';
import type { SpaceGround, SpaceHit } from './hit.ts';

export interface Teller {
	ground: SpaceGround;
	t: Translate;
	lang: Lang;
	/** Whether a question has no answer and so takes no part; its words then say that. */
	isRefused?(leaf: SpaceLeaf): boolean;
}

/** Whole metres up to 1 km, then one decimal: `420 m`, `1.2 km`. */
export const formatDistance = (metres: number): string => (Math.round(metres) < 1000 ? `${Math.round(metres)} m` : `${formatNumber(Math.round(metres / 100) / 10)} km`);

export function sayReason(teller: Teller, ref: string, carrier: Carrier, leaf: SpaceLeaf, hit: SpaceHit, rank?: number): string {
	const { t } = teller;
	const carried = sayCarrier(teller, ref, carrier);
	const isItself = carrier.id === hit.asked;
	if (isItself && carried !== '') return carried;
	const stands = isItself ? t('space.why.nearest.own', { asked: placeName(teller, hit.asked) }) : sayHit(teller, carrier.id, leaf, hit, rank);
	const where = isUnplaced(teller.ground, leaf.is, carrier, hit) ? t('space.somewhere') : '';
	return carried === '' ? stands : `${carried}${t('space.join')}${stands}${where}`;
}

/** Empty for a place: it stands where it is. */
function sayCarrier({ ground: { atlas }, t, lang }: Teller, ref: string, { id, basis, via }: Carrier): string {
	const [kind, own] = splitRef(ref);
	const isMember = via !== undefined && (atlas.place.get(via)?.members ?? []).includes(id);
	const words = via === undefined ? name(atlas, lang, id) : t(isMember ? 'space.carry.members' : 'space.carry.parts', { via: name(atlas, lang, via), place: name(atlas, lang, id) });
	if (kind === 'place') return '';
	if (basis === 'own') return id.startsWith('project:') ? t('space.carry.coordinates') : t('space.carry.place', { place: words });
	if (basis === 'inferred') return t('space.carry.inferred', { place: words });
	if (kind === 'measure') return t('space.carry.named.measure', { clause: sayClause(atlas, t, lang, atlas.measure.get(own)!), place: words });
	return t(kind === 'project' ? 'space.carry.named.project' : 'space.carry.named.indicator', { place: words });
}

/** `行动计划第 23 条`; a path of several levels stands as printed. */
function sayClause(atlas: Atlas, t: Translate, lang: Lang, { clause }: Measure): string {
	const { short, path } = citeClause(atlas, lang, clause)!;
	const document = atlas.document.get(atlas.clause.get(clause)!.document)!;
	const words = { document: pick(lang, document, 'short'), path };
	return /^\d+$/.test(path) ? t('space.clause', words) : /^[一二三四五六七八九十百]+$/.test(path) ? t('space.clause.han', words) : short;
}

const name = (atlas: Atlas, lang: Lang, id: string): string => (atlas.place.has(id) ? shortPlace(atlas, lang, id) : id);
function placeName({ ground: { atlas, subjects }, t, lang }: Teller, id: string): string {
	if (id === '') return t('space.drawn');
	if (id.startsWith('project:')) return t('space.project');
	const subject = subjects.get(id);
	return subject && isSeat(atlas, subject) ? t('space.seat', { name: name(atlas, lang, id) }) : name(atlas, lang, id);
}

function sayHit(teller: Teller, id: string, leaf: SpaceLeaf, hit: SpaceHit, rank?: number): string {
	const { ground, t, lang } = teller;
	const asked = leaf.is === 'border' ? leaf.of.map((one) => name(ground.atlas, lang, one)).join(t('join.list')) : placeName(teller, hit.asked);
	const words = { subject: placeName(teller, id), asked, metres: sayMetres(t, hit), km: hit.km === undefined ? '' : formatKm(hit.km), rank: rank ?? hit.rank ?? '' };
	const zero = hit.metres === 0 ? '.zero' : '';
	return `${phrase()}${sayDrawing(teller, id, hit)}${hit.isHinging ? t(hit.isSchematic ? 'space.hinge.schematic' : 'space.hinge') : ''}`;

	function phrase(): string {
		switch (leaf.is) {
			case 'near': return t(`space.why.near${zero}`, words);
			case 'shore': return t(`space.why.shore${zero}`, words);
			case 'inside': case 'drawn': return sayInside(teller, id, leaf, hit, words);
			case 'crosses': return sayCrossing(teller, id, hit, words);
			case 'nearest': return t('space.why.nearest', words);
			case 'border': return t(`space.why.border.${leaf.of.length === 2 ? 2 : 3}${zero}`, words);
			case 'upstream': case 'downstream': return sayFlow(teller, t(`space.why.${leaf.is}`, words), hit);
			case 'reach': return t('space.why.reach', words);
			case 'bank': return t(hit.side === 'right' ? 'space.why.bank.right' : 'space.why.bank.left', words);
		}
	}
}

const sayMetres = (t: Translate, { metres, accuracyM }: SpaceHit): string => (metres === null ? '' : accuracyM === 0 ? formatDistance(metres) : t('space.measures', { metres: formatDistance(metres), accuracy: formatDistance(accuracyM) }));

type Named = Record<'subject' | 'asked', string>;
function sayInside({ ground: { atlas, subjects }, t, lang }: Teller, id: string, leaf: SpaceLeaf, hit: SpaceHit, words: Named): string {
	if (hit.isStated) return t('space.why.inside.stated', { ...words, subject: name(atlas, lang, id) });
	const subject = subjects.get(id);
	if (!hit.isPart || !subject) return t('space.why.inside', words);
	if (!hasLines(subject)) return t('space.why.inside.part', words);
	const { km, of } = stretchIn();
	return km === of ? t('space.why.inside.nearly', words) : t('space.why.inside.stretch', { ...words, km, of });

	function stretchIn(): { km: string; of: string } {
		const area = leaf.is === 'drawn' ? areaDrawn(leaf.of) : subjects.get(hit.asked)!.planar;
		const runs = linesOf(subject!).map(({ run }) => run);
		const inKm = runs.flatMap((run) => stretchesIn(run, area)).reduce((sum, { from, to }) => sum + to - from, 0);
		return { km: formatDistance(inKm * 1000), of: formatDistance(runs.reduce((sum, { lengthKm }) => sum + lengthKm, 0) * 1000) };
	}
}

/** Who passes through whom: a line through an area, whichever of the two was asked about. */
function sayCrossing({ ground: { subjects }, t }: Teller, id: string, { asked }: SpaceHit, words: Named): string {
	const [subject, other] = [subjects.get(id)!, subjects.get(asked)!];
	if (hasLines(subject) && hasLines(other)) return t('space.why.crosses', words);
	if (hasLines(subject)) return t('space.why.crosses.through', words);
	return hasLines(other) && hasArea(subject) ? t('space.why.crosses.through', { subject: words.asked, asked: words.subject }) : t('space.why.crosses.over', words);
}

function sayFlow({ ground: { atlas }, t, lang }: Teller, start: string, { via = [], metres, stretch, isReading, ...hit }: SpaceHit): string {
	const parts = [start];
	if (via.length > 0) parts.push(t('space.why.flow.via', { via: via.map((id) => name(atlas, lang, id)).join(t('join.list')) }));
	if (metres !== null) parts.push(t('space.why.flow.beside', { metres: sayMetres(t, { ...hit, metres }) }));
	if (stretch) parts.push(t('space.why.flow.stretch', { from: formatKm(stretch[0]), to: formatKm(stretch[1]) }));
	if (stretch === null) parts.push(t('space.why.flow.unknown'));
	if (isReading) parts.push(t('space.why.flow.reading'));
	return parts.join('');
}

/** Which of the two is drawn schematically. */
function sayDrawing(teller: Teller, id: string, hit: SpaceHit): string {
	if (!hit.isSchematic) return '';
	const drawn = [id, hit.asked].filter((one) => teller.ground.subjects.get(one)?.isSchematic).map((one) => placeName(teller, one));
	return drawn.length > 0 ? teller.t('space.note.drawn', { names: drawn.join(teller.t('join.list')) }) : '';
}
