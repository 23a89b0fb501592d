import { error } from '@sveltejs/kit';
import { answerRange } from '#lib/domain/byte-range.ts';
import { findStore } from '#lib/server/store.ts';
import { send } from '../../../send.server.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = ({ params, request }) => {
	const store = findStore(params.hash);
	const tiles = store?.tiles.get(params.file);
	if (tiles) return answerRange(new Uint8Array(tiles), request.headers.get('range'), { 'Content-Type': 'application/vnd.pmtiles', 'Cache-Control': 'public, max-age=31536000, immutable', ETag: `"${params.hash}-${params.file}"` });
	const file = store?.files.get(params.file);
	if (!file) error(404, 'not found');
	return send(request, file, { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=31536000, immutable' });
};
