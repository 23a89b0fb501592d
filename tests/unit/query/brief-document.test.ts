import { describe, expect, it } from 'vitest';
import type { Ref } from '#lib/domain/dataset.ts';
import { translator } from '#lib/i18n/index.ts';
import type { Lang } from '#lib/i18n/lang.ts';
import { briefDocument } from '#lib/query/brief-document.ts';
import type { BriefDocument, BriefLength } from '#lib/query/brief-document.ts';
import { readRoot } from '#lib/server/roots.ts';
import { open } from '../../fixtures/region.ts';

const real = open(readRoot('geodata'));
const brief = (ref: string, length: BriefLength, lang: Lang = 'zh') => briefDocument(real, { lang, t: translator(lang) }, ref as Ref, length)!;
const tables = ({ sections, responsibilities }: BriefDocument) => [...sections.flatMap(({ blocks }) => blocks.filter((block) => block.type === 'table')), ...(responsibilities ? [responsibilities] : [])];
const numbers = (document: BriefDocument): number[] => [
	...document.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === 'paragraph' ? block.runs.flatMap(({ notes }) => notes) : []))), ...tables(document).flatMap(({ rows, notes }) => [...notes, ...rows.flatMap((row) => row.flatMap((cell) => cell.notes))])
];

describe('a written brief', () => {
	it.each(['place:taipu-river', 'place:fen-lake', 'place:husuhu-corridor', 'place:qingpu', 'document:measures-22', 'document:jiangsu-plan', 'agency:qingpu-water-bureau'])('on %s numbers every footnote that it prints and prints every one that it numbers', (ref) => {
		for (const lang of ['zh', 'en'] as const) for (const length of ['short', 'long'] as const) {
			const document = brief(ref, length, lang);
			expect([...new Set(numbers(document))].toSorted((a, b) => a - b)).toEqual(document.footnotes.map(({ n }) => n));
			expect(tables(document).every(({ columns, rows }) => rows.every((row) => row.length === columns.length))).toBe(true);
			expect(document.sections.flatMap(({ blocks }) => blocks).filter(({ type }) => type === 'picture')).toHaveLength(1);
			expect(JSON.stringify(document)).not.toMatch(/undefined|NaN|\{\w+\}"/);
		}
	});

	it('of one page says less than the long one, and nothing else', () => {
		const [short, long] = [brief('place:qingpu', 'short'), brief('place:qingpu', 'long')];
		expect(JSON.stringify(short).length).toBeLessThan(JSON.stringify(long).length / 4);
		expect(short.sections.length).toBeLessThan(8);
		expect(long.sections.map(({ heading }) => heading)).toContain('覆盖全域的措施');
	});

	it('says who is responsible: lead and support by clause, lead by project', () => {
		const { responsibilities } = brief('document:measures-22', 'long');
		expect(responsibilities!.rows.map(([agency, , role, n]) => [agency!.text, role!.text, n!.text])).toContainEqual(['两省一市规划资源部门', '条款写明牵头', '4']);
		expect(brief('place:yuandang-lake', 'long').responsibilities!.rows.map(([agency, , role]) => [agency!.text, role!.text])).toContainEqual(['青浦区水务局', '项目牵头']);
		expect(brief('document:outline-2019', 'long').responsibilities).toBe(null);
	});

	it('says of a figure of a whole line that it is one', () => {
		const project = tables(brief('place:husujia-corridor', 'long'))[0]!.rows.find(([name]) => name!.text === '沪苏嘉城际铁路')!;
		expect(project.map(({ text }) => text).slice(3)).toEqual(['170（全线）', '940（全线）']);
		expect(project[3]!.notes.length).toBeGreaterThan(0);
	});

	it('is not written for what cannot be briefed on', () => expect(brief('project:hsh-hsr', 'long')).toBe(null));
});
