/** Who issued a document and when, as its own lines say: the line above the title, the notice's number, the signature. Nothing is taken from a page around it. */
import { wordsOf } from './lines.ts';
import type { DocumentRange } from './split-documents.ts';

export interface Imprint {
	issuer: string;
	issued: string;
}

const date = /^\(?(\d{4}年\d{1,2}月\d{1,2}日|[〇零○一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日|\d{4}-\d{2}-\d{2})\)?$/;
const passed = /^\((\d{4}年\d{1,2}月\d{1,2}日)[^()]{2,60}(?:通过|公布|发布|印发)[^()]*\)/;
const body = '(?:人民政府|人民代表大会(?:常务委员会)?|委员会|发展改革委|执委会|办公厅|办公室|国务院|中共中央|部|厅|局)';
const issuerLine = new RegExp(`^(?:(?:发布|发文|制定|索引|印发)(?:机构|机关|单位|部门):)?([^\\s:]{2,40}${body})(?:文件)?$`);
const issuerInTitle = new RegExp(`^([^\\s:《]{1,40}?${body})(?:(?:关于)?(?:印发|转发|发布)|关于(?=.{4,60}(?:通知|意见|决定|批复|公告|函)$))`);

/** First lines and last lines only: a date inside a clause is no date of issue. */
export function readImprint(text: string, document: DocumentRange): Imprint {
	const lines = document.lines.map((line) => wordsOf(text, line));
	// The signature of a notice stands above the policy that it issues.
	const first = Math.max(8, document.lines.findIndex(({ from }) => from >= document.wordsFrom));
	const [head, tail] = [lines.slice(0, first), lines.slice(first).slice(-6)];
	const find = (from: readonly string[], pattern: RegExp): string => from.map((line) => pattern.exec(line)?.[1]).find((found) => found !== undefined) ?? '';
	return {
		issuer: find(head, issuerInTitle) || find(head, issuerLine) || find(tail.toReversed(), issuerLine),
		issued: find(head, passed) || find(head, date) || find(tail.toReversed(), date)
	};
}
