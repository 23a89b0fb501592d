import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clause } from '#lib/domain/dataset.ts';
import type { MarkedText, Readings, SearchAnswer, TextPassage } from '#lib/domain/search.ts';
import { entriesOf } from '#lib/query/search/entries.ts';
import type { Searched } from '#lib/query/search/entries.ts';
import { createFold } from '#lib/query/search/fold.ts';
import { createSearch, createSearchInSlices } from '#lib/query/search/search.ts';
import { cutAround } from '#lib/query/search/show.ts';
import { readQuestion } from '#lib/query/search/terms.ts';
import { openRegion } from '../../../fixtures/region.ts';

const { publication } = openRegion();
const readings = JSON.parse(publication.files.get('readings.json')!) as Readings;
const data = publication.dataset;
const passages: TextPassage[] = [{ document: 'plan', clause: 'plan#1', text: '臺灣風格的鏡湖公園，面積1,237㎡。' }, { document: 'plan', clause: '', text: '为了水，制定本计划。' }];
const search = createSearch({ data, readings, passages });
const find = (question: string, limit = 50) => search.find(question, { lang: 'zh', limit });
const refs = (answer: SearchAnswer): string[] => answer.groups.flatMap(({ items }) => items.map(({ ref }) => ref));
const marked = ({ text, marks }: MarkedText): string[] => marks.map(([start, end]) => text.slice(start, end));

describe('what a planner types', () => {
	it.each(['镜湖', '鏡湖', 'jinghu', 'jing hu', 'JingHu', 'jh', 'Mirror La', 'mirror', 'ＭＩＲＲＯＲ', '镜'])('"%s" finds the lake first', (question) => expect(refs(find(question))[0]).toBe('place:mirror-lake'));
	it('marks the characters of the shown name, whether written, read, begun or by initials', () => {
		for (const question of ['镜湖', '鏡湖', 'jinghu', 'jingh', 'jh']) expect(marked(find(question).groups[0]!.items[0]!.title), question).toEqual(['镜湖']);
		expect(marked(find('Mirror La').groups[0]!.items[0]!.other)).toEqual(['Mirror', 'La']);
	});
	it('reads a character as its name is read', () => {
		expect(refs(find('changhe'))).toContain('place:long-river');
		expect(refs(find('zhanghe'))).toEqual([]);
	});
	it('finds our summaries and figures, with the line that holds the words', () => {
		expect(find('疏通').groups).toMatchObject([{ kind: 'measure' }, { kind: 'clause', count: 1, items: [{ ref: 'clause:plan#2', cite: { text: '计划·2' }, href: '/zh/documents/plan#2', lines: [{ text: '疏通两水', marks: [[0, 2]] }] }] }]);
		expect(refs(find('3亿元'))).toEqual(['clause:plan#1']);
		expect(refs(search.find('dredge waters', { lang: 'en', limit: 5 }))).toEqual(['measure:plan-2', 'clause:plan#2']);
	});
	it('finds a clause as it is cited', () => {
		expect(refs(find('计划·2'))[0]).toBe('clause:plan#2');
		expect(refs(find('计划 2'))[0]).toBe('clause:plan#2');
	});
	it('finds a loaded text, traditional as it is, and marks it where it is shown', () => {
		const [text] = find('台湾风格 镜湖公园').groups;
		expect(text).toMatchObject({ kind: 'text', items: [{ ref: 'clause:plan#1', href: '/zh/documents/plan#1', lines: [{ text: passages[0]!.text }] }] });
		expect(marked(text!.items[0]!.lines[0]!)).toEqual(['臺灣風格', '鏡湖公園']);
		expect(marked(find('1237m2').groups[0]!.items[0]!.lines[0]!)).toEqual(['1,237㎡']);
		expect(find('制定本计划').groups).toMatchObject([{ kind: 'text', items: [{ ref: 'document:plan', href: '/zh/documents/plan' }] }]);
	});
	it('all words have to be found, in any field of one record', () => {
		expect(refs(find('快线 西段'))).toEqual(['project:line-west']);
		expect(refs(find('快线 镜湖'))).toEqual([]);
		expect(refs(find('快线 west'))).toContain('project:line-west');
	});
	it('a word is found from its beginning, a character anywhere', () => {
		expect(refs(find('ake'))).toEqual([]);
		expect(refs(find('湖'))).toContain('place:mirror-lake');
	});
	it('words written together that stand apart are looked for apart, and this is said', () => {
		const answer = find('镜湖西区');
		expect(answer).toMatchObject({ isApart: false, count: 0 });
		expect(find('快线西段工程').isApart).toBe(false);
		expect(find('治理镜湖三亿').count).toBe(0);
		expect(find('两水疏通')).toMatchObject({ isApart: true, words: ['两水', '疏通'], groups: [{ kind: 'measure' }, { kind: 'clause', items: [{ ref: 'clause:plan#2' }] }] });
		expect(find('疏通两水').isApart).toBe(false);
	});
	it('an agency leads to its place in the list of agencies, records to the map', () => {
		expect(find('西区水务局').groups[0]!.items[0]!.href).toBe('/zh/documents/agencies#west-water');
		expect(find('镜湖治理').groups[0]!.items[0]!.href).toBe('/zh?v=1&select=project:lake-clean');
	});
	it('counts all of a kind where it shows the first only, and shows one kind alone', () => {
		const all = find('plan');
		const clauses = all.groups.find(({ kind }) => kind === 'clause')!;
		expect(clauses.count).toBe(4);
		expect(find('plan', 3).groups.find(({ kind }) => kind === 'clause')!.items).toHaveLength(4);
		expect(find('plan', 2).groups.find(({ kind }) => kind === 'clause')).toMatchObject({ count: 4, items: { length: 2 } });
		const only = search.find('plan', { lang: 'zh', limit: 50, only: 'clause' });
		expect(only.groups.map(({ kind, count, items }) => [kind, count, items.length])).toEqual(all.groups.map(({ kind, count, items }) => [kind, count, kind === 'clause' ? items.length : 0]));
	});
});

describe('the order of the answers', () => {
	it('is exact name, beginning of a name, name, heading, summary, text', () => {
		const clause = (id: string, headingZh: string, summaryZh: string): Clause => ({ ...data.clauses[0]!, id, headingZh, headingEn: '', summaryZh, summaryEn: '' });
		const own: Searched = { ...data, places: [], measures: [], indicators: [], agencies: [], projects: ['大桥新村', '新村路', '新村'].map((zh, i) => ({ ...data.projects[0]!, id: `p${i}`, zh, en: `P${i}` })), clauses: [clause('plan#1', '甲', '到新村去'), clause('plan#2', '新村', '乙'), clause('plan#3', '丙', '丁')] };
		const answer = createSearch({ data: own, readings, passages: [{ document: 'plan', clause: 'plan#3', text: '在新村。' }] }).find('新村', { lang: 'zh', limit: 9 });
		expect(answer.groups.map(({ kind, items }) => [kind, ...items.map(({ ref }) => ref)])).toEqual([['project', 'project:p2', 'project:p1', 'project:p0'], ['clause', 'clause:plan#2', 'clause:plan#1'], ['text', 'clause:plan#3']]);
	});
});

describe('bad input', () => {
	it.each(['', '   ', '。，！', '😀🎉', '()[]{}*+?\\^$|', '\u0000\ud800'])('%j finds nothing and says that there are no words', (question) => expect(find(question)).toEqual({ groups: [], count: 0, words: [], isCut: false, isApart: false }));
	it('markup and patterns are words like any others', () => {
		expect(find('<script>alert(1)</script>').words).toEqual(['script', 'alert', '1']);
		expect(find('镜.*湖').words).toEqual(['镜', '湖']);
		expect(find('__proto__ constructor').count).toBe(0);
	});
	it('of five hundred characters the first hundred count, of twenty words the first twelve', () => {
		expect(find('湖'.repeat(500))).toMatchObject({ count: 0, isCut: true, words: ['湖'.repeat(100)] });
		expect(find('a b c d e f g h i j k l m n o p q r s t').words).toHaveLength(12);
		expect(find('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa').count).toBe(0);
	});
	it('without readings what is written is found all the same', () => {
		const plain = createSearch({ data, readings: null, passages: [] });
		expect(refs(plain.find('镜湖', { lang: 'zh', limit: 5 }))[0]).toBe('place:mirror-lake');
		expect(plain.find('jinghu', { lang: 'zh', limit: 5 }).count).toBe(0);
	});
});

it('built in slices it answers alike, and it pauses', async () => {
	let pauses = 0;
	const sliced = await createSearchInSlices({ data, readings, passages }, async () => void pauses++, 0);
	expect(pauses).toBeGreaterThan(20);
	for (const question of ['镜湖', 'jh', 'lake', '计划']) expect(sliced.find(question, { lang: 'zh', limit: 50 })).toEqual(find(question));
});

const simplified = [...readings.simplified];
const simple = new Map([...readings.traditional].map((character, i) => [character, simplified[i]!]));
const syllableOf = new Map(Object.entries(readings.syllables).flatMap(([syllable, all]) => [...all].map((character): [string, string] => [character, syllable])));

/** The same question answered by reading every text of every record. */
function findNaively(own: Searched, some: readonly TextPassage[], question: string): Set<string> {
	const plain = (text: string): string[] => Array.from(text.normalize('NFKC').toLowerCase(), (character) => simple.get(character) ?? character);
	const isWritten = (text: string, term: string): boolean => {
		const escaped = term.replaceAll('.', '\\.');
		return new RegExp(/^\p{Script=Han}/u.test(term) ? escaped : `(?<![a-z0-9]|\\d\\.(?=\\d))${escaped}`, 'u').test(plain(text).join(''));
	};
	const isRead = (text: string, term: string): boolean => {
		const syllables = plain(text).map((character) => syllableOf.get(character));
		return /^[a-z]{2,}$/.test(term) && syllables.some((_, start) => {
			const gap = syllables.indexOf(undefined, start);
			const run = syllables.slice(start, gap < 0 ? undefined : gap);
			return run.join('').startsWith(term) || run.map((syllable) => syllable![0]).join('').startsWith(term);
		});
	};
	const { terms } = readQuestion(question, createFold(readings));
	const held = [...entriesOf(own, some)].filter(({ texts }) => terms.every(({ text: term }) => texts.some(({ text, lang, level }) => isWritten(text, term) || (lang === 'zh' && level <= 1 && isRead(text, term)))));
	return new Set(held.map(({ kind, id }) => `${kind}:${id}`));
}

describe('the index', () => {
	const some: Searched = { ...data, places: data.places.slice(0, 6), measures: [], indicators: [], agencies: [], projects: [] };
	const word = fc.constantFrom('镜湖', '鏡湖', '湖镜', '长河', '治理', '水', '两水', 'lake', 'la', 'Mirror', '2025年', '3.5公里', '12', '5', '、', ' ', '，', 'G50', 'jh', 'jing', 'hu', 'h', '新');
	const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(''));
	const clause = fc.record({ headingZh: text, summaryZh: text, summaryEn: text });
	const question = fc.array(fc.oneof(word, fc.constantFrom('zhili', 'changh', 'zl', 'jinghuzhi', '湖治', '河治理', '3', '3.5', '公里')), { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));

	it('finds what reading every text finds, no more and no less', () => {
		let compared = 0;
		fc.assert(fc.property(fc.array(clause, { minLength: 1, maxLength: 6 }), fc.array(text, { maxLength: 3 }), question, (clauses, texts, asked) => {
			const own: Searched = { ...some, clauses: clauses.map((given, i) => ({ ...data.clauses[0]!, ...given, id: `plan#${i + 1}` })) };
			const loaded = texts.map((given, i): TextPassage => ({ document: 'plan', clause: `plan#${(i % clauses.length) + 1}x${i}`, text: given }));
			const answer = createSearch({ data: own, readings, passages: loaded }).find(asked, { lang: 'zh', limit: 1000 });
			const expected = answer.words.length === 0 ? new Set<string>() : findNaively(own, loaded, asked);
			if (answer.isApart) return expect(expected.size).toBe(0);
			const found = answer.groups.flatMap(({ kind, items }) => items.map(({ ref }) => `${kind}:${ref.slice(ref.indexOf(':') + 1)}`));
			expect(new Set(found)).toEqual(expected);
			expect(found).toHaveLength(answer.count);
			compared += found.length;
		}), { numRuns: 150 });
		expect(compared).toBeGreaterThan(20);
	});

	it('every mark stands in the shown text, in order, and at least one stands in every answer', () => {
		fc.assert(fc.property(fc.array(clause, { minLength: 1, maxLength: 4 }), question, (clauses, asked) => {
			const own: Searched = { ...some, clauses: clauses.map((given, i) => ({ ...data.clauses[0]!, ...given, id: `plan#${i + 1}` })) };
			for (const { items } of createSearch({ data: own, readings, passages: [] }).find(asked, { lang: 'en', limit: 1000 }).groups) {
				for (const { cite, title, other, lines } of items) {
					const shown = [cite, title, other, ...lines];
					expect(shown.some(({ marks }) => marks.length > 0)).toBe(true);
					for (const { text: words, marks } of shown) marks.forEach(([start, end], i) => expect(start >= (marks[i - 1]?.[1] ?? 0) && start < end && end <= words.length).toBe(true));
				}
			}
		}), { numRuns: 60 });
	});
});

describe('a long text', () => {
	it('is cut around the first mark, and the marks move with it', () => {
		const text = `${'甲'.repeat(200)}镜湖${'乙'.repeat(200)}镜湖`;
		const cut = cutAround(text, [[200, 202], [402, 404]], 'zh');
		expect(marked(cut)).toEqual(['镜湖']);
		expect(cut.text).toMatch(/^…甲+镜湖乙+…$/);
		expect(cut.text.length).toBeLessThan(70);
	});
	it('in English is cut between words', () => {
		const text = `${'water '.repeat(60)}Mirror Lake ${'water '.repeat(60)}`;
		const cut = cutAround(text, [[360, 366]], 'en');
		expect(cut.text).toMatch(/^…water .*Mirror Lake .*water…$/);
		expect(marked(cut)).toEqual(['Mirror']);
	});
});
