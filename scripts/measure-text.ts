/**
 * `npm run measure:text -- FOLDER [--misses]`: reads the five seed texts in FOLDER (`000*.txt` … `004*.txt`) and tells how far the reading is from the tables of
 * `tests/tables/seeds`, which we made by reading. Exit 0: every goal reached; 1: not; 2: nothing could be measured, with one sentence. The texts are not in the repository.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readDataset } from '#lib/catalogue/read.ts';
import { readRoot } from '#lib/server/roots.ts';
import { makePolicyReader } from '#lib/text/policy-reader.ts';
import { compareSeed, tablesOf } from './measure/compare.ts';
import type { SeedScores } from './measure/compare.ts';
import { formatMisses, formatReport, reachesGoals } from './measure/report.ts';
import { fillPlaces, findForeign, readTables } from './measure/tables.ts';

const [folder, ...more] = process.argv.slice(2).filter((word) => word !== '--misses');

function refuse(sentence: string): never {
	console.error(sentence);
	process.exit(2);
}
if (folder === undefined) refuse('No folder is given; expected the folder with the five seed texts (000….txt to 004….txt). Run: npm run measure:text -- FOLDER');
if (more.length > 0) refuse(`"${more[0]}" is one argument too many; expected one folder. Put a name with spaces in quotes.`);

function readSeed(seed: string): string {
	try {
		const file = readdirSync(folder!).find((name) => name.startsWith(seed));
		if (file === undefined) refuse(`${folder} holds no file whose name begins with ${seed}; expected the five seed texts, 000… to 004…. Give the folder they lie in.`);
		return readFileSync(join(folder!, file), 'utf8');
	} catch (error) {
		return refuse(`${folder} cannot be read (${error instanceof Error ? error.message : String(error)}). Give the folder with the five seed texts.`);
	}
}

const texts = new Map(['000', '001', '002', '003', '004'].map((seed) => [seed, readSeed(seed)]));

const { places, register } = readDataset([readRoot('geodata')]);
const idByName = new Map(places.flatMap(({ id, names }) => [names.zh, ...(names.short?.zh ?? [])].map((name): [string, string] => [name.normalize('NFKC'), id])));
const membersById = new Map(places.flatMap(({ id, kind, members }) => (kind === 'collective' || kind === 'lake-group' ? [[id, members ?? []] as const] : [])));
const read = readTables((name) => readFileSync(join(import.meta.dirname, '../tests/tables/seeds', `${name}.csv`), 'utf8'));
const tables = { ...read, places: fillPlaces(read.places, { idOf: (name) => idByName.get(name), membersOf: (id) => membersById.get(id) ?? [] }) };
for (const [seed, text] of texts) {
	const foreign = findForeign(read, seed, text);
	if (foreign.length > 0) refuse(`${seed}….txt is not the text that the tables were made from: ${foreign.length} of their words stand elsewhere, the first at ${foreign[0]}. Give the seed as it came.`);
}

const readPolicy = makePolicyReader(register);
const scores = new Map<string, SeedScores>();
for (const [seed, text] of texts) scores.set(seed, compareSeed(tablesOf(tables, seed), await readPolicy(text), text));
for (const line of formatReport(scores)) console.log(line);
if (process.argv.includes('--misses')) for (const line of formatMisses(scores, (seed) => texts.get(seed)!)) console.log(line);
process.exitCode = reachesGoals(scores) ? 0 : 1;
