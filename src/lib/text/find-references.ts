/** `《…》` with the document of our register that bears the title. A short title counts where the text itself says what it is short for. */
import type { DocumentMention } from '../domain/policy-text.ts';
import type { TextRegister } from '../domain/text-register.ts';
import type { Reading } from './reading.ts';

export type FindReferences = (reading: Reading) => DocumentMention[];

/** A title without marks, blanks and the dash of its years, as titles are compared. */
export const titleKey = (title: string): string => title.normalize('NFKC').replace(/[《》〈〉<>"“”'‘’\s\-—–~]/g, '').replace(/^关于/, '').replace(/\((?:19|20)\d{2}年?(?:(?:19|20)\d{2}年?)?\)$/, '');

const definition = /^\s?(?:出台|印发|发布|公布)?\s?\(以下[简统]?称[为:]?["“]?《?([^》"”)]{1,20})》?["”]?\)/;

export function makeReferenceFinder(register: TextRegister): FindReferences {
	const ids = new Map(register.documents.map(({ title, id }) => [titleKey(title), id]));
	/** 《…纲要》江苏实施方案: titles that hold another, by the key of what stands in the marks. */
	const longer = register.documents.filter(({ title }) => /^《[^》]+》./.test(title)).map(({ title, id }) => ({ id, tail: title.normalize('NFKC').slice(title.indexOf('》') + 1), head: titleKey(title.slice(0, title.indexOf('》'))) }));

	return ({ text, titles }) => {
		const short = new Map<string, string>();
		/** Titles in full, the latest last: 《规划纲要》 after one that ends so means that one. */
		const seen: { key: string; id: string }[] = [];
		return titles.map(({ start, end: close }): DocumentMention => {
			const inside = text.slice(start + 1, close - 1);
			const key = titleKey(inside);
			const whole = longer.find(({ head, tail }) => head === key && text.startsWith(tail, close));
			const end = whole ? close + whole.tail.length : close;
			const id = whole?.id ?? short.get(key) ?? ids.get(key) ?? (key.length < 4 ? '' : (seen.slice(-100).findLast((full) => full.key.endsWith(key))?.id ?? ''));
			if (key.length > 8) seen.push({ key, id });
			const given = definition.exec(text.slice(end, end + 40))?.[1];
			if (given !== undefined) short.set(titleKey(given), id);
			return { start, end, id, title: whole ? text.slice(start, end) : inside };
		});
	};
}
