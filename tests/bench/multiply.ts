/** A larger region from a smaller one: the same places, the records copied so many times, each copy tied to other places of the same kind. Seeded, so that two runs measure the same. */
import type { Dataset } from '#lib/domain/dataset.ts';

/** Mulberry32: small, fast, the same everywhere. */
export function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
}

export function multiply(data: Dataset, times: number, seed = 1): Dataset {
	if (times === 1) return data;
	const random = seeded(seed);
	const kindOf = new Map(data.places.map(({ id, kind }) => [id, kind]));
	const ofKind = Map.groupBy(data.places.filter(({ context }) => !context), ({ kind }) => kind);
	const other = (place: string): string => {
		const same = ofKind.get(kindOf.get(place)!);
		return same ? same[Math.floor(random() * same.length)]!.id : place;
	};
	const copies = Array.from({ length: times }, (_, i) => i);
	const renamed = (id: string, copy: number): string => (copy === 0 || id === '' ? id : `${id}-c${copy}`);
	const elsewhere = (place: string, copy: number): string => (copy === 0 || place === '' ? place : other(place));
	/** `kind:id` of a copied record, or of another place. */
	const moved = (ref: string, copy: number): string => {
		const [kind, id] = [ref.slice(0, ref.indexOf(':')), ref.slice(ref.indexOf(':') + 1)];
		if (kind === 'place') return `place:${elsewhere(id, copy)}`;
		return ['project', 'measure', 'indicator'].includes(kind) ? `${kind}:${renamed(id, copy)}` : ref;
	};
	const all = <T>(rows: readonly T[], change: (row: T, copy: number) => T): T[] => copies.flatMap((copy) => rows.map((row) => change(row, copy)));
	return {
		...data,
		measures: all(data.measures, (row, copy) => ({ ...row, id: renamed(row.id, copy) })),
		projects: all(data.projects, (row, copy) => ({ ...row, id: renamed(row.id, copy), partOf: renamed(row.partOf, copy), ownPlace: elsewhere(row.ownPlace, copy), districts: row.districts.map((id) => elsewhere(id, copy)) })),
		indicators: all(data.indicators, (row, copy) => ({ ...row, id: renamed(row.id, copy), scope: elsewhere(row.scope, copy) })),
		statuses: all(data.statuses, (row, copy) => ({ ...row, id: renamed(row.id, copy), project: renamed(row.project, copy) })),
		quantities: all(data.quantities, (row, copy) => ({ ...row, id: renamed(row.id, copy), record: moved(row.record, copy) })),
		targets: all(data.targets, (row, copy) => ({ ...row, id: renamed(row.id, copy), indicator: renamed(row.indicator, copy) })),
		observations: all(data.observations, (row, copy) => ({ ...row, id: renamed(row.id, copy), indicator: renamed(row.indicator, copy) })),
		links: all(data.links, (row, copy) => ({ ...row, from: moved(row.from, copy), to: moved(row.to, copy) }))
	};
}
