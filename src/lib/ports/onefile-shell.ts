/** The shell of a one-file briefing over http, for drafts that the browser packs itself. */

/** The shape is `OnefileShell` of `briefing/export/onefile.ts`. Errors: rejects where the server does not answer. */
export async function fetchOnefileShell<Shell>(get: typeof fetch = fetch): Promise<Shell> {
	const response = await get('/onefile.json');
	if (!response.ok) throw new Error(`/onefile.json answered ${response.status}`);
	return response.json() as Promise<Shell>;
}
