import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newBriefing } from '#lib/briefing/edit.ts';
import { readBriefing, writeBriefing } from '#lib/catalogue/formats/briefing.ts';
import { disk } from '#lib/server/disk.ts';
import { mostBytes, saveBriefing } from '#lib/server/save-briefing.ts';
import { faultyDisk } from '../../fixtures/faulty-disk.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'atlas-save-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const text = (title: string) => writeBriefing(newBriefing('taipu', 'zh', title, '2026-03-10', '2026-03-04'));
const save = (input: unknown, { slug = 'taipu', shipped = 0, on = disk } = {}) => saveBriefing(folder, slug, input, shipped, '2026-11-22', on);
const files = () => readdirSync(join(folder, 'briefings'));
const saved = () => readBriefing('taipu.md', 'taipu', readFileSync(join(folder, 'briefings/taipu.md'), 'utf8')).briefing!;

describe('saving a briefing', () => {
	it('writes the file with the day and a version that grows by one', () => {
		expect(save({ text: text('甲'), base: 0 })).toEqual({ ok: true, value: { slug: 'taipu', version: 1, date: '2026-11-22' } });
		expect(save({ text: text('乙'), base: 1 })).toMatchObject({ ok: true, value: { version: 2 } });
		expect([saved().title, saved().version, saved().date, files()]).toEqual(['乙', 2, '2026-11-22', ['taipu.md']]);
	});
	it('of two planners who opened the same version the second is refused, and the first one\'s words stay', () => {
		save({ text: text('甲'), base: 0 });
		const second = save({ text: text('乙'), base: 0 });
		expect(second).toMatchObject({ ok: false, refusal: { status: 409 } });
		expect(second.ok || second.refusal.zh).toContain('已是第 1 版，而这里打开的是第 0 版');
		expect(saved().title).toBe('甲');
	});
	it('a shipped briefing is saved over from the version that ships', () => {
		expect(save({ text: text('甲'), base: 0 }, { shipped: 3 })).toMatchObject({ ok: false, refusal: { status: 409 } });
		expect(save({ text: text('甲'), base: 3 }, { shipped: 3 })).toMatchObject({ ok: true, value: { version: 4 } });
	});
	it('refuses with a sentence what is no briefing, from a newer app, too large or named like a page or a path', () => {
		const status = (input: unknown, slug = 'taipu') => {
			const answer = save(input, { slug });
			return answer.ok ? 'saved' : answer.refusal.zh.length > 5 && answer.refusal.status;
		};
		expect([status(null), status({ text: 1, base: 0 }), status({ text: '# 标题', base: 0 }), status({ text: '---\nformat: 9\n---', base: 0 }), status({ text: `${text('甲')}${'长'.repeat(mostBytes / 3 + 1)}`, base: 0 })]).toEqual([400, 400, 422, 422, 413]);
		expect(['new', '../taipu', 'Taipu', ''].map((slug) => status({ text: text('甲'), base: 0 }, slug))).toEqual([422, 422, 422, 422]);
		expect(readdirSync(folder)).toEqual([]);
	});
	it('a disk that fails at any step leaves the old file or the new one, never a half', () => {
		save({ text: text('甲'), base: 0 });
		let failures = 0;
		for (let at = 1; at <= 8; at++) {
			const { disk: faulty } = faultyDisk((step) => { if (step === at) throw Object.assign(new Error('full'), { code: 'ENOSPC' }); });
			const before = saved();
			const answer = save({ text: text(`乙${at}`), base: before.version }, { on: faulty });
			if (!answer.ok) failures++;
			expect(answer.ok || answer.refusal.status).toBe(answer.ok ? true : 507);
			expect(saved().title).toBe(answer.ok ? `乙${at}` : before.title);
			expect(files()).toEqual(['taipu.md']);
		}
		expect(failures).toBeGreaterThan(3);
	});
});
