/** Which columns of a table say where. Found by name alone and only where the name is plain; the planner may name others, and is asked where none is found. */
import type { CoordinateColumns } from '../../../domain/layer-file.ts';

const plain = (name: string): string => name.trim().toLowerCase().replace(/[\s_（(].*$|[度°]$/g, '');
/** In the order in which they are believed; the two of a pair belong together. */
const pairs: readonly (readonly [x: RegExp, y: RegExp])[] = [
	[/^(?:lon|lng|long|longitude)$/, /^(?:lat|latitude)$/],
	[/^(?:经度|东经)$/, /^(?:纬度|北纬)$/],
	[/^(?:easting|东坐标|横坐标)$/, /^(?:northing|北坐标|纵坐标)$/],
	[/^(?:x|x坐标|point_x|coord_x)$/, /^(?:y|y坐标|point_y|coord_y)$/]
];
const wkt = /^(?:wkt|geom|geometry|the_geom|图形|几何)$/i;

export function findCoordinateColumns(names: readonly string[]): CoordinateColumns | null {
	for (const [x, y] of pairs) {
		const find = (pattern: RegExp) => names.find((name) => pattern.test(name.trim().toLowerCase())) ?? names.find((name) => pattern.test(plain(name)));
		const [foundX, foundY] = [find(x), find(y)];
		if (foundX !== undefined && foundY !== undefined) return { x: foundX, y: foundY };
	}
	const text = names.find((name) => wkt.test(name.trim()));
	return text === undefined ? null : { wkt: text };
}

const degrees = /^([NSEW东西南北]?)\s*(\d{1,3})\s*[°度]\s*(?:(\d{1,2}(?:\.\d+)?)\s*['′’分]\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*(?:["″”秒]|'')\s*)?([NSEW东西南北]?)$/i;

/** A plain number, or degrees with minutes and seconds; NaN for anything else. */
export function readCoordinate(value: unknown): number {
	if (typeof value === 'number') return value;
	const text = String(value ?? '').trim().replaceAll(/[\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) - 0xff10));
	if (/^[-+]?\d+(?:\.\d*)?(?:e[-+]?\d+)?$/i.test(text)) return Number(text);
	const found = degrees.exec(text);
	if (!found) return Number.NaN;
	const [, before, whole, minutes = '0', seconds = '0', after] = found;
	if (Number(minutes) >= 60 || Number(seconds) >= 60) return Number.NaN;
	return (Number(whole) + Number(minutes) / 60 + Number(seconds) / 3600) * (/[SW西南]/i.test(`${before}${after}`) ? -1 : 1);
}
