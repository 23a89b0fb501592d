/** Structure and findings together, from one register: what script, worker and proof of citations call. */
import type { PolicyText } from '../domain/policy-text.ts';
import type { TextRegister } from '../domain/text-register.ts';
import { makeFinder } from './finder.ts';
import { readPolicyText } from './read-policy.ts';

/** Reads a whole text; offsets are those of the text as given. Errors: rejects only where the dictionary of traditional characters cannot be loaded. */
export type PolicyReader = (original: string, onProgress?: (share: number) => void) => Promise<PolicyText>;

export function makePolicyReader(register: TextRegister): PolicyReader {
	const find = makeFinder(register);
	return (original, onProgress = () => {}) => readPolicyText(original, { register: register.documents, find, onProgress });
}
