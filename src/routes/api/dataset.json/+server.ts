import { openStore } from '#lib/server/store.ts';
import { send } from '../../send.server.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = ({ request }) => send(request, openStore().files.get('records.json')!, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-cache' });
