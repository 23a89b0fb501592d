import { sendMade } from '../../../../layers.server.ts';
import type { RequestHandler } from './$types.js';

/** RFC 7946: WGS84, in the order of the file; a row without geometry stays a feature without one. */
export const GET: RequestHandler = ({ params: { id } }) => sendMade(id, 'geojson', 'application/geo+json', {
	head: ({ title, source, date }) => `{"type":"FeatureCollection","name":${JSON.stringify(title)},"source":${JSON.stringify(source)},"date":${JSON.stringify(date)},"features":[`,
	row: ({ row, geometry, properties }, _, isFirst) => `${isFirst ? '' : ','}\n${JSON.stringify({ type: 'Feature', id: row, geometry, properties })}`,
	foot: '\n]}\n'
});
