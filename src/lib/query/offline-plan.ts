/** What the installed app keeps for the time without a server: both languages of every room, document, water and briefing. Pages of single places and indicators are kept once they were visited. */
import { langs } from '../i18n/lang.ts';
import type { Atlas } from './atlas.ts';
import { keptRooms } from './offline-rooms.ts';
import type { OfflinePlan } from './offline-rooms.ts';
import { namedWaters } from './waters-page.ts';

/** `briefings`: their slugs; `files`: names of the published files. */
export function offlinePlan(atlas: Atlas, briefings: readonly string[], files: readonly string[]): OfflinePlan {
	const documents = atlas.dataset.documents.filter(({ id }) => atlas.clausesOf(id).length > 0);
	const paths = ['/offline', ...keptRooms.map(([path]) => path), ...briefings.map((slug) => `/briefings/${slug}/present`), ...documents.map(({ id }) => `/documents/${id}`), ...namedWaters(atlas).map((id) => `/waters/${id}`)];
	return { hash: atlas.dataset.hash, pages: langs.flatMap((lang) => paths.map((path) => `/${lang}${path}`)), files: files.filter((name) => /^((records|relations|readings|geometry-.*)\.json|.*\.pmtiles)$/.test(name) && !atlas.dataset.tiled?.some((layer) => name === `geometry-${layer}.json`)) };
}
