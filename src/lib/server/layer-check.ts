/** What a browser sends of an inventory, read as if a stranger had sent it: only what is named here is taken over, so nothing unexpected reaches the disk. */
import type { Geometry } from 'geojson';
import type { Answer, Said } from '../domain/change-answer.ts';
import { datums, fieldTypes, inventoryColours, inventoryLimits, inventoryRoles } from '../domain/inventory.ts';
import type { AssetRow, Crs, InventoryField, InventoryLayer, InventoryRole, StatedLayer } from '../domain/inventory.ts';

export const refuse = (status: number, said: Said): Answer<never> => ({ ok: false, refusal: { status, ...said, problems: [] } });

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown, most: number): value is string => typeof value === 'string' && value.length <= most;
// Control characters and marks that turn the direction of writing: a name shall read as it is.
// eslint-disable-next-line no-control-regex
const unsafe = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
const reserved = new Set(['__proto__', 'constructor', 'prototype']);
export const isSafeName = (name: unknown): name is string => isText(name, 200) && name.trim() !== '' && !unsafe.test(name) && !reserved.has(name);
const isLine = (value: unknown, most: number): value is string => isText(value, most) && !unsafe.test(value);

export const isLayerId = (id: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && id.length <= 80;

function readCrs(value: unknown): Crs | null {
	if (!isObject(value) || !(datums as readonly unknown[]).includes(value.datum)) return null;
	const datum = value.datum as Crs['datum'];
	if (datum !== 'cgcs2000-gk') return { datum };
	const meridian = value.meridian;
	return typeof meridian === 'number' && meridian >= 75 && meridian <= 135 && meridian % 3 === 0 ? { datum, meridian, isZoned: value.isZoned === true } : null;
}

function readFields(value: unknown): InventoryField[] | null {
	if (!Array.isArray(value) || value.length > inventoryLimits.fields) return null;
	const fields = value.flatMap((field: unknown): InventoryField[] => (isObject(field) && isSafeName(field.name) && isLine(field.label, 200) && isLine(field.unit, 40) && (fieldTypes as readonly unknown[]).includes(field.type) ? [{ name: field.name, label: field.label.trim() || field.name, type: field.type as InventoryField['type'], unit: field.unit.trim() }] : []));
	return fields.length === value.length && new Set(fields.map(({ name }) => name)).size === fields.length ? fields : null;
}

function readRoles(value: unknown, names: ReadonlySet<string>): Partial<Record<InventoryRole, string>> | null {
	if (!isObject(value)) return null;
	const entries = Object.entries(value).filter(([, name]) => name !== '' && name !== undefined);
	const isRight = entries.every(([role, name]) => (inventoryRoles as readonly string[]).includes(role) && typeof name === 'string' && names.has(name));
	return isRight ? (Object.fromEntries(entries) as Partial<Record<InventoryRole, string>>) : null;
}

const isPx = (value: unknown): value is number => typeof value === 'number' && value >= 0.5 && value <= 20;
function readStyle(value: unknown, names: ReadonlySet<string>): InventoryLayer['style'] | null {
	if (!isObject(value) || !Number.isInteger(value.colour) || (value.colour as number) < 0 || (value.colour as number) >= inventoryColours) return null;
	const by = typeof value.by === 'string' && value.by !== '' ? value.by : undefined;
	if (by !== undefined && !names.has(by)) return null;
	return { colour: value.colour as number, ...(by !== undefined && { by }), ...(isPx(value.widthPx) && { widthPx: value.widthPx }), ...(isPx(value.radiusPx) && { radiusPx: value.radiusPx }) };
}

const isAccuracy = (value: unknown): value is number | null => value === null || (typeof value === 'number' && value > 0 && value <= 100_000);
const isDate = (value: unknown): value is string => typeof value === 'string' && (value === '' || /^\d{4}(-\d{2}(-\d{2})?)?$/.test(value));

const wrong = {
	shape: { zh: '提交的图层说明缺少标题、文件名或字段，没有保存。', en: 'What was sent of the layer lacks a title, a file name or its fields; nothing was kept.' },
	title: { zh: '请给图层起一个名称（200 字以内）。没有保存。', en: 'Give the layer a name of up to 200 characters. Nothing was kept.' },
	crs: { zh: '坐标系不明或不受支持，没有保存。', en: 'The coordinate system is not stated or not supported; nothing was kept.' },
	fields: { zh: `字段名为空、重复、过长或含控制字符，或超过 ${inventoryLimits.fields} 个。没有保存。`, en: `A field's name is empty, repeated, too long or holds control characters, or there are more than ${inventoryLimits.fields}. Nothing was kept.` },
	roles: { zh: '字段用途里有不存在的字段，没有保存。', en: 'A role names a field that the layer does not have; nothing was kept.' },
	style: { zh: '图例样式不对，没有保存。', en: 'The style is not understood; nothing was kept.' },
	accuracy: { zh: '精度应为大于 0 的米数，或不填。没有保存。', en: 'Accuracy has to be metres above 0, or left empty. Nothing was kept.' },
	source: { zh: '来源过长，或日期不是 2024、2024-05、2024-05-18 这样的写法。没有保存。', en: 'The source is too long, or the date is not written like 2024, 2024-05 or 2024-05-18. Nothing was kept.' }
} as const;

/** Errors: comes back as a refusal (422). */
export function readStated(input: unknown): Answer<StatedLayer> {
	if (!isObject(input) || !isLine(input.file, 300) || !/^[0-9a-f]{64}$/.test(String(input.sum))) return refuse(422, wrong.shape);
	if (!isSafeName(input.title)) return refuse(422, wrong.title);
	const crs = readCrs(input.crs);
	if (!crs) return refuse(422, wrong.crs);
	const fields = readFields(input.fields);
	if (!fields) return refuse(422, wrong.fields);
	const names = new Set(fields.map(({ name }) => name));
	const [roles, style] = [readRoles(input.roles, names), readStyle(input.style, names)];
	if (!roles) return refuse(422, wrong.roles);
	if (!style) return refuse(422, wrong.style);
	if (!isAccuracy(input.accuracyM)) return refuse(422, wrong.accuracy);
	if (!isLine(input.source, 400) || !isDate(input.date)) return refuse(422, wrong.source);
	return { ok: true, value: { title: input.title.trim(), file: input.file, sum: String(input.sum), crs, accuracyM: input.accuracyM, source: input.source.trim(), date: input.date, fields, roles, style, addedBy: isLine(input.addedBy, 200) ? input.addedBy.trim() : '' } };
}

/** The layer as it would stand with what was changed. Errors: comes back as a refusal (422). */
export function readPatch(layer: InventoryLayer, input: unknown): Answer<InventoryLayer> {
	if (!isObject(input)) return refuse(400, wrong.shape);
	const next = { ...layer };
	if (input.title !== undefined) {
		if (!isSafeName(input.title)) return refuse(422, wrong.title);
		next.title = input.title.trim();
	}
	if (input.fields !== undefined) {
		const given = Array.isArray(input.fields) ? input.fields : [];
		const fields = readFields(layer.fields.map((field) => {
			const changed: unknown = given.find((one: unknown) => isObject(one) && one.name === field.name);
			return isObject(changed) ? { ...field, label: changed.label, unit: changed.unit } : field;
		}));
		if (!fields) return refuse(422, wrong.fields);
		next.fields = fields;
	}
	const names = new Set(next.fields.map(({ name }) => name));
	if (input.roles !== undefined) {
		const roles = readRoles(input.roles, names);
		if (!roles) return refuse(422, wrong.roles);
		next.roles = roles;
	}
	if (input.style !== undefined) {
		const style = readStyle(input.style, names);
		if (!style) return refuse(422, wrong.style);
		next.style = style;
	}
	if (input.accuracyM !== undefined) {
		if (!isAccuracy(input.accuracyM)) return refuse(422, wrong.accuracy);
		next.accuracyM = input.accuracyM;
	}
	for (const key of ['source', 'date'] as const) {
		if (input[key] === undefined) continue;
		if (key === 'date' ? !isDate(input.date) : !isLine(input.source, 400)) return refuse(422, wrong.source);
		next[key] = String(input[key]).trim();
	}
	return { ok: true, value: next };
}

type Position = [lon: number, lat: number];
const isPosition = (value: unknown): value is Position => Array.isArray(value) && value.length >= 2 && value.every((part) => typeof part === 'number' && Number.isFinite(part)) && Math.abs(value[0] as number) <= 180 && Math.abs(value[1] as number) <= 90;
const isLineOf = (value: unknown, least: number): value is Position[] => Array.isArray(value) && value.length >= least && value.every(isPosition);
const isRing = (value: unknown): value is Position[] => isLineOf(value, 4) && value[0]![0] === value.at(-1)![0] && value[0]![1] === value.at(-1)![1];
const isEach = (value: unknown, is: (part: unknown) => boolean): boolean => Array.isArray(value) && value.length > 0 && value.every(is);
const isArea = (value: unknown): boolean => isEach(value, isRing);
const shapes: Record<string, (coordinates: unknown) => boolean> = {
	Point: isPosition, MultiPoint: (value) => isEach(value, isPosition), LineString: (value) => isLineOf(value, 2), MultiLineString: (value) => isEach(value, (part) => isLineOf(part, 2)),
	Polygon: isArea, MultiPolygon: (value) => isEach(value, isArea)
};
const isGeometry = (value: unknown): value is { type: string; coordinates: unknown } => isObject(value) && typeof value.type === 'string' && Object.hasOwn(shapes, value.type) && shapes[value.type]!(value.coordinates);

/** Widens `box` by every position below. */
export function widen(box: number[], coordinates: unknown): void {
	if (!Array.isArray(coordinates)) return;
	if (typeof coordinates[0] !== 'number') return coordinates.forEach((part) => widen(box, part));
	const [lon, lat] = coordinates as Position;
	[box[0], box[1], box[2], box[3]] = [Math.min(box[0]!, lon), Math.min(box[1]!, lat), Math.max(box[2]!, lon), Math.max(box[3]!, lat)];
}

/** One row, with nothing but what a row has. The message names the row and what was expected. */
export function readRow(input: unknown, after: number, fields: ReadonlySet<string>): { row: AssetRow } | { said: Said } {
	const number = isObject(input) ? input.row : undefined;
	if (!isObject(input) || !Number.isInteger(number) || (number as number) <= after) return { said: { zh: `第 ${after} 行之后的行没有编号，或编号没有递增。`, en: `The row after row ${after} has no number, or one that does not grow.` } };
	const at = number as number;
	if (input.geometry !== null && !isGeometry(input.geometry)) return { said: { zh: `第 ${at} 行的图形不对：应为点、线或面，坐标为经纬度且面要闭合。`, en: `The geometry of row ${at} is wrong: a point, line or closed area in degrees was expected.` } };
	if (!isObject(input.properties)) return { said: { zh: `第 ${at} 行没有属性。`, en: `Row ${at} has no properties.` } };
	for (const [name, value] of Object.entries(input.properties)) {
		if (!fields.has(name)) return { said: { zh: `第 ${at} 行有图层没有的字段“${name.slice(0, 40)}”。`, en: `Row ${at} has the field "${name.slice(0, 40)}", which the layer does not.` } };
		const isRight = value === null || (typeof value === 'number' ? Number.isFinite(value) : isText(value, inventoryLimits.cellChars));
		if (!isRight) return { said: { zh: `第 ${at} 行“${name.slice(0, 40)}”的值不是 ${inventoryLimits.cellChars} 字以内的文字或数字。`, en: `The value of "${name.slice(0, 40)}" in row ${at} is no number and no text of up to ${inventoryLimits.cellChars} characters.` } };
	}
	const geometry = input.geometry === null ? null : ({ type: input.geometry.type, coordinates: input.geometry.coordinates } as Geometry);
	return { row: { row: at, geometry, properties: input.properties as AssetRow['properties'] } };
}
