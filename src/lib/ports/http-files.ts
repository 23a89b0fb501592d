/** A file of the app itself as bytes, such as the face that a PDF embeds. Errors: rejects with a sentence when it cannot be had. */
export async function fetchBytes(url: string, get: typeof fetch = fetch): Promise<Uint8Array> {
	const response = await get(url);
	if (!response.ok) throw new Error(`${url} answered ${response.status}`);
	return new Uint8Array(await response.arrayBuffer());
}
