import { describe, expect, it } from 'vitest';
import { openHostFrame } from '#lib/ports/host-frame.ts';

/** A framed window as far as the port looks at it. */
function framed({ above }: { above?: string } = {}) {
	const sent: [message: unknown, target: string][] = [];
	const host = { postMessage: (message: unknown, target: string) => sent.push([message, target]) };
	const bus = new EventTarget();
	const own = Object.assign(bus, { parent: host, location: { origin: 'https://atlas.example', ...(above === undefined ? {} : { ancestorOrigins: [above] }) } });
	const say = (origin: string, data: unknown, source: unknown = host) => bus.dispatchEvent(Object.assign(new Event('message'), { origin, data, source }));
	return { own: own as unknown as Window, sent, say };
}

describe('the page around the map', () => {
	it('is heard where its origin is allowed, and only itself', () => {
		const { own, say } = framed();
		const heard: unknown[] = [];
		const stop = openHostFrame(own, ['https://plan.example'])!.listen((data) => heard.push(data));
		say('https://plan.example', 1);
		say('https://atlas.example', 2);
		say('https://evil.example', 3);
		say('null', 4);
		say('https://plan.example', 5, { another: 'frame' });
		stop();
		say('https://plan.example', 6);
		expect(heard).toEqual([1, 2]);
	});
	it('is told things by its origin, never by "*"', () => {
		const named = framed({ above: 'https://plan.example' });
		openHostFrame(named.own, ['https://plan.example', 'https://other.example'])!.send('news');
		expect(named.sent).toEqual([['news', 'https://plan.example']]);
		const unnamed = framed();
		openHostFrame(unnamed.own, ['https://plan.example'])!.send('news');
		expect(unnamed.sent.map(([, target]) => target)).toEqual(['https://atlas.example', 'https://plan.example']);
	});
	it('hears nothing of us where it is not allowed', () => {
		const { own, sent } = framed({ above: 'https://evil.example' });
		openHostFrame(own, ['https://plan.example'])!.send('news');
		expect(sent).toEqual([]);
	});
	it('does not exist where the map stands alone', () => {
		const alone = { location: { origin: 'https://atlas.example' } } as unknown as Window & { parent: Window };
		alone.parent = alone;
		expect(openHostFrame(alone, [])).toBeNull();
	});
});
