/**
 * What a file says of its own coordinate system, as a `Crs`: the WKT of a .prj (both versions, ESRI's names too), an EPSG number, a URN. A system
 * that cannot be turned into WGS84 by a published formula (Beijing 54, Xi'an 80, city systems) or that we do not read is none.
 */
import type { Crs } from '../domain/inventory.ts';

const wktStart = /^\s*(PROJCS|GEOGCS|GEOCCS|LOCAL_CS|COMPD_CS|PROJCRS|GEOGCRS|GEODCRS|ENGCRS|BOUNDCRS|COMPOUNDCRS)\s*\[/i;
export const isWkt = (text: string): boolean => wktStart.test(text);

/** The name it goes by, for a sentence. */
export const nameOfCrs = (text: string): string => (isWkt(text) ? (/"([^"]*)"/.exec(text)?.[1] ?? '') : text.trim()).slice(0, 80);

/** EPSG: 4513–4533 zones 25–45 with the number of the zone before the easting, 4534–4554 the same meridians without it, 4502–4512 the meridians of the 6° zones. */
function fromEpsg(code: number): Crs | null {
	if (code === 4326 || code === 4979) return { datum: 'wgs84' };
	if (code === 4490 || code === 4480) return { datum: 'cgcs2000' };
	if (code >= 4513 && code <= 4533) return { datum: 'cgcs2000-gk', meridian: (code - 4488) * 3, isZoned: true };
	if (code >= 4534 && code <= 4554) return { datum: 'cgcs2000-gk', meridian: 75 + (code - 4534) * 3, isZoned: false };
	return code >= 4502 && code <= 4512 ? { datum: 'cgcs2000-gk', meridian: 75 + (code - 4502) * 6, isZoned: false } : null;
}

const numberAfter = (wkt: string, names: string): number => Number(new RegExp(`PARAMETER\\s*\\[\\s*"(?:${names})"\\s*,\\s*([-+.\\deE]+)`, 'i').exec(wkt)?.[1] ?? Number.NaN);

function fromWkt(wkt: string): Crs | null {
	const named = /(?:DATUM|ENSEMBLE)\s*\[\s*"([^"]*)"/i.exec(wkt)?.[1] ?? '';
	const isCgcs = /^(?:D_)?China_2000$|CGCS_?2000|^China 2000$/i.test(named);
	if (/^\s*(GEOGCS|GEOGCRS|GEODCRS)/i.test(wkt)) return isCgcs ? { datum: 'cgcs2000' } : /^(?:D_)?WGS_?\s?(?:19)?84$|^World Geodetic System 1984/i.test(named) ? { datum: 'wgs84' } : null;
	const isMetric = /UNIT\s*\[\s*"met(?:er|re)"\s*,\s*1(?:\.0*)?\s*[,\]]/i.test(wkt);
	if (!isCgcs || !isMetric || !/^\s*(PROJCS|PROJCRS)/i.test(wkt) || !/"(Transverse[_ ]Mercator|Gauss_Kruger)"/i.test(wkt)) return null;
	const meridian = numberAfter(wkt, 'central_meridian|Longitude of natural origin');
	const easting = numberAfter(wkt, 'false_easting|False easting');
	const isPlain = numberAfter(wkt, 'scale_factor|Scale factor at natural origin') === 1 && numberAfter(wkt, 'false_northing|False northing') === 0 && numberAfter(wkt, 'latitude_of_origin|Latitude of natural origin') === 0;
	if (!isPlain || !Number.isFinite(meridian)) return null;
	if (easting === 500_000) return { datum: 'cgcs2000-gk', meridian, isZoned: false };
	return easting === (meridian / 3) * 1_000_000 + 500_000 ? { datum: 'cgcs2000-gk', meridian, isZoned: true } : null;
}

/** `null` where the text names a system that is not read. */
export function readCrsText(text: string): Crs | null {
	if (isWkt(text)) return fromWkt(text);
	if (/CRS:?84\b/i.test(text)) return { datum: 'wgs84' };
	const code = /^(?:urn:(?:ogc|x-ogc):def:crs:)?EPSG:{1,2}(?:[\d.]*:)?(\d{4,6})$/i.exec(text.trim())?.[1] ?? /\/EPSG\/[^/]+\/(\d{4,6})$/i.exec(text.trim())?.[1];
	return code === undefined ? null : fromEpsg(Number(code));
}
