/**
 * A list of responsible units as its parts: 两省一市科技、人力资源社会保障部门 are the departments of two fields in three governments, 两省一市各相关部门、单位 is one name.
 * Each part keeps the words as printed; its name in full, by which our register knows it, takes over what the list says once.
 */
import type { Span } from '../domain/policy-text.ts';
import { foldName } from './matcher.ts';

export interface Unit extends Span {
	id: string;
	/** It ends as names of agencies do. */
	isNamed: boolean;
}

const ending = /(?:人民政府|政府|部门|单位|委员会|执委会|理事会|管委会|管理局|监管局|总局|办公室|领导小组|委办局|[厅局委办部行署院会社]|公司|集团|中心|大学|银行|法院|检察院|协会|联盟|\p{Script=Han}{2}(?:[镇乡区县市]|街道))(?:等)?$/u;
/** 由此产生的费用自行负责 names nobody. */
const noUnit = /的|(?:自|进|运|实|执|试|推|举|主|承)[行办]$|(?:社|机)会$/;
const common = /(?:部门|厅局|单位|厅|局|委)$/;
const shared = /^(?:(?:两省一市|三省一市|一市两省|两区一县|沪苏浙皖|沪苏浙|沪苏浙三省\(市\)|省级|市级|县级|区级|省|市|各)(?:各)?|\p{Script=Han}{2,4}[省市区县])(?=\p{Script=Han})/u;

export function splitUnits(list: string, known: ReadonlyMap<string, string>): Unit[] {
	return pieces(list, /[,;]/g).flatMap((group) => {
		const words = list.slice(group.start, group.end);
		const id = known.get(foldName(words));
		if (id !== undefined || /[、和及与](?:各?(?:相关|有关))?(?:单位|部门|机构)$/.test(words)) return [{ ...group, id: id ?? '', isNamed: true }];
		const items = pieces(words, /、|会同|以及|(?<=\p{Script=Han}{3}[会府门厅局委办部行司])[和及与](?=\p{Script=Han}{3})/gu);
		const last = items.at(-1);
		const suffix = last ? (common.exec(words.slice(last.start, last.end).replace(/等$/, ''))?.[0] ?? '') : '';
		let prefix = '';
		return items.map((item): Unit => {
			const name = words.slice(item.start, item.end).replace(/等(?:部门|单位)?$/, '');
			prefix = shared.exec(name)?.[0] ?? prefix;
			const full = [name, prefix + name, name + suffix, prefix + name + suffix].map((form) => known.get(foldName(form))).find((one) => one !== undefined);
			return { start: group.start + item.start, end: group.start + item.start + name.length, id: full ?? '', isNamed: (ending.test(name) && !noUnit.test(name)) || (suffix !== '' && items.length > 1) };
		});
	}).filter(({ start, end }) => end > start);
}

function pieces(text: string, separators: RegExp): Span[] {
	const found: Span[] = [];
	let from = 0;
	for (const { index, 0: sign } of [...text.matchAll(separators), Object.assign([''], { index: text.length })]) {
		let [start, end] = [from, index];
		while (start < end && /\s/.test(text[start]!)) start++;
		while (end > start && /\s/.test(text[end - 1]!)) end--;
		if (end > start) found.push({ start, end });
		from = index + sign!.length;
	}
	return found;
}
