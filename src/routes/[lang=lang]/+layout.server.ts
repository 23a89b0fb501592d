import type { Lang } from '#lib/i18n/lang.ts';
import { openStore } from '#lib/server/store.ts';
import { editingHere } from '../changes.server.ts';
import type { LayoutServerLoad } from './$types.js';

export const load: LayoutServerLoad = ({ params }) => {
	const { dataset } = openStore();
	return { ...editingHere(), lang: params.lang as Lang, hash: dataset.hash, dataDate: dataset.dataDate, review: process.env.MAP_REVIEW_NUMBER ?? '' };
};
