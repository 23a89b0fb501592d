/** Reading the reference geometry: `file#key=value` names features of `<folder>/<file>.geojson`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, FeatureCollection, Geometry, LineString, MultiLineString, Point, Position } from 'geojson';
import type { Area } from './areas.ts';

export class Reference {
	readonly folder: string;
	private readonly files = new Map<string, Feature[]>();

	constructor(folder: string) {
		this.folder = folder;
	}

	all(file: string): Feature[] {
		let features = this.files.get(file);
		if (!features) {
			const text = readFileSync(join(this.folder, `${file}.geojson`), 'utf8');
			features = (JSON.parse(text) as FeatureCollection<Geometry>).features;
			this.files.set(file, features);
		}
		return features;
	}

	/** Features that a selector names; several conditions are joined by `&`. At least one must match. */
	select(selector: string): Feature[] {
		const [file, query] = selector.split('#');
		const conditions = query.split('&').map((part) => part.split('=') as [string, string]);
		const found = this.all(file).filter((feature) =>
			conditions.every(([key, value]) => (key === 'type' ? feature.geometry.type === value : String(feature.properties?.[key] ?? '') === value))
		);
		if (!found.length) throw new Error(`Reference has nothing for ${selector}`);
		return found;
	}

	areas(selectors: string[]): Area[] {
		return selectors.flatMap((s) => this.select(s)).filter((f): f is Area => f.geometry.type.endsWith('Polygon'));
	}

	parts(selectors: string[]): Position[][] {
		return selectors.flatMap((s) => this.select(s)).flatMap((f) => {
			if (f.geometry.type === 'LineString') return [(f.geometry as LineString).coordinates];
			return f.geometry.type === 'MultiLineString' ? (f.geometry as MultiLineString).coordinates : [];
		});
	}

	point(selector: string): Position {
		const points = this.select(selector).filter((f) => f.geometry.type === 'Point');
		if (points.length !== 1) throw new Error(`${selector} names ${points.length} points, one is wanted`);
		return (points[0].geometry as Point).coordinates;
	}
}
