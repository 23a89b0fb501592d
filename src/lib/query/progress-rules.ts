/**
 * The states an indicator can be in, and the rules that give them. A rule's id is stable: it stands in the API, in addresses (`/zh/method#rule-…`)
 * and in `docs/method.md`, which says each in words. A new rule is a line here, its words in `i18n` and a line in the document; a test holds the three together.
 */
export const states = ['met', 'on-track', 'behind', 'not-yet-met', 'not-comparable', 'no-data', 'no-target'] as const;
export type State = (typeof states)[number];

export const rules = {
	'target-reached': 'met',
	'class-reached': 'met',
	'on-path': 'on-track',
	'below-path': 'behind',
	'target-year-missed': 'behind',
	'no-base': 'not-yet-met',
	'class-no-path': 'not-yet-met',
	'no-target-year': 'not-yet-met',
	'target-year-over': 'not-yet-met',
	'single-month': 'not-comparable',
	'uncertain-year': 'not-comparable',
	period: 'not-comparable',
	'other-basis': 'not-comparable',
	'total-against-limit': 'not-comparable',
	'other-scope': 'not-comparable',
	'other-definition': 'not-comparable',
	'before-base': 'not-comparable',
	'year-not-over': 'not-comparable',
	undated: 'not-comparable',
	'unreadable-value': 'not-comparable',
	'range-undecided': 'not-comparable',
	'text-target': 'not-comparable',
	'reduce-by-unclear': 'not-comparable',
	'sources-disagree': 'not-comparable',
	'low-confidence': 'not-comparable',
	'no-observation': 'no-data',
	'only-base': 'no-data',
	'no-target': 'no-target'
} as const satisfies Record<string, State>;
export type Rule = keyof typeof rules;
export const ruleIds = Object.keys(rules) as Rule[];

/** States that are a judgement; the other three say why there is none. */
const judged = new Set<State>(['met', 'on-track', 'behind', 'not-yet-met']);
export const isJudged = (state: State): boolean => judged.has(state);

/**
 * What a reader should know beside the state. `early`: reached before the target year, and may be lost again; `close`: rounding of the published
 * value could turn the state; `approximate`: the source says "about"; `about-target`: the target says "about" and is read strictly;
 * `newer-not-judged`: a newer value exists that no rule allows to judge; `same-source`: target and value are told by the same sources alone.
 */
export const caveats = ['early', 'close', 'approximate', 'about-target', 'newer-not-judged', 'same-source'] as const;
export type Caveat = (typeof caveats)[number];
