/** All names of a list in one pass over a text: a trie walked from every position, so the cost is text times the longest name, whatever the number of names. */

interface Node {
	next: Map<number, Node>;
	/** Index into the list of names, -1 where none ends here. */
	name: number;
}

export interface Match {
	start: number;
	end: number;
	name: number;
}

/** Dashes of every make are one, and Latin letters large: names are matched as they are said. Keeps every position. */
export const fold = (text: string): string => text.replace(/[\u2010-\u2015\u2212\u2500\uff0d]/g, '-').replace(/[a-z]+/g, (letters) => letters.toUpperCase());
/** A name as it stands in a normalised text. */
export const foldName = (name: string): string => fold(name.normalize('NFKC').replace(/\s+/g, ''));

const isLatin = (unit: number): boolean => (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90);

export function makeMatcher(names: readonly string[]): (folded: string) => Match[] {
	const root: Node = { next: new Map(), name: -1 };
	names.forEach((name, index) => {
		let node = root;
		for (let i = 0; i < name.length; i++) {
			const unit = name.charCodeAt(i);
			let next = node.next.get(unit);
			if (!next) node.next.set(unit, (next = { next: new Map(), name: -1 }));
			node = next;
		}
		if (node !== root && node.name < 0) node.name = index;
	});
	return (folded) => {
		const found: Match[] = [];
		for (let start = 0; start < folded.length; start++) {
			let node: Node | undefined = root.next.get(folded.charCodeAt(start));
			// `G50` is not in `XG50`, nor `318国道` in `1318国道`.
			if (node && start > 0 && isLatin(folded.charCodeAt(start)) && isLatin(folded.charCodeAt(start - 1))) continue;
			for (let end = start + 1; node; end++) {
				if (node.name >= 0 && !(end < folded.length && isLatin(folded.charCodeAt(end - 1)) && isLatin(folded.charCodeAt(end)))) found.push({ start, end, name: node.name });
				node = end < folded.length ? node.next.get(folded.charCodeAt(end)) : undefined;
			}
		}
		return found;
	};
}
