import { describe, expect, it } from 'vitest';
import type { ClauseText, DocumentText } from '#lib/domain/policy-text.ts';
import { passagesOf } from '#lib/server/passages.ts';

const nothing = { places: [], agencies: [], figures: [], dates: [], references: [], doubts: [] };
const text = '甲办法 前言。一、总则 （一）治水。（二）护湖。二、附则。';
const clause = (path: string, from: string, to: string): ClauseText => ({ ...nothing, path, levels: [], parent: '', kind: 'item', heading: '', start: text.indexOf(from), end: to === '' ? text.length : text.indexOf(to) });
const document = (id: string): DocumentText => ({ ...nothing, id, title: '', issuer: '', issued: '', start: 0, end: text.length, clauses: [clause('一', '一、', '二、'), clause('一/(一)', '（一）', '（二）'), clause('一/(二)', '（二）', '二、'), clause('二', '二、', '')] });

describe('passages of a loaded text', () => {
	it('are the words of each clause without its children, and what stands before the first: every word once', () => {
		const passages = passagesOf([{ text, documents: [document('rules')] }]);
		expect(passages).toEqual([
			{ document: 'rules', clause: '', text: '甲办法 前言。' }, { document: 'rules', clause: 'rules#一', text: '一、总则' }, { document: 'rules', clause: 'rules#一/(一)', text: '（一）治水。' },
			{ document: 'rules', clause: 'rules#一/(二)', text: '（二）护湖。' }, { document: 'rules', clause: 'rules#二', text: '二、附则。' }
		]);
	});
	it('come from the text that was loaded last where two hold one document; a document without clauses is one passage', () => {
		expect(passagesOf([{ text, documents: [document('rules')] }, { text: '乙办法。', documents: [{ ...document('rules'), end: 4, clauses: [] }] }])).toEqual([{ document: 'rules', clause: '', text: '乙办法。' }]);
	});
});
