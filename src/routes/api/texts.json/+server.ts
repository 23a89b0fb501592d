import { json } from '@sveltejs/kit';
import { heldEntries } from '../../texts.server.ts';
import type { RequestHandler } from './$types.js';

/** Heads and counts, never the words. */
export const GET: RequestHandler = async () => json({ texts: await heldEntries() }, { headers: { 'Cache-Control': 'no-store' } });
