/**
 * What reading a policy text gives: the shapes that the text pipeline, the `ingest` command, the library page and the proof of citations share.
 * Every offset counts UTF-16 units of the original text as it was given, so that a mark can be set in the file the planner holds.
 */

/** Half-open range `[start, end)` of the original text. */
export interface Span {
	start: number;
	end: number;
}

/** A text made comparable (`text`), with the way back: unit i of `text` came from `[starts[i], ends[i])` of `original`. */
export interface NormalText {
	original: string;
	text: string;
	starts: Uint32Array;
	ends: Uint32Array;
	/** Version of the rules that made `text`; a fingerprint is only comparable under the same one. */
	normaliser: string;
}

/** Part of the text that belongs to no document: set aside, not deleted. */
export interface Aside extends Span {
	kind: 'contents' | 'menu' | 'share' | 'footer' | 'caption' | 'lead' | 'file-facts' | 'other';
}

/** One name of a place. A collective (两区一县) gives one mention for itself, where it is a place of ours, and one for each member, with `via` set to the collective's id. */
export interface PlaceMention extends Span {
	id: string;
	text: string;
	via?: string;
}

/** `responsible`: it stands in a line that names who answers (责任单位, 牵头, 负责). `id` is empty where our register does not hold the agency. */
export interface AgencyMention extends Span {
	id: string;
	text: string;
	role: 'responsible' | 'mentioned';
}

export type FigureComparator = 'ge' | 'gt' | 'le' | 'lt' | 'eq' | 'about' | 'increase-by' | 'reduce-by' | 'increase-to' | 'reduce-to';

/** A number with its unit. `value` is null where the text gives a range or a class; `year` is the year that the text ties to it, else null: never the year of the document. */
export interface FigureMention extends Span {
	text: string;
	value: number | null;
	/** Both ends of a range (`10—11`), else equal to `value`. */
	valueMin: number | null;
	valueMax: number | null;
	/** As printed: 亿元, 公里, %, 万人, 个, 项. */
	unit: string;
	comparator: FigureComparator;
	year: number | null;
	/** The year something is compared with (较2017年下降), else null. */
	baseYear: number | null;
	/** The thing measured, in the words of the text. */
	what: string;
}

export interface DateMention extends Span {
	text: string;
	/** `2020`, `2020-07` or `2020-07-01`. */
	date: string;
}

/** `《…》`. `id` is empty where our register does not hold the document. */
export interface DocumentMention extends Span {
	id: string;
	title: string;
}

/** A passage that cannot be read with certainty. Nothing in it is guessed, and no figure is taken from it. */
export interface Doubt extends Span {
	kind: 'symbols' | 'masked' | 'year-missing' | 'number-missing' | 'broken-words';
	text: string;
}

/** What stands in a stretch of text. */
export interface Findings {
	places: PlaceMention[];
	agencies: AgencyMention[];
	figures: FigureMention[];
	dates: DateMention[];
	references: DocumentMention[];
	doubts: Doubt[];
}

export type ClauseKind = 'chapter' | 'part' | 'section' | 'article' | 'item' | 'dash' | 'paragraph';

/**
 * One clause. `path` is as after `#` in our ids. `[start, end)` runs from its number to the next clause of the same or a higher level, so it holds its children;
 * what was found in it stands in the deepest clause only.
 */
export interface ClauseText extends Span, Findings {
	path: string;
	/** Labels from the top level down, as printed: `['三', '(七)', '2']`. */
	levels: string[];
	/** Path of the clause it stands in, empty at the top. */
	parent: string;
	kind: ClauseKind;
	/** Printed heading, normalised; empty where there is none. */
	heading: string;
}

export interface DocumentText extends Span, Findings {
	/** Normalised title, empty where none was found. */
	title: string;
	/** Id in our register where title (or what the reader says) tells it, else empty. */
	id: string;
	/** As printed, else empty: issuer line, date of issue. */
	issuer: string;
	issued: string;
	clauses: ClauseText[];
}

export interface PolicyText {
	normaliser: string;
	documents: DocumentText[];
	asides: Aside[];
}

/** Why a candidate is proposed; its words in both languages are with the rules (`text/candidates.ts`). */
export type CandidateRule =
	| 'heading-commits' | 'sentence-commits' | 'later-sentence-commits' | 'subject-commits' | 'listed-works' | 'placed-works' | 'named-works' | 'goal-with-bound' | 'goal' | 'bound-without-year'
	| 'place-named' | 'collective-named' | 'zone-named' | 'agency-bears-name';

/** What a reader may take into the catalogue after looking: nothing of it is a record before somebody has said so. */
export interface Candidate extends Span {
	kind: 'measure' | 'project' | 'target' | 'link';
	/** Path of the clause it stands in. */
	clause: string;
	/** The words of the text that name it: a heading, a works, the thing measured, a place. */
	text: string;
	/** Places that the same words name, by id; of a link its one place. */
	places: string[];
	/** Of a target. */
	figure: FigureMention | null;
	confidence: 'high' | 'medium' | 'low';
	rule: CandidateRule;
	reason: { zh: string; en: string };
}
