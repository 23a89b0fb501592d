import { error } from '@sveltejs/kit';
import { findStore } from '#lib/server/store.ts';
import { send } from '../../../send.server.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = ({ params, request }) => {
	const file = findStore(params.hash)?.files.get(params.file);
	if (!file) error(404, 'not found');
	return send(request, file, { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=31536000, immutable' });
};
