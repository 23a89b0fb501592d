import { json } from '@sveltejs/kit';
import { readShelf } from '#lib/server/layer-shelf.ts';
import { plannerFolder } from '#lib/server/roots.ts';
import type { RequestHandler } from './$types.js';

/** Heads of the layers that planners have plugged in, never their rows. */
export const GET: RequestHandler = () => json(readShelf(plannerFolder()), { headers: { 'Cache-Control': 'no-store' } });
