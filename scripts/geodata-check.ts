/** Proves the text files: prints every problem with file, row and remedy, and what could not be located; exit 1 when there is an error. */
import { describeProblem } from '#lib/domain/problem.ts';
import { findCrossedRings } from '#lib/geo/validity.ts';
import { readDataset } from '#lib/catalogue/read.ts';
import { layerIds } from '#lib/map/layer-ids.ts';
import { createAtlas } from '#lib/query/atlas.ts';
import { checkBriefings } from '#lib/query/check-briefings.ts';
import { buildIndex } from '#lib/query/query-index.ts';
import { withLazySpace } from '#lib/query/space/space-index.ts';
import { createStrips } from '#lib/query/strips.ts';
import { publish } from '#lib/server/publish.ts';
import { readRoots } from '#lib/server/roots.ts';

const roots = readRoots();
const read = readDataset(roots);
const problems = [...read.problems, ...findCrossedRings(read.features), ...(read.problems.some(({ level }) => level === 'error') ? [] : briefingProblems())];
for (const problem of problems) console.log(`${problem.level === 'error' ? '' : 'warning: '}${describeProblem(problem)}`);

const shown = new Set(read.features.filter(({ geometry }) => geometry !== null).map((feature) => feature.of ?? feature.id));
const composed = new Set(['collective', 'pattern', 'province', 'corridor', 'lake-group']);
const unlocated = read.places.filter(({ id, kind }) => !shown.has(id) && !composed.has(kind));
if (unlocated.length > 0) console.log(`not located, kept as records (${unlocated.length}): ${unlocated.map(({ id, names }) => `${id} ${names.zh}`).join(', ')}`);

const errors = problems.filter(({ level }) => level === 'error').length;
console.log(`geodata: ${read.places.length} places, ${read.catalogue.measures.length} measures, ${read.catalogue.projects.length} projects, ${read.catalogue.links.length} links; ${errors} errors, ${problems.length - errors} warnings`);
process.exitCode = errors > 0 ? 1 : 0;

/** Slides are computed, so they are checked only against data that is sound. */
function briefingProblems() {
	const { dataset, relations, shapes } = publish(roots);
	const atlas = createAtlas(dataset, relations);
	const index = withLazySpace(atlas, buildIndex(atlas), () => shapes);
	return roots.flatMap((root) => checkBriefings({ atlas, index, strips: createStrips(atlas, shapes) }, root, (id) => layerIds.includes(id)));
}
