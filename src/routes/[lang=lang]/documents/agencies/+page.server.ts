import type { Lang } from '#lib/i18n/lang.ts';
import { agenciesPage } from '#lib/query/agencies-page.ts';
import { serverQuery } from '../../../query.server.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ params }) => ({ page: agenciesPage(serverQuery().atlas, params.lang as Lang) });
