import { isLang, loadCore } from '#lib/i18n/index.ts';
import type { LayoutLoad } from './$types.js';

/** Before anything is said, on error pages too. */
export const load: LayoutLoad = async ({ url, data }) => {
	const first = url.pathname.split('/')[1] ?? '';
	await loadCore(isLang(first) ? first : 'zh');
	return data;
};
