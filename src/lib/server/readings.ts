/**
 * How the names and headings of a dataset are read (pinyin) and what traditional characters are simplified to: made when the data is published, so
 * that the browser finds 澱山湖 and dianshanhu without a dictionary. The usual reading of each character is written once, others by the name.
 */
import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';
import type { Dataset } from '../domain/dataset.ts';
import type { Readings } from '../domain/search.ts';

type Named = Pick<Dataset, 'places' | 'measures' | 'projects' | 'indicators' | 'documents' | 'agencies' | 'clauses'>;

/** Texts that are found by their reading: as they stand in the key of a publication (`publish.ts`). */
function readableTexts(data: Named): string[] {
	const texts = [
		...data.places.flatMap(({ names }) => [names.zh, ...(names.short?.zh ?? [])]), ...[...data.measures, ...data.projects, ...data.indicators, ...data.agencies].map(({ zh }) => zh),
		...data.documents.flatMap((d) => [d.titleZh, d.shortZh]), ...data.clauses.map(({ headingZh }) => headingZh)
	];
	return [...new Set(texts.filter((text) => text !== ''))].sort();
}

let pairs: Pick<Readings, 'traditional' | 'simplified'> | undefined;
/** Characters of the basic plane whose simplified form is another one. */
function simplify(): Pick<Readings, 'traditional' | 'simplified'> {
	if (pairs) return pairs;
	const all = Array.from({ length: 0xa000 - 0x3400 }, (_, i) => String.fromCharCode(0x3400 + i));
	const converted = (['tw', 'hk', 't'] as const).map((from) => Converter({ from, to: 'cn' })(all.join('\n')).split('\n'));
	const changed = all.flatMap((character, i) => {
		const to = converted.map((list) => list[i]!).find((simple) => simple !== character && simple.length === 1);
		return to ? [[character, to] as const] : [];
	});
	pairs = { traditional: changed.map(([from]) => from).join(''), simplified: changed.map(([, to]) => to).join('') };
	return pairs;
}

const isSyllable = (text: string): boolean => /^[a-z]{1,6}$/.test(text);

export function buildReadings(data: Named): Readings {
	const counts = new Map<string, Map<string, number>>();
	const read = readableTexts(data).map((text) => {
		const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'spaced', v: true });
		let at = 0;
		const units = Array.from(text, (character, i) => {
			const unit = { at, character, syllable: syllables[i] ?? '' };
			at += character.length;
			return unit;
		}).filter(({ character, syllable }) => /\p{Script=Han}/u.test(character) && isSyllable(syllable));
		for (const { character, syllable } of units) {
			const known = counts.get(character) ?? new Map<string, number>();
			counts.set(character, known.set(syllable, (known.get(syllable) ?? 0) + 1));
		}
		return { text, units };
	});
	const usual = new Map([...counts].map(([character, known]) => [character, [...known].reduce((best, next) => (next[1] > best[1] ? next : best))[0]]));
	const syllables: Readings['syllables'] = {};
	for (const [character, syllable] of [...usual].sort(([a], [b]) => (a < b ? -1 : 1))) syllables[syllable] = `${syllables[syllable] ?? ''}${character}`;
	const otherwise = Object.fromEntries(read.flatMap(({ text, units }) => {
		const odd = units.filter(({ character, syllable }) => usual.get(character) !== syllable);
		return odd.length === 0 ? [] : [[text, Object.fromEntries(odd.map(({ at, syllable }) => [at, syllable]))]];
	}));
	return { ...simplify(), syllables, otherwise };
}
