/** A part of a file, as readers of tile archives ask for it (RFC 9110, one range): first byte and the one past the last; `null` where the header asks for nothing we have. */
export function rangeOf(header: string, size: number): [from: number, to: number] | null {
	const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim());
	if (!match || (match[1] === '' && match[2] === '')) return null;
	const from = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1]);
	const to = match[1] === '' || match[2] === '' ? size : Math.min(size, Number(match[2]) + 1);
	return from < to ? [from, to] : null;
}

/** 206 with the part asked for, 416 where there is none, the whole where no part is asked for. `headers` go along. */
export function answerRange(bytes: Uint8Array<ArrayBuffer>, header: string | null, headers: Record<string, string>): Response {
	const common = { ...headers, 'Accept-Ranges': 'bytes' };
	if (header === null) return new Response(bytes, { headers: { ...common, 'Content-Length': String(bytes.length) } });
	const range = rangeOf(header, bytes.length);
	if (range === null) return new Response(null, { status: 416, headers: { ...common, 'Content-Range': `bytes */${bytes.length}` } });
	const part = bytes.subarray(...range);
	return new Response(part, { status: 206, headers: { ...common, 'Content-Range': `bytes ${range[0]}-${range[1] - 1}/${bytes.length}`, 'Content-Length': String(part.length) } });
}
