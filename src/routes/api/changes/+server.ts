import { answerChange } from '../../changes.server.ts';
import type { RequestHandler } from './$types.js';

/** The publisher is heavy and comes with the first change. */
export const POST: RequestHandler = ({ request }) => answerChange(request, async (body) => (await import('#lib/server/publisher.ts')).applySet(body));
