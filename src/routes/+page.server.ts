import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ request, url }) => {
	const preferred = (request.headers.get('accept-language') ?? '').trim().toLowerCase();
	redirect(302, `/${preferred.startsWith('en') ? 'en' : 'zh'}${url.search}`);
};
