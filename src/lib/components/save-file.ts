/** Hands bytes made in the browser to the reader as a file. */
export function saveFile(name: string, type: string, content: Uint8Array | string): void {
	const url = URL.createObjectURL(new Blob([content as BlobPart], { type }));
	Object.assign(document.createElement('a'), { href: url, download: name }).click();
	setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
