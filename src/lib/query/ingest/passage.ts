/** The stretch of the loaded text to show beside a row. It is cut out for the screen only and goes nowhere else. */
import type { Findings, PolicyText } from '../../domain/policy-text.ts';
import type { ReviewRow } from '../../domain/review.ts';

export interface Passage {
	before: string;
	text: string;
	after: string;
	/** Offset of `text` in the original. */
	start: number;
	/** What stands in it, where the passage is a clause or a head; else the words themselves are marked. */
	findings: Findings | null;
}

/** Characters of a clause that are shown, and of the sentence on each side of a few words. */
const most = 400;
const around = 90;

export function passageOf({ text, policy }: { text: string; policy: PolicyText }, row: ReviewRow): Passage {
	const document = policy.documents[row.document]!;
	const clause = document.clauses.find(({ path }) => path === row.path);
	if (row.kind === 'document' || row.kind === 'clause' || row.kind === 'measure') {
		const end = Math.min(row.at.end, row.at.start + most);
		return { before: '', text: `${text.slice(row.at.start, end)}`.trimEnd(), after: '', start: row.at.start, findings: clause ?? document };
	}
	const from = Math.max(clause?.start ?? document.start, row.at.start - around);
	const to = Math.min(clause?.end ?? document.end, row.at.end + around);
	return { before: text.slice(from, row.at.start), text: text.slice(row.at.start, row.at.end), after: text.slice(row.at.end, to), start: row.at.start, findings: null };
}
