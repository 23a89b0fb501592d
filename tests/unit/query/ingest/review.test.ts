import { beforeAll, describe, expect, it } from 'vitest';
import type { Edits, Review, ReviewRow } from '#lib/domain/review.ts';
import { buildReview } from '#lib/query/ingest/build-review.ts';
import type { Reading } from '#lib/query/ingest/build-review.ts';
import { acceptRow, rejectRow, reopenRow, settle, sureLinks } from '#lib/query/ingest/decide.ts';
import { countRows, filterRows, openFilter } from '#lib/query/ingest/filter-rows.ts';
import { arabicPath, freeId } from '#lib/query/ingest/own-ids.ts';
import { passageOf } from '#lib/query/ingest/passage.ts';
import { toCsvFiles, toSet } from '#lib/query/ingest/to-set.ts';
import type { Signing } from '#lib/query/ingest/to-set.ts';
import { open, openRegion, regionRoot } from '../../../fixtures/region.ts';
import { draftPlan, filledDocument, readingOf } from '../../../fixtures/reading.ts';

const { publication: { dataset } } = openRegion();
const said = (row: ReviewRow) => `${row.kind} ${row.path} ${row.words}${row.missing.length > 0 ? ` [${row.missing.join(' ')}]` : ''}${row.isKnown ? ' known' : ''}`.replace('  ', ' ');
const find = (review: Review, key: string): ReviewRow => review.byKey.get(key)!;
const signing: Signing = { by: '王工', base: dataset.hash, today: '2026-03-01', name: '方案.txt', sum: 'x', say: ({ reason }) => reason.zh };

const measure = '0/measure/(一)';
const edits: Edits = { '0/document': filledDocument, [measure]: { kind: 'action', domain: 'eco' } };
let reading: Reading;
beforeAll(async () => { reading = await readingOf(draftPlan); });
const link = (review: Review, place: string, path: string): ReviewRow => review.rows.find((row) => row.kind === 'link' && row.path === path && row.cells.to === `place:${place}` && row.cells.from!.startsWith('measure:'))!;

describe('rows of a review', () => {
	it('are what the reading proposes, each with what is still to be filled', () => {
		expect(buildReview(reading, dataset).rows.map(said)).toEqual([
			'document 三角洲水环境治理实施方案 [kind]', 'clause 一 总体要求', 'target 一 镜湖水质 III类 [indicator]', 'link 一 镜湖 [from]', 'clause 二 重点任务', 'clause (一) 治理镜湖', 'measure (一) 治理镜湖 [kind domain]',
			'project (一) 镜湖湿地 [kind]', 'link (一) 镜湖湿地', 'project (一) 芦苇镇水厂 [kind]', 'link (一) 芦苇镇水厂', 'link (一) 镜湖', 'link (一) 芦苇镇', 'clause (二) 疏浚河道', 'target (二) 快线年客流量 20万人 [indicator]', 'link (二) 长河 [from]',
			'clause 三 保障措施', 'measure 三 保障措施 [kind domain]'
		]);
	});

	it('carry names and numbers, no sentence: a summary is the planner’s to write', () => {
		const review = buildReview(reading, dataset);
		const cells = review.rows.flatMap((row) => Object.values(row.cells));
		expect(review.rows.some(({ cells: { summary_zh: summary } }) => summary)).toBe(false);
		expect(cells.filter((cell) => /[，。；]/.test(cell))).toEqual([]);
	});

	it('a printed heading is official, what the planner types is ours', () => {
		expect(find(buildReview(reading, dataset, edits), measure).cells).toMatchObject({ zh: '治理镜湖', title_basis: 'official', section: 'delta-water-plan#二', clause: 'delta-water-plan#(一)', id: 'delta-water-plan-1' });
		expect(find(buildReview(reading, dataset, { [measure]: { zh: '修复湖岸' } }), measure).cells.title_basis).toBe('ours');
	});

	it('a document is named once: what hangs on it follows its id', () => {
		const rows = buildReview(reading, dataset, edits).rows.filter(({ kind }) => kind === 'clause');
		expect(rows.map(({ id }) => id)).toEqual(['一', '二', '(一)', '(二)', '三'].map((path) => `delta-water-plan#${path}`));
	});

	it('the guessed kind of a project counts only once somebody has confirmed it', () => {
		const review = buildReview(reading, dataset);
		const pond = review.rows.find(({ words }) => words === '镜湖湿地')!;
		expect([pond.cells.kind, pond.missing]).toEqual(['eco', ['kind']]);
		expect(find(buildReview(reading, dataset, { [pond.key]: { kind: 'eco' } }), pond.key).missing).toEqual([]);
	});

	it('a value in another unit than the indicator’s has to be said by somebody', () => {
		const key = buildReview(reading, dataset).rows.find(({ kind, path }) => kind === 'target' && path === '(二)')!.key;
		const chosen = { indicator: 'fast-trips', comparator: 'ge', year: '2028' };
		expect(find(buildReview(reading, dataset, { [key]: chosen }), key).missing).toEqual([]);
		const people = { ...reading, candidates: reading.candidates.map((list) => list.map((one) => (one.kind === 'target' ? { ...one, figure: { ...one.figure!, unit: '人' } } : one))) };
		expect(find(buildReview(people, dataset, { [key]: chosen }), key).missing).toEqual(['value_text']);
		expect(find(buildReview(people, dataset, { [key]: { ...chosen, value_text: '0.002' } }), key)).toMatchObject({ missing: [], cells: { value_min: '0.002', value_max: '0.002' } });
	});

	it('only a place that the clause prints is named; a collective of ours is linked itself', async () => {
		const both = buildReview(await readingOf('两水治理方案\n一、治理两水\n加快治理两水。\n二、其他\n加强领导。\n'), dataset);
		expect(both.rows.filter(({ kind }) => kind === 'link').map(({ cells }) => [cells.to, cells.basis])).toEqual([['place:two-waters', 'named']]);
	});

	it('a document that stands in the text twice is listed once', () => {
		const [document] = reading.policy.documents;
		const review = buildReview({ ...reading, policy: { ...reading.policy, documents: [document!, document!] }, candidates: [reading.candidates[0]!, reading.candidates[0]!] }, dataset);
		expect([review.documents.map(({ isRepeat }) => isRepeat), review.rows.length]).toEqual([[false, true], buildReview(reading, dataset).rows.length]);
	});

	it('a text without clauses offers nothing', async () => {
		const review = buildReview(await readingOf('镜湖很美。我们去了镜湖。'), dataset);
		expect(review.rows).toEqual([]);
		expect(review.documents.every(({ clauses }) => clauses === 0)).toBe(true);
	});
});

describe('decisions', () => {
	it('a row is accepted with what it stands in, once nothing of that is missing', () => {
		const bare = buildReview(reading, dataset);
		expect(acceptRow(bare, {}, measure)).toMatchObject({ ok: false, first: { key: measure } });
		expect(acceptRow(buildReview(reading, dataset, { [measure]: edits[measure]! }), {}, measure)).toMatchObject({ ok: false, first: { key: '0/document' } });
		const review = buildReview(reading, dataset, edits);
		const told = acceptRow(review, {}, link(review, 'mirror-lake', '(一)').key);
		expect(told.ok && told.also.map(({ key }) => key)).toEqual(['0/document', '0/clause/二', '0/clause/(一)', measure]);
	});

	it('what hangs on a row is open again when the row is', () => {
		const review = buildReview(reading, dataset, edits);
		const told = acceptRow(review, {}, link(review, 'mirror-lake', '(一)').key);
		const decisions = told.ok ? told.decisions : {};
		expect(rejectRow(review, decisions, measure)).toEqual({ decisions: { '0/document': 'accepted', '0/clause/二': 'accepted', '0/clause/(一)': 'accepted', [measure]: 'rejected' }, opened: [link(review, 'mirror-lake', '(一)').key] });
		expect(acceptRow(review, { [measure]: 'rejected' }, link(review, 'mirror-lake', '(一)').key)).toMatchObject({ ok: false, why: 'rejected', first: { key: measure } });
		expect(reopenRow(review, decisions, '0/document').decisions).toEqual({});
		expect(settle(buildReview(reading, dataset, { '0/document': filledDocument }), { [measure]: 'accepted', '0/clause/三': 'rejected' })).toEqual({ '0/clause/三': 'rejected' });
	});

	it('all sure links at once are those whose measure stands already', () => {
		const review = buildReview(reading, dataset, edits);
		expect(sureLinks(review, {})).toEqual([]);
		const told = acceptRow(review, {}, measure);
		expect(sureLinks(review, told.ok ? told.decisions : {}).map(({ cells }) => cells.to)).toEqual(['place:mirror-lake', 'place:reed-town']);
	});

	it('the filters count what they would leave; the row under the keyboard stays', () => {
		const { rows } = buildReview(reading, dataset, edits);
		expect(filterRows(rows, {}, { ...openFilter, kind: 'project' }).map(({ words }) => words)).toEqual(['镜湖湿地', '芦苇镇水厂']);
		expect(countRows(rows, { '0/document': 'accepted' }, openFilter, 'state').get('accepted')).toBe(1);
		expect(filterRows(rows, { '0/document': 'accepted' }, openFilter, '0/document')[0]!.key).toBe('0/document');
		expect(filterRows(rows, { '0/document': 'accepted' }, openFilter)[0]!.key).not.toBe('0/document');
	});
});

describe('accepted rows', () => {
	const accepted = () => {
		const review = buildReview(reading, dataset, edits);
		const told = acceptRow(review, {}, link(review, 'mirror-lake', '(一)').key);
		return { review, decisions: told.ok ? told.decisions : {} };
	};

	it('are one set that the check of the dataset takes, and then they are known', () => {
		const { review, decisions } = accepted();
		const { set, keys } = toSet(review, decisions, dataset, signing)!;
		expect(set.rows.map(({ collection, id }) => `${collection} ${id}`)).toEqual([
			expect.stringMatching(/^sources own-[0-9a-f]{8}$/), 'documents delta-water-plan', 'clauses delta-water-plan#二', 'clauses delta-water-plan#(一)', 'measures delta-water-plan-1', 'links measure:delta-water-plan-1 → place:mirror-lake'
		]);
		expect(keys).toHaveLength(set.rows.length);
		expect(set.rows.every(({ cells }) => cells.sources === undefined || cells.sources === set.rows[0]!.id)).toBe(true);
		const { publication } = open(regionRoot(), new Map([...toCsvFiles(review.rows.filter(({ key }) => decisions[key] === 'accepted'), review, dataset, signing)].map(([name, text]) => [`catalogue/${name}`, text])));
		expect(publication.problems.filter(({ level }) => level === 'error')).toEqual([]);
		const again = buildReview(reading, publication.dataset, edits);
		expect(again.rows.filter(({ isKnown }) => isKnown).map(({ kind }) => kind)).toEqual(['document', 'clause', 'clause', 'measure', 'link']);
		expect(settle(again, decisions)).toEqual({});
	});

	it('the same document under another file name is recognised by its title', () => {
		const titled = { ...dataset, documents: [{ ...dataset.documents[0]!, id: 'water', titleZh: '三角洲水环境治理 实施方案' }] };
		const review = buildReview({ ...reading, name: '另存.docx' }, titled);
		expect(review.documents).toEqual([{ title: '三角洲水环境治理实施方案', id: 'water', clauses: 5, isKnown: true, isRepeat: false }]);
		expect(find(review, '0/document').isKnown).toBe(true);
	});

	it('a project that a planner’s document names again gets its link and no second row', () => {
		const there = { ...dataset, projects: [...dataset.projects, { ...dataset.projects[0]!, id: 'pond', zh: '“镜湖”湿地' }] };
		const rows = buildReview(reading, there, edits).rows.filter(({ words }) => words === '镜湖湿地');
		expect(rows.map(({ kind, isKnown, id }) => [kind, isKnown, id])).toEqual([['project', true, 'pond'], ['link', false, 'project:pond → clause:delta-water-plan#(一)'], ['link', false, 'project:pond → place:mirror-lake']]);
	});

	it('files have the columns of the catalogue', () => {
		const { review, decisions } = accepted();
		const files = toCsvFiles(review.rows.filter(({ key }) => decisions[key] === 'accepted'), review, dataset, signing);
		expect([...files.keys()]).toEqual(['sources.csv', 'documents.csv', 'clauses.csv', 'measures.csv', 'links.csv']);
		expect(files.get('links.csv')).toMatch(/^from,to,basis,via,inferred_by,note_zh,note_en,sources\nmeasure:delta-water-plan-1,place:mirror-lake,named,,,,,own-[0-9a-f]{8}\n$/);
	});
});

describe('ids and passages', () => {
	it('follow the printed number', () => {
		expect(['5', '十九', '第三条', '三/(七)/2', '5/——1', '第十条/(二)'].map(arabicPath)).toEqual(['5', '19', '3', '3-7-2', '5-d1', '10-2']);
		const taken = new Set(['a-1']);
		expect([freeId('a-1', taken), freeId('a-1', taken), freeId('a-2', taken)]).toEqual(['a-1-b', 'a-1-c', 'a-2']);
	});

	it('a few words are shown in their sentence, never beyond their clause', () => {
		const review = buildReview(reading, dataset);
		const passage = passageOf(reading, review.rows.find(({ words }) => words === '镜湖湿地')!);
		expect(passage).toMatchObject({ text: '镜湖湿地', findings: null });
		expect(passage.after).not.toContain('疏浚');
		expect(passage.before).not.toContain('重点任务');
	});
});
