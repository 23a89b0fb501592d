/** Every clause of ours held against the official texts that are loaded; read anew with each publication, so that a better reader needs no step by hand. */
import { createHash } from 'node:crypto';
import type { Catalogue } from '../domain/dataset.ts';
import type { DocumentText, NormalText } from '../domain/policy-text.ts';
import type { Proof } from '../domain/proof.ts';
import type { TextRegister } from '../domain/text-register.ts';
import { makeFinder } from '../text/finder.ts';
import { normalise } from '../text/normalise.ts';
import { proveDocument } from '../text/prove.ts';
import type { Hash } from '../text/prove.ts';
import { readNormal } from '../text/read-policy.ts';
import { loadSimplify } from '../text/simplify.ts';
import type { HeldText } from './texts.ts';

/** About 50 ms, once: publishing is synchronous. */
const simplify = await loadSimplify();
export const sha256: Hash = (text) => createHash('sha256').update(text).digest('hex');

export interface ReadText extends HeldText {
	normal: NormalText;
	/** Documents with the id of our register; those we do not know are left out. */
	documents: DocumentText[];
}

const known = new Map<string, { key: string; read: ReadText }>();

/** Texts as the reader understands them today. A text is read again only where its names have changed. */
export function readHeld(texts: readonly HeldText[], register: TextRegister): ReadText[] {
	const find = texts.length > 0 ? makeFinder(register) : null;
	const names = texts.length > 0 ? sha256(JSON.stringify(register)) : '';
	return texts.map((held) => {
		const key = `${names} ${JSON.stringify(held.assigned)}`;
		const before = known.get(held.sum);
		if (before?.key === key) return before.read;
		const normal = normalise(held.text, simplify);
		const documents = readNormal(normal, { register: register.documents, find: find! }).documents.map((document) => ({ ...document, id: held.assigned[document.start] ?? document.id })).filter(({ id }) => id !== '');
		const read: ReadText = { ...held, normal, documents };
		known.set(held.sum, { key, read });
		return read;
	});
}

/** Where two texts hold one document, the one that came last counts. */
export function proveTexts(texts: readonly ReadText[], { clauses, targets }: Pick<Catalogue, 'clauses' | 'targets'>): Proof[] {
	const byDocument = new Map(texts.flatMap((text) => text.documents.map((document) => [document.id, { text, document }] as const)));
	return [...byDocument.values()].flatMap(({ text, document }) => proveDocument(clauses.filter((clause) => clause.document === document.id), targets, document, text, sha256));
}
