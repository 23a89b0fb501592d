/** What the dataset holds already, so that a reading does not propose it a second time. */
import type { Dataset, Measure } from '../../domain/dataset.ts';

export interface Known {
	documents: ReadonlySet<string>;
	clauses: ReadonlySet<string>;
	measures: ReadonlySet<string>;
	projects: ReadonlySet<string>;
	documentTitled(title: string): string;
	projectNamed(name: string): string;
	measuresOf(clause: string): readonly Measure[];
	/** Kind of the document's measures; empty where it has none. */
	measureKindOf(document: string): string;
	hasLink(from: string, to: string): boolean;
	hasTarget(target: { clause: string; indicator: string; value: string; year: string }): boolean;
	agencyNamed(name: string): string;
}

/** Width, spaces, quotes and brackets do not make another name. */
const plainName = (name: string): string => name.normalize('NFKC').replaceAll(/[\s“”"'‘’《》〈〉「」·・]/g, '');

export function knownIn(dataset: Dataset): Known {
	const ids = (items: readonly { id: string }[]): ReadonlySet<string> => new Set(items.map(({ id }) => id));
	const named = (items: readonly (readonly [name: string, id: string])[]) => {
		const byName = new Map(items.toReversed().map(([name, id]) => [plainName(name), id]));
		return (name: string): string => (name === '' ? '' : (byName.get(plainName(name)) ?? ''));
	};
	const measures = Map.groupBy(dataset.measures, ({ clause }) => clause);
	const links = new Set(dataset.links.map(({ from, to }) => `${from} → ${to}`));
	const targets = dataset.targets;
	return {
		documents: ids(dataset.documents), clauses: ids(dataset.clauses), measures: ids(dataset.measures), projects: ids(dataset.projects),
		documentTitled: named(dataset.documents.map(({ titleZh, id }) => [titleZh, id])),
		projectNamed: named(dataset.projects.map(({ zh, id }) => [zh, id])),
		agencyNamed: named(dataset.agencies.map(({ zh, id }) => [zh, id])),
		measureKindOf: (document) => dataset.measures.find((measure) => measure.document === document)?.kind ?? '',
		measuresOf: (clause) => measures.get(clause) ?? [],
		hasLink: (from, to) => links.has(`${from} → ${to}`),
		hasTarget: ({ clause, indicator, value, year }) => value !== '' && targets.some((target) => (target.clause === clause || target.indicator === indicator) && target.year === year && (String(target.valueMin ?? '') === value || String(target.valueMax ?? '') === value))
	};
}
