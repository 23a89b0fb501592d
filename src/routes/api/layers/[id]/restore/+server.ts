import { restoreLayer } from '#lib/server/layer-shelf.ts';
import { answerLayer } from '../../../../layers.server.ts';
import type { RequestHandler } from './$types.js';

export const POST: RequestHandler = ({ request, params: { id } }) => answerLayer(request, (folder, _, disk) => restoreLayer(folder, id, disk));
