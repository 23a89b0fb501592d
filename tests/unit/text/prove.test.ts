import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Clause, Target } from '#lib/domain/dataset.ts';
import { normalise } from '#lib/text/normalise.ts';
import { fingerprintOf, printedPath, proveDocument } from '#lib/text/prove.ts';
import { readPolicy } from '#lib/text/read-policy.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const official = '青河水乡建设行动计划\n\n一、总体要求\n坚持生态优先。\n\n二、重点任务\n(一)整治水系。到2030年完成清淤20.5公里,新建泵站3座。\n(二)修缮老桥。修缮12座。\n\n三、保障措施\n各部门抓好落实。\n';
const document = (text: string) => readPolicy(text).documents[0]!;
const clause = (path: string, more: Partial<Clause> = {}): Clause => ({ id: `plan#${path}`, document: 'plan', kind: 'item', parent: '', order: 1, headingZh: '', headingEn: '', summaryZh: '', summaryEn: '', figures: [], agencies: [], garbled: false, noteZh: '', noteEn: '', fingerprint: '', fingerprintLength: null, fingerprintNormaliser: '', sources: ['s'], ...more } as Clause);
const prove = (clauses: Clause[], text = official, targets: Target[] = []) => proveDocument(clauses, targets, document(text), { name: '计划.txt', normal: normalise(text) }, hash);

describe('a clause held against the official text', () => {
	it('is proved where heading and figures stand in it, with the place in the text', () => {
		const [proof] = prove([clause('(一)', { headingZh: '整治水系', figures: ['清淤20.5公里', '泵站3座'] })]);
		expect(proof).toMatchObject({ state: 'proved', differences: [] });
		expect(official.slice(proof!.at.start, proof!.at.end)).toMatch(/^\(一\)整治水系[^]*泵站3座。\s*$/);
	});
	it('is found by its levels too, where the numbering runs on', () => {
		expect(prove([clause('二/(二)', { figures: ['12座'] })])[0]?.state).toBe('proved');
	});
	it('differs by a figure that is not in it, never by one that is part of another number', () => {
		expect(prove([clause('(一)', { figures: ['清淤0.5公里'] })])[0]).toMatchObject({ state: 'differs', differences: [{ what: 'figure', ours: '清淤0.5公里' }] });
	});
	it('says where a figure stands that is in another clause', () => {
		expect(prove([clause('(一)', { figures: ['修缮12座'] })])[0]?.differences).toEqual([{ what: 'elsewhere', ours: '修缮12座', theirs: '(二)' }]);
	});
	it('is held to the targets that cite it', () => {
		const target = (valueText: string) => ({ id: 't', clause: 'plan#(一)', valueText }) as Target;
		expect(prove([clause('(一)')], official, [target('20.5')])[0]?.state).toBe('proved');
		expect(prove([clause('(一)')], official, [target('25')])[0]).toMatchObject({ state: 'differs', differences: [{ ours: '25' }] });
	});
	it('is not found where the text holds its document and not the clause', () => {
		expect(prove([clause('(九)')])[0]).toMatchObject({ state: 'not-found' });
	});
	it('is left unchecked where its path is a name of ours', () => {
		expect([printedPath({ id: 'plan#正文/导语' }), printedPath({ id: 'plan#正文/三' }), printedPath({ id: 'plan#第三条/(二)' })]).toEqual(['', '三', '第三条/(二)']);
		expect(prove([clause('导语')])).toEqual([]);
	});
	it('is known again by its fingerprint in another copy, with other blanks, widths and line ends', () => {
		const node = document(official).clauses.find(({ path }) => path === '(二)')!;
		const print = fingerprintOf(normalise(official), document(official), node, hash);
		const known = clause('(二)', { fingerprint: print.hash, fingerprintLength: print.length, fingerprintNormaliser: print.normaliser });
		const copy = official.replaceAll('(', '（').replaceAll(',', '，').replaceAll('\n', '\r\n').replace('修缮12座', '修缮 12 座');
		expect(prove([known], copy)[0]?.state).toBe('proved');
		expect(prove([known], official.replace('修缮12座', '修缮和加固12座'))[0]).toMatchObject({ state: 'differs', differences: [{ what: 'wording', ours: String(print.length), theirs: String(print.length + 3) }] });
		expect(prove([{ ...known, fingerprintNormaliser: '0' }], official.replace('修缮12座', '加固12座'))[0]?.state).toBe('proved');
	});
	it('has a fingerprint of its own words, which a change in a clause inside it leaves alone', () => {
		const ofPart = (text: string) => fingerprintOf(normalise(text), document(text), document(text).clauses.find(({ path }) => path === '二')!, hash).hash;
		expect(ofPart(official.replace('12座', '13座'))).toBe(ofPart(official));
	});
});
