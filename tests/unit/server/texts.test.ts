import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { disk } from '#lib/server/disk.ts';
import { readPlanner } from '#lib/server/roots.ts';
import { dropText, keepText, mostCharacters, sumOfText, textsIn } from '#lib/server/texts.ts';
import { faultyDisk } from '../../fixtures/faulty-disk.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'atlas-texts-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const keep = (text: string, more = {}, on = disk) => keepText(folder, { name: '计划.docx', text, by: '王工', assigned: {}, ...more }, '2026-11-22T08:00:00Z', on);
const held = () => textsIn(readPlanner(folder));
const statusOf = (answer: ReturnType<typeof keep>) => (answer.ok ? 'kept' : answer.refusal.status);

describe('a loaded official text', () => {
	it('is kept with its file, day and reader, and read back as it was', () => {
		expect(statusOf(keep('一、总则\r\n', { assigned: { 0: 'action-plan' } }))).toBe('kept');
		expect(held()).toEqual([{ sum: sumOfText('一、总则\n'), name: '计划.docx', text: '一、总则\n', by: '王工', at: '2026-11-22T08:00:00Z', assigned: { 0: 'action-plan' } }]);
	});
	it('is refused when it is held already, empty, too long or no text, and the folder stays as it was', () => {
		keep('一、总则');
		expect(statusOf(keep('一、总则', { name: '另一份.txt' }))).toBe(409);
		expect(statusOf(keep(' \n'))).toBe(422);
		expect(statusOf(keep('字'.repeat(mostCharacters + 1)))).toBe(413);
		expect(statusOf(keep('x', { assigned: { 0: 7 } }))).toBe(400);
		expect(held()).toHaveLength(1);
	});
	it('is there whole or not at all, at whichever step the disk fills up', () => {
		let kept = 0;
		for (let at = 1; at < 12; at++) {
			const { disk: faulty } = faultyDisk((step) => { if (step === at) throw Object.assign(new Error('full'), { code: 'ENOSPC' }); });
			const answer = keep(`第 ${at} 份`, {}, faulty);
			if (answer.ok) kept++;
			else expect(answer.refusal).toMatchObject({ status: 507, zh: '磁盘已满，正文没有保存。请腾出空间后再试。' });
			expect(held()).toHaveLength(kept);
		}
		expect(kept).toBeGreaterThan(0);
	});
	it('is taken out again, by its sum alone', () => {
		keep('一、总则');
		expect(dropText(folder, '../catalogue', disk)).toMatchObject({ ok: false, refusal: { status: 404 } });
		expect(dropText(folder, sumOfText('一、总则'), disk).ok).toBe(true);
		expect([held(), existsSync(join(folder, 'texts')) && readdirSync(join(folder, 'texts'))]).toEqual([[], []]);
	});
});
