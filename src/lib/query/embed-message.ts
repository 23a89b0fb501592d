/**
 * What a page that frames the map may say to it, and what it hears back (`docs/embed.md`). An order is taken whole or not at all: fields, ranges and
 * ids are checked before anything moves, and what a later version adds is refused by its number, never half understood.
 */
import type { Ref } from '../domain/dataset.ts';
import type { Camera, View } from '../domain/view.ts';
import type { Lang } from '../i18n/lang.ts';
import { decode, isInRange } from './url.ts';
import type { Known } from './url.ts';

export const embedVersion = 1;
/** Longest query string taken, letters; the longest shipped slide needs a tenth. */
const mostLetters = 2000;

export type EmbedOrder = { type: 'camera'; camera: Camera } | { type: 'select'; ref: Ref | null } | { type: 'view'; view: View };
/** `fields`: something is missing, of another type, or unknown. `busy`: before `ready`. */
export type EmbedReason = 'version' | 'type' | 'fields' | 'range' | 'unknown-id' | 'query' | 'busy';
export type EmbedNews =
	| { type: 'ready'; lang: Lang; hasMap: boolean; dataDate: string }
	| { type: 'camera'; center: [lon: number, lat: number]; zoom: number }
	| { type: 'select'; ref: Ref | null; title: string }
	| { type: 'refused'; reason: EmbedReason; of: string };
/** `foreign`: not meant for the map, as other scripts of the page write to their frames too; it gets no answer. */
export type ReadOrder = { is: 'order'; order: EmbedOrder } | { is: 'refused'; reason: EmbedReason; of: string } | { is: 'foreign' };

const fields: Record<string, readonly string[]> = { camera: ['center', 'zoom'], select: ['ref'], view: ['query'] };

export function readOrder(data: unknown, known: Known): ReadOrder {
	if (typeof data !== 'object' || data === null || !('shuixiang' in data)) return { is: 'foreign' };
	const { shuixiang: version, type, ...rest } = data as Record<string, unknown>;
	const of = typeof type === 'string' ? type.slice(0, 20) : '';
	const refuse = (reason: EmbedReason): ReadOrder => ({ is: 'refused', reason, of });
	if (version !== embedVersion) return refuse('version');
	if (!Object.hasOwn(fields, of)) return refuse('type');
	if (Object.keys(rest).toSorted().join() !== fields[of]!.join()) return refuse('fields');
	if (of === 'camera') return readCamera(rest, refuse);
	if (of === 'select') return readSelect(rest.ref, known, refuse);
	return readView(rest.query, known, refuse);
}

type Refuse = (reason: EmbedReason) => ReadOrder;

function readCamera({ center, zoom }: Record<string, unknown>, refuse: Refuse): ReadOrder {
	if (!Array.isArray(center) || center.length !== 2 || ![...center, zoom].every((n) => typeof n === 'number')) return refuse('fields');
	const camera: Camera = { center: [center[0] as number, center[1] as number], zoom: zoom as number };
	return isInRange(camera) ? { is: 'order', order: { type: 'camera', camera } } : refuse('range');
}

function readSelect(ref: unknown, known: Known, refuse: Refuse): ReadOrder {
	if (ref === null) return { is: 'order', order: { type: 'select', ref: null } };
	if (typeof ref !== 'string' || ref === '' || ref.length > mostLetters) return refuse('fields');
	const { selection } = decode(`?select=${encodeURIComponent(ref)}`, known).view;
	return selection === null ? refuse('unknown-id') : { is: 'order', order: { type: 'select', ref: selection } };
}

function readView(query: unknown, known: Known, refuse: Refuse): ReadOrder {
	if (typeof query !== 'string' || query.length > mostLetters || (query !== '' && !query.startsWith('?'))) return refuse('fields');
	const { view, ignored } = decode(query, known);
	return ignored.length > 0 ? refuse('query') : { is: 'order', order: { type: 'view', view } };
}

export const toMessage = (news: EmbedNews) => ({ shuixiang: embedVersion, ...news });
