import { json } from '@sveltejs/kit';
import { serverPassages } from '../../search.server.ts';
import type { RequestHandler } from './$types.js';

/** Official texts stay in the planner's data folder: nothing on the way keeps them. */
export const GET: RequestHandler = () => json(serverPassages(), { headers: { 'Cache-Control': 'no-store' } });
