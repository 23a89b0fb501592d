import { describe, expect, it } from 'vitest';
import { exportOnefile, packData, textsOf } from '#lib/briefing/export/onefile.ts';
import type { OnefileHead, OnefileShell } from '#lib/briefing/export/onefile.ts';
import { readBriefing } from '#lib/catalogue/formats/briefing.ts';
import { emptySlide } from '#lib/domain/briefing.ts';
import type { Briefing } from '#lib/domain/briefing.ts';
import type { PackedLayers } from '#lib/domain/packed-layers.ts';
import { createInlineSource, unpack } from '#lib/ports/inline-source.ts';

const shell: OnefileShell = { script: 'start()', style: 'p{margin:0}', scriptHash: 'sha256-abc', styleHash: 'sha256-def' };
const hostile = '</script><script>alert(1)</script><!-- "&amp;';
const briefing: Briefing = { slug: 'taipu', format: 1, lang: 'zh', title: `太浦河 ${hostile}`, author: hostile, date: '2026-03-10', dataDate: '2026-03-04', version: 1, theme: 'dark', slides: [{ ...emptySlide('s1'), title: hostile, words: hostile, notes: hostile }] };
const texts = { records: JSON.stringify({ hostile }), relations: '{"a":[1,2]}', shapes: JSON.stringify({ district: [hostile.repeat(20_000)] }) };

const make = async (): Promise<string> => new TextDecoder().decode((await exportOnefile(briefing, await packData(texts), shell, '审图号')).bytes);
const part = (html: string) => (id: string): string => new RegExp(`id="${id}">([^<]*)<`).exec(html)![1]!;

describe('a briefing in one file', () => {
	it('holds briefing and data, and gives both back as they were', async () => {
		const read = part(await make());
		const head = await unpack<OnefileHead>(read('head'));
		expect(head.review).toBe('审图号');
		expect(readBriefing('taipu.md', head.slug, head.markdown).briefing).toMatchObject({ title: briefing.title, slides: [{ title: hostile, notes: hostile }] });
		const source = createInlineSource(read);
		expect([await source.records(), await source.relations(), await source.shapes()]).toEqual([JSON.parse(texts.records), JSON.parse(texts.relations), JSON.parse(texts.shapes)]);
		expect(await textsOf(source)).toEqual(texts);
		await expect(source.readings()).rejects.toThrow();
	});
	it('no word of the briefing or the data ends a script or begins one', async () => {
		const html = await make();
		expect(html.match(/<script\b/g)).toHaveLength(5);
		expect(html).not.toContain('alert(1)<');
		expect(html).toContain('<title>太浦河 &lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;!-- &quot;&amp;amp;</title>');
	});
	it('carries plugged-in layers only where there are some, and no word of theirs ends a script', async () => {
		const layers: PackedLayers = { layers: [], answers: [], assets: [], left: [{ id: 'pumps', title: hostile, why: 'bytes', n: 3 }] };
		const html = new TextDecoder().decode((await exportOnefile(briefing, await packData(texts), shell, '', layers)).bytes);
		expect(await unpack<PackedLayers>(part(html)('layers'))).toEqual(layers);
		expect(html.match(/<script\b/g)).toHaveLength(6);
		expect(await make()).not.toContain('id="layers"');
	});
	it('runs its own script alone and asks no network', async () => {
		const policy = /Content-Security-Policy" content="([^"]*)"/.exec(await make())![1]!;
		expect(policy).toContain("script-src 'sha256-abc';");
		expect(policy).toContain("default-src 'none'");
		expect(policy).not.toMatch(/unsafe|https?:|\*/);
	});
	it('the same briefing gives the same file', async () => expect(await make()).toBe(await make()));
	it('is said in the language of the briefing', async () => {
		const html = new TextDecoder().decode((await exportOnefile({ ...briefing, lang: 'en' }, await packData(texts), shell, '')).bytes);
		expect(html).toContain('<html lang="en"');
		expect(html).toContain('Opening the briefing');
	});
});
