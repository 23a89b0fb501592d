import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeFinder } from '#lib/text/finder.ts';
import { asIs, find, problems, register } from '../../fixtures/policy-text.ts';

/** `id` or `id<via` of every mention, in the order of the text. */
const places = (text: string): string[] => find(asIs(text)).places.map(({ id, via }) => (via ? `${id}<${via}` : id));
const texts = (text: string): string[] => find(asIs(text)).places.map((mention) => mention.text);
/** A sentence that names the zone, so that its short names are known. */
const zone = '长三角生态绿色一体化发展示范区(以下简称示范区)。';
const inZone = (text: string): string[] => places(zone + text).slice(2);

describe('the register of names', () => {
	it('holds no name of an unknown place', () => expect(problems).toEqual([]));
	it('holds every name and short form of every place', () => expect(register.places.length).toBeGreaterThan(300));
});

describe('names of places', () => {
	it('takes the longest name', () => {
		expect(texts('青浦区与吴江经济技术开发区、同里湖、金泽水库和汾湖高新区共建。')).toEqual(['青浦区', '吴江经济技术开发区', '同里湖', '金泽水库', '汾湖高新区']);
		expect(places('汾湖岸线归汾湖高新区管。')).toEqual(['fen-lake', 'fenhu-hightech']);
	});

	it('counts every occurrence, short forms and compounds', () => {
		expect(places('嘉善文旅走进青浦,青浦物流接上嘉善。')).toEqual(['jiashan', 'qingpu', 'qingpu', 'jiashan']);
	});

	it('does not take the lake for the town, county or road that bears its name', () => {
		expect(places('淀山湖镇、太湖县和元荡村的干部到淀山湖边植树。')).toEqual(['dianshan-lake']);
		expect(places('吴江路与金山大道交叉口,青浦路网加密。')).toEqual(['qingpu']);
		expect(places('金山寺旁、松江镇上。')).toEqual([]);
	});

	it('gives the last letter back to the next word', () => {
		expect(texts('上海市场与青浦区域、嘉善县城、昆山市民。')).toEqual(['上海', '青浦', '嘉善', '昆山']);
	});

	it('refuses words that only hold the letters of a name', () => {
		expect(places('从紫金山望去,绿水青山就是金山银山。')).toEqual([]);
		expect(places('长江苏南段、线上海外展会、湖南湖北两省、共同里程碑、严重固废污染。')).toEqual([]);
		expect(places('嘉善推进惠民工程,吴江建大云平台,青浦办地方厅局会。')).toEqual(['jiashan', 'wujiang', 'qingpu']);
		expect(places('长三角G60科创走廊沿G60布点,G60科创基地、XG60与G600不算。')).toEqual(['g60-innovation-corridor', 'g60']);
	});

	it('takes an ordinary word for a town only beside other places', () => {
		expect(places('嘉善县魏塘、惠民、罗星三个街道连片。')).toEqual(['jiashan', 'weitang', 'huimin', 'luoxing']);
		expect(places('嘉善的惠民举措。')).toEqual(['jiashan']);
	});

	it('reads roads and railways by number, name and dash of any make', () => {
		expect(places('G50沪渝高速、g50、318国道、沪苏湖铁路、通苏嘉甬和东航路–康力大道。')).toEqual(['g50', 'g50', 'g318', 'husuhu-hsr', 'tongsujiayong-hsr', 'donghang-kangli']);
	});

	it('reads a road by its two letters only among roads', () => expect(places('宁盐、苏台等高速公路开工,常台工作照旧。')).toEqual(['s9']));

	it('does not read a title', () => {
		expect(places('按照《青浦区总体规划(含《嘉善县规划》)》和《吴江规划》,推进嘉善。')).toEqual(['jiashan']);
	});

	it('does not end with a mark that is never closed', () => expect(places('《青浦规划推进。\n嘉善建设。')).toEqual(['qingpu', 'jiashan']));
});

describe('collectives', () => {
	it('bring their members', () => {
		expect(inZone('一河三湖')).toEqual(['one-river-three-lakes', ...['taipu-river', 'dianshan-lake', 'yuandang-lake', 'fen-lake'].map((id) => `${id}<one-river-three-lakes`)]);
		expect(inZone('两区一县')).toEqual(['two-districts-one-county', ...['qingpu', 'wujiang', 'jiashan'].map((id) => `${id}<two-districts-one-county`)]);
	});

	it('are the same by any of their names', () => {
		const named = ['three-provinces-one-municipality', ...['jiangsu-province', 'zhejiang-province', 'anhui-province', 'shanghai'].map((id) => `${id}<three-provinces-one-municipality`)];
		expect(['长三角三省一市', '长三角一市三省'].map(places)).toEqual([named, named]);
		expect(texts('沪苏浙皖')).toEqual(['沪苏浙皖', '沪', '苏', '浙', '皖']);
	});

	it('are not the five towns of others, nor the three provinces of the north-east', () => {
		expect(inZone('先行启动区之外的田园五镇')).toEqual(['pilot-zone', 'tianyuan-five-towns']);
		expect(places('东北三省一市加强合作。')).toEqual([]);
	});

	it('read letters for provinces only in a row', () => {
		expect(places('沪苏大丰园区、苏浙输气管道、南通沪苏试验区')).toEqual(['shanghai', 'jiangsu-province', 'jiangsu-province', 'zhejiang-province', 'nantong', 'shanghai', 'jiangsu-province']);
		expect(places('与苏、浙、皖三省。')).toEqual(['jiangsu-province', 'zhejiang-province', 'anhui-province']);
		expect(places('沪苏浙三省（市）')).toEqual(['shanghai', 'jiangsu-province', 'zhejiang-province']);
		expect(places('沪宁、苏锡常、沪苏通铁路、苏州、沪乍杭和浙大')).toEqual(['suzhou']);
		expect(places('苏浙、苏皖输气管道')).toEqual(['jiangsu-province', 'zhejiang-province', 'jiangsu-province', 'anhui-province']);
	});
});

describe('a register of other places', () => {
	const place = (text: string, members: string[] = []) => ({ text, place: `id-${text}`, kind: 'collective' as const, members, rule: 'plain' as const, needs: [] });
	const other = makeFinder({ places: [place('东港'), place('西港'), place('北港'), place('东港-西港', ['id-东港', 'id-西港', 'id-北港']), place('东港走廊')], refused: ['东港走廊', '东港产业'], agencies: [], documents: [] });

	it('names the members that a collective prints by their own words', () => {
		expect(other(asIs('建设东港—西港城镇圈')).places.map(({ id, text, via }) => [id, text, via])).toEqual([
			['id-东港-西港', '东港—西港', undefined], ['id-北港', '东港—西港', 'id-东港-西港'], ['id-东港', '东港', undefined], ['id-西港', '西港', undefined]
		]);
	});

	it('is never robbed of a name of its own by a word that means something else', () => {
		expect(other(asIs('东港走廊和东港产业')).places.map(({ id }) => id)).toEqual(['id-东港走廊']);
	});
});

describe('the zone', () => {
	it('is meant by its short name where nothing narrows it', () => {
		expect(inZone('服务示范区发展,深化示范区信用建设,合力建设示范区,落户示范区的高校,创新示范区管理。')).toEqual(Array.from({ length: 5 }, () => 'demonstration-area'));
	});

	it('is not meant by another zone of that kind', () => {
		expect(inZone('创建国家全域旅游示范区、产教融合示范区、共同富裕示范区、自主创新示范区、生态文明建设示范区和先行示范区。')).toEqual([]);
		expect(inZone('成为区域协同的示范区,打造引领区、示范区,当好“示范区”,建成高品质生活示范区。')).toEqual([]);
	});

	it('is not meant in a document that calls another zone so', () => {
		expect(places('公园城市示范区(以下简称示范区)。示范区建设。')).toEqual([]);
		expect(places('长三角产业合作示范区(以下简称“示范区”)。示范区建设。')).toEqual([]);
		expect(places('本省建设示范区,示范区先行先试,学习长三角经验。')).toEqual([]);
	});

	it('is not meant by a railway or by the start-up area of a park', () => {
		expect(inZone('示范区线通车,先行启动区扩容,软件园启动区开工。')).toEqual(['demo-area-line', 'pilot-zone']);
	});
});

describe('whatever text it is given', () => {
	const word = fc.constantFrom(...register.places.map(({ text }) => text), ...register.refused, '、', '《', '》', '(以下简称', ')', '到2025年', '12%', '责任单位:', '部门', '示范', '\n', '***', '"#$%');
	it('never throws, and every finding is the text at its place', () => {
		fc.assert(fc.property(fc.array(fc.oneof(word, fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 30 }), (words) => {
			const text = words.join('');
			const found = find(asIs(text));
			for (const list of [found.places, found.agencies, found.figures, found.dates, found.doubts]) {
				for (const mention of list) expect(mention.text).toBe(text.slice(mention.start, mention.end));
			}
			for (const { start, end } of found.references) expect(text.slice(start, start + 1) + text.slice(end - 1, end)).toMatch(/^《/);
			for (const list of Object.values(found)) for (const { start, end } of list) expect(start < end && end <= text.length).toBe(true);
		}), { numRuns: 300 });
	});

	it('costs in proportion to its length', () => {
		const time = (copies: number): number => {
			const text = asIs('青浦区、吴江区和嘉善县到2025年建成淀山湖岸线30公里,《总体方案》落实。责任单位:两省一市财政部门。\n'.repeat(copies));
			const start = process.cpuUsage().user;
			// Several runs in one: the clock of the processor is too coarse for a single short one.
			for (let run = 0; run < 5; run++) find(text);
			return process.cpuUsage().user - start;
		};
		time(200);
		// Ten times the text in quadratic time would be a hundredfold.
		expect(time(2000) / time(200)).toBeLessThan(40);
	});

	it('works on an empty register and an empty text', () => {
		expect(makeFinder({ places: [], refused: [], agencies: [], documents: [] })(asIs('青浦'))).toEqual({ places: [], agencies: [], figures: [], dates: [], references: [], doubts: [] });
		expect(find(asIs('')).places).toEqual([]);
	});

	it('gives offsets of the original', () => {
		const original = '青(qīng)浦(pǔ)区';
		const normal = { ...asIs('青浦区', original), starts: Uint32Array.from([0, 7, 12]), ends: Uint32Array.from([1, 8, 13]) };
		expect(find(normal).places.map(({ start, end }) => original.slice(start, end))).toEqual(['青(qīng)浦(pǔ)区']);
	});
});
