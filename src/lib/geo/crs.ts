/**
 * Coordinate systems that a planner's file may be in, to WGS84 and back. CGCS2000 geographic is taken for WGS84: the two differ by less than a
 * metre, below what a drawn layer holds. Gauss–Krüger by proj4 on the ellipsoid of CGCS2000, checked against PROJ to 1 mm; GCJ-02 and BD-09 by
 * gcoord, whose forward formulas are turned round here step by step, since its own way back from BD-09 is an approximation.
 */
import gcoord from 'gcoord';
import proj4 from 'proj4';
import type { Crs } from '../domain/inventory.ts';

export type XY = [x: number, y: number];
/** In radians. */
interface Projection {
	forward(position: { x: number; y: number }): { x: number; y: number };
	inverse(position: { x: number; y: number }): { x: number; y: number };
}
const degree = Math.PI / 180;

/** The projection itself and not proj4's way between two systems, which asks three times as long for what is the identity here. */
const projections = new Map<number, Projection>();
function gaussKrueger(meridian: number): Projection {
	let projection = projections.get(meridian);
	if (!projection) projections.set(meridian, (projection = new proj4.Proj(`+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs`) as unknown as Projection));
	return projection;
}

/** Number before the easting of a zoned system, in metres: 40 000 000 for 120° E. */
const prefixOf = ({ meridian, isZoned }: Crs): number => (isZoned ? Math.round(meridian! / 3) * 1_000_000 : 0);

const toGcj = ([lon, lat]: XY): XY => gcoord.transform([lon, lat], gcoord.WGS84, gcoord.GCJ02) as XY;
const toBd = ([lon, lat]: XY): XY => gcoord.transform([lon, lat], gcoord.WGS84, gcoord.BD09) as XY;

/** 0.1 mm in degrees; a step divides the error by thousands. */
const nearEnough = 1e-9;
function turnRound(forward: (position: XY) => XY, [x, y]: XY): XY {
	let [lon, lat] = [x, y];
	for (let step = 0; step < 20; step++) {
		const [toX, toY] = forward([lon, lat]);
		const [dx, dy] = [toX - x, toY - y];
		lon -= dx;
		lat -= dy;
		if (Math.abs(dx) < nearEnough && Math.abs(dy) < nearEnough) break;
	}
	return [lon, lat];
}

/** x, y of the file's system to lon, lat in WGS84 degrees. */
export function toWgs84(crs: Crs, [x, y]: XY): XY {
	switch (crs.datum) {
		case 'wgs84':
		case 'cgcs2000': return [x, y];
		case 'cgcs2000-gk': {
			const found = gaussKrueger(crs.meridian!).inverse({ x: x - prefixOf(crs), y });
			return [found.x / degree, found.y / degree];
		}
		case 'gcj02': return turnRound(toGcj, [x, y]);
		case 'bd09': return turnRound(toBd, [x, y]);
	}
}

/** lon, lat in WGS84 degrees to x, y of the system. */
export function fromWgs84(crs: Crs, [lon, lat]: XY): XY {
	switch (crs.datum) {
		case 'wgs84':
		case 'cgcs2000': return [lon, lat];
		case 'cgcs2000-gk': {
			const found = gaussKrueger(crs.meridian!).forward({ x: lon * degree, y: lat * degree });
			return [found.x + prefixOf(crs), found.y];
		}
		case 'gcj02': return toGcj([lon, lat]);
		case 'bd09': return toBd([lon, lat]);
	}
}

export const isSameCrs = (a: Crs, b: Crs): boolean => a.datum === b.datum && a.meridian === b.meridian && Boolean(a.isZoned) === Boolean(b.isZoned);
