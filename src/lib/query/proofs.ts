/** The proof of a clause, where a text is loaded for its document. */
import type { Proof } from '../domain/proof.ts';
import type { Atlas } from './atlas.ts';

const byClause = new WeakMap<readonly Proof[], ReadonlyMap<string, Proof>>();

export function proofOf({ dataset: { proofs } }: Atlas, clause: string): Proof | undefined {
	const known = byClause.get(proofs) ?? new Map(proofs.map((proof) => [proof.clause, proof]));
	byClause.set(proofs, known);
	return known.get(clause);
}

/** Whether a text is loaded for a document with clauses that have a printed number. */
export const isProvable = ({ dataset: { proofs } }: Atlas, document: string): boolean => proofs.some(({ clause }) => clause.startsWith(`${document}#`));
