/**
 * Saves a briefing into the planner's folder: read and checked first, written beside and renamed, so that a crash leaves the old file or the new
 * one. The version on the disk has to be the one that was opened: of two planners who save one briefing, the second is told and loses nothing.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBriefing, writeBriefing } from '../catalogue/formats/briefing.ts';
import { sayBriefingProblem } from '../catalogue/formats/briefing-problem.ts';
import type { Answer, Said } from '../domain/change-answer.ts';
import type { Disk } from './disk.ts';

/** Most that a briefing of 500 slides needs, bytes. */
export const mostBytes = 2_000_000;

export interface SavedBriefing {
	slug: string;
	version: number;
	date: string;
}

const refuse = (status: number, said: Said): Answer<never> => ({ ok: false, refusal: { status, ...said, problems: [] } });
const inside = (value: unknown): value is { text: string; base: number } => typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string' && 'base' in value && Number.isInteger(value.base);

/** `input` is `{text, base}`: the file's text and the version that it was opened from (0: none). `shipped` is the version of a shipped file of that name. Errors: comes back as a refusal; nothing has changed then. */
export function saveBriefing(folder: string, slug: string, input: unknown, shipped: number, today: string, disk: Disk): Answer<SavedBriefing> {
	if (!inside(input)) return refuse(400, { zh: '提交的内容缺少简报正文或版本号，没有保存。', en: 'What was sent has no text or no version of a briefing; nothing was saved.' });
	if (Buffer.byteLength(input.text) > mostBytes) return refuse(413, { zh: `简报超过 ${mostBytes / 1e6} MB，没有保存。请拆成几份。`, en: `The briefing is larger than ${mostBytes / 1e6} MB; nothing was saved. Split it.` });
	if (slug === 'new') return refuse(422, { zh: '“new”不能用作简报的名字，没有保存。', en: '"new" cannot be the name of a briefing; nothing was saved.' });
	const name = `${slug}.md`;
	const { briefing, problems } = readBriefing(name, slug, input.text);
	if (!briefing) return refuse(422, problems[0] ? sayBriefingProblem(problems[0]) : { zh: '这不是简报，没有保存。', en: 'This is no briefing; nothing was saved.' });
	const here = join(folder, 'briefings');
	const file = join(here, name);
	const onDisk = existsSync(file) ? (readBriefing(name, slug, readFileSync(file, 'utf8')).briefing?.version ?? 0) : shipped;
	if (onDisk !== input.base) return refuse(409, {
		zh: `“${slug}”在服务器上已是第 ${onDisk} 版，而这里打开的是第 ${input.base} 版，没有保存。草稿还在；可下载本稿，或另存为新的名字。`,
		en: `"${slug}" is at version ${onDisk} on the server, and version ${input.base} was opened here; nothing was saved. The draft is safe: download it, or save it under another name.`
	});
	const saved = { ...briefing, version: onDisk + 1, date: today };
	const beside = join(here, `.${slug}-${process.pid}.draft`);
	const text = writeBriefing(saved);
	try {
		disk.makeFolder(here);
		disk.remove(beside);
		disk.write(beside, text);
		disk.rename(beside, file);
		disk.sync(here);
	} catch (error) {
		// What failed after the renaming is only whether its name outlives a power cut.
		if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
			clear(beside, disk);
			const said = error instanceof Error ? error.message : String(error);
			const isRoom = (error as NodeJS.ErrnoException).code === 'ENOSPC';
			return refuse(isRoom ? 507 : 500, { zh: `写入数据文件夹失败（${said}）。草稿还在，稍后再保存，或先下载。`, en: `Writing into the data folder failed (${said}). The draft is safe: save again later, or download it.` });
		}
	}
	return { ok: true, value: { slug, version: saved.version, date: today } };
}

function clear(beside: string, { remove }: Disk): void {
	try {
		remove(beside);
	} catch {
		// It counts for nothing; the next save clears it.
	}
}
