import { abortLayer, appendRows } from '#lib/server/layers.ts';
import { answerLayer } from '../../../../layers.server.ts';
import type { RequestHandler } from './$types.js';

export const POST: RequestHandler = ({ request, params: { draft } }) => answerLayer(request, (folder, body, disk) => appendRows(folder, draft, body, disk));
export const DELETE: RequestHandler = ({ request, params: { draft } }) => answerLayer(request, (folder, _, disk) => abortLayer(folder, draft, disk));
