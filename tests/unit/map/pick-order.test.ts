import { expect, test } from 'vitest';
import { pickOnly, sortForPicking } from '#lib/map/areas.ts';

test('a click on a lake selects the lake and not the district or the pilot zone around it', () => {
	const ids = [`lakes:${pickOnly}`, 'rivers:line', `districts:${pickOnly}`, `zones:${pickOnly}`, 'projects:signs'];
	expect(sortForPicking(ids.map((id) => ({ id }))).map(({ id }) => id)).toEqual([`districts:${pickOnly}`, `zones:${pickOnly}`, `lakes:${pickOnly}`, 'rivers:line', 'projects:signs']);
});
