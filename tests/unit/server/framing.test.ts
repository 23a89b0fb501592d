import { describe, expect, it } from 'vitest';
import { framingPolicy, readEmbedOrigins, sayWrongOrigins } from '#lib/server/framing.ts';

describe('the setting EMBED_ORIGINS', () => {
	it('names origins, separated by spaces or commas', () => {
		expect(readEmbedOrigins(' https://plan.example.cn, http://10.0.0.8:8080\nhttps://plan.example.cn')).toEqual({ origins: ['https://plan.example.cn', 'http://10.0.0.8:8080'], wrong: [] });
		expect(readEmbedOrigins(undefined)).toEqual({ origins: [], wrong: [] });
	});
	it.each(['*', 'https://*.example.cn', 'plan.example.cn', 'https://plan.example.cn/', 'https://plan.example.cn/map', "'self'", 'javascript:alert(1)', 'null', 'https://a;script-src', 'data:', 'https://PLAN.example.cn', 'https://plan.example.cn:443'])('%s allows nobody and is named', (entry) => {
		const read = readEmbedOrigins(`${entry} https://good.example`);
		expect(read).toEqual({ origins: ['https://good.example'], wrong: [entry] });
		expect(sayWrongOrigins(read.wrong)).toContain(entry);
	});
});

describe('who may frame a page', () => {
	const policy = "default-src 'self'; script-src 'self' 'sha256-x'; frame-ancestors 'none'";
	it('the map for other pages: the app itself and the named origins', () => {
		expect(framingPolicy(policy, true, [])).toBe("default-src 'self'; script-src 'self' 'sha256-x'; frame-ancestors 'self'");
		expect(framingPolicy(policy, true, ['https://plan.example.cn'])).toBe("default-src 'self'; script-src 'self' 'sha256-x'; frame-ancestors 'self' https://plan.example.cn");
	});
	it('any other page: nobody, whatever the setting', () => expect(framingPolicy(policy, false, ['https://plan.example.cn'])).toBe(policy));
	it('a page without a policy has at least this one', () => expect(framingPolicy(null, false, [])).toBe("frame-ancestors 'none'"));
});
