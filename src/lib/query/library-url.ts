/** Addresses of the documents room: the list, what the clauses of a document are asked for, the matrix, the agencies. What is not understood is ignored and told. */
import { documentKinds } from '../domain/vocabulary.ts';
import type { Lang } from '../i18n/lang.ts';
import { documentHref } from './url.ts';

export const sortings = ['date', 'title', 'clauses', 'places', 'projects'] as const;
export const validities = ['yes', 'no', 'unknown'] as const;
export interface LibraryChoice {
	kind: string;
	/** Id of an agency. */
	issuer: string;
	inforce: (typeof validities)[number] | '';
	sort: (typeof sortings)[number] | '';
}
export const wholeLibrary: LibraryChoice = { kind: '', issuer: '', inforce: '', sort: '' };

export const matrixColumns = ['document', 'domain'] as const;
export const matrixPlaces = ['waters', 'districts', 'towns', 'corridors', 'parks'] as const;
export const matrixCounts = ['measures', 'projects'] as const;
export interface MatrixChoice {
	by: (typeof matrixColumns)[number];
	places: (typeof matrixPlaces)[number];
	count: (typeof matrixCounts)[number];
}
export const firstMatrix: MatrixChoice = { by: 'document', places: 'waters', count: 'measures' };

/** What the clauses of a document are asked for: `place:…`, `project:…` or `agency:…`. */
export const aboutKinds = ['place', 'project', 'agency'] as const;
export type About = `${(typeof aboutKinds)[number]}:${string}`;

/** Each key with the words it takes; the first value of a key counts. */
function decodeWords<Choice extends object>(search: string, first: Choice, takes: { [Key in keyof Choice]: (value: string) => boolean }): { choice: Choice; ignored: string[] } {
	const choice = { ...first };
	const ignored: string[] = [];
	for (const [key, value] of new URLSearchParams(search)) {
		if (value === '' && key in first) continue;
		if (key in takes && takes[key as keyof Choice](value)) Object.assign(choice, { [key]: value });
		else ignored.push(`${key}=${value}`.slice(0, 80));
	}
	return { choice, ignored };
}
const among = (words: readonly string[]) => (value: string): boolean => words.includes(value);
const queryOf = <Choice extends object>(choice: Choice, first: Choice): string => {
	const parts = Object.entries(choice).filter(([key, value]) => value !== first[key as keyof Choice]).map(([key, value]) => `${key}=${encodeURIComponent(value as string)}`);
	return parts.length === 0 ? '' : `?${parts.join('&')}`;
};

export const decodeLibrary = (search: string, isAgency: (id: string) => boolean): { choice: LibraryChoice; ignored: string[] } =>
	decodeWords(search, wholeLibrary, { kind: among(documentKinds), issuer: isAgency, inforce: among(validities), sort: among(sortings) });
export const libraryHref = (lang: Lang, choice: LibraryChoice = wholeLibrary): string => `/${lang}/documents${queryOf(choice, wholeLibrary)}`;

/** The table by domain counts measures: a project has no domain of its own. */
export function decodeMatrix(search: string): { choice: MatrixChoice; ignored: string[] } {
	const { choice, ignored } = decodeWords(search, firstMatrix, { by: among(matrixColumns), places: among(matrixPlaces), count: among(matrixCounts) });
	if (choice.by !== 'domain' || choice.count === firstMatrix.count) return { choice, ignored };
	return { choice: { ...choice, count: firstMatrix.count }, ignored: [...ignored, `count=${choice.count}`] };
}
export const matrixHref = (lang: Lang, choice: MatrixChoice = firstMatrix, file: '' | '.csv' = ''): string => `/${lang}/documents/matrix${file}${queryOf(choice, firstMatrix)}`;

export function decodeAbout(search: string, exists: (ref: string) => boolean): { about: About | null; ignored: string[] } {
	const ignored: string[] = [];
	let about: About | null = null;
	for (const [key, value] of new URLSearchParams(search)) {
		const ref = `${key}:${value}`;
		if (about === null && (aboutKinds as readonly string[]).includes(key) && exists(ref)) about = ref as About;
		else ignored.push(`${key}=${value}`.slice(0, 80));
	}
	return { about, ignored };
}
export const clausesHref = (lang: Lang, document: string, about: About | null = null): string => `${documentHref(lang, document)}${about ? `?${about.slice(0, about.indexOf(':'))}=${about.slice(about.indexOf(':') + 1)}` : ''}`;

export const agenciesHref = (lang: Lang, agency = ''): string => `/${lang}/documents/agencies${agency && `#${agency}`}`;
