import { expect, it } from 'vitest';
import { scopeOf } from '#lib/map/scene-input.ts';
import { decode } from '#lib/query/url.ts';

const scope = (search: string) => scopeOf(decode(search).view);

it('the map shows the distance zones and the drawn area of a question, within brackets too', () => {
	expect(scope('?along=taipu-river&within=2000&f=or(shore=yuandang-lake,near=g50~300)&f=drawn=120.9_31+121_31+121_31.1')).toEqual({
		around: [{ places: ['taipu-river'], withinM: 2000 }, { places: ['yuandang-lake'], withinM: 500 }, { places: ['g50'], withinM: 300 }], drawn: [[[120.9, 31], [121, 31], [121, 31.1]]]
	});
});

it('what is asked with "not" is no area to look at, nor is a question without one', () => expect(scope('?f=not(near=g50)&f=upstream=dianshan-lake&kind=rail')).toBeNull());
