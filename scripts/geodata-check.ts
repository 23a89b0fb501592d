/** Proves the text files: prints every problem with file, row and remedy, and what could not be located; exit 1 when there is an error. */
import { describeProblem } from '#lib/domain/problem.ts';
import { findCrossedRings } from '#lib/geo/validity.ts';
import { readDataset } from '#lib/catalogue/read.ts';
import { readRoots } from '#lib/server/roots.ts';

const read = readDataset(readRoots());
const problems = [...read.problems, ...findCrossedRings(read.features)];
for (const problem of problems) console.log(`${problem.level === 'error' ? '' : 'warning: '}${describeProblem(problem)}`);

const shown = new Set(read.features.filter(({ geometry }) => geometry !== null).map((feature) => feature.of ?? feature.id));
const composed = new Set(['collective', 'pattern', 'province', 'corridor', 'lake-group']);
const unlocated = read.places.filter(({ id, kind }) => !shown.has(id) && !composed.has(kind));
if (unlocated.length > 0) console.log(`not located, kept as records (${unlocated.length}): ${unlocated.map(({ id, names }) => `${id} ${names.zh}`).join(', ')}`);

const errors = problems.filter(({ level }) => level === 'error').length;
console.log(`geodata: ${read.places.length} places, ${read.catalogue.measures.length} measures, ${read.catalogue.projects.length} projects, ${read.catalogue.links.length} links; ${errors} errors, ${problems.length - errors} warnings`);
process.exitCode = errors > 0 ? 1 : 0;
