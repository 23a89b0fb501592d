import { redirect } from '@sveltejs/kit';
import { preferredLang } from '../preferred-lang.server.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ request, url }) => redirect(302, `/${preferredLang(request)}/embed${url.search}`);
