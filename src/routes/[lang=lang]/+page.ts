import type { PageLoad } from './$types.js';

/** The record's panel is fetched at once only where the first view has a record open. */
export const load: PageLoad = async ({ data }) => ({ ...data, panel: data.model.card ? await import('#lib/components/RecordPanel.svelte') : null });
