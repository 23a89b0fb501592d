/**
 * Paths as after `#` in our ids: a level whose numbers never repeat in the document stands alone (`5`, `十九`, `第三条`); a level that starts
 * again is joined with the path above it (`三/(七)/2`). Dashes and titled paragraphs are counted by us, so they are always joined.
 */

export interface Labelled {
	label: string;
	/** Level it is counted in: the style of its number, or `dash`, `titled`, `annex`. */
	level: string;
	/** Index of the clause it stands in, -1 at the top. */
	parent: number;
}

/** In the order of `clauses`. A number printed twice in one place gets `~2`, so that every path is one clause's own. */
export function makePaths(clauses: readonly Labelled[]): string[] {
	const seen = new Map<string, Set<string>>();
	const repeats = new Set<string>(['dash', 'titled']);
	for (const { label, level } of clauses) {
		const labels = seen.get(level) ?? new Set<string>();
		if (labels.has(label)) repeats.add(level);
		seen.set(level, labels.add(label));
	}
	const paths: string[] = [];
	const taken = new Map<string, number>();
	for (const { label, level, parent } of clauses) {
		const plain = repeats.has(level) && parent >= 0 ? `${paths[parent]!}/${label}` : label;
		const times = (taken.get(plain) ?? 0) + 1;
		taken.set(plain, times);
		paths.push(times === 1 ? plain : `${plain}~${times}`);
	}
	return paths;
}
