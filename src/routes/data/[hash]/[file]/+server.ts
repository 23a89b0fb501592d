import { error } from '@sveltejs/kit';
import { openStore } from '#lib/server/store.ts';
import { send } from '../../../send.server.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = ({ params, request }) => {
	const { dataset, files } = openStore();
	const file = files.get(params.file);
	if (params.hash !== dataset.hash || !file) error(404, 'not found');
	return send(request, file, { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=31536000, immutable' });
};
