import { indicatorsApi } from '#lib/query/indicators-api.ts';
import { compress } from '#lib/server/store.ts';
import type { PublishedFile } from '#lib/server/store.ts';
import { serverProgress } from '../../progress.server.ts';
import { send } from '../../send.server.ts';
import type { RequestHandler } from './$types.js';

let file: PublishedFile | undefined;

export const GET: RequestHandler = ({ request }) => {
	const { atlas, judgements } = serverProgress();
	file ??= compress(JSON.stringify(indicatorsApi(atlas, judgements)), 9);
	return send(request, file, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-cache' });
};
