/** All that stands in a text, found in one go. Made once for a register; plain data in, plain data out, so that it also runs in a worker. */
import type { Findings, NormalText } from '../domain/policy-text.ts';
import type { TextRegister } from '../domain/text-register.ts';
import { makeAgencyFinder } from './find-agencies.ts';
import { findDates } from './find-dates.ts';
import { findDoubts } from './find-doubts.ts';
import { findFigures } from './find-figures.ts';
import { makeReferenceFinder } from './find-references.ts';
import { makeGazetteer } from './gazetteer.ts';
import { readText } from './reading.ts';
import { toOriginal } from './spans.ts';

/** Findings of the whole text, each list in order; offsets are those of the original. Never throws. */
export type Finder = (normal: NormalText) => Findings;

export function makeFinder(register: TextRegister): Finder {
	const [findPlaces, findAgencies, findReferences] = [makeGazetteer(register), makeAgencyFinder(register), makeReferenceFinder(register)];
	return (normal) => {
		const bare = readText(normal.text);
		const references = findReferences(bare);
		// 《…规划纲要》江苏实施方案 is a title to its last letter.
		const reading = readText(normal.text, references);
		const doubts = findDoubts(normal.text);
		const found: Findings = { places: findPlaces(reading), agencies: findAgencies(reading), figures: findFigures(reading, doubts), dates: findDates(reading), references, doubts };
		return {
			places: found.places.map((mention) => toOriginal(normal, mention)),
			agencies: found.agencies.map((mention) => toOriginal(normal, mention)),
			figures: found.figures.map((mention) => toOriginal(normal, mention)),
			dates: found.dates.map((mention) => toOriginal(normal, mention)),
			references: found.references.map((mention) => toOriginal(normal, mention)),
			doubts: found.doubts.map((mention) => toOriginal(normal, mention))
		};
	};
}
