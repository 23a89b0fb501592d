import { finishLayer } from '#lib/server/layers.ts';
import { answerLayer } from '../../../../../layers.server.ts';
import type { RequestHandler } from './$types.js';

export const POST: RequestHandler = ({ request, params: { draft } }) => answerLayer(request, (folder, body, disk) => finishLayer(folder, draft, body, new Date().toISOString(), disk));
