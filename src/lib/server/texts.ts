/**
 * Official texts that a planner has loaded: `texts/<first 16 of the sum>/text.txt` and `head.json` in the data folder, written beside and renamed,
 * so that a crash leaves all of a text or nothing. They are no part of what ships; our clauses are proved by them.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from '../catalogue/read.ts';
import type { Answer, Said } from '../domain/change-answer.ts';
import { textLimits } from '../domain/text-file.ts';
import type { Disk } from './disk.ts';

/** What `head.json` holds. */
export interface TextHead {
	/** File it came from. */
	name: string;
	at: string;
	by: string;
	/** Where the title does not tell it: start of a document in the text to the id of our register. */
	assigned: Record<string, string>;
}
export interface HeldText extends TextHead {
	sum: string;
	text: string;
}

/** A text file holds the same text whatever its line ends; the sum is its name. */
export const sumOfText = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Whether a folder of the planner holds any; cheap, for pages that ask each time. */
export const holdsTexts = (folder: string | null): boolean => folder !== null && existsSync(join(folder, 'texts')) && readdirSync(join(folder, 'texts')).some((name) => /^[0-9a-f]{16}$/.test(name));

const isHead = (value: unknown): value is TextHead => typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string' && 'at' in value && 'assigned' in value && typeof value.assigned === 'object';

/** Texts among the planner's files, by the day they came; one whose head a hand has broken is left out. */
export function textsIn(roots: readonly Root[]): HeldText[] {
	return roots.flatMap((root) => [...root].flatMap(([path, text]): HeldText[] => {
		const sum = /^texts\/([0-9a-f]{16})\/text\.txt$/.exec(path)?.[1];
		if (sum === undefined) return [];
		try {
			const head: unknown = JSON.parse(root.get(`texts/${sum}/head.json`) ?? '');
			return isHead(head) ? [{ ...head, sum, text }] : [];
		} catch {
			return [];
		}
	})).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

const refuse = (status: number, said: Said): Answer<never> => ({ ok: false, refusal: { status, ...said, problems: [] } });
const isGiven = (value: unknown): value is { name: string; text: string; by: string; assigned: Record<string, string> } =>
	typeof value === 'object' && value !== null && ['name', 'text', 'by'].every((key) => typeof (value as Record<string, unknown>)[key] === 'string') && 'assigned' in value && typeof value.assigned === 'object' && value.assigned !== null && Object.values(value.assigned).every((id) => typeof id === 'string');

/** `input` is `{name, text, by, assigned}`. Errors: comes back as a refusal; nothing has changed then. */
export function keepText(folder: string, input: unknown, at: string, disk: Disk): Answer<HeldText> {
	if (!isGiven(input)) return refuse(400, { zh: '提交的内容缺少文件名或正文，没有保存。', en: 'What was sent has no file name or no text; nothing was kept.' });
	if (input.text.trim() === '') return refuse(422, { zh: '正文是空的，没有保存。', en: 'The text is empty; nothing was kept.' });
	if (input.text.length > textLimits.heldChars) return refuse(413, { zh: `正文超过 ${textLimits.heldChars / 10_000} 万字，没有保存。请分成几份。`, en: `The text is longer than ${textLimits.heldChars / 1e6} million characters; nothing was kept. Split it.` });
	const text = input.text.replace(/\r\n?/g, '\n');
	const sum = sumOfText(text);
	const target = join(folder, 'texts', sum);
	if (existsSync(join(target, 'head.json'))) return refuse(409, { zh: `这份正文已经载入过（${nameOf(target)}），没有重复保存。`, en: `This text is held already (${nameOf(target)}); it was not kept again.` });
	const head: TextHead = { name: input.name.slice(0, 200), at, by: input.by.trim().slice(0, 200), assigned: input.assigned };
	const draft = join(folder, 'texts', `.draft-${process.pid}-${sum}`);
	try {
		disk.remove(draft);
		disk.makeFolder(draft);
		disk.write(join(draft, 'text.txt'), text);
		disk.write(join(draft, 'head.json'), `${JSON.stringify(head, null, '\t')}\n`);
		disk.sync(draft);
		disk.rename(draft, target);
		disk.sync(join(folder, 'texts'));
	} catch (error) {
		// What failed after the renaming is only whether its name outlives a power cut.
		if (!existsSync(join(target, 'head.json'))) return failed(error, draft, disk);
	}
	return { ok: true, value: { ...head, sum, text } };
}

/** Errors: comes back as a refusal; the text is then still held. */
export function dropText(folder: string, sum: string, disk: Disk): Answer<{ sum: string }> {
	const target = join(folder, 'texts', sum);
	if (!/^[0-9a-f]{16}$/.test(sum) || !existsSync(target)) return refuse(404, { zh: '没有这份正文，可能已经移除。', en: 'There is no such text; it may have been taken out already.' });
	const gone = join(folder, 'texts', `.draft-${process.pid}-${sum}`);
	try {
		disk.remove(gone);
		disk.rename(target, gone);
		disk.remove(gone);
	} catch (error) {
		if (existsSync(target)) return failed(error, '', disk);
	}
	return { ok: true, value: { sum } };
}

function nameOf(target: string): string {
	try {
		return (JSON.parse(readFileSync(join(target, 'head.json'), 'utf8')) as TextHead).name;
	} catch {
		return '…';
	}
}

function failed(error: unknown, draft: string, { remove }: Disk): Answer<never> {
	try {
		if (draft !== '') remove(draft);
	} catch {
		// A draft counts for nothing; the next writer clears it.
	}
	const code = (error as NodeJS.ErrnoException).code ?? '';
	if (code === 'ENOSPC' || code === 'EDQUOT') return refuse(507, { zh: '磁盘已满，正文没有保存。请腾出空间后再试。', en: 'The disk is full; the text was not kept. Free some space and try again.' });
	return refuse(500, { zh: `写入数据文件夹失败（${code || '未知错误'}），正文没有保存。请检查文件夹的写入权限。`, en: `Writing into the data folder failed (${code || 'unknown error'}); the text was not kept. Check that the folder can be written.` });
}
