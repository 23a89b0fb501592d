/** Rows of projects and of reports on them. A project is known by its id and keeps every cell that the file leaves empty; a report is always a row of its own. */
import type { Project } from '../../domain/dataset.ts';
import type { RowCell } from '../../domain/figure-report.ts';
import type { CheckDesk } from './check.ts';
import { readId, readIds } from './find-id.ts';
import { freshId, mergeRow, wrongRow } from './merge-row.ts';
import type { CheckedRow } from './merge-row.ts';
import { readSource, shortHash } from './own-source.ts';
import type { Cells } from './own-source.ts';
import type { RowReader } from './row-reader.ts';
import { templates } from './template.ts';

const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const columnOf = (template: 'projects' | 'statuses', name: string) => templates[template].find((column) => column.name === name)!;
const nowhere = { lon: [73, 136], lat: [3, 54] } as const;

export function checkStatus(sheet: string, reader: RowReader, desk: CheckDesk): CheckedRow {
	reader.need('project');
	const note = reader.text('note');
	const project = desk.project.get(readId(reader, desk.finders, 'projects', 'project'));
	const status = reader.word(columnOf('statuses', 'status'));
	const date = reader.date('date', desk.today);
	reader.need('date');
	const { source, isOwn } = readSource(reader, desk.sources);
	if (!isOwn) desk.withoutSource++;
	const written = reader.text('project');
	const subject = project ? { zh: project.zh, en: project.en } : { zh: written, en: written };
	const now = project && (desk.statuses.get(project.id) ?? []).find((row) => row.status === status && row.date === date && source !== null && row.sources.includes(source.id));
	if (reader.wrong.length === 0) desk.guardTwice(reader, `statuses ${project?.id} ${status} ${date} ${source?.id}`, []);
	const shown: RowCell[] = [{ column: 'status', value: status || reader.text('status'), old: null }];
	if (reader.wrong.length > 0 || !project) return wrongRow(sheet, 'statuses', reader, subject, date, shown);
	const cells: Cells = { project: project.id, status, date, note_zh: note, note_en: note };
	return mergeRow(sheet, reader, {
		collection: 'statuses', id: now?.id ?? freshId(`${project.id}-status-${date}-own`, desk.taken.statuses), isNew: !now, cells, standing: now ? { note_zh: now.noteZh, sources: now.sources.join(';') } : {}, telling: ['note_zh'], replacesSources: false, clears: [], shown, subject, when: date, source
	});
}

const projectCells = (row: Project): Cells => ({
	zh: row.zh, en: row.en, kind: row.kind, subkind: row.subkind, start: row.start, finish_planned: row.finishPlanned, finish_actual: row.finishActual, districts: row.districts.join(';'), corridor: row.corridor, part_of: row.partOf,
	lead_agencies: row.leadAgencies.join(';'), lon: row.lon === null ? '' : String(row.lon), lat: row.lat === null ? '' : String(row.lat), confidence: row.confidence, note_zh: row.noteZh, note_en: row.noteEn, sources: row.sources.join(';')
});
/** Columns of the template that are named otherwise than those of the catalogue. */
const templateName: Record<string, string> = { zh: 'name_zh', en: 'name_en', note_zh: 'note' };

function readDegrees(reader: RowReader, column: 'lon' | 'lat'): string {
	const value = reader.number(column);
	const [from, to] = nowhere[column];
	if (value !== null && (value < from || value > to)) reader.complain('outside', column, { value, from, to });
	return value === null ? '' : String(value);
}

function readSubkind(reader: RowReader, desk: CheckDesk): string {
	const text = reader.text('subkind');
	const found = desk.subkinds.get(text.toLowerCase()) ?? text;
	if (text !== '' && !idPattern.test(found)) reader.complain('not-id', 'subkind', { value: text.slice(0, 40) });
	return found;
}

export function checkProject(sheet: string, reader: RowReader, desk: CheckDesk): CheckedRow {
	const [written, zh, en, note] = [reader.text('project'), reader.text('name_zh'), reader.text('name_en'), reader.text('note')];
	const named = desk.finders.projects.byName.get(written.toLowerCase()) ?? [];
	const id = written === '' ? (desk.finders.projects.byName.get(zh.toLowerCase())?.[0] ?? '') : named.length === 1 ? named[0]! : written;
	if (id !== '' && !idPattern.test(id)) reader.complain('not-id', 'project', { value: id.slice(0, 60) });
	const now = desk.project.get(id);
	if (!now) for (const column of ['name_zh', 'kind', 'subkind', 'confidence']) reader.need(column);
	const dates = { start: reader.date('start'), finish_planned: reader.date('finish_planned'), finish_actual: reader.date('finish_actual', desk.today) };
	if (dates.start !== '' && dates.finish_actual !== '' && dates.finish_actual < dates.start.slice(0, dates.finish_actual.length)) reader.complain('finish-first', 'finish_actual', { start: dates.start, value: dates.finish_actual });
	const partOf = readId(reader, desk.finders, 'projects', 'part_of');
	if (partOf !== '' && partOf === id) reader.complain('own-part', 'part_of', { value: partOf });
	const cells: Cells = {
		zh, en: en || (now ? '' : zh), kind: reader.word(columnOf('projects', 'kind')), subkind: readSubkind(reader, desk), ...dates, districts: readIds(reader, desk.finders, 'places', 'districts').join(';'), corridor: readId(reader, desk.finders, 'places', 'corridor'),
		part_of: partOf, part_of_basis: partOf !== '' && partOf !== now?.partOf ? 'stated' : '', lead_agencies: readIds(reader, desk.finders, 'agencies', 'lead_agencies').join(';'), lon: readDegrees(reader, 'lon'), lat: readDegrees(reader, 'lat'),
		confidence: reader.word(columnOf('projects', 'confidence')), note_zh: note, note_en: note
	};
	const { source, isOwn } = readSource(reader, desk.sources);
	if (!isOwn) desk.withoutSource++;
	const subject = { zh: zh || now?.zh || written, en: en || now?.en || zh || written };
	if (reader.wrong.length === 0) desk.guardTwice(reader, `projects ${id || zh}`, []);
	const standing = now ? projectCells(now) : {};
	const shown = Object.entries(cells).filter(([column, value]) => value !== '' && column !== 'note_en' && column !== 'part_of_basis' && (!now || value !== standing[column])).map(([column, value]): RowCell => ({ column: templateName[column] ?? column, value, old: now ? (standing[column] ?? '') : null }));
	if (reader.wrong.length > 0) return wrongRow(sheet, 'projects', reader, subject, '', shown);
	const given = id || freshId(`own-${shortHash(zh)}`, desk.taken.projects);
	if (!now) reader.tell('new-project', 'project', { id: given });
	return mergeRow(sheet, reader, { collection: 'projects', id: given, isNew: !now, cells, standing, telling: Object.keys(cells), replacesSources: false, clears: [], shown, subject, when: '', source });
}
