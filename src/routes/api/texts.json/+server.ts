import { json } from '@sveltejs/kit';
import { heldEntries } from '../../texts.server.ts';
import type { RequestHandler } from './$types.js';

/** Heads and counts; the words of a text are in no answer but the page of its document. */
export const GET: RequestHandler = async () => json({ texts: await heldEntries() }, { headers: { 'Cache-Control': 'no-store' } });
