import { describe, expect, it } from 'vitest';
import { readDataset } from '#lib/catalogue/read.ts';
import { describeProblem } from '#lib/domain/problem.ts';
import { addLine, regionRoot, swap } from '../../fixtures/region.ts';
import type { Changes } from '../../fixtures/region.ts';

const read = (changes: Changes = {}, ...more: Changes[]) => readDataset([regionRoot(changes), ...more.map((files) => new Map(Object.entries(files) as [string, string][]))]);
const told = (changes: Changes, ...more: Changes[]) => read(changes, ...more).problems.map(describeProblem);
const linksHeader = 'from,to,basis,via,inferred_by,note_zh,note_en,sources';

describe('the text files as a whole', () => {
	it('of the mini-region are sound', () => {
		const { problems, catalogue, places, dataDate } = read();
		expect(problems).toEqual([]);
		expect([catalogue.measures.length, catalogue.projects.length, catalogue.indicators.length, catalogue.links.length, places.length, dataDate]).toEqual([3, 3, 2, 11, 15, '2024-06-30']);
	});

	it.each<[string, Changes, string]>([
		['a link to a place that does not exist', { 'catalogue/links.csv': addLine('measure:plan-1,place:mirror,named,,,,,s-plan') }, 'catalogue/links.csv:13 measure plan-1 names unknown place mirror in "to". Correct the id or add the place.'],
		['a link from a measure that does not exist', { 'catalogue/links.csv': addLine('measure:plan-9,place:west,named,,,,,s-plan') }, 'catalogue/links.csv:13 measure plan-9 names unknown measure plan-9 in "from". Correct the id or add the measure.'],
		['a source that nobody listed', { 'catalogue/statuses.csv': swap('s-mirror', 's-hearsay') }, 'catalogue/statuses.csv:5 statuses lake-clean-ongoing names unknown source s-hearsay in "sources". Correct the id or add the source.'],
		['the same id twice', { 'catalogue/agencies.csv': addLine('west-water,西区水务局,West Water Bureau,qingpu,inferred,,') }, 'catalogue/agencies.csv:4 id "west-water" stands already in row 3; expected ids to be unique. Rename or remove one.'],
		['the same link twice', { 'catalogue/links.csv': addLine('measure:plan-1,place:mirror-lake,inferred,,x,,,s-plan') }, 'catalogue/links.csv:13 the link measure:plan-1 → place:mirror-lake stands already in row 2. Remove one.'],
		['a place twice in two files', { 'places/more.geojson': '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"west","kind":"district","names":{"zh":"西","en":"West"},"accuracy":null,"source":"x","licence":"x","date":"2024"},"geometry":null}]}' }, 'places/more.geojson:1 id "west" stands already in row 2 of places/areas.geojson'],
		['a missing translation', { 'catalogue/clauses.csv': swap('治理镜湖,Clean Mirror Lake', '治理镜湖,') }, 'catalogue/clauses.csv:3 "summary_zh" is filled and "summary_en" is empty; expected both languages. Add the translation.'],
		['a measure that is linked to nothing', { 'catalogue/links.csv': swap('measure:plan-3,place:delta,area-wide,,,,,s-plan\n', '') }, 'catalogue/measures.csv:4 measure plan-3 is linked to nothing; expected at least one row in links.csv. Add an area-wide link if it names no place.'],
		['a project without a status', { 'catalogue/statuses.csv': swap('lake-clean-ongoing,lake-clean,ongoing,,,,s-mirror\n', '') }, 'catalogue/projects.csv:4 project lake-clean has no status'],
		['an area-wide link to a lake', { 'catalogue/links.csv': swap('place:mirror-lake,named,,,,,s-plan', 'place:mirror-lake,area-wide,,,,,s-plan') }, 'catalogue/links.csv:2 measure:plan-1 has basis "area-wide" to place:mirror-lake, which is no zone'],
		['a stored spatial link', { 'catalogue/links.csv': swap('delta,area-wide', 'delta,spatial') }, 'catalogue/links.csv:4 "basis" is "spatial"; expected one of named, area-wide, inferred.'],
		['a collective that counts itself', { 'places/waters.geojson': swap('"members":["mirror-lake"', '"members":["two-waters","mirror-lake"') }, 'places/waters.geojson:6 two-waters is a member of itself. Remove it from its members.'],
		['water that flows to nowhere', { 'places/waters.geojson': swap('"flows_to":["long-river"]', '"flows_to":["sea"]') }, 'places/waters.geojson:1 place mirror-lake names unknown place sea in "flows_to"'],
		['a missing column', { 'catalogue/agencies.csv': swap('government,', '') }, 'catalogue/agencies.csv:1 column "government" is missing; expected it in the header. Add the column.'],
		['a missing file', { 'catalogue/conflicts.csv': null }, 'catalogue/conflicts.csv the file cannot be read (it does not exist); expected UTF-8 text.'],
		['a file saved in GBK', { 'catalogue/milestones.csv': swap('快线开工', '\ufffd\ufffd\ufffd') }, 'catalogue/milestones.csv:2 the file cannot be read (it holds bytes that are not UTF-8); expected UTF-8 text. Save it as UTF-8 and try again.'],
		['a broken head file', { 'dataset.json': '{' }, 'dataset.json not valid JSON']
	])('with %s are told of with file, row and remedy', (_, changes, sentence) => {
		expect(told(changes).some((line) => line.startsWith(sentence)), told(changes).join('\n')).toBe(true);
	});

	it('tell of a chain of parts that closes on itself, at each project of it', () => {
		const chain = told({ 'catalogue/projects.csv': swap('rail-corridor,fast-line,,,', 'rail-corridor,fast-line,line-west,stated,') });
		expect(chain).toEqual([
			'catalogue/projects.csv:2 project line-works is a part of itself; expected "part_of" to lead to a whole. Clear one of the cells in that chain.',
			'catalogue/projects.csv:3 project line-west is a part of itself; expected "part_of" to lead to a whole. Clear one of the cells in that chain.'
		]);
	});

	it('list all problems of all files at once', () => {
		const lines = told({
			'catalogue/links.csv': addLine('measure:plan-1,place:mirror,named,,,,,s-plan'),
			'catalogue/agencies.csv': addLine('west-water,西,West,nowhere,inferred,,'),
			'catalogue/statuses.csv': swap('planned,2021', 'dreamt,2021'),
			'places/lines.geojson': swap('[[121.0,31.07],[121.2,31.07]]', '[[31.07,121.0],[31.07,121.2]]'),
			'places/areas.geojson': swap('[121.2,31.0],[121.2,31.1],[121.0,31.1],[121.0,31.0]]]', '[121.2,31.0],[121.2,31.1],[121.0,31.1]]]')
		});
		const parts = ['links.csv:13', 'agencies.csv:4 "government"', 'agencies.csv:4 id "west-water"', 'statuses.csv:2', 'lines.geojson:2 position', 'areas.geojson:1 ring'];
		expect(parts.filter((part) => !lines.some((line) => line.includes(part)))).toEqual([]);
		expect(lines).toHaveLength(parts.length);
	});

	it('keep an unknown column as a warning that stops nothing', () => {
		const { problems, catalogue } = read({ 'catalogue/agencies.csv': (text) => text.split('\n').map((line, i) => (line ? `${line},${i === 0 ? 'phone' : '1'}` : line)).join('\n') });
		expect(problems.map((problem) => [problem.level, problem.key])).toEqual([['warning', 'unknown-column']]);
		expect(catalogue.agencies).toHaveLength(2);
	});

	it('let a row of the planner replace the shipped row of the same id, and add rows', () => {
		const planner = {
			'catalogue/statuses.csv': 'id,project,status,date,note_zh,note_en,sources\nline-works-building,line-works,completed,2026,,,s-news\nline-west-checked,line-west,completed,2024,,,s-news\n',
			'catalogue/links.csv': `${linksHeader}\nmeasure:plan-1,place:mirror-lake,inferred,,planner,,,s-plan\n`
		};
		const { catalogue, problems } = read({}, planner);
		expect(problems).toEqual([]);
		expect(catalogue.statuses.filter(({ project }) => project === 'line-works').map(({ status, date }) => [status, date])).toEqual([['planned', '2021'], ['completed', '2026']]);
		expect(catalogue.statuses).toHaveLength(5);
		expect(catalogue.links.find(({ from, to }) => from === 'measure:plan-1' && to === 'place:mirror-lake')?.basis).toBe('inferred');
		expect(catalogue.links).toHaveLength(11);
	});
});
