/** What a file prints of plugged-in layers beside its map, line by line: the same words on a page of a PDF, in PowerPoint and in a picture. */
import '../../i18n/rooms/own.ts';
import type { Translate } from '../../i18n/index.ts';
import type { OwnMark, OwnWords } from '../../map/slide-inventories.ts';

export interface OwnPiece {
	/** Stands before the words. */
	mark: Omit<OwnMark, 'text'> | null;
	text: string;
	isBold: boolean;
	/** Only explains. */
	isQuiet: boolean;
}
export type OwnLine = OwnPiece[];

export function ownLines(t: Translate, { legend, said }: OwnWords): OwnLine[] {
	const piece = (text: string, rest: Partial<OwnPiece> = {}): OwnPiece => ({ mark: null, text, isBold: false, isQuiet: false, ...rest });
	if (legend.length === 0 && said.length === 0) return [];
	return [
		[piece(t('own.heading'), { isQuiet: true })],
		...legend.flatMap(({ title, count, ink, marks, lines }): OwnLine[] => [
			[piece(title, { isBold: true, mark: ink === null ? null : { ink, isHollow: false } }), ...(count ? [piece(count)] : [])],
			...(marks.length > 0 ? [marks.map(({ text, ...mark }) => piece(text, { mark }))] : []),
			...lines.map((line) => [piece(line, { isQuiet: true })])
		]),
		...said.map((sentence) => [piece(sentence)])
	];
}
