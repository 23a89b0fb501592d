import { describe, expect, it } from 'vitest';
import { readTextRegister } from '#lib/catalogue/text-register.ts';
import { describeProblem } from '#lib/domain/problem.ts';
import { readDataset } from '#lib/catalogue/read.ts';
import { readRoot } from '#lib/server/roots.ts';

const { places, catalogue } = readDataset([readRoot('geodata')]);
const read = (files: Record<string, string>) => readTextRegister(new Map(Object.entries(files)), places, catalogue);
const told = (files: Record<string, string>): string[] => read(files).problems.map(describeProblem);
const named = (files: Record<string, string>, text: string) => read(files).register.places.find((name) => name.text === text);

describe('the register of names', () => {
	it('holds full names and short forms without any table', () => {
		expect(named({}, '青浦')).toEqual({ text: '青浦', place: 'qingpu', kind: 'district', members: [], rule: 'plain', needs: [] });
		expect(read({}).problems).toEqual([]);
	});

	it('knows what a collective stands for, and reads one letter only in a row', () => {
		expect(named({}, '两区一县')!.members).toEqual(['qingpu', 'wujiang', 'jiashan']);
		expect(named({}, '示范区')!.members).toEqual([]);
		expect(named({}, '沪')!.rule).toBe('run');
	});

	it('takes names, groups and cautions from the tables', () => {
		const files = { 'text/place-names.csv': 'text,place,note\n青浦老城,qingpu,\n', 'text/collectives.csv': 'text,members,note\n两县,qingpu;jiashan,\n', 'text/careful-names.csv': 'text,rule,needs,note\n青浦老城,alone,青浦;嘉善,\n', 'text/false-friends.csv': 'text,why\n大青浦,\n' };
		expect(named(files, '青浦老城')).toMatchObject({ place: 'qingpu', rule: 'alone', needs: ['青浦', '嘉善'] });
		expect(named(files, '两县')).toMatchObject({ place: '', kind: 'group', members: ['qingpu', 'jiashan'] });
		expect(read(files).register.refused).toEqual(['大青浦']);
		expect(told(files)).toEqual([]);
	});

	it('tells what is wrong in a table, by file and row', () => {
		expect(told({ 'text/place-names.csv': 'text,place,note\n某地,nowhere,\n,qingpu,\n某地,qingpu,\n' })).toEqual([
			'text/place-names.csv:3 "text" is empty; expected a value. Fill it in or remove the row.', 'text/place-names.csv:4 id "某地" stands already in row 2; expected ids to be unique. Rename or remove one.',
			'text/place-names.csv:2 name 某地 names unknown place nowhere in "place". Correct the id or add the place.'
		]);
		expect(told({ 'text/careful-names.csv': 'text,rule,needs,note\n青浦,often,,\n' })).toEqual(['text/careful-names.csv:2 "rule" is "often"; expected one of plain, alone, listed, run. Correct the cell.']);
		expect(told({ 'text/collectives.csv': 'text,note\n两县,\n' })).toEqual(['text/collectives.csv:1 column "members" is missing; expected it in the header. Add the column.']);
		expect(told({ 'text/agency-names.csv': 'text,agency,note\n某局,nobody,\n', 'text/document-names.csv': 'text,document,note\n某法,nothing,\n' })).toHaveLength(2);
	});
});
