import { describe, expect, it } from 'vitest';
import { readDataset } from '#lib/catalogue/read.ts';
import { parseInlines } from '#lib/domain/rich-text.ts';
import { clauseLines } from '#lib/query/document-card.ts';
import { decode } from '#lib/query/url.ts';
import { readRoot } from '#lib/server/roots.ts';
import { open } from '../../fixtures/region.ts';

const shipped = readRoot('geodata');
const { atlas } = open(shipped);
const known = { exists: atlas.exists, isLayer: () => true };

describe('an old link to a section of the action plan still opens it', () => {
	const sections = ['二/(一)', '二/(五)', '三/(六)', '三/(十)', '四/(十一)', '四/(十二)'];

	it.each(sections)('on the map: %s', (path) => {
		const { view, ignored } = decode(`?v=1&select=${encodeURIComponent(`clause:action-plan#${path}`)}`, known);
		expect([view.selection, ignored]).toEqual([`clause:action-plan#${path.slice(2)}`, []]);
	});

	it('in the page of the document, where the fragment of old is an anchor of the same clause', () => {
		const lines = clauseLines(atlas, 'zh', 'action-plan');
		for (const path of sections) expect(lines.find(({ formerPaths }) => formerPaths.includes(path))?.path, path).toBe(path.slice(2));
		const anchors = lines.flatMap(({ path, formerPaths }) => [path, ...formerPaths]);
		expect(new Set(anchors).size).toBe(anchors.length);
	});

	it('from the words of a slide', () => expect(parseInlines('[第六节](clause:action-plan#三/(六))')).toEqual([{ text: '第六节', ref: 'clause:action-plan#(六)' }]));

	it('in a row that a planner kept of it', () => {
		const planner = new Map([['catalogue/clauses.csv', 'id,overlay_kind,note_zh,note_en\naction-plan#三/(六),correct,已核,Checked\n']]);
		const { catalogue, problems } = readDataset([shipped, planner]);
		expect(problems).toEqual([]);
		expect(catalogue.clauses.find(({ id }) => id === 'action-plan#(六)')?.noteZh).toBe('已核');
		expect(catalogue.clauses.filter(({ id }) => /^action-plan#.\//.test(id))).toEqual([]);
	});

	it('while a section that restarts in its part keeps the part before it', () => expect(decode(`?select=${encodeURIComponent('clause:jiangsu-plan#三/(七)')}`, known).view.selection).toBe('clause:jiangsu-plan#三/(七)'));
});
