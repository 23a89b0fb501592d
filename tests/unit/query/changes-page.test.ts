import { afterEach, describe, expect, it } from 'vitest';
import { translator } from '#lib/i18n/index.ts';
import { createAtlas } from '#lib/query/atlas.ts';
import { changeSheet, changesPage, shownRows } from '#lib/query/changes-page.ts';
import { projectCard } from '#lib/query/record-cards.ts';
import { readEntries } from '#lib/server/data-folder.ts';
import { applySet, undoSet } from '#lib/server/publisher.ts';
import { openStore } from '#lib/server/store.ts';
import { openFolder, row, setOf } from '../../fixtures/folder.ts';
import type { Opened } from '../../fixtures/folder.ts';

let here: Opened;
afterEach(() => here.close());
const zh = { lang: 'zh', t: translator('zh') } as const;
const atlasNow = () => createAtlas(openStore().dataset, openStore().relations);
const pageNow = () => changesPage(atlasNow(), zh, { entries: readEntries(here.folder), rows: here.dataset().overlaid });
const sheetNow = () => changeSheet(atlasNow(), zh, here.dataset().overlaid).trimEnd().split('\n');

describe('the page of changes', () => {
	it('is empty where nothing was changed', () => {
		here = openFolder();
		expect(pageNow()).toEqual({ sets: [], byHand: [], moreByHand: 0, inForce: 0 });
	});

	it('lists sets newest first, the shipped value beside the new one, and what was undone', async () => {
		here = openFolder({ 'catalogue/statuses.csv': 'id,project,status,date,sources\nline-west-checked,line-west,completed,2024,s-news\n' });
		await applySet(setOf(row({ id: 'fast-trips-2019', cells: { value_text: '13', value_min: '13', value_max: '13' } }), row({ kind: 'retire', collection: 'links', id: 'project:line-works → clause:plan#3' })));
		await applySet(setOf(row({ kind: 'comment', id: 'lake-class-2023', source: '' })));
		await undoSet(2, '李工');
		const { sets, byHand, inForce } = pageNow();
		expect(sets.map(({ number, kind, undoneBy, lines }) => [number, kind, undoneBy, lines.length])).toEqual([[3, 'undo', null, 0], [2, 'set', 3, 0], [1, 'set', null, 2]]);
		expect(sets[2]!.lines.map(({ title, href, cells, says }) => [title, href, cells, says])).toEqual([
			['快线客流', expect.stringContaining('fast-trips') as string, [{ column: 'value_text', was: '12', now: '13' }], ''],
			[expect.stringMatching(/^快线工程 → /) as string, '', [], '推断 · tests']
		]);
		expect([byHand.map(({ title, says }) => [title, says]), inForce]).toEqual([[['快线西段', '已建成 · 2024']], 3]);
	});

	it('leaves the rest of a long set to the sheet', async () => {
		here = openFolder();
		await applySet(setOf(...Array.from({ length: shownRows + 5 }, (_, i) => row({ kind: 'add', id: `trips-${i}`, cells: { id: `trips-${i}`, indicator: 'fast-trips', value_text: '1', year: '2020', basis_kind: 'annual', sources: 's-news' } }))));
		expect(pageNow().sets[0]).toMatchObject({ more: 5, counts: { add: shownRows + 5 } });
		expect(sheetNow()).toHaveLength(1 + shownRows + 5);
	});

	it('writes a sheet that is safe to open in a spreadsheet', async () => {
		here = openFolder();
		await applySet(setOf(row({ id: 'fast-trips-2019', cells: { value_text: '=HYPERLINK("http://evil.example")', value_min: '', value_max: '', year: '2020' }, reason: '@SUM(1)', source: '+1' })));
		const cells = sheetNow().slice(1).map((line) => line.split(','));
		expect(cells.map((line) => line.slice(8, 10))).toEqual([['value_text', '12'], ['value_min', '12'], ['value_max', '12'], ['year', '2019']]);
		expect(sheetNow()[1]).toContain(`"'=HYPERLINK(""http://evil.example"")",'@SUM(1),'+1`);
		expect(sheetNow().slice(1).every((line) => !/(^|,)"?[=+@-]/.test(line))).toBe(true);
	});
});

it('a project whose only report was retired is of unknown status, not planned', async () => {
	here = openFolder();
	await applySet(setOf(row({ kind: 'retire', collection: 'statuses', id: 'line-west-completed' })));
	expect(projectCard(atlasNow(), 'zh', 'line-works')!.parts.map(({ id, status, statusDate }) => [id, status, statusDate])).toEqual([['line-west', 'unknown', '']]);
});
