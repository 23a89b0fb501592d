import { answerChange } from '../../../changes.server.ts';
import type { RequestHandler } from './$types.js';

export const POST: RequestHandler = ({ request }) =>
	answerChange(request, async (body) => {
		const { change, by } = (typeof body === 'object' ? body : null) as { change?: unknown; by?: unknown } ?? {};
		return (await import('#lib/server/publisher.ts')).undoSet(change, by);
	});
