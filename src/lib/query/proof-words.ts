/** What a proof says, in words. */
import '../i18n/rooms/proof.ts';
import type { Difference, Proof } from '../domain/proof.ts';
import { formatNumber } from '../i18n/index.ts';
import type { Translate } from '../i18n/index.ts';

/** 36 characters of a printed heading are enough to know it by. */
const shorten = (text: string): string => (text.length > 36 ? `${text.slice(0, 35)}…` : text);

export function sayDifference(t: Translate, { what, ours, theirs }: Difference): string {
	if (what === 'heading' && theirs === '') return t('proof.difference.noheading', { ours: shorten(ours) });
	return what === 'wording' ? t('proof.difference.wording', { ours: formatNumber(Number(ours)), theirs: formatNumber(Number(theirs)) }) : t(`proof.difference.${what}`, { ours: shorten(ours), theirs: shorten(theirs) });
}

/** One line: which text, of which day, where in it, what differs. */
export const sayProof = (t: Translate, { text, on, at, differences }: Proof): string[] => [
	t('proof.from', { name: text, date: on }) + (at.end > at.start ? t('proof.at', { from: formatNumber(at.start + 1), to: formatNumber(at.end) }) : ''),
	...differences.map((difference) => sayDifference(t, difference))
];
