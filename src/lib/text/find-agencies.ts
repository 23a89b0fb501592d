/** Agencies of a text: those of our register by name, and in lines that say who answers (责任单位, 牵头, 负责) every unit that is listed, known to us or not. */
import type { AgencyMention, Span } from '../domain/policy-text.ts';
import type { TextRegister } from '../domain/text-register.ts';
import { foldName, fold, makeMatcher } from './matcher.ts';
import { byPosition, mergeSpans, touching } from './spans.ts';
import type { Reading } from './reading.ts';
import { splitUnits } from './split-units.ts';

export type FindAgencies = (reading: Reading) => AgencyMention[];
type Role = AgencyMention['role'];

const label = /(?<role>(?:牵头|配合|参与|参加|协办|协同|主要|共同)?(?:责任|牵头|配合|负责|主办|承办|协办|实施|参与|参加|主管)?(?:单位|部门|主体|处室))\s?(?:及分工)?:/g;
/** (省发展改革委牵头,省财政厅按职责分工负责) */
const bracket = /\((?<units>[^()\n]{2,160}?(?:牵头|负责|落实|配合|参与))\)/g;
const by = /由(?<units>[^,。;:\n]{2,60}?)(?<verb>负责|牵头|承担|会同|组织实施|统筹|具体实施)/g;
const subject = /(?<=^|[,。;:(\n])(?:由|请)?(?<units>[^由,。;:()\n]{2,40}?)(?:应当)?(?<verb>负责|牵头|会同)/g;
const doing = /(?:按照?职责分工|分别|共同|具体|按照?职责|依职责|各自|等)*(?<verb>牵头|负责|配合|参与|落实|会同)+$/;

export function makeAgencyFinder(register: TextRegister): FindAgencies {
	const known = new Map(register.agencies.map(({ text, id }) => [foldName(text), id]));
	const names = [...known.keys()];
	const match = makeMatcher(names);
	const refuse = makeMatcher(register.refused.map(foldName));

	return ({ text, inTitle }) => {
		const folded = fold(text);
		const refused = mergeSpans(refuse(folded));
		const inRefused = touching(refused);
		const listed: AgencyMention[] = [];
		const take = (units: string, start: number, role: Role, strict: boolean) => {
			for (const unit of splitUnits(units, known)) {
				if (strict && unit.id === '' && !unit.isNamed) continue;
				listed.push({ id: unit.id, role, start: start + unit.start, end: start + unit.end, text: text.slice(start + unit.start, start + unit.end) });
			}
		};
		for (const found of text.matchAll(label)) {
			const { role } = found.groups as { role: string };
			if (/^(?:单位|部门|主体|处室)$/.test(role)) continue;
			const start = found.index + found[0].length;
			const line = /^[^\n。)】\]]{2,200}/.exec(text.slice(start, start + 200))?.[0] ?? '';
			const next = /[;,\s](?:[牵配参协责主]\p{Script=Han}{1,3}(?:单位|部门)):/u.exec(line);
			take(next ? line.slice(0, next.index) : line, start, /^(?:配合|参与|参加|协)/.test(role) ? 'mentioned' : 'responsible', false);
		}
		for (const found of text.matchAll(bracket)) {
			const { units } = found.groups as { units: string };
			if (/单位:|部门:/.test(units)) continue;
			let at = found.index + 1;
			for (const part of units.split(/([,;])/)) {
				const verb = doing.exec(part);
				take(verb ? part.slice(0, verb.index) : part, at, verb?.groups?.verb === '配合' || verb?.groups?.verb === '参与' ? 'mentioned' : 'responsible', true);
				at += part.length;
			}
		}
		for (const pattern of [by, subject]) for (const found of text.matchAll(pattern)) {
			const units = found.groups!.units!;
			take(units.replace(/(?:共同|分别|具体|统一|各自|按照?职责(?:分工)?)+$/, ''), found.index + found[0].indexOf(units), 'responsible', true);
		}
		const inListed = touching(mergeSpans(listed));
		const mentioned: AgencyMention[] = [];
		for (const { start, end, name } of match(folded).sort(byPosition)) {
			const last = mentioned.at(-1);
			if (start < (last?.end ?? 0) || inTitle(start, end) || inListed(start, end) || inRefused(start, end)) continue;
			mentioned.push({ id: known.get(names[name]!)!, role: 'mentioned', start, end, text: text.slice(start, end) });
		}
		return [...dropInner(listed.filter(({ start, end }) => !inTitle(start, end))), ...mentioned].sort(byPosition);
	};
}

/** A bracket and a sentence may both give the same unit: the first and longest stays. */
function dropInner<T extends Span>(mentions: readonly T[]): T[] {
	const kept: T[] = [];
	for (const mention of mentions.toSorted(byPosition)) if (mention.start >= (kept.at(-1)?.end ?? 0)) kept.push(mention);
	return kept;
}
