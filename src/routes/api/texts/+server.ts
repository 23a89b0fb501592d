import { textLimits } from '#lib/domain/text-file.ts';
import { answerChange } from '../../changes.server.ts';
import type { RequestHandler } from './$types.js';

const tooLarge = { zh: `正文超过 ${textLimits.heldChars / 10_000} 万字，没有保存。请分成几份。`, en: `The text is longer than ${textLimits.heldChars / 1e6} million characters; nothing was kept. Split it.` };

export const POST: RequestHandler = ({ request }) => answerChange(request, async (body) => (await import('#lib/server/publisher.ts')).applyText(body), tooLarge);
