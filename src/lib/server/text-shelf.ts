/** The official texts behind the dataset in use, read: what a list shows of them and what the page of a document prints. Comes with the dictionary of traditional characters, so only where a text is held. */
import type { OfficialTexts } from '../domain/official-text.ts';
import type { Proof, TextEntry } from '../domain/proof.ts';
import type { TextRegister } from '../domain/text-register.ts';
import { clauseFinder } from '../text/prove.ts';
import { readHeld } from './proofs.ts';
import { plannerFolder, readTextRoot } from './roots.ts';
import { perStore } from './store.ts';
import type { Store } from './store.ts';
import { textsIn } from './texts.ts';

const textsNow = perStore(({ files }) => {
	const folder = plannerFolder();
	const register = JSON.parse(files.get('text.json')!.text.toString('utf8')) as TextRegister;
	return folder === null ? [] : readHeld(textsIn([readTextRoot(folder)]), register);
});

/** In the order they came. */
export function textEntries({ dataset }: Store): TextEntry[] {
	const texts = textsNow();
	const count = (proofs: readonly Proof[], state: Proof['state']): number => proofs.filter((proof) => proof.state === state).length;
	return texts.map(({ sum, name, at, by, text, documents }, index) => ({
		sum, name, at, by, characters: text.length,
		documents: documents.map(({ id }) => {
			const isUsed = !texts.slice(index + 1).some((later) => later.documents.some((other) => other.id === id));
			const proofs = isUsed ? dataset.proofs.filter(({ clause }) => clause.startsWith(`${id}#`)) : [];
			const { titleZh = '', titleEn = '' } = dataset.documents.find((document) => document.id === id) ?? {};
			return { document: id, titleZh, titleEn, isUsed, proved: count(proofs, 'proved'), differs: count(proofs, 'differs'), notFound: count(proofs, 'not-found'), unchecked: isUsed ? dataset.clauses.filter(({ document }) => document === id).length - proofs.length : 0 };
		})
	}));
}

/** Words of each clause of a document up to the first clause in it, by path. */
export function officialTexts({ dataset }: Store, id: string): OfficialTexts {
	const held = textsNow().findLast(({ documents }) => documents.some((document) => document.id === id));
	const document = held?.documents.findLast((one) => one.id === id);
	if (!held || !document) return new Map();
	const find = clauseFinder(document);
	return new Map(dataset.clauses.filter((clause) => clause.document === id).flatMap((clause) => {
		const found = find(clause);
		if (!found) return [];
		const child = document.clauses.find(({ parent, start }) => parent === found.path && start > found.start);
		const { start, places, agencies, figures, dates, references, doubts } = found;
		return [[clause.id.slice(id.length + 1), { text: held.text.slice(start, child?.start ?? found.end).trimEnd(), start, findings: { places, agencies, figures, dates, references, doubts } }] as const];
	}));
}
