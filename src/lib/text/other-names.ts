/** What follows a name and makes it the name of something else: 太湖县, 淀山湖镇, 吴江路 are not the lake, the lake, the district. */

const road = /^(?:[东西南北中]{0,2}路(?![段网由径灯面桥政途局口权])|大道|大街|弄堂)/;
const settlement = /^(?:镇(?![域区村街级江])|乡(?![村镇土])|村(?![庄落级镇民集务])|县(?![域城级区乡内])|街道|社区)/;
const temple = /^(?:寺(?!庙)|岭|词霸)/;
/** 上海市场, 青浦区域, 嘉善县城: the last letter belongs to the next word; the shorter name then holds. */
const split: Record<string, RegExp> = { 市: /^[场域民区郊]/, 区: /^[域划位间块]/, 县: /^[域城]/, 镇: /^[域]/, 省: /^[际会域]/ };

const isWater = (kind: string): boolean => kind === 'lake' || kind === 'river' || kind === 'canal' || kind === 'reservoir';

export function inOtherName(text: string, end: number, name: string, kind: string): boolean {
	const after = text.slice(end, end + 4);
	if (split[name.at(-1)!]?.test(after)) return true;
	if (/[A-Z0-9]$/.test(name)) return false;
	if (isWater(kind)) return road.test(after) || settlement.test(after);
	if (kind === 'province') return road.test(after);
	if (kind === 'district' || kind === 'city' || kind === 'town') return road.test(after) || (!/[区县市镇]$|街道$/.test(name) && (settlement.test(after) || temple.test(after)));
	return false;
}
