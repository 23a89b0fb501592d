import { describe, expect, it } from 'vitest';
import { answerRange, rangeOf } from '#lib/domain/byte-range.ts';

describe('a part of a file', () => {
	it.each([['bytes=0-9', [0, 10]], ['bytes=90-', [90, 100]], ['bytes=90-500', [90, 100]], ['bytes=-10', [90, 100]], ['bytes=-500', [0, 100]]])('%s of 100 bytes', (header, range) => expect(rangeOf(header, 100)).toEqual(range));
	it.each(['bytes=100-', 'bytes=9-3', 'bytes=-', 'bytes=0-1,5-6', 'lines=0-9', 'bytes=-0', 'bytes=a-b', `bytes=${'9'.repeat(30)}-`])('%s is refused', (header) => expect(rangeOf(header, 100)).toBeNull());

	it('is answered with 206, a wrong one with 416, none with the whole', async () => {
		const bytes = Uint8Array.from({ length: 100 }, (_, i) => i);
		const part = answerRange(bytes, 'bytes=10-19', { ETag: '"a"' });
		expect([part.status, part.headers.get('content-range'), part.headers.get('etag')]).toEqual([206, 'bytes 10-19/100', '"a"']);
		expect(new Uint8Array(await part.arrayBuffer())).toEqual(bytes.slice(10, 20));
		expect(answerRange(bytes, 'bytes=200-', {}).status).toBe(416);
		const whole = answerRange(bytes, null, {});
		expect([whole.status, (await whole.arrayBuffer()).byteLength]).toEqual([200, 100]);
	});
});
