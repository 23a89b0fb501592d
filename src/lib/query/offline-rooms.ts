/** How the installed app answers when the server is gone. Plain, so that the service worker only carries it out. */
import '../i18n/rooms/offline.ts';
import '../i18n/rooms/search.ts';
import { langs } from '../i18n/lang.ts';

/** Rooms of the app in the order of the offline page, with the key of their name. */
export const keptRooms = [['', 'nav.map'], ['/indicators', 'indicators.nav'], ['/progress', 'progress.nav'], ['/documents', 'nav.documents'], ['/documents/matrix', 'subnav.matrix'], ['/documents/agencies', 'subnav.agencies'], ['/briefings', 'briefings.nav'], ['/waters', 'offline.waters'], ['/strip', 'offline.strip'], ['/timeline', 'offline.timeline'], ['/index', 'offline.index'], ['/method', 'method.nav'], ['/search', 'search.title']] as const;

export interface OfflinePlan {
	/** Content address of the dataset that the pages were made from. */
	hash: string;
	pages: string[];
	/** Files below `/data/<hash>/`. */
	files: string[];
}

/** Which plugged-in layers there are, and the rows of one. */
export const layersPath = '/api/layers.json';
export const rowsPath = (id: string): string => `/api/layers/${id}/rows.ndjson`;

export type Answering = 'data' | 'page' | 'page-data' | 'layers' | 'pass';

/** `page-data`: what Kit asks for when a link is followed; `layers`: planners' own, kept for the briefings that were shown. Downloads and questions to the server are never kept. */
export function answeringOf(path: string, isNavigation: boolean): Answering {
	if (/^\/data\/[^/]+\/[^/]+$/.test(path)) return 'data';
	if (path === layersPath || /^\/api\/layers\/[a-z0-9-]+\/rows\.ndjson$/.test(path)) return 'layers';
	if (path.endsWith('/__data.json')) return 'page-data';
	return isNavigation && !/\.[a-z]+$/.test(path) ? 'page' : 'pass';
}

/** The map, the show and the search read their address in the browser, so that one kept page answers every query; other pages are kept as the server wrote them. */
export const readsItsAddress = (path: string): boolean => /^\/[a-z]+(\/|\/search)?$/.test(path) || /\/briefings\/[^/]+\/present$/.test(path);

/** Lock that a window holds while it shows a briefing; a crash frees it. */
export const showingLock = 'showing a briefing';

/**
 * A new version waits while any window shows a briefing, presenter's windows and drafts included: what is on the big screen stays as it is.
 * `windows`: their addresses, which some browsers give as they were opened; `held`: names of the locks held, which tell of a show that was reached by a link.
 */
export const updateWaits = (windows: readonly string[], held: readonly string[]): boolean => held.includes(showingLock) || windows.some((url) => /^\/[a-z]+\/briefings\/[^/]+\/present\/?$/.test(new URL(url).pathname));

/** The offline page in the language of the address. */
export const offlineHref = (path: string): string => `/${langs.find((lang) => path.split('/')[1] === lang) ?? 'zh'}/offline`;
