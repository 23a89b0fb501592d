/**
 * The planner's data folder: `catalogue/` and `places/` are the planner's own to write by hand; `sets/0001/ …` each hold one accepted set in
 * geodata's formats, or the undoing of one, and are never written again. A set is written beside, made durable and renamed into its number:
 * that one step is the commit, so a crash leaves the state before or the state after, and of two writers one finds the number taken (ADR 0005).
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChangeCounts, ChangeEntry } from '../domain/change-answer.ts';
import type { Disk } from './disk.ts';

/** What `set.json` holds. */
export interface SetHead {
	number: number;
	kind: 'set' | 'undo';
	by: string;
	at: string;
	from: string;
	counts: ChangeCounts;
	undoes: number | null;
	/** SHA-256 of each file as it was written: tells whether a hand edited it since. */
	sums: Record<string, string>;
	/** Of an undo: files of the set that a hand had edited since. */
	handEdited: string[];
}

export const sumOf = (text: string): string => createHash('sha256').update(text).digest('hex');
export const folderOf = (number: number): string => `sets/${String(number).padStart(4, '0')}`;

const numbersIn = (folder: string): number[] =>
	existsSync(join(folder, 'sets')) ? readdirSync(join(folder, 'sets')).filter((name) => /^\d{4,}$/.test(name)).map(Number).toSorted((a, b) => a - b) : [];

const isHead = (value: unknown): value is SetHead => typeof value === 'object' && value !== null && 'kind' in value && 'counts' in value && 'sums' in value;

function readHead(folder: string, number: number): SetHead | null {
	try {
		const head: unknown = JSON.parse(readFileSync(join(folder, folderOf(number), 'set.json'), 'utf8'));
		return isHead(head) ? { ...head, number } : null;
	} catch {
		return null;
	}
}

/** Heads of all sets, oldest first; a set whose head a hand has broken is left out here and told of by the reader. */
export const readHeads = (folder: string): SetHead[] => numbersIn(folder).flatMap((number) => readHead(folder, number) ?? []);

/** Numbers of the folders whose rows count, oldest first. */
export function activeSets(folder: string): number[] {
	const undos = readHeads(folder).filter(({ kind }) => kind === 'undo');
	const idle = new Set(undos.flatMap(({ number, undoes }) => [number, undoes]));
	return numbersIn(folder).filter((number) => !idle.has(number));
}

export const nextNumber = (folder: string): number => (numbersIn(folder).at(-1) ?? 0) + 1;

export function readEntries(folder: string): ChangeEntry[] {
	const heads = readHeads(folder);
	return heads.map(({ sums: _, ...head }) => ({ ...head, undoneBy: heads.find(({ kind, undoes }) => kind === 'undo' && undoes === head.number)?.number ?? null })).reverse();
}

/** Files of a set that are no longer as they were written. */
export function editedByHand(folder: string, head: SetHead): string[] {
	const here = join(folder, folderOf(head.number));
	return Object.entries(head.sums).filter(([file, sum]) => !existsSync(join(here, file)) || sumOf(readFileSync(join(here, file), 'utf8')) !== sum).map(([file]) => `${folderOf(head.number)}/${file}`);
}

const isAlive = (pid: number): boolean => {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
};

/** Clears what a writer left behind that died before its commit; the draft of a living one is its own. */
export function recover(folder: string, { remove }: Disk): void {
	if (!existsSync(folder)) return;
	for (const name of readdirSync(folder)) {
		const pid = Number(/^draft-(\d+)-\d+$/.exec(name)?.[1] ?? 0);
		if (pid > 0 && (pid === process.pid || !isAlive(pid))) remove(join(folder, name));
	}
}

export class NumberTaken extends Error {}

/** Files below the set's folder to their text. Errors: throws `NumberTaken` where another writer was faster, or what the disk said; nothing has changed then. */
export function commit(folder: string, head: SetHead, files: ReadonlyMap<string, string>, disk: Disk): void {
	const draft = join(folder, `draft-${process.pid}-${head.number}`);
	const target = join(folder, folderOf(head.number));
	try {
		disk.makeFolder(files.size > 0 ? join(draft, 'catalogue') : draft);
		for (const [path, text] of files) disk.write(join(draft, path), text);
		disk.write(join(draft, 'set.json'), `${JSON.stringify(head, null, '\t')}\n`);
		if (files.size > 0) disk.sync(join(draft, 'catalogue'));
		disk.sync(draft);
		disk.makeFolder(join(folder, 'sets'));
		disk.rename(draft, target);
	} catch (error) {
		// A rename may be done and still be answered with an error.
		if (readHead(folder, head.number)?.at === head.at) return;
		clear(draft, disk);
		throw ['ENOTEMPTY', 'EEXIST', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '') && existsSync(target) ? new NumberTaken() : error;
	}
	try {
		disk.sync(join(folder, 'sets'));
	} catch {
		// The set stands; what is not known is whether its name outlives a power cut.
	}
}

function clear(draft: string, { remove }: Disk): void {
	try {
		remove(draft);
	} catch {
		// A draft counts for nothing; the next writer clears it.
	}
}
