import { describe, expect, it } from 'vitest';
import { problemOf, readCorners, rectangleOf, writeCorners } from '#lib/query/ask/corners.ts';
import type { Corner } from '#lib/query/ask/corners.ts';
import { act, finish, isDone, outlineOf, startDrawing } from '#lib/query/ask/drawing.ts';

const triangle: Corner[] = [[120.95, 31.05], [120.98, 31.05], [120.98, 31.08]];

describe('typed corners', () => {
	it.each([
		['one a line', '120.95,31.05\n120.98,31.05\n120.98,31.08'], ['a full-width comma', '120.95，31.05\n120.98，31.05\n120.98，31.08'], ['tabs of a spreadsheet', '120.95\t31.05\n120.98\t31.05\n120.98\t31.08'],
		['a ring of GeoJSON', '[[120.95, 31.05], [120.98, 31.05],\n [120.98, 31.08], [120.95, 31.05]]'], ['semicolons', '120.95,31.05; 120.98,31.05；120.98,31.08'], ['a corner said twice', '120.95,31.05\n120.95,31.05\n120.98,31.05\n120.98,31.08']
	])('are read with %s', (_, text) => expect(readCorners(text)).toEqual({ corners: triangle, problem: null }));

	it('come back as they were written', () => expect(readCorners(writeCorners(triangle)).corners).toEqual(triangle));

	it.each([
		['nothing', '', { is: 'few', n: 0 }], ['words', '120.95,31.05\n湖边', { is: 'unreadable', line: 2 }], ['the latitude first', '31.05,120.95\n31.05,120.98', { is: 'swapped', line: 1 }],
		['a corner abroad', '120.95,31.05\n139.7,35.6\n120.9,31', { is: 'outside', line: 2 }], ['two corners', '120.95,31.05\n120.98,31.05', { is: 'few', n: 2 }],
		['a hundred and one', Array.from({ length: 101 }, (_, i) => `${120.5 + Math.cos(i / 16.1) / 10},${31 + Math.sin(i / 16.1) / 10}`).join('\n'), { is: 'many', n: 101 }],
		['a bow tie', '120.95,31.05\n120.98,31.08\n120.98,31.05\n120.95,31.08', { is: 'crosses', first: 1, second: 3 }]
	])('of %s say what is wrong', (_, text, problem) => expect(readCorners(text).problem).toEqual(problem));
});

describe('drawing', () => {
	const clicks = (shape: 'polygon' | 'rectangle', corners: Corner[]) => corners.reduce((drawing, at) => act(drawing, { is: 'click', at }), startDrawing(shape));

	it('a double click ends with one corner, not with two', () => expect(finish(clicks('polygon', [...triangle, triangle[2]!]))).toEqual({ corners: triangle, problem: null }));

	it('Backspace takes the last corner back, and an empty drawing has none to give', () => {
		expect(act(clicks('polygon', triangle), { is: 'undo' }).corners).toEqual(triangle.slice(0, 2));
		expect(act(startDrawing('polygon'), { is: 'undo' }).corners).toEqual([]);
	});

	it('a rectangle is done with its second corner, and is drawn from the first to the pointer before', () => {
		const begun = act(clicks('rectangle', [triangle[0]!]), { is: 'move', at: triangle[2]! });
		expect([isDone(begun), outlineOf(begun)]).toEqual([false, rectangleOf(triangle[0]!, triangle[2]!)]);
		const done = act(begun, { is: 'click', at: triangle[2]! });
		expect([isDone(done), finish(done).problem, finish(done).corners.length]).toEqual([true, null, 4]);
	});

	it('a rectangle of no width is none', () => expect(problemOf(rectangleOf([121, 31], [121, 31.1]))).toMatchObject({ is: 'crosses' }));

	it('a polygon with a fault is given back whole, to be mended', () => {
		const tie: Corner[] = [[120.95, 31.05], [120.98, 31.08], [120.98, 31.05], [120.95, 31.08]];
		expect(finish(clicks('polygon', tie))).toEqual({ corners: tie, problem: { is: 'crosses', first: 1, second: 3 } });
	});
});
