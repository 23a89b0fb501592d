/** Addresses that people have sent each other. They open the same view for ever: rows are added here, never changed. */
import { describe, expect, it } from 'vitest';
import { emptyView } from '#lib/domain/view.ts';
import type { Filter, View } from '#lib/domain/view.ts';
import { decode } from '#lib/query/url.ts';

type Meaning = Partial<Omit<View, 'filter'>> & { all?: Filter[] };

/** Since version 1, of November 2026. */
const version1: [address: string, meaning: Meaning, ignored?: string[]][] = [
	['', {}],
	['?along=taipu-river', { all: [{ is: 'along', of: ['taipu-river'] }] }],
	['?v=1&along=taipu-river&within=2000&select=measure:action-plan-5', { all: [{ is: 'along', of: ['taipu-river'], withinM: 2000 }], selection: 'measure:action-plan-5' }],
	['?along=taipu-river&within=1000', { all: [{ is: 'along', of: ['taipu-river'] }] }],
	['?v=1&along=dianshan-lake,yuandang-lake&kind=eco,hydro', { all: [{ is: 'along', of: ['dianshan-lake', 'yuandang-lake'] }, { is: 'kind', of: ['eco', 'hydro'] }] }],
	['?v=1&district=qingpu&status=building&kind=road&table=projects', { all: [{ is: 'district', of: ['qingpu'] }, { is: 'status', of: ['building'] }, { is: 'kind', of: ['road'] }] }],
	['?v=1&document=action-plan&domain=eco&agency=executive-committee&table=measures', { all: [{ is: 'document', of: ['action-plan'] }, { is: 'domain', of: ['eco'] }, { is: 'agency', of: ['executive-committee'] }], table: 'measures' }],
	['?v=1&zone=pilot-zone&town=jinze,zhujiajiao', { all: [{ is: 'zone', of: ['pilot-zone'] }, { is: 'town', of: ['jinze', 'zhujiajiao'] }] }],
	['?period=2023..2025,undated&table=indicators&sort=-year', { all: [{ is: 'period', of: ['2023..2025', 'undated'] }], table: 'indicators', sort: { column: 'year', descending: true } }],
	['?period=..2019', { all: [{ is: 'period', of: ['..2019'] }] }],
	['?v=1&select=clause:measures-22%23%E5%8D%81%E4%B9%9D', { selection: 'clause:measures-22#十九' }],
	['?v=1&select=clause:action-plan%23%E4%BA%8C/(%E4%B8%80)', { selection: 'clause:action-plan#(一)' }],
	['?v=1&select=place:yuandang-lake&at=120.91,31.08,12.5', { selection: 'place:yuandang-lake', camera: { center: [120.91, 31.08], zoom: 12.5 } }],
	['?v=1&layers=lakes,rivers:0.5,projects&table=places', { layers: [{ id: 'lakes', opacity: 1 }, { id: 'rivers', opacity: 0.5 }, { id: 'projects', opacity: 1 }], table: 'places' }],
	['?layers=', { layers: [] }],
	['?v=1&f=or(kind%3Drail,along%3Dhusuhu-hsr~500)', { all: [{ any: [{ is: 'kind', of: ['rail'] }, { is: 'along', of: ['husuhu-hsr'], withinM: 500 }] }] }],
	['?v=1&district=wujiang&f=not(status=completed+ongoing)', { all: [{ is: 'district', of: ['wujiang'] }, { not: { is: 'status', of: ['completed', 'ongoing'] } }] }],
	['?v=1&f=along=taipu-river~500&f=along=dianshan-lake', { all: [{ is: 'along', of: ['taipu-river'], withinM: 500 }, { is: 'along', of: ['dianshan-lake'] }] }],
	['?v=1&theme=cross-services&method=jenks&amount=investment&columns=town-projects&year=2023', { theme: 'cross-services', method: 'jenks', amount: 'investment', columns: 'town-projects', year: 2023 }],
	['?kind=&district=qingpu&within=1000&apply=1', { all: [{ is: 'district', of: ['qingpu'] }, { is: 'unknown', key: 'apply', of: ['1'] }] }, ['apply']],
	['?v=1&gap=project-no-clause,status-old&district=qingpu', { all: [{ is: 'gap', of: ['project-no-clause', 'status-old'] }, { is: 'district', of: ['qingpu'] }] }],
	['?gap=no-such-gap', {}, ['gap']],
	['?v=9&along=taipu-river&basin=taihu,huangpu', { all: [{ is: 'along', of: ['taipu-river'] }, { is: 'unknown', key: 'basin', of: ['taihu', 'huangpu'] }] }, ['v', 'basin']]
];

describe('an address of old', () => {
	it.each(version1)('%s opens what it opened', (address, { all = [], ...rest }, ignored = []) => {
		const decoded = decode(address);
		expect(decoded.view).toEqual({ ...emptyView, ...rest, filter: { all } });
		expect(decoded.ignored.map(({ key }) => key)).toEqual(ignored);
	});
});
