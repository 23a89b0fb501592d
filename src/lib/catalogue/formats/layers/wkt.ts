/** Well-known text to GeoJSON: what a database exports into a column. Z and M are kept for the cleaning to drop; curves and EMPTY are told there. */
const types: Record<string, string> = { POINT: 'Point', LINESTRING: 'LineString', POLYGON: 'Polygon', MULTIPOINT: 'MultiPoint', MULTILINESTRING: 'MultiLineString', MULTIPOLYGON: 'MultiPolygon', GEOMETRYCOLLECTION: 'GeometryCollection' };
type Nested = number[] | Nested[];

/** `{type, coordinates}` as found; `null` for what is no WKT, or one with more after its end. */
export function readWkt(text: string): unknown {
	const tokens = text.replace(/^\s*SRID=\d+;/i, '').match(/[A-Za-z]+|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|[(),]|\S/g) ?? [];
	let at = 0;
	const fail = (): never => {
		throw new SyntaxError('wkt');
	};
	const take = (token: string) => (tokens[at] === token ? at++ : fail());
	function position(): number[] {
		const numbers: number[] = [];
		while (tokens[at] !== undefined && tokens[at] !== ',' && tokens[at] !== ')') numbers.push(Number(tokens[at++]));
		return numbers;
	}
	/** `depth` brackets around positions; each point of many may have brackets of its own. */
	function list(depth: number, isBracketed: boolean): Nested {
		take('(');
		const found: Nested[] = [];
		do found.push(depth > 1 ? list(depth - 1, false) : isBracketed && tokens[at] === '(' ? (list(1, false) as Nested[])[0]! : position());
		while (tokens[at] === ',' && at++ >= 0);
		take(')');
		return found;
	}
	function geometry(level: number): unknown {
		const type = types[(tokens[at++] ?? '').toUpperCase()] ?? fail();
		if (/^(?:Z|M|ZM)$/i.test(tokens[at] ?? '')) at++;
		const isCollection = type === 'GeometryCollection';
		if (/^EMPTY$/i.test(tokens[at] ?? '')) {
			at++;
			return isCollection ? { type, geometries: [] } : { type, coordinates: [] };
		}
		if (!isCollection) {
			const depth = { Point: 1, LineString: 1, MultiPoint: 1, Polygon: 2, MultiLineString: 2, MultiPolygon: 3 }[type]!;
			const coordinates = list(depth, type === 'MultiPoint');
			return { type, coordinates: type === 'Point' ? coordinates[0] : coordinates };
		}
		if (level > 8) fail();
		take('(');
		const geometries: unknown[] = [];
		do geometries.push(geometry(level + 1));
		while (tokens[at] === ',' && at++ >= 0);
		take(')');
		return { type, geometries };
	}
	try {
		const found = geometry(0);
		return at === tokens.length ? found : null;
	} catch (error) {
		if (error instanceof SyntaxError) return null;
		throw error;
	}
}
