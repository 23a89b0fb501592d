import { answerChange } from '../../../changes.server.ts';
import type { RequestHandler } from './$types.js';

export const DELETE: RequestHandler = ({ request, params: { sum } }) => answerChange(request, async () => (await import('#lib/server/publisher.ts')).removeText(sum));
