import { json } from '@sveltejs/kit';
import { changeLayer, dropLayer } from '#lib/server/layer-shelf.ts';
import { answerLayer, openLayer } from '../../../layers.server.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = ({ params: { id } }) => json(openLayer(id).layer, { headers: { 'Cache-Control': 'no-store' } });
export const PATCH: RequestHandler = ({ request, params: { id } }) => answerLayer(request, (folder, body, disk) => changeLayer(folder, id, body, disk));
export const DELETE: RequestHandler = ({ request, params: { id } }) => answerLayer(request, (folder, _, disk) => dropLayer(folder, id, disk));
