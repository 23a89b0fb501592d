/**
 * Holds our clauses against the official text: is the clause there, does it say the heading and the figures that we cite, is it word for word the
 * text that our summary was written from. The official sentences are not in the repository; a fingerprint is enough to know them again.
 */
import type { Clause, Target } from '../domain/dataset.ts';
import type { Aside, ClauseText, DocumentText, NormalText, Span } from '../domain/policy-text.ts';
import type { Difference, Proof } from '../domain/proof.ts';

/** SHA-256 of UTF-8 text, hexadecimal: given, since a browser and a server have it from different places. */
export type Hash = (text: string) => string;

export interface Fingerprint {
	hash: string;
	/** Characters without blanks. */
	length: number;
	normaliser: string;
}

const level = /^(?:第.+(?:[编章节条]|部分|条之.+)|专栏.+|附件.+|\d+(?:\.\d+)+|[一二三四五六七八九十百零〇]+|\([一二三四五六七八九十百零〇]+\)|\d+|\(\d+\)|附|——\d+)$/;
/** Path as a text prints it, or '' for a clause that we named ourselves (导语). 正文 is our word for what stands before an annex. */
export function printedPath({ id }: Pick<Clause, 'id'>): string {
	const path = id.slice(id.indexOf('#') + 1).replace(/^正文\//, '');
	return path.split('/').every((label) => level.test(label)) ? path : '';
}

const bare = (text: string): string => text.replace(/\s+/g, '');

/** Normal text of a range of the original. */
function textIn({ text, starts }: NormalText, { start, end }: Span): string {
	const first = (offset: number): number => {
		let [low, high] = [0, starts.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (starts[middle]! < offset) low = middle + 1;
			else high = middle;
		}
		return low;
	};
	return text.slice(first(start), first(end));
}

/** A clause's own words: up to the first clause that stands in it. */
function ownWords(normal: NormalText, document: DocumentText, clause: ClauseText): string {
	const child = document.clauses.find(({ parent, start }) => parent === clause.path && start > clause.start);
	return bare(textIn(normal, { start: clause.start, end: child?.start ?? clause.end }));
}

export function fingerprintOf(normal: NormalText, document: DocumentText, clause: ClauseText, hash: Hash): Fingerprint {
	const words = ownWords(normal, document, clause);
	return { hash: hash(words), length: words.length, normaliser: normal.normaliser };
}

/** Figures as a text prints them: no blanks, one form of dash, no commas in thousands. */
const plainFigure = (text: string): string => bare(text.normalize('NFKC')).replace(/[—–~～-]+/g, '-').replace(/(\d),(?=\d{3})/g, '$1');
/** Numbers with what makes them another number: `2:1`, `10-11%`, `5.1`. */
const numbersOf = (text: string): string[] => plainFigure(text).match(/\d+(?:[.:-]\d+)*%?/g) ?? [];

/** A clause's own number, and those of the clauses in it, are no figures. */
const withoutNumbering = (words: string): string => words.replace(/(^|\n)\s*[(]?\d+[).、]\s*/g, '$1');

/** As printed; else, since we name the thing measured beside the figure, every number of it. */
function holdsFigure(words: string, figure: string): boolean {
	const plain = plainFigure(withoutNumbering(words));
	if (plain.includes(plainFigure(figure))) return true;
	const numbers = numbersOf(figure);
	return numbers.length > 0 && numbers.every((number) => new RegExp(`(?<![\\d.])${number.replace(/[.]/g, '\\.')}(?![\\d]|\\.\\d)`).test(plain));
}

export interface LoadedText {
	name: string;
	/** Moment it was loaded. */
	at: string;
	normal: NormalText;
	asides?: readonly Aside[];
}

/** Finds a clause of ours in a text: by its whole printed path, else by its last number. */
export function clauseFinder(document: Pick<DocumentText, 'clauses'>): (clause: Pick<Clause, 'id'>) => ClauseText | undefined {
	const byPath = new Map(document.clauses.flatMap((clause) => [[clause.levels.join('/'), clause], [clause.path, clause]] as const));
	return (clause) => {
		const path = printedPath(clause);
		return path === '' ? undefined : (byPath.get(path) ?? byPath.get(path.slice(path.lastIndexOf('/') + 1)));
	};
}

/** Proofs of the clauses of one document, in their order. `targets` are those that cite one of the clauses. */
export function proveDocument(clauses: readonly Clause[], targets: readonly Target[], document: DocumentText, { name, at, normal, asides = [] }: LoadedText, hash: Hash): Proof[] {
	const find = clauseFinder(document);
	const contents = asides.filter(({ kind }) => kind === 'contents').map((aside) => bare(textIn(normal, aside))).join('\n');
	const told = { text: name, on: at.slice(0, 10) };
	return clauses.flatMap((clause): Proof[] => {
		if (printedPath(clause) === '') return [];
		const found = find(clause);
		if (!found) {
			const heading = plainHeading(clause);
			const isListed = heading !== '' && contents.includes(heading);
			return [{ clause: clause.id, state: 'not-found', differences: isListed ? [{ what: 'contents', ours: clause.headingZh, theirs: '' }] : [], ...told, at: { start: 0, end: 0 } }];
		}
		const differences = compare(clause, targets.filter((target) => target.clause === clause.id), document, found, normal, hash);
		return [{ clause: clause.id, state: differences.length === 0 ? 'proved' : 'differs', differences, ...told, at: { start: found.start, end: found.end } }];
	});
}

const plainHeading = ({ headingZh }: Pick<Clause, 'headingZh'>): string => bare(headingZh.normalize('NFKC')).replace(/[。.]$/, '');

function compare(clause: Clause, targets: readonly Target[], document: DocumentText, found: ClauseText, normal: NormalText, hash: Hash): Difference[] {
	const words = textIn(normal, found);
	const heading = plainHeading(clause);
	const figures = new Set([...clause.figures, ...targets.flatMap(({ valueText }) => numbersOf(valueText))]);
	const print = fingerprintOf(normal, document, found, hash);
	const isOther = clause.fingerprint !== '' && clause.fingerprintNormaliser === print.normaliser && clause.fingerprint !== print.hash;
	return [
		...(heading === '' || bare(words).includes(heading) ? [] : [{ what: 'heading' as const, ours: clause.headingZh, theirs: found.heading }]),
		...[...figures].filter((figure) => !holdsFigure(words, figure)).map((figure) => lookElsewhere(figure, document, normal)),
		...(isOther ? [{ what: 'wording' as const, ours: String(clause.fingerprintLength ?? ''), theirs: String(print.length) }] : [])
	];
}

/** Only as printed or number with unit: a bare number stands in any text. */
const standsIn = (words: string, figure: string): boolean => {
	const [plain, printed] = [plainFigure(withoutNumbering(words)), plainFigure(figure)];
	const measured = printed.match(/\d+(?:[.:-]\d+)*(?:%|[^\d\s,;、，；])/g) ?? [];
	return plain.includes(printed) || (measured.length > 0 && measured.every((number) => new RegExp(`(?<![\\d.])${number.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`).test(plain)));
};

/** The deepest clause that holds it. */
function lookElsewhere(figure: string, document: DocumentText, normal: NormalText): Difference {
	const other = document.clauses.filter((clause) => standsIn(textIn(normal, clause), figure)).at(-1);
	return other ? { what: 'elsewhere', ours: figure, theirs: other.path } : { what: 'figure', ours: figure, theirs: '' };
}
