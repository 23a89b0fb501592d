/** A question cut into the words that all have to be found. */
import { classAt, classOf, han, isDigit, other, word } from './fold.ts';
import type { Fold } from './fold.ts';

export interface Term {
	/** Folded; holds no blank and no punctuation but the point of a decimal. */
	text: string;
	/** Looked for at the beginning of a word, not anywhere. */
	startsWord: boolean;
	/** Runs of one class: what the index is asked for. */
	runs: { isHan: boolean; text: string }[];
	/** Letters that may be pinyin or initials; empty where they cannot. */
	letters: string;
}

/** Units of a question that are read, and words of it that are looked for. */
const [maxUnits, maxTerms] = [100, 12];

export const toTerm = (text: string): Term => {
	const runs: Term['runs'] = [];
	for (let at = 0; at < text.length; at++) {
		const isHan = classAt(text, at) === han;
		const last = runs.at(-1);
		if (last?.isHan === isHan) last.text += text[at]!;
		else runs.push({ isHan, text: text[at]! });
	}
	const letters = text.replaceAll('ü', 'v');
	return { text, startsWord: classAt(text, 0) === word, runs, letters: /^[a-z]{2,40}$/.test(letters) ? letters : '' };
};

const isLetter = (unit: number): boolean => classOf(unit) === word && !isDigit(unit) && unit !== 46;

/** 示范区gdp are two words; 44.85亿元 and 5g are one, since figures stand with what they count. */
function splitScripts(run: string): string[] {
	const parts: string[] = [''];
	for (let at = 0; at < run.length; at++) {
		const [before, unit] = [run.charCodeAt(at - 1), run.charCodeAt(at)];
		const isBorder = at > 0 && ((isLetter(before) && classOf(unit) === han) || (classOf(before) === han && isLetter(unit)));
		if (isBorder) parts.push('');
		parts[parts.length - 1] += run[at]!;
	}
	return parts;
}

export function readQuestion(question: string, fold: Fold): { terms: Term[]; isCut: boolean } {
	const { text } = fold(question.trim().slice(0, maxUnits));
	const runs: string[] = [];
	for (let at = 0, isOpen = false; at < text.length; at++) {
		if (classAt(text, at) === other) isOpen = false;
		else if (isOpen) runs[runs.length - 1] += text[at]!;
		else isOpen = runs.push(text[at]!) > 0;
	}
	const words = [...new Set(runs.flatMap(splitScripts))];
	return { terms: words.slice(0, maxTerms).map(toTerm), isCut: question.trim().length > maxUnits || words.length > maxTerms };
}
