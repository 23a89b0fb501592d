/** What stands beside a name and makes it the name of something else: 太湖县, 淀山湖镇, 吴江路 are not the lake, the lake, the district. */

const road = /^(?:[东西南北中]{0,2}路(?![段网由径灯面桥政途局口权])|大道|大街|弄堂)/;
const settlement = /^(?:镇(?![域区村街级江])|乡(?![村镇土])|村(?![庄落级镇民集务])|县(?![域城级区乡内])|街道|社区)/;
/** 太湖新城 is a quarter, 淀山湖度假区 a resort. */
const quarter = /^(?:新城|新区|开发区|度假区|高新区|科学城|小镇)/;
const temple = /^(?:寺(?!庙)|岭|词霸)/;
/** 上海市场, 青浦区域, 嘉善县城: the last letter belongs to the next word; the shorter name then holds. */
const split: Record<string, RegExp> = { 市: /^[场域民区郊]/, 区: /^[域划位间块]/, 县: /^[域城]/, 镇: /^[域]/, 省: /^[际会域]/ };

const isWater = (kind: string): boolean => kind === 'lake' || kind === 'river' || kind === 'canal' || kind === 'reservoir';

export function inOtherName(text: string, end: number, name: string, kind: string): boolean {
	const after = text.slice(end, end + 4);
	if (split[name.at(-1)!]?.test(after)) return true;
	if (/[A-Z0-9]$/.test(name)) return false;
	// 世外桃源式 is a manner, 线上海外 and 网上海量 are two words.
	if (kind === 'town' && /^[式般]/.test(after)) return true;
	if (name === '上海' && /[线网陆海水路马船岸]/.test(text[end - 3] ?? '') && /^[外量洋域关事鲜岸岛水运选淘产下浪]/.test(after)) return true;
	if (isWater(kind)) return road.test(after) || settlement.test(after) || quarter.test(after);
	if (kind === 'province') return road.test(after);
	if (kind === 'district' || kind === 'city' || kind === 'town') return road.test(after) || (!/[区县市镇]$|街道$/.test(name) && (settlement.test(after) || temple.test(after)));
	return false;
}
