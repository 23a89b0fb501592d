import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { translator } from '#lib/i18n/index.ts';
import { boardEntries, governmentBoard } from '#lib/query/government-board.ts';
import { differenceRules } from '#lib/query/government-differences.ts';
import { governmentSheet } from '#lib/query/government-sheet.ts';
import type { Writer } from '#lib/query/indicator-words.ts';
import { addLine, openRegion, swap } from '../../fixtures/region.ts';
import type { Changes } from '../../fixtures/region.ts';

const zh: Writer = { lang: 'zh', t: translator('zh') };
const boardOf = (changes: Changes, place = 'mirror-lake') => governmentBoard(openRegion(changes).atlas, zh, place, 'delta')!;

describe('three governments on the lake of the region', () => {
	const board = boardOf({});
	it('puts a project into the column of its one district, with what it rests on', () => {
		const [west, east] = board.governments;
		expect(west!.projects).toMatchObject([{ id: 'lake-clean', status: 'ongoing', investment: { value: 3, isWholeLine: false }, length: null, clauses: [{ clause: 'plan#1' }] }]);
		expect([east!.projects, east!.agencies]).toEqual([[], []]);
	});
	it('names the kind that one government has and our data lack for the other, which the lake touches too', () =>
		expect(board.differences.filter(({ rule }) => rule === 'kind')).toMatchObject([{ rule: 'kind', says: [{ text: '1 项', refs: [{ ref: 'project:lake-clean' }] }], without: [board.governments[1]!.name] }]));
	it('leaves a government out that the place does not touch and that holds nothing', () => {
		const far = boardOf({ 'catalogue/links.csv': addLine('project:line-west,place:far-lake,named,,,,,s-news') }, 'far-lake');
		expect(far.governments.map(({ isOnIt, projects }) => [isOnIt, projects.length])).toEqual([[true, 1], [false, 0]]);
		expect(far.differences.flatMap(({ without }) => without)).toEqual([]);
	});
});

describe('rules of difference', () => {
	const parts = { 'catalogue/projects.csv': (text: string) => addLine('lake-east,镜湖治理东段,"Mirror Lake clean-up, east",eco,ecology,,2027,,east,mirror-lake,,whole-lake,stated,,,,high,,,s-mirror')(addLine('whole-lake,镜湖整治,Mirror Lake works,eco,ecology,,,,west;east,mirror-lake,,,,,,,high,,,s-mirror')(swap(',,,,west,mirror-lake,,', ',,,,west,mirror-lake,,whole-lake')(text).replace('whole-lake,,west-water', 'whole-lake,stated,west-water'))) };
	const links = (text: string) => addLine('project:lake-east,place:mirror-lake,named,,,,,s-mirror')(addLine('project:whole-lake,place:mirror-lake,named,,,,,s-mirror')(text));

	it('parts: two districts build parts of one project, and the parts stand differently', () => {
		const differences = boardOf({ ...parts, 'catalogue/links.csv': links }).differences.filter(({ rule }) => rule === 'parts');
		expect(differences).toMatchObject([{ subject: '镜湖整治', ref: 'project:whole-lake', says: [{ text: '持续推进 报道日期不详，完成时间无数据' }, { text: '不详 报道日期不详，计划 2027 完成' }] }]);
	});
	it('parts: alike in status and finish they are no difference', () => {
		const same = { 'catalogue/projects.csv': (text: string) => parts['catalogue/projects.csv'](text).replace(',,2027,,east', ',,,,east'), 'catalogue/links.csv': links, 'catalogue/statuses.csv': addLine('lake-east-ongoing,lake-east,ongoing,,,,s-mirror') };
		expect(boardOf(same).differences.filter(({ rule }) => rule === 'parts')).toEqual([]);
	});
	it('targets: one indicator is asked for another class in another year, each with its clause', () => {
		const two = boardOf({ 'catalogue/targets.csv': addLine('lake-class-2030,lake-class,,II,2,2,keep-class,2030,plan#2,,,s-plan') });
		expect(two.differences.find(({ rule }) => rule === 'targets')).toMatchObject({ subject: '镜湖水质', ref: 'indicator:lake-class', says: [{ text: expect.stringMatching(/III 类 2025$/), refs: [{ ref: 'clause:plan#1' }] }, { text: expect.stringMatching(/II 类 2030$/), refs: [{ ref: 'clause:plan#2' }] }] });
		expect(boardOf({}).differences.some(({ rule }) => rule === 'targets')).toBe(false);
	});
	it('sources: a record that sources tell differently is told with each of them', () => {
		const conflict = 'lake-length,镜湖岸线（公里）,Shore of Mirror Lake (km),place:mirror-lake,shoreline,12@s-news;14@s-mirror,12,取可核对的一个。,The one that can be checked.,s-news;s-mirror';
		expect(boardOf({ 'catalogue/conflicts.csv': addLine(conflict) }).differences.find(({ rule, subject }) => rule === 'sources' && subject.startsWith('镜湖岸线'))).toMatchObject({ says: [{ text: '12（采用）' }, { text: '14' }], note: '取可核对的一个。' });
	});
	it('are all told by the method', () => {
		const method = readFileSync('docs/method.md', 'utf8');
		for (const rule of differenceRules) expect(method).toContain(`\`${rule}\``);
	});
});

test('the sheet has a line for every record of every column, and says of an empty one what our data hold', () => {
	const { atlas } = openRegion();
	const board = boardOf({});
	const sheet = governmentSheet(zh, board);
	expect(sheet.split('\n').filter((line) => line.endsWith('project:lake-clean'))).toEqual([expect.stringMatching(/^西区,项目,镜湖治理,持续推进,,,,,,,3,,计划·1,/)]);
	expect(sheet).toContain(`${board.governments[1]!.name},,我们的数据中没有`);
	expect(sheet).toContain(`数据至 ${atlas.dataset.dataDate}`);
	expect(boardEntries(atlas, 'zh', 'delta').map(({ id, held }) => [id, held])).toEqual(expect.arrayContaining([['mirror-lake', 1]]));
	expect(governmentBoard(atlas, zh, 'west', 'delta')).toBeNull();
});
