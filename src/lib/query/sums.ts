/**
 * Kilometres and money over a list of projects. The whole or its parts, never both; figures of a whole line far beyond the area are left out
 * and counted; every sum says for how many projects it is known.
 */
import type { Quantity } from '../domain/dataset.ts';
import type { Atlas } from './atlas.ts';

export interface Sum {
	what: 'length' | 'investment';
	value: number;
	unit: string;
	/** Projects whose figure is in the sum. */
	knownFor: number;
	/** Projects whose figure describes a whole line and is left out. */
	wholeLine: number;
}

const units = { length: 'km', investment: '100m-yuan' } as const;
export const isWholeLine = (quantity: Quantity): boolean => quantity.qualifierEn.toLowerCase().includes('whole line');

export function sumProjects(atlas: Atlas, ids: readonly string[], what: Sum['what']): Sum {
	const inList = new Set(ids);
	const sum: Sum = { what, value: 0, unit: units[what], knownFor: 0, wholeLine: 0 };
	const totalOf = (id: string) => atlas.quantities(`project:${id}`).find((q) => q.what === what && q.use === 'total' && q.unit === units[what] && q.valueMin !== null && q.valueMin === q.valueMax);
	const add = (id: string): boolean => {
		const quantity = totalOf(id);
		if (quantity && !isWholeLine(quantity)) {
			sum.value += quantity.valueMin!;
			sum.knownFor++;
			return true;
		}
		if (quantity) sum.wholeLine++;
		return false;
	};
	const visit = (id: string): void => {
		if (inList.has(id) && add(id)) return;
		for (const part of atlas.partsOf(id)) visit(part.id);
	};
	const hasWholeInList = (id: string): boolean => {
		for (let whole = atlas.project.get(id)?.partOf; whole; whole = atlas.project.get(whole)?.partOf) if (inList.has(whole)) return true;
		return false;
	};
	for (const id of ids) if (!hasWholeInList(id)) visit(id);
	sum.value = Math.round(sum.value * 1000) / 1000;
	return sum;
}
