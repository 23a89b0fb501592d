/**
 * `npm run -s report`: what the catalogue holds, how its links rest, what is wrong or not located, how large the published files are, how many
 * indicators are in each state, where promise and place do not meet, and how far our areas and lengths are from the published ones. `-- --json` prints the same as JSON and nothing else.
 */
import { collectionNames } from '#lib/domain/dataset.ts';
import type { Quantity } from '#lib/domain/dataset.ts';
import type { Place } from '#lib/domain/place.ts';
import { describeProblem } from '#lib/domain/problem.ts';
import { isMeasured } from '#lib/domain/vocabulary.ts';
import { findCrossedRings } from '#lib/geo/validity.ts';
import { createAtlas } from '#lib/query/atlas.ts';
import { gapReasons, gapsOf } from '#lib/query/gaps.ts';
import { judgeAll, tally } from '#lib/query/progress-all.ts';
import { publish } from '#lib/server/publish.ts';
import { readRoots } from '#lib/server/roots.ts';
import { compress } from '#lib/server/store.ts';

const { dataset, relations, files, places: features, problems: found, hash } = publish(readRoots());
const problems = [...found, ...findCrossedRings(features)];

const countBy = (words: readonly string[]): Record<string, number> => {
	const counts: Record<string, number> = {};
	for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
	return counts;
};

const drawn = new Set(features.filter(({ geometry }) => geometry !== null).map(({ id, of }) => of ?? id));
const composed = new Set(['collective', 'pattern', 'province', 'corridor', 'lake-group']);
const unlocated = dataset.places.filter(({ id, kind }) => !drawn.has(id) && !composed.has(kind)).map(({ id, kind, names, note_en }) => ({ id, kind, zh: names.zh, en: names.en, missing: note_en ?? '' }));

interface Deviation {
	place: string;
	what: string;
	published: number;
	publishedText: string;
	unit: string;
	sources: string[];
	ours: number | null;
	/** Ours divided by published, less one, in per cent; `null` where the two are not compared. */
	deviationPercent: number | null;
	accuracy: string;
	schematicKm?: number;
	notCompared?: string;
}

const isWater = (place: Place): boolean => ['lake', 'reservoir', 'river', 'canal', 'lake-group'].includes(place.kind);
const describesAPart = /\b(part|stretch|works|extent|phase|without)\b/i;

/** Why a published figure and ours do not speak of the same thing; empty where they do. */
function whyNot(place: Place, quantity: Quantity, ours: number | null, figures: readonly Quantity[]): string {
	if (!place.measured) return 'the place has no geometry of its own';
	if (!isMeasured(place.accuracy?.class)) return `our geometry is ${place.accuracy?.class ?? 'not located'}`;
	if (ours === null) return 'our geometry has no such measure';
	if (quantity.comparator !== 'eq' && quantity.comparator !== 'about') return `the source gives a bound (${quantity.comparator})`;
	if (describesAPart.test(quantity.qualifierEn)) return `the figure is for another extent: ${quantity.qualifierEn}`;
	if (quantity.what === 'water-area' && !isWater(place)) return 'the figure is for water, our area is the whole place';
	if (quantity.what === 'area' && isWater(place) && figures.some(({ what }) => what === 'water-area')) return 'our area is the water surface, compared with the water area';
	if (quantity.what === 'length' && features.some(({ of, role }) => of === place.id && role === 'axis')) return 'our line is a part of it; the rest is drawn schematically';
	if (place.note_en?.startsWith('Only')) return place.note_en;
	return '';
}

const deviations = dataset.places.flatMap((place): Deviation[] => {
	const figures = dataset.quantities.filter(({ record, what, unit }) => record === `place:${place.id}` && ((['area', 'water-area'].includes(what) && unit === 'km2') || (what === 'length' && unit === 'km')));
	return figures.flatMap((quantity): Deviation[] => {
		if (quantity.valueMin === null) return [];
		const ours = (quantity.what === 'length' ? place.measured?.lengthKm : place.measured?.areaKm2) ?? null;
		const notCompared = whyNot(place, quantity, ours, figures);
		return [{
			place: place.id, what: quantity.what, published: quantity.valueMin, publishedText: quantity.valueText, unit: quantity.unit, sources: quantity.sources, ours,
			deviationPercent: notCompared === '' && ours !== null ? Math.round((ours / quantity.valueMin - 1) * 10_000) / 100 : null, accuracy: place.accuracy?.class ?? 'none',
			...(quantity.what === 'length' && place.measured?.schematicKm !== undefined ? { schematicKm: place.measured.schematicKm } : {}), ...(notCompared ? { notCompared } : {})
		}];
	});
});

const atlas = createAtlas(dataset, relations);
const { total, judged, states } = tally(judgeAll(atlas).values());
const gaps = Object.fromEntries(gapsOf(atlas).map(({ kind, items, of }) => [kind, { count: items.length, of, reasons: Object.fromEntries(gapReasons[kind].map((reason) => [reason, items.filter((item) => item.reason === reason).length])) }]));

const sizes = [...files].map(([name, text]) => ({ name, raw: Buffer.byteLength(text), brotli: compress(text, 9).brotli.length }));
const report = {
	schemaVersion: dataset.schemaVersion, dataDate: dataset.dataDate, hash,
	counts: { places: dataset.places.length, features: features.length, ...Object.fromEntries(collectionNames.map((name) => [name, dataset[name].length])) },
	measuresByDocument: countBy(dataset.measures.map(({ document }) => document)),
	linksByBasis: countBy(dataset.links.map(({ basis }) => basis)),
	placesByAccuracy: countBy(dataset.places.map(({ accuracy }) => accuracy?.class ?? 'none')),
	indicatorsByState: { total, judged, states }, gaps,
	problems: { errors: problems.filter(({ level }) => level === 'error').length, warnings: problems.filter(({ level }) => level === 'warning').length, list: problems.map((problem) => ({ ...problem, message: describeProblem(problem) })) },
	unlocated, files: sizes, filesTotal: { raw: sizes.reduce((sum, { raw }) => sum + raw, 0), brotli: sizes.reduce((sum, { brotli }) => sum + brotli, 0) }, deviations
};

const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`.padStart(12);
const list = (counts: Record<string, number>): string => Object.entries(counts).map(([word, count]) => `${word} ${count}`).join(' · ');

function print(): void {
	console.log(`水乡一张图 · data to ${report.dataDate} · ${report.hash}`);
	console.log(`\nRecords   ${list(report.counts)}`);
	console.log(`Measures  ${list(report.measuresByDocument)}`);
	console.log(`Links     ${list(report.linksByBasis)}`);
	console.log(`Accuracy  ${list(report.placesByAccuracy)}`);
	console.log(`States    ${judged} of ${total} indicators can be judged: ${list(states)}`);
	console.log(`Gaps      ${Object.entries(gaps).map(([kind, { count, of }]) => `${kind} ${count}/${of}`).join(' · ')}`);
	console.log(`Problems  ${report.problems.errors} errors, ${report.problems.warnings} warnings`);
	for (const { message } of report.problems.list) console.log(`  ${message}`);
	console.log(`\nNot located (${unlocated.length})`);
	for (const { id, zh, missing } of unlocated) console.log(`  ${id.padEnd(24)} ${zh}  ${missing}`);
	console.log('\nPublished files                     raw       brotli');
	for (const { name, raw, brotli } of [...sizes, { name: 'all', ...report.filesTotal }]) console.log(`  ${name.padEnd(26)}${kb(raw)} ${kb(brotli)}`);
	console.log('\nOurs against published');
	for (const d of deviations) {
		const unit = d.unit === 'km2' ? 'km²' : d.unit;
		console.log(`  ${d.place.padEnd(22)} ${d.what.padEnd(11)} ${`${d.ours ?? '–'}`.padStart(9)} / ${`${d.publishedText} ${unit}`.padEnd(12)} ${d.deviationPercent === null ? `not compared: ${d.notCompared}` : `${d.deviationPercent > 0 ? '+' : ''}${d.deviationPercent} %`}`);
	}
}

if (process.argv.includes('--json')) console.log(JSON.stringify(report, null, '\t'));
else print();
