import { beginLayer } from '#lib/server/layers.ts';
import { answerLayer } from '../../layers.server.ts';
import type { RequestHandler } from './$types.js';

export const POST: RequestHandler = ({ request }) => answerLayer(request, (folder, body, disk) => beginLayer(folder, body, Date.now(), disk));
