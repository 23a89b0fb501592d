/** A planner's file of assets, whatever its format: told by its first bytes, or by what its zip holds, before its name. Never rejects: what cannot be read is one sentence. */
import { inventoryLimits } from '../../../domain/inventory.ts';
import type { FeatureProblem } from '../../../domain/inventory.ts';
import { LayerRefusal } from '../../../domain/layer-file.ts';
import type { FileLayer, LayerFileOptions, LoadedLayer } from '../../../domain/layer-file.ts';
import { FileRefusal } from '../../../domain/loaded-table.ts';
import { decodeText } from '../loaded-csv.ts';
import { readZipDirectory, unpackBytes } from '../zip.ts';
import type { ZipEntry } from '../zip.ts';

const startsWith = (bytes: Uint8Array, ...first: number[]): boolean => first.every((byte, i) => bytes[i] === byte);
const endingOf = (name: string): string => /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
/** Folders are ignored: a name is data, never a path. */
const stemOf = (name: string): string => (/([^/\\]*?)(?:\.[^./\\]*)?$/.exec(name)?.[1] ?? '').slice(0, 120) || 'layer';
const megabytes = (bytes: number): number => Math.ceil(bytes / 1_000_000);
/** Rows of fixed width shrink a hundredfold; a bomb a thousandfold. */
const zipLimits = { unpackedBytes: inventoryLimits.unpackedBytes, ratio: 500 };

/** What name and size alone refuse, before a byte is read. Errors: throws a `LayerRefusal`. */
export function checkLayerFile(name: string, size: number): void {
	if (size === 0) throw new LayerRefusal('empty');
	if (size > inventoryLimits.fileBytes) throw new LayerRefusal('size', { mb: megabytes(size), most: megabytes(inventoryLimits.fileBytes) });
	const ending = endingOf(name);
	if (['shp', 'dbf', 'shx', 'prj', 'cpg'].includes(ending)) throw new LayerRefusal('lone-part', { ending: `.${ending}` });
	if (['dwg', 'dxf', 'rar', '7z', 'gz', 'tar', 'gdb', 'mdb', 'tab', 'mif', 'ovkml', 'ovobj', 'pdf', 'doc', 'docx', 'xls', 'gml', 'tif', 'png', 'jpg'].includes(ending)) throw new LayerRefusal('type', { type: `.${ending}` });
}

interface Read {
	layers: FileLayer[];
	problems?: FeatureProblem[];
}

/** Errors: throws a `LayerRefusal` where no text comes out. */
function decodeKml(bytes: Uint8Array): string {
	const declared = /encoding\s*=\s*["']([\w-]+)["']/i.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 200)))?.[1];
	if (declared && !/^utf-?8$/i.test(declared)) {
		try {
			return new TextDecoder(/^gb/i.test(declared) ? 'gb18030' : declared).decode(bytes);
		} catch { /* An encoding that no browser knows: the bytes decide. */ }
	}
	return decodeText(bytes).text;
}

async function readZip(name: string, bytes: Uint8Array, options: LayerFileOptions): Promise<Read> {
	const entries = readZipDirectory(bytes, zipLimits).filter((entry) => !entry.name.endsWith('/') && !/(^|\/)(__MACOSX\/|\._)/.test(entry.name));
	if (entries.some((entry) => entry.name === 'xl/workbook.xml' || entry.name === '[Content_Types].xml')) return (await import('./table-file.ts')).readWorkbookLayers(stemOf(name), bytes, options);
	const inner = entries.find((entry) => /\.(zip|kmz|rar|7z|gz|tar)$/i.test(entry.name));
	const shps = entries.filter((entry) => endingOf(entry.name) === 'shp');
	const kmls = entries.filter((entry) => endingOf(entry.name) === 'kml');
	const total = [...shps, ...kmls].reduce((sum, entry) => sum + entry.packed, 0);
	let done = 0;
	const onBytes = (packed: number) => options.onProgress?.(Math.min(1, (done += packed) / Math.max(1, total)) * 0.6);
	if (shps.length > 0) {
		const { readShapefile } = await import('./shapefile.ts');
		const find = (shp: ZipEntry, ending: string): Uint8Array | null => {
			const part = entries.find((entry) => entry.name.toLowerCase() === `${shp.name.slice(0, -4)}.${ending}`.toLowerCase());
			return part ? unpackBytes(bytes, part) : null;
		};
		const textOf = (part: Uint8Array | null): string | null => part && new TextDecoder().decode(part.subarray(0, 10_000)).replace('\ufeff', '');
		return each(shps, (shp) => readShapefile({ name: stemOf(shp.name), shp: unpackBytes(bytes, shp, onBytes), dbf: find(shp, 'dbf'), prj: textOf(find(shp, 'prj')), cpg: textOf(find(shp, 'cpg')) }, (share) => options.onProgress?.(shps.length === 1 ? 0.6 + share * 0.4 : 0.6)));
	}
	if (kmls.length > 0) {
		const { readKml } = await import('./kml.ts');
		return each(kmls, (kml) => readKml(kmls.length === 1 ? stemOf(name) : stemOf(kml.name), decodeKml(unpackBytes(bytes, kml, onBytes))));
	}
	if (inner) throw new LayerRefusal('nested-zip', { name: inner.name.slice(-60) });
	throw new LayerRefusal('no-layer-in-zip');
}

/** A layer that is broken beside others that are not is told and left out. */
function each(entries: readonly ZipEntry[], read: (entry: ZipEntry) => FileLayer): Read {
	const layers: FileLayer[] = [];
	const problems: FeatureProblem[] = [];
	for (const entry of entries) {
		try {
			layers.push(read(entry));
		} catch (error) {
			const { key, filling } = refusalOf(error);
			if (entries.length === 1) throw error;
			problems.push({ row: 0, key, with: { ...filling, layer: stemOf(entry.name) }, level: 'noted' });
		}
	}
	if (layers.length === 0) throw new LayerRefusal('no-layer-in-zip');
	return { layers, problems };
}

async function read(name: string, bytes: Uint8Array, options: LayerFileOptions): Promise<Read> {
	checkLayerFile(name, bytes.length);
	if (startsWith(bytes, 0x50, 0x4b)) return readZip(name, bytes, options);
	if (startsWith(bytes, 0x53, 0x51, 0x4c, 0x69, 0x74, 0x65)) return { layers: await (await import('./gpkg.ts')).readGpkg(bytes, options) };
	if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new LayerRefusal('type', { type: '.xls' });
	if (startsWith(bytes, 0, 0, 0x27, 0x0a)) throw new LayerRefusal('lone-part', { ending: '.shp' });
	const isXml = /^[\ufeff\s]*</.test(new TextDecoder().decode(bytes.subarray(0, 100)));
	if (isXml) return { layers: [(await import('./kml.ts')).readKml(stemOf(name), decodeKml(bytes), options.onProgress)] };
	const { text, format } = decodeText(bytes);
	const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
	if (plain.trim() === '') throw new LayerRefusal('empty');
	const problems: FeatureProblem[] = format === 'gbk' ? [{ row: 0, key: 'gbk', with: {}, level: 'noted' }] : [];
	options.onProgress?.(0.2);
	if (/^\s*[[{]/.test(plain) || plain.startsWith('\u001e')) return { layers: [(await import('./geojson-file.ts')).readGeoJson(stemOf(name), plain, options.onProgress)], problems };
	if (['json', 'geojson', 'geojsonl', 'ndjson'].includes(endingOf(name))) throw new LayerRefusal('no-geojson');
	return { layers: [(await import('./table-file.ts')).readCsvLayer(stemOf(name), plain, options)], problems };
}

/** Words of a refusal, whoever refused: the readers of zip and tables have their own. */
function refusalOf(error: unknown): LayerRefusal {
	if (error instanceof LayerRefusal) return error;
	if (error instanceof FileRefusal) return new LayerRefusal(`table-${error.key}`, error.filling);
	return new LayerRefusal('failed');
}

export async function readLayerFile(name: string, bytes: Uint8Array, options: LayerFileOptions = {}): Promise<LoadedLayer> {
	try {
		const { layers, problems = [] } = await read(name, bytes, options);
		if (layers.every(({ rows }) => rows.length === 0)) return { layers: [], problems: [{ row: 0, key: 'no-features', with: {}, level: 'refused' }, ...problems, ...layers.flatMap((layer) => layer.problems)] };
		options.onProgress?.(1);
		return { layers, problems };
	} catch (error) {
		const { key, filling } = refusalOf(error);
		return { layers: [], problems: [{ row: 0, key, with: filling, level: 'refused' }] };
	}
}
