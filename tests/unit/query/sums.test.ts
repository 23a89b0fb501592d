import { describe, expect, it } from 'vitest';
import { sumProjects } from '#lib/query/sums.ts';
import { openRegion, swap } from '../../fixtures/region.ts';
import type { Changes } from '../../fixtures/region.ts';

const sum = (ids: string[], what: 'length' | 'investment' = 'length', changes: Changes = {}) => {
	const { value, knownFor, wholeLine } = sumProjects(openRegion(changes).atlas, ids, what);
	return { value, knownFor, wholeLine };
};
const quantities = 'catalogue/quantities.csv';

describe('a sum over projects', () => {
	it('takes the whole and not its part, whichever comes first', () => {
		expect(sum(['line-works', 'line-west'])).toEqual({ value: 19, knownFor: 1, wholeLine: 0 });
		expect(sum(['line-west', 'line-works'])).toEqual({ value: 19, knownFor: 1, wholeLine: 0 });
	});

	it('takes the part where the whole is not in the list', () => expect(sum(['line-west', 'lake-clean'])).toEqual({ value: 9, knownFor: 1, wholeLine: 0 }));

	it('takes the part where the whole has no figure', () => expect(sum(['line-works', 'line-west', 'lake-clean'], 'investment')).toEqual({ value: 8.5, knownFor: 2, wholeLine: 0 }));

	it('says for how many projects it is known', () => expect(sum(['lake-clean'])).toEqual({ value: 0, knownFor: 0, wholeLine: 0 }));

	it('leaves out the figure of a whole line, counts it, and takes the part instead', () => {
		const whole = { [quantities]: swap('line-works-length,project:line-works,length,19,19,19,eq,km,,,', 'line-works-length,project:line-works,length,163,163,163,eq,km,,全线,Whole line') };
		expect(sum(['line-works'], 'length', whole)).toEqual({ value: 0, knownFor: 0, wholeLine: 1 });
		expect(sum(['line-works', 'line-west'], 'length', whole)).toEqual({ value: 9, knownFor: 1, wholeLine: 1 });
	});

	it('takes no figure that is a range, is not the total, or has another unit', () => {
		expect(sum(['line-works'], 'length', { [quantities]: swap('length,19,19,19', 'length,18–20,18,20') }).knownFor).toBe(0);
		expect(sum(['line-works'], 'length', { [quantities]: swap('19,19,19,eq,km,,,,total', '19,19,19,eq,km,,,,') }).knownFor).toBe(0);
		expect(sum(['line-works'], 'length', { [quantities]: swap('19,19,19,eq,km', '19,19,19,eq,m') }).knownFor).toBe(0);
	});

	it('finds a part of a part although the part between is not in the list', () => {
		const deep = {
			'catalogue/projects.csv': (text: string) => `${text}line-west-bridge,西段桥,Bridge of the west part,rail,high-speed-rail,,,,west,,,line-west,stated,,,,high,,,s-news\n`,
			'catalogue/statuses.csv': (text: string) => `${text}line-west-bridge-planned,line-west-bridge,planned,,,,s-news\n`,
			[quantities]: (text: string) => `${text}bridge-investment,project:line-west-bridge,investment,1,1,1,eq,100m-yuan,,,,total,s-news\n`
		};
		expect(sum(['line-works', 'line-west-bridge'], 'investment', deep)).toEqual({ value: 1, knownFor: 1, wholeLine: 0 });
	});
});
