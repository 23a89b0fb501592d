import { sendRows } from '../../../../layers.server.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = ({ request, params: { id } }) => sendRows(request, id);
