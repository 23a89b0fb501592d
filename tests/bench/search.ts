/**
 * How long a question takes over 20,000 clauses, how long the index takes to build and what it weighs:
 * `node_modules/.bin/node --expose-gc tests/bench/search.ts [--json] [clauses …]`. The clauses are made up from the words of the real ones (seeded): a heading, a
 * summary in Chinese and English, figures; one in five comes with a passage of official text of about 300 characters. A question's time is the best of three, and
 * building is told in this thread's own time as well, so that what else the machine does counts little.
 */
import type { Clause } from '#lib/domain/dataset.ts';
import type { Readings, TextPassage } from '#lib/domain/search.ts';
import { buildSteps } from '#lib/query/search/search.ts';
import type { Search, SearchInput } from '#lib/query/search/search.ts';
import { publish } from '#lib/server/publish.ts';
import { buildReadings } from '#lib/server/readings.ts';
import { readRoot } from '#lib/server/roots.ts';
import { seeded } from './multiply.ts';

const { dataset } = publish([readRoot('geodata')]);
type Random = () => number;
const pick = <T>(items: readonly T[], random: Random): T => items[Math.floor(random() * items.length)]!;

const shown = dataset.clauses.filter(({ summaryZh }) => summaryZh !== '');
/** Phrases between the marks of real summaries, and words of real English ones. */
const phrases = [...shown.flatMap(({ summaryZh, headingZh }) => `${summaryZh}，${headingZh}`.split(/[，。；：、（）“”]/)), ...dataset.projects.map(({ zh }) => zh), ...dataset.places.map(({ names }) => names.zh)].filter((phrase) => phrase.length >= 2);
const english = shown.flatMap(({ summaryEn }) => summaryEn.split(' '));
const characters = [...new Set(phrases.join(''))].filter((c) => /\p{Script=Han}/u.test(c));
/** One phrase in four is of characters in any order, so that pairs are not only those of 135 clauses. */
const phrase = (random: Random): string => (random() < 0.25 ? Array.from({ length: 2 + Math.floor(random() * 6) }, () => pick(characters, random)).join('') : pick(phrases, random));
const sentence = (length: number, random: Random): string => {
	let text = '';
	while (text.length < length) text += `${phrase(random)}${random() < 0.1 ? `${Math.round(random() * 1000) / 10}公里` : ''}，`;
	return `${text.slice(0, -1)}。`;
};

function madeUp(count: number): SearchInput & { readings: Readings } {
	const random = seeded(5);
	const clauses = Array.from({ length: count }, (_, i): Clause => ({
		...pick(shown, random), id: `${pick(dataset.documents, random).id}#${i + 1}`, headingZh: phrase(random), headingEn: '', summaryZh: sentence(70, random), figures: [`${Math.round(random() * 10_000) / 10} 亿元`],
		summaryEn: Array.from({ length: 30 }, () => pick(english, random)).join(' ')
	}));
	const passages = clauses.filter((_, i) => i % 5 === 0).map(({ id, document }): TextPassage => ({ document, clause: id, text: sentence(300, random) }));
	const data = { ...dataset, clauses };
	return { data, passages, readings: buildReadings(data) };
}

/** What planners type: two to four characters out of a text, names by pinyin and initials, two words, English, traditional, figures, a single character, nothing that exists. */
function questions({ data, readings }: ReturnType<typeof madeUp>, count: number): { kind: string; text: string }[] {
	const random = seeded(9);
	const syllableOf = new Map(Object.entries(readings.syllables).flatMap(([syllable, all]) => [...all].map((c): [string, string] => [c, syllable])));
	const traditional = new Map([...readings.simplified].map((c, i) => [c, readings.traditional[i]!]));
	const piece = (): string => {
		const text = pick([pick(data.clauses, random).summaryZh, pick(data.places, random).names.zh], random).replaceAll(/[^\p{Script=Han}]/gu, '');
		const at = Math.floor(random() * Math.max(1, text.length - 4));
		return text.slice(at, at + 2 + Math.floor(random() * 3));
	};
	const kinds: [string, () => string][] = [
		['two to four characters', piece], ['two words', () => `${piece()} ${piece()}`], ['pinyin', () => [...pick(data.places, random).names.zh].map((c) => syllableOf.get(c) ?? '').join('')],
		['initials', () => [...pick(data.projects, random).zh].slice(0, 4).map((c) => syllableOf.get(c)?.[0] ?? '').join('')], ['English', () => pick(english, random).slice(0, 6)], ['traditional', () => [...piece()].map((c) => traditional.get(c) ?? c).join('')],
		['figure', () => String(Math.round(random() * 1000) / 10)], ['one character', () => pick(characters, random)], ['one letter', () => pick([...'abcdefghijklmnopqrstuvwxyz'], random)], ['nothing', () => `${pick(characters, random)}${pick(characters, random)}${pick(characters, random)}`]
	];
	return Array.from({ length: count }, (_, i) => ({ kind: kinds[i % kinds.length]![0], text: kinds[i % kinds.length]![1]() }));
}

const heapMb = (): number => {
	globalThis.gc?.();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return (heapUsed + arrayBuffers) / 1e6;
};
const quantile = (times: number[], q: number): number => Math.round(times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * q)]! * 100) / 100;

/** Milliseconds that the work took, and that this thread worked. */
function timed<T>(work: () => T): { value: T; ms: number; cpuMs: number } {
	const [begun, cpu] = [performance.now(), process.threadCpuUsage()];
	const value = work();
	const { user, system } = process.threadCpuUsage(cpu);
	return { value, ms: performance.now() - begun, cpuMs: (user + system) / 1000 };
}

function build(input: SearchInput): Search {
	const steps = buildSteps(input);
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

const sizes = process.argv.slice(2).map(Number).filter((n) => n > 0);
const results = (sizes.length > 0 ? sizes : [200, 2000, 20_000]).map((clauses) => {
	const input = madeUp(clauses);
	const before = heapMb();
	const { value: search, ms, cpuMs } = timed(() => build(input));
	const indexMb = globalThis.gc ? Math.round((heapMb() - before) * 10) / 10 : null;
	const asked = questions(input, 2000);
	for (const { text } of asked.slice(0, 200)) search.find(text, { lang: 'zh', limit: 5 });
	const answers = asked.map(({ kind, text }) => {
		const times = [1, 2, 3].map(() => timed(() => search.find(text, { lang: 'zh', limit: 5 }).count));
		return { kind, count: times[0]!.value, ms: Math.min(...times.map((time) => time.ms)) };
	});
	const figures = (some: typeof answers) => ({ median: quantile(some.map((a) => a.ms), 0.5), p95: quantile(some.map((a) => a.ms), 0.95), max: quantile(some.map((a) => a.ms), 1), medianFound: quantile(some.map((a) => a.count), 0.5) });
	return { clauses, passages: input.passages.length, buildMs: Math.round(ms), buildCpuMs: Math.round(cpuMs), indexMb, ...figures(answers), byKind: Object.fromEntries([...Map.groupBy(answers, ({ kind }) => kind)].map(([kind, some]) => [kind, figures(some)])) };
});

if (process.argv.includes('--json')) console.log(JSON.stringify(results, null, '\t'));
else for (const r of results) {
	console.log(`${r.clauses} clauses, ${r.passages} passages: built in ${r.buildMs} ms (cpu ${r.buildCpuMs} ms), ${r.indexMb ?? '?'} MB; a question: median ${r.median} ms, p95 ${r.p95} ms, longest ${r.max} ms`);
	for (const [kind, f] of Object.entries(r.byKind)) console.log(`  ${kind.padEnd(24)} median ${String(f.median).padStart(6)} ms  p95 ${String(f.p95).padStart(6)} ms  found ${f.medianFound}`);
}
