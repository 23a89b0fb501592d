import type { Lang } from '#lib/i18n/lang.ts';
import { changesPage } from '#lib/query/changes-page.ts';
import { openLog } from '../../changes.server.ts';
import { writerOf } from '../../progress.server.ts';
import { serverQuery } from '../../query.server.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ params }) => ({ changes: changesPage(serverQuery().atlas, writerOf(params.lang as Lang), openLog()) });
