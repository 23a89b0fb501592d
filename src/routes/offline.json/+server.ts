import { json } from '@sveltejs/kit';
import { offlinePlan } from '#lib/query/offline-plan.ts';
import { listBriefings } from '#lib/server/briefings.ts';
import { openStore } from '#lib/server/store.ts';
import { serverQuery } from '../query.server.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = () => {
	const briefings = listBriefings().filter(({ problem }) => problem === '').map(({ slug }) => slug);
	return json(offlinePlan(serverQuery().atlas, briefings, [...openStore().files.keys(), ...openStore().tiles.keys()]), { headers: { 'Cache-Control': 'no-cache' } });
};
