import type { Lang } from '#lib/i18n/lang.ts';
import { openStrips } from '../../strip.server.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ params }) => openStrips(params.lang as Lang);
