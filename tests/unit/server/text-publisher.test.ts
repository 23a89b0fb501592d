/** An official text that a planner loads while the server runs: what it proves is published, and gone again with it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Disk } from '#lib/server/disk.ts';
import { applyText, removeText } from '#lib/server/publisher.ts';
import { openStore } from '#lib/server/store.ts';
import { officialTexts, textEntries } from '#lib/server/text-shelf.ts';
import { faultyDisk } from '../../fixtures/faulty-disk.ts';
import { openFolder, restart } from '../../fixtures/folder.ts';
import type { Opened } from '../../fixtures/folder.ts';

let here: Opened;
beforeEach(() => (here = openFolder()));
afterEach(() => here.close());

const text = '三角洲行动计划\n\n一、水\n1.治理镜湖。投资2亿元，让镜湖恢复到Ⅲ类。\n2.疏通两水。\n二、路\n';
const keep = (more: Record<string, unknown> = {}, disk?: Disk) => applyText({ name: '计划.txt', text, by: '王工', assigned: {}, ...more }, disk);
const states = () => here.dataset().proofs.map(({ clause, state }) => `${clause} ${state}`);
const value = <T>(answer: { ok: true; value: T } | { ok: false }): T => {
	if (!answer.ok) throw new Error('refused');
	return answer.value;
};

describe('a loaded text', () => {
	it('proves the clauses of its document at once and after a restart, and changes no row', async () => {
		const before = openStore().dataset;
		const { hash } = value(await keep());
		const { proofs, hash: now, ...rows } = openStore().dataset;
		expect([hash, hash === before.hash]).toEqual([now, false]);
		expect({ ...rows, proofs: [], hash: before.hash }).toEqual(before);
		expect(states()).toEqual(['plan#一 proved', 'plan#1 differs', 'plan#2 proved', 'plan#3 not-found']);
		expect(proofs[1]).toMatchObject({ text: '计划.txt', on: new Date().toISOString().slice(0, 10), differences: [{ what: 'figure', ours: '3亿元' }] });
		restart();
		expect([openStore().dataset.hash, states().length]).toEqual([hash, 4]);
	});

	it('taken out leaves the dataset as it was before', async () => {
		const before = openStore().dataset.hash;
		const { sum } = value(await keep());
		expect(value(await removeText(sum)).hash).toBe(before);
		expect([states(), textEntries(openStore()), officialTexts(openStore(), 'plan').size]).toEqual([[], [], 0]);
		expect(await removeText(sum)).toMatchObject({ ok: false, refusal: { status: 404 } });
	});

	it('is listed without its words, with what became of the clauses; a later text of the same document takes its place', async () => {
		await keep();
		expect(textEntries(openStore())).toMatchObject([{ name: '计划.txt', by: '王工', characters: text.length, documents: [{ document: 'plan', titleZh: '三角洲行动计划', isUsed: true, proved: 2, differs: 1, notFound: 1, unchecked: 0 }] }]);
		expect(JSON.stringify(textEntries(openStore()))).not.toContain('投资');
		await keep({ name: '新版.txt', text: text.replace('二、路', '3.共同治理。') });
		expect(textEntries(openStore()).map(({ name, documents }) => [name, documents[0]!.isUsed, documents[0]!.notFound])).toEqual([['计划.txt', false, 0], ['新版.txt', true, 0]]);
		expect(states().at(-1)).toBe('plan#3 proved');
	});

	it('gives each clause its own words with what was found in them, and not those of the clauses inside it', async () => {
		await keep();
		const texts = officialTexts(openStore(), 'plan');
		expect([...texts.keys()]).toEqual(['一', '1', '2']);
		expect([texts.get('一')!.text, texts.get('2')!.text]).toEqual(['一、水', '2.疏通两水。']);
		const { text: words, start, findings } = texts.get('1')!;
		expect(text.slice(start, start + words.length)).toBe(words);
		expect(findings.places.map(({ id }) => id)).toContain('mirror-lake');
		expect(findings.figures.map(({ text: figure }) => figure)).toContain('2亿元');
	});

	it('of unknown title is checked as the document that the planner chose', async () => {
		const other = text.replace('三角洲行动计划', '关于印发某计划的通知（征求意见稿）');
		value(await keep({ text: other }));
		expect(states()).toEqual([]);
		await removeText(textEntries(openStore())[0]!.sum);
		value(await keep({ text: other, assigned: { 0: 'plan' } }));
		expect(states()).toHaveLength(4);
	});

	it('that cannot be kept changes nothing', async () => {
		const before = openStore().dataset.hash;
		const { disk } = faultyDisk(() => { throw Object.assign(new Error('full'), { code: 'ENOSPC' }); });
		expect(await keep({}, disk)).toMatchObject({ ok: false, refusal: { status: 507 } });
		expect(await keep({ text: ' ' })).toMatchObject({ ok: false, refusal: { status: 422 } });
		expect([openStore().dataset.hash, states()]).toEqual([before, []]);
	});
});
