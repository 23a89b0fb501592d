/** Derives geodata/places and geodata/ground from the reference geometry: `node scripts/geodata-derive.ts <reference-folder>`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, Geometry } from 'geojson';
import { Builder } from './derive/build.ts';
import { checkPlaces } from './derive/check.ts';
import { groundFeatures, inferParents } from './derive/ground.ts';
import { Reference } from './derive/reference.ts';
import { report } from './derive/report.ts';
import { propertiesOf, readTables } from './derive/table.ts';

const folder = process.argv[2];
if (!folder) {
	console.error('Usage: node scripts/geodata-derive.ts <reference-folder>');
	process.exit(2);
}
const geodata = join(import.meta.dirname, '..', 'geodata');
const reference = new Reference(folder);
const { rows, origins } = readTables(join(geodata, 'digitised'));
const builder = new Builder(reference, rows);

inferParents(builder, rows);

const files = new Map<string, Feature<Geometry | null>[]>();
for (const row of rows) {
	const geometry = builder.geometry(row.id);
	const feature: Feature<Geometry | null> = { type: 'Feature', properties: propertiesOf(row, origins.get(row.origin)!, geometry !== null), geometry };
	files.set(row.file, [...(files.get(row.file) ?? []), feature]);
}
const ground = groundFeatures(reference, builder, rows, origins);

const write = (kind: string, name: string, features: Feature<Geometry | null>[]): void => {
	mkdirSync(join(geodata, kind), { recursive: true });
	const body = features.map((feature) => JSON.stringify(feature)).join(',\n');
	const text = `{"type":"FeatureCollection","features":[\n${body}\n]}\n`;
	writeFileSync(join(geodata, kind, `${name}.geojson`), text);
	console.log(`${kind}/${name}.geojson`.padEnd(32), String(features.length).padStart(4), `${(Buffer.byteLength(text) / 1024).toFixed(1)} KB`.padStart(10));
};
for (const [name, features] of files) write('places', name, features);
for (const [name, features] of ground) write('ground', name, features);

const places = [...files.values()].flat();
report(places);
const problems = checkPlaces(places, [...ground.values()].flat());
console.log(problems.length ? problems.join('\n') : 'All checks passed.');
if (problems.length) process.exitCode = 1;
