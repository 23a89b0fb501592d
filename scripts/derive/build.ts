/** One geometry per row of places.csv: what each value of its column `how` does with its column `from`. */
import type { Geometry, LineString, MultiLineString, Point, Position } from 'geojson';
import { areaOf, box, common, generalise, polygonsOf, unite, type Area } from './areas.ts';
import { between, eastward, extreme, route, thenFrom, tidy, untilThen, cut } from './lines.ts';
import { lineMetres, metres, onLine, round, toDegrees, toMetres } from './plane.ts';
import { simplifyTiling, tile } from './partition.ts';
import type { Reference } from './reference.ts';
import { list, type Row } from './table.ts';

const frame = box(120.2, 30.65, 121.45, 31.45);
/** Tolerances in metres, smallest parts in square metres. */
const scale = { line: 20, water: 20, lake: 40, minPart: 5_000, minHole: 10_000 };

export class Builder {
	private readonly reference: Reference;
	private readonly rows: Map<string, Row>;
	private readonly built = new Map<string, Geometry | null>();
	private districts?: Map<string, Area>;
	private towns?: Map<string, Area>;

	constructor(reference: Reference, rows: Row[]) {
		this.reference = reference;
		this.rows = new Map(rows.map((row) => [row.id, row]));
	}

	geometry(id: string): Geometry | null {
		const known = this.built.get(id);
		if (known !== undefined) return known;
		const row = this.rows.get(id);
		if (!row) throw new Error(`No row ${id}`);
		const made = this.make(row);
		this.built.set(id, made);
		return made;
	}

	private area(id: string): Area {
		return { type: 'Feature', properties: {}, geometry: this.geometry(id) as Area['geometry'] };
	}

	private line(id: string): Position[] {
		return (this.geometry(id) as LineString).coordinates;
	}

	private make(row: Row): Geometry | null {
		const from = list(row.from);
		switch (row.how) {
			case 'none': return null;
			case 'district': return this.tiledDistricts().get(row.id)!.geometry;
			case 'qingpu-town': return this.tiledTowns().get(row.id)!.geometry;
			case 'union-of-members': return this.whole(list(row.members).map((id) => this.area(id))).geometry;
			case 'union': return this.union(from);
			case 'area': return this.water(this.reference.areas(from), row).geometry;
			case 'blob': return this.blob(row);
			case 'point': return point(this.reference.point(row.from));
			case 'at': return point(row.from.split(' ').map(Number));
			case 'line': return line(tidy(eastward(this.one(row.from)), scale.line));
			case 'multi': return multi(from.map((s) => tidy(this.one(s), scale.line)));
			case 'chain': return line(tidy(this.chain(from), scale.line));
			case 'between': return this.between(row.from);
			case 'route': return this.routed(row.from);
			case 'splice': return this.splice(from);
			case 'junction': return this.junction(row);
			case 'platforms': return this.platforms(from);
			case 'west-end': return point(this.line(row.from)[0]);
			case 'taipu': return line(tidy(this.taipu(), scale.line));
			case 'changhushen': return line(tidy(this.changhushen(), scale.line));
			default: throw new Error(`${row.id}: nothing is known about how=${row.how}`);
		}
	}

	private one(selector: string): Position[] {
		const parts = this.reference.parts([selector]);
		if (parts.length !== 1) throw new Error(`${selector} has ${parts.length} lines, one is wanted`);
		return parts[0];
	}

	/** Fragments of several features as one line, from the westernmost to the easternmost end. */
	private chain(selectors: string[]): Position[] {
		const parts = this.reference.parts(selectors);
		return route(parts, extreme(parts, (a, b) => a[0] < b[0]), extreme(parts, (a, b) => a[0] > b[0]));
	}

	private between(from: string): Geometry {
		const [selector, west, east] = from.split('|');
		const parts = between(eastward(this.one(selector)), Number(west), Number(east));
		if (parts.length !== 1) throw new Error(`${selector} has ${parts.length} pieces between ${west} and ${east}`);
		return line(tidy(parts[0], 1));
	}

	/** `selector|lon lat|lon lat`: a way through fragments. */
	private way(from: string): Position[] {
		const [selector, a, b] = from.split('|');
		return a ? route(this.reference.parts([selector]), a.split(' ').map(Number), b.split(' ').map(Number)) : eastward(this.one(selector));
	}

	private routed(from: string): Geometry {
		return line(tidy(this.way(from), scale.line));
	}

	/** Western line, then the eastern one: `+` before the second keeps all of it, else all of the first. A third is a part apart. */
	private splice(from: string[]): Geometry {
		const [first, second, apart] = from;
		const a = this.way(first);
		const joined = second.startsWith('+') ? untilThen(a, this.way(second.slice(1))) : thenFrom(a, this.way(second));
		const main = tidy(joined, scale.line);
		return apart ? multi([main, tidy(this.way(apart), scale.line)]) : line(main);
	}

	private water(areas: Area[], row: Row): Area {
		const big = row.id === 'taihu-lake';
		return generalise(unite(areas), { tolerance: big ? scale.lake : row.role === 'area' ? scale.water / 2 : scale.water, minPart: scale.minPart, minHole: big ? 40_000 : scale.minHole });
	}

	/** Areas joined; `place#id` takes a geometry of ours as it is. */
	private union(from: string[]): Geometry {
		const ours = from.filter((s) => s.startsWith('place#')).map((s) => this.area(s.slice(6)));
		if (ours.length) return this.whole(ours).geometry;
		const clipped = this.reference.areas(from).map((a) => common(a, frame)).filter((a): a is Area => a !== null);
		return generalise(unite(clipped), { tolerance: scale.water / 2, minPart: scale.minPart, minHole: scale.minHole }).geometry;
	}

	/** Neighbours that share their edges, as one; the vertices are kept. */
	private whole(areas: Area[]): Area {
		return generalise(unite(areas), { tolerance: 0.6, minPart: 10_000, minHole: 100_000 });
	}

	private tiledDistricts(): Map<string, Area> {
		if (!this.districts) {
			const wanted = [...this.rows.values()].filter((row) => row.how === 'district');
			const raw = new Map(wanted.map((row) => [row.id, unite(this.reference.areas([`districts#name_zh=${row.from}`]))]));
			const tiled = tile(raw, 320);
			const clipped = new Map([...tiled].map(([id, area]) => [id, common(area, frame)!]));
			this.districts = simplifyTiling(clipped, 50_000);
		}
		return this.districts;
	}

	private tiledTowns(): Map<string, Area> {
		if (!this.towns) {
			const qingpu = this.tiledDistricts().get('qingpu')!;
			const wanted = [...this.rows.values()].filter((row) => row.how === 'qingpu-town');
			const raw = new Map(wanted.map((row) => [row.id, common(unite(this.reference.areas(list(row.from))), qingpu)!]));
			const tiled = tile(raw, 0, qingpu);
			this.towns = simplifyTiling(tiled, 50_000, 2e-7);
		}
		return this.towns;
	}

	/** A rough round patch about a town seat (`id radius`), inside its district: 24 points with a gentle wobble. */
	private blob(row: Row): Geometry {
		const [seatId, radius] = row.from.split(' ');
		const seat = toMetres((this.geometry(seatId) as Point).coordinates);
		const ring: Position[] = [];
		for (let i = 0; i < 24; i++) {
			const turn = (i / 24) * 2 * Math.PI;
			const r = Number(radius) * (1 + 0.06 * Math.sin(3 * turn) + 0.04 * Math.cos(5 * turn));
			ring.push(toDegrees([seat[0] + r * Math.cos(turn), seat[1] + r * Math.sin(turn)]));
		}
		const patch = areaOf([[[...ring, ring[0]]]]);
		const inside = common(patch, this.area(this.rows.get(seatId)!.parent))!;
		return generalise(areaOf([polygonsOf(inside)[0]]), { tolerance: 60, minPart: 10_000, minHole: 1e9 }).geometry;
	}

	/** Mean of the junction nodes of one name that stand on one line: `name|line id`. */
	private junction(row: Row): Geometry {
		const [name, on] = row.from.split('|');
		const way = this.line(on);
		const nodes = this.reference.select(`osm/motorway_junctions#name_zh=${name}`).map((f) => (f.geometry as Point).coordinates).filter((p) => onLine(p, way).d < 700);
		if (!nodes.length) throw new Error(`${row.id}: no junction ${name} on ${on}`);
		return point(onLine(mean(nodes), way).at);
	}

	private platforms(from: string[]): Geometry {
		return point(mean(this.reference.parts(from).map((track) => mean([track[0], track[track.length - 1]]))));
	}

	private taipu(): Position[] {
		const west = eastward(this.one('west/waterways#name_zh=太浦河'));
		return thenFrom(west, eastward(this.one('osm/waterways#name_zh=太浦河')));
	}

	/** Ditang to Pingwang, the canal up to the Taipu, the Taipu, then the Maohe down to the Huangpu. */
	private changhushen(): Position[] {
		const ditang = this.line('ditang');
		const canal = (this.geometry('grand-canal') as MultiLineString).coordinates[0];
		const taipu = this.line('taipu-river');
		const north = canal[0][1] > canal[canal.length - 1][1] ? canal.slice().reverse() : canal;
		const [, up] = cut(north, ditang[ditang.length - 1]);
		const meeting = up.reduce((best, p) => (onLine(p, taipu).d < onLine(best, taipu).d ? p : best));
		const [link] = cut(up, onLine(meeting, taipu).at);
		const [, down] = cut(taipu, link[link.length - 1]);
		const [, maohe] = cut(this.line('maohe'), down[down.length - 1]);
		const way = [...ditang, ...link, ...down, ...maohe];
		if (lineMetres(way) > 120_000) throw new Error('The Changhu–Shen line is longer than it can be');
		return way;
	}
}

const point = (p: Position): Point => ({ type: 'Point', coordinates: round(p) });
const mean = (points: Position[]): Position => [points.reduce((s, p) => s + p[0], 0) / points.length, points.reduce((s, p) => s + p[1], 0) / points.length];
const line = (coordinates: Position[]): LineString => ({ type: 'LineString', coordinates: coordinates.filter((p, i) => i === 0 || metres(p, coordinates[i - 1]) > 0.5) });
const multi = (coordinates: Position[][]): MultiLineString => ({ type: 'MultiLineString', coordinates });
