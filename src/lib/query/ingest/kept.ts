/** What is kept in the browser of a review, and under which name: that of its text, whatever its file is called. */
import type { Decisions, Edits, KeptReview } from '../../domain/review.ts';
import { shortHash } from '../figures/own-source.ts';

export const readingSum = (text: string): string => `${text.length.toString(36)}-${shortHash(text)}`;

export const keptNow = (sum: string, name: string, decisions: Decisions, edits: Edits): KeptReview => ({ sum, name, at: new Date().toISOString(), decisions, edits });
