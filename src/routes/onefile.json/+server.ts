import { openShellFile } from '../onefile.server.ts';
import { send } from '../send.server.ts';
import type { RequestHandler } from './$types.js';

/** The shell, for a draft that the browser packs itself. */
export const GET: RequestHandler = async ({ request }) => send(request, await openShellFile(), { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache' });
