import { writeSheetCsv } from '#lib/domain/csv.ts';
import { sendMade } from '../../../../layers.server.ts';
import type { RequestHandler } from './$types.js';

/** Every row with its number and, of a point, where it lies (WGS84); lines and areas come whole as GeoJSON. */
export const GET: RequestHandler = ({ params: { id } }) => sendMade(id, 'csv', 'text/csv; charset=utf-8', {
	head: ({ fields }) => `\ufeff${writeSheetCsv([['row', ...fields.map(({ name, unit }) => (unit ? `${name} (${unit})` : name)), 'geometry', 'lon', 'lat']])}`,
	row: ({ row, geometry, properties }, { fields }) => writeSheetCsv([[String(row), ...fields.map(({ name }) => String(properties[name] ?? '')), geometry?.type ?? '', ...(geometry?.type === 'Point' ? geometry.coordinates.slice(0, 2).map(String) : ['', ''])]]),
	foot: ''
});
