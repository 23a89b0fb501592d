/** What a planner reads of an answer: why the open record is in it, the reason on a slide, the question in exports; and that what is offered can be asked. */
import { expect, it } from 'vitest';
import { emptySlide } from '#lib/domain/briefing.ts';
import type { SpaceKey, SpaceLeaf } from '#lib/domain/view.ts';
import { translator } from '#lib/i18n/index.ts';
import { choicesOf, placesTaken } from '#lib/query/ask/choices.ts';
import { withPlaces, withValue } from '#lib/query/ask/row-edits.ts';
import { stopsOf } from '#lib/query/ask/stops.ts';
import { explore } from '#lib/query/explore.ts';
import { selectedRecord } from '#lib/query/selected-record.ts';
import { slideContent } from '#lib/query/slide.ts';
import { tableCsv } from '#lib/query/table-csv.ts';
import { decode } from '#lib/query/url.ts';
import { whySpace } from '#lib/query/why.ts';
import { openRegion } from '../../../fixtures/region.ts';
import { withSpace } from '../../../fixtures/space.ts';

const { atlas, index, shapes } = withSpace(openRegion());
const writer = { lang: 'zh' as const, t: translator('zh') };
const ask = (search: string) => {
	const { view } = decode(search, { exists: atlas.exists, isLayer: () => true });
	const model = explore({ atlas, index }, view, 'zh');
	return { ...model, ...selectedRecord({ atlas, index }, view, 'zh', model.selected) };
};
const near = 'f=near%3Dmirror-lake~500';

it('the open record says with all reasons why it is listed, or that it is not', () => {
	const { why } = ask(`?${near}&select=project:lake-clean`);
	expect(why).toMatchObject({ isListed: true, reasons: [] });
	expect(why!.space.join()).toContain('镜湖');
	expect(ask(`?${near}&select=project:line-works`).why).toEqual({ isListed: false, reasons: [], space: [], gaps: [] });
});

it('a record has nothing to explain while nothing is asked, nor has a place of which nothing is asked', () => {
	expect(ask('?select=project:lake-clean').why).toBeNull();
	expect(ask('?kind=rail&select=place:mirror-lake').why).toBeNull();
	expect(ask(`?${near}&select=place:mirror-lake`).why).toMatchObject({ isListed: true });
});

it('a table on a slide gives the reason of each row, and the slide the question; without one neither stands there', () => {
	const slideOf = (view: string) => slideContent({ atlas, index }, writer, { ...emptySlide('one'), show: 'table', view }, () => true);
	const { table, filter } = slideOf(near);
	expect(table!.columns.at(-1)!.title).toBe('为何列出');
	expect(table!.rows.find(({ ref }) => ref === 'project:lake-clean')!.cells.at(-1)).toContain('镜湖');
	expect(filter).toContain('在镜湖 500 m 内');
	expect(slideOf('along=mirror-lake').table!.columns.map(({ title }) => title)).not.toContain('为何列出');
});

it('the sheet of a table says the question in words and the reason in its row', () => {
	const { table, chips } = ask(`?${near}`);
	const lines = tableCsv(writer.t, table, chips).split(/\r?\n/);
	expect(lines.find((line) => line.includes('镜湖治理'))).toMatch(/点名镜湖/);
	expect(lines.join('\n')).toContain('筛选: 在镜湖 500 m 内');
});

it('every place on offer can be asked: the ground refuses none of them', () => {
	const asked = (Object.keys(placesTaken) as (SpaceKey | 'along')[]).filter((key): key is SpaceKey => key !== 'along' && key !== 'border').flatMap((is) => choicesOf(atlas, 'zh', is).map(({ id }) => withPlaces({ is, of: [] }, [id]) as SpaceLeaf));
	const complete = asked.map((leaf) => (leaf.is === 'reach' ? (withValue(withValue(leaf, 1, '0'), 2, '1') as SpaceLeaf) : leaf));
	expect(complete.length).toBeGreaterThan(20);
	expect(complete.map((leaf) => index.space!.refusal(leaf, 'zh')).filter((sentence) => sentence !== null)).toEqual([]);
});

it('a stretch is offered between the places that the strip map shows on the line', () => {
	const { stops, lengthKm } = stopsOf(atlas, 'zh', shapes, 'fast-line');
	expect(stops.map(({ name }) => name)).toContain('中站');
	expect(lengthKm).toEqual([expect.closeTo(19, 0)]);
});

it('what another reason begins with is said once', () => {
	const told = (sentences: Record<string, string[]>) => whySpace({ ...index, space: { ...index.space!, why: (_, { is }) => sentences[is] ?? [] } }, 'project:lake-clean', decode('?f=near=mirror-lake&f=inside=west').view.filter, 'zh');
	expect(told({ near: ['记录点名镜湖'], inside: ['记录点名镜湖；镜湖在西区内'] })).toEqual(['记录点名镜湖；镜湖在西区内']);
	expect(told({ near: ['第 1'], inside: ['第 10'] }), 'a longer number is another reason').toEqual(['第 1', '第 10']);
});
