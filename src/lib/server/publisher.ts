/**
 * Takes a planner's set or its undoing while the server runs: checks it against the dataset as it would stand, commits it to the data folder,
 * puts the new dataset in place. One at a time; a refusal changes nothing.
 */
import type { Root } from '../catalogue/read.ts';
import { ownerInChinese, sayProblem } from '../domain/problem.ts';
import type { Problem } from '../domain/problem.ts';
import type { Answer, Done, RowProblem } from '../domain/change-answer.ts';
import type { RowChange } from '../domain/change.ts';
import { cellsIn, checkRows, readSet, refuse } from './change-check.ts';
import { countKinds, toFiles } from './change-rows.ts';
import { commit, editedByHand, folderOf, nextNumber, NumberTaken, readHeads, activeSets, recover, sumOf } from './data-folder.ts';
import type { SetHead } from './data-folder.ts';
import { disk as realDisk } from './disk.ts';
import type { Disk } from './disk.ts';
import { dropText, keepText } from './texts.ts';
import { publish, rootsKey } from './publish.ts';
import type { Known, Publication } from './publish.ts';
import { plannerFolder, plannerRoot, readPlanner, readRoot, shippedFolder } from './roots.ts';
import { openStore, storeOf, swapStore } from './store.ts';
import type { Store } from './store.ts';

const moved = { zh: '数据在您打开页面之后有了变化，这批改动没有生效。请重新载入页面，核对后再提交。', en: 'The data has changed since this page was opened, so nothing was changed. Reload the page, check, and send it again.' };
const brokenFolder = (first: Problem) => ({
	zh: `数据文件夹中有手工改坏的行（${first.file}:${first.row}），先改好它才能接受改动：${sayProblem(first).zh}`,
	en: `The data folder holds a row that was broken by hand (${first.file}:${first.row}); mend it first: ${sayProblem(first).en}`
});
const noFolder = { zh: '服务器启动时没有指定数据文件夹，不能接受改动。', en: 'The server was started without a data folder and takes no changes.' };

const errorsOf = (publication: Publication): Problem[] => publication.problems.filter(({ level }) => level === 'error');
const knownOf = ({ keys, dataset, relations, files, tiles }: Store): Known => ({ keys, places: dataset.places, relations, tiles, text: (name) => files.get(name)!.text.toString('utf8') });

let running: Promise<unknown> = Promise.resolve();
/** One writer at a time in this process; between processes the number of the set decides. */
function inTurn<T>(work: () => T): Promise<T> {
	const next = running.then(work);
	running = next.catch(() => {});
	return next;
}

interface Ground {
	folder: string;
	shipped: Root;
	planner: Root[];
	store: Store;
}

/** The folder as it is on disk now: edits by hand and by another server are taken in first. */
function openGround(disk: Disk): Answer<Ground> {
	const folder = plannerFolder();
	if (folder === null) return refuse(403, noFolder);
	recover(folder, disk);
	const [shipped, planner] = [readRoot(shippedFolder()), readPlanner(folder)];
	const store = openStore();
	if (rootsKey([shipped, ...planner]) === store.keys.roots) return { ok: true, value: { folder, shipped, planner, store } };
	const publication = publish([shipped, ...planner], knownOf(store));
	const [first] = errorsOf(publication);
	if (first) return refuse(409, brokenFolder(first));
	swapStore(storeOf(publication, store));
	return { ok: true, value: { folder, shipped, planner, store: openStore() } };
}

const diskFailed = (error: unknown): Answer<never> => {
	const code = (error as NodeJS.ErrnoException).code ?? '';
	if (error instanceof NumberTaken) return refuse(409, moved);
	if (code === 'ENOSPC' || code === 'EDQUOT') return refuse(507, { zh: '磁盘已满，改动没有保存，数据保持原样。请腾出空间后再试。', en: 'The disk is full; the change was not kept and the data is as before. Free some space and try again.' });
	return refuse(500, { zh: `改动没有写进数据文件夹（${code || '未知错误'}），数据保持原样。请检查文件夹的写入权限后再试。`, en: `The change could not be written to the data folder (${code || 'unknown error'}); the data is as before. Check that the folder can be written and try again.` });
};

/** Makes the set durable, then the dataset current. */
function settle(ground: Ground, head: SetHead, files: ReadonlyMap<string, string>, publication: Publication, change: number, disk: Disk): Answer<Done> {
	try {
		commit(ground.folder, head, files, disk);
	} catch (error) {
		return diskFailed(error);
	}
	swapStore(storeOf(publication, ground.store));
	return { ok: true, value: { change, hash: publication.hash, counts: head.counts } };
}

export const applySet = (input: unknown, disk: Disk = realDisk): Promise<Answer<Done>> => inTurn(() => {
	const given = readSet(input);
	if (!given.ok) return given;
	const opened = openGround(disk);
	if (!opened.ok) return opened;
	const { folder, shipped, planner, store } = opened.value;
	if (given.value.base !== store.dataset.hash) return refuse(409, moved);
	const cellsNow = cellsIn(store.dataset);
	const set = given.value;
	const problems = checkRows(set, cellsNow);
	if (problems.length > 0) return refuse(422, refusedWhole(problems.length), problems);
	const [number, at] = [nextNumber(folder), new Date().toISOString()];
	const { files, rowAt } = toFiles(set, number, at, cellsNow);
	const head: SetHead = { number, kind: 'set', by: set.by, at, from: set.from, counts: countKinds(set.rows), undoes: null, sums: Object.fromEntries([...files].map(([file, text]) => [file, sumOf(text)])), handEdited: [] };
	const draft = plannerRoot(new Map([...files, ['set.json', `${JSON.stringify(head, null, '\t')}\n`]]), `${folder}/${folderOf(number)}`);
	const publication = publish([shipped, ...planner, draft], knownOf(store));
	const errors = errorsOf(publication);
	if (errors.length > 0) {
		const told = errors.map((problem) => toldOf(problem, draft.folder!, set.rows, rowAt));
		return refuse(422, refusedWhole(told.length), told);
	}
	return settle(opened.value, head, files, publication, number, disk);
});

const refusedWhole = (n: number) => ({ zh: `有 ${n} 处问题，整批改动都没有生效。请改正后再提交。`, en: `${n === 1 ? 'One thing is' : `${n} things are`} wrong, so none of the set was taken. Mend it and send it again.` });

/** The row of the set to blame: the one on which the problem stands, or the one that took away what others name. */
function toldOf(problem: Problem, folder: string, rows: readonly RowChange[], rowAt: ReadonlyMap<string, number>): RowProblem {
	const said = sayProblem(problem);
	const column = String(problem.with.column ?? '');
	if (problem.file.startsWith(folder)) return { row: rowAt.get(`${problem.file.slice(folder.length)}:${problem.row}`) ?? null, column, ...said };
	const retired = rows.findIndex(({ kind, id }) => kind === 'retire' && problem.key === 'unknown-ref' && id === problem.with.value);
	if (retired < 0) return { row: null, column, zh: `${problem.file}:${problem.row} ${said.zh}`, en: `${problem.file}:${problem.row} ${said.en}` };
	const { owner, value } = problem.with;
	return {
		row: retired, column: '',
		zh: `“${value}”不能作废：${ownerInChinese(owner)} 的“${column}”还引用它（${problem.file}:${problem.row}）。请先作废或更正那一条。`,
		en: `"${value}" cannot be retired: ${owner} still names it in "${column}" (${problem.file}:${problem.row}). Retire or correct that one first.`
	};
}

export const undoSet = (change: unknown, by: unknown, disk: Disk = realDisk): Promise<Answer<Done>> => inTurn(() => {
	const opened = openGround(disk);
	if (!opened.ok) return opened;
	const { folder, shipped, store } = opened.value;
	const active = new Set(activeSets(folder));
	const heads = readHeads(folder).filter(({ number }) => active.has(number));
	const target = change === undefined || change === null ? heads.at(-1) : heads.find(({ number }) => number === change);
	if (!target) return refuse(409, change === undefined || change === null ? { zh: '没有可以撤销的改动。', en: 'There is no change to undo.' } : { zh: `第 ${Number(change) || '?'} 批改动不存在，或已经撤销。`, en: `Change ${Number(change) || '?'} does not exist or was undone already.` });
	const later = laterOn(store, target.number);
	if (later) return refuse(409, { zh: `第 ${later.change} 批改动在此之后又改了“${later.id}”。请先撤销第 ${later.change} 批。`, en: `Change ${later.change} came later and touches "${later.id}" too. Undo change ${later.change} first.` });
	const publication = publish([shipped, ...readPlanner(folder, target.number)], knownOf(store));
	const errors = errorsOf(publication);
	if (errors.length > 0) return refuse(422, { zh: `撤销第 ${target.number} 批会使 ${errors.length} 处引用落空，未作任何改动。`, en: `Undoing change ${target.number} would leave ${errors.length === 1 ? 'a reference' : `${errors.length} references`} to nothing; nothing was changed.` }, errors.map((problem) => ({ row: null, column: '', zh: `${problem.file}:${problem.row} ${sayProblem(problem).zh}`, en: `${problem.file}:${problem.row} ${sayProblem(problem).en}` })));
	const head: SetHead = { number: nextNumber(folder), kind: 'undo', by: typeof by === 'string' ? by.trim().slice(0, 200) : '', at: new Date().toISOString(), from: '', counts: target.counts, undoes: target.number, sums: {}, handEdited: editedByHand(folder, target) };
	return settle(opened.value, head, new Map(), publication, target.number, disk);
});

/** A later set that changes a row of this one; a source that is named again is no change. */
function laterOn({ dataset: { overlaid } }: Store, number: number): { change: number; id: string } | undefined {
	const own = new Set(overlaid.filter(({ change }) => change === number).map(({ collection, id }) => `${collection}/${id}`));
	return overlaid.findLast(({ kind, change, collection, id }) => change > number && !(kind === 'add' && collection === 'sources') && own.has(`${collection}/${id}`));
}

/** Texts change no row: what they prove is published anew. */
const withTexts = <T>(disk: Disk, work: (folder: string) => Answer<T>): Promise<Answer<T & { hash: string }>> => inTurn(() => {
	const opened = openGround(disk);
	if (!opened.ok) return opened;
	const done = work(opened.value.folder);
	if (!done.ok) return done;
	const after = openGround(disk);
	return after.ok ? { ok: true, value: { ...done.value, hash: after.value.store.dataset.hash } } : after;
});

/** Keeps an official text (`{name, text, by, assigned}`). */
export const applyText = (input: unknown, disk: Disk = realDisk): Promise<Answer<{ sum: string; hash: string }>> =>
	withTexts(disk, (folder) => {
		const kept = keepText(folder, input, new Date().toISOString(), disk);
		return kept.ok ? { ok: true, value: { sum: kept.value.sum } } : kept;
	});

export const removeText = (sum: string, disk: Disk = realDisk): Promise<Answer<{ sum: string; hash: string }>> => withTexts(disk, (folder) => dropText(folder, sum, disk));
