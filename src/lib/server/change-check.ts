/** What is wrong with a set before its rows are laid over the dataset: form, limits, ids that exist or not. All of it at once, nothing thrown. */
import { cellsOf, recordId } from '../domain/cells.ts';
import type { Answer, Refusal, RowProblem, Said } from '../domain/change-answer.ts';
import { changeKinds, limits } from '../domain/change.ts';
import type { ChangeSet, RowChange } from '../domain/change.ts';
import { collections } from '../domain/dataset.ts';
import type { CollectionName, Dataset } from '../domain/dataset.ts';
import { idPattern, clauseIdPattern } from '../catalogue/formats/record.ts';
import type { Cells } from '../catalogue/overlay.ts';

export const refuse = (status: number, said: Said, problems: RowProblem[] = []): { ok: false; refusal: Refusal } => ({ ok: false, refusal: { status, ...said, problems } });

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= limits.cellChars;
const isRow = (value: unknown): value is RowChange =>
	isRecord(value) && (changeKinds as readonly unknown[]).includes(value.kind) && typeof value.collection === 'string' && Object.hasOwn(collections, value.collection) && isText(value.id) && isText(value.reason) && isText(value.source) &&
	isRecord(value.cells) && Object.keys(value.cells).length <= limits.columns && Object.values(value.cells).every(isText);

const malformed: Said = { zh: '改动的格式无法识别，未作任何改动。请重新载入页面后再试。', en: 'The changes are not in a form that is understood; nothing was changed. Reload the page and try again.' };

/** Errors: 400 for anything that is no set of changes, 413 for too many rows, 422 without a name or rows. */
export function readSet(value: unknown): Answer<ChangeSet> {
	if (!isRecord(value) || !isText(value.by) || !isText(value.from) || !isText(value.base) || !Array.isArray(value.rows)) return refuse(400, malformed);
	if (value.rows.length > limits.rows) return refuse(413, { zh: `一次最多 ${limits.rows} 行，这里有 ${value.rows.length} 行，未作任何改动。请分几次导入。`, en: `At most ${limits.rows} rows at a time; this set has ${value.rows.length}. Nothing was changed. Load it in parts.` });
	const odd = value.rows.findIndex((row) => !isRow(row));
	if (odd >= 0) return refuse(400, malformed, [{ row: odd, column: '', zh: `这一行的格式无法识别，或有单元格超过 ${limits.cellChars} 字。`, en: `This row is not in a form that is understood, or a cell has more than ${limits.cellChars} characters.` }]);
	const set: ChangeSet = { by: clean(value.by), from: clean(value.from), base: value.base, rows: (value.rows as RowChange[]).map(cleanRow) };
	if (set.by === '') return refuse(422, { zh: '没有填写姓名，未作任何改动。请填写改动者的姓名。', en: 'No name was given; nothing was changed. Type the name of whoever makes the change.' });
	if (set.rows.length === 0) return refuse(422, { zh: '没有任何要改动的行。', en: 'There is no row to change.' });
	return { ok: true, value: set };
}

/** Characters that no planner types and no spreadsheet shows. */
// eslint-disable-next-line no-control-regex
const clean = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]/g, '').replace(/\r\n?/g, '\n').trim();
const cleanRow = (row: RowChange): RowChange => ({ ...row, id: clean(row.id), reason: clean(row.reason), source: clean(row.source), cells: Object.fromEntries(Object.entries(row.cells).map(([column, cell]) => [column, clean(cell)])) });

/** Cells of every record as they stand now, by collection and id; made once for a set. */
export function cellsIn(dataset: Dataset): (collection: CollectionName, id: string) => Cells | undefined {
	const known = new Map<CollectionName, Map<string, Dataset[CollectionName][number]>>();
	return (collection, id) => {
		const records = known.get(collection) ?? new Map(dataset[collection].map((record) => [recordId(collection, record), record]));
		known.set(collection, records);
		const record = records.get(id);
		return record && cellsOf(collection, record);
	};
}

const isIdOf = (collection: CollectionName, id: string): boolean => (collection === 'links' ? / → /.test(id) : collection === 'clauses' ? clauseIdPattern.test(id) : idPattern.test(id));

/** A source that the planner named before may come again with each set, so that undoing one set takes no ground from under another. */
const isKnownSource = ({ kind, collection, cells }: RowChange, now: Cells | undefined): boolean =>
	kind === 'add' && collection === 'sources' && now?.quality === 'planner' && Object.entries(cells).every(([column, cell]) => now[column] === cell || (cell === '' && column.endsWith('_en')));

export function checkRows(set: ChangeSet, cellsNow: ReturnType<typeof cellsIn>): RowProblem[] {
	const problems: RowProblem[] = [];
	const seen = new Set<string>();
	const added = new Set(set.rows.flatMap(({ kind, collection, id }) => (kind === 'add' ? [`${collection}/${id}`] : [])));
	let isEmpty = true;
	set.rows.forEach((row, index) => {
		const { kind, collection, id, cells } = row;
		const complain = (column: string, zh: string, en: string) => void problems.push({ row: index, column, zh, en });
		const now = cellsNow(collection, id);
		const key = `${collection}/${id}`;
		if (isKnownSource(row, now)) return;
		isEmpty = false;
		if (!isIdOf(collection, id)) complain('id', `编号“${id}”格式不对，应为小写字母与数字，以“-”相连。`, `Id "${id}" is not well formed; expected lower-case words joined by "-".`);
		if (kind !== 'comment') {
			if (seen.has(key)) complain('id', `“${id}”在同一批改动中出现了两次。请只留一行。`, `"${id}" stands twice in this set. Keep one row.`);
			seen.add(key);
		}
		if (kind === 'add' && now) complain('id', `编号“${id}”已经存在。要改它请用更正，要新增请换一个编号。`, `Id "${id}" exists already. Correct it instead, or choose another id.`);
		if (kind !== 'add' && !now && !added.has(key)) complain('id', `没有编号为“${id}”的记录。请核对编号。`, `There is no record "${id}". Check the id.`);
		for (const column of Object.keys(cells)) if (!Object.hasOwn(collections[collection], column)) complain(column, `没有“${column}”这一列。`, `There is no column "${column}".`);
		if ((kind === 'retire' || kind === 'comment') && Object.keys(cells).length > 0) complain('', '作废和批注不改单元格。', 'Retiring and commenting change no cells.');
		if (kind !== 'add' && row.reason === '') complain('reason', '没有填写理由。请写明为什么。', 'No reason was given. Say why.');
		if (kind === 'correct') {
			if (row.source === '') complain('source', '没有填写依据。请写明文件或媒体名称和日期。', 'No source was given. Name the document or outlet and its date.');
			const changed = Object.entries(cells).filter(([column, cell]) => column !== 'id' && now?.[column] !== cell);
			if (now && changed.length === 0) complain('', '改后的值与现有的值相同，没有要更正的内容。', 'The new value is the one that stands; there is nothing to correct.');
			if (changed.some(([column]) => column === 'from' || column === 'to')) complain('', '关联的两端不能更正。请作废这条关联，再添加新的。', 'The ends of a link cannot be corrected. Retire the link and add another.');
		}
	});
	if (isEmpty) problems.push({ row: null, column: '', zh: '这些行都已经在数据里了，没有要改动的内容。', en: 'All of these rows are in the data already; there is nothing to change.' });
	return problems;
}
