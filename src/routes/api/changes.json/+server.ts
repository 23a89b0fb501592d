import { json } from '@sveltejs/kit';
import { openLog } from '../../changes.server.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = () => json(openLog(), { headers: { 'Cache-Control': 'no-store' } });
