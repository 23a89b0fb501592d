import { indicatorsApi } from '#lib/query/indicators-api.ts';
import { compress, perStore } from '#lib/server/store.ts';
import { serverProgress } from '../../progress.server.ts';
import { send } from '../../send.server.ts';
import type { RequestHandler } from './$types.js';

const file = perStore(() => {
	const { atlas, judgements } = serverProgress();
	return compress(JSON.stringify(indicatorsApi(atlas, judgements)), 9);
});

export const GET: RequestHandler = ({ request }) => send(request, file(), { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-cache' });
