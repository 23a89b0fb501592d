/** A planner's file as text, and what refuses it as a whole. The sentence stands under `textfile.<key>`. */

/** In one place: how much a text file may hold. Pages are those of a PDF; `chars` bounds the text after reading, whatever the format. */
export const textLimits = { fileBytes: 200_000_000, chars: 20_000_000, pages: 3_000, entries: 5_000 } as const;

export const textRefusals = ['empty', 'size', 'type', 'encoding', 'garbled', 'password', 'broken', 'bomb', 'no-text', 'pages', 'chars', 'old-word', 'failed'] as const;
export type TextRefusalKey = (typeof textRefusals)[number];

export class TextRefusal extends Error {
	readonly key: TextRefusalKey;
	readonly filling: Record<string, string | number>;
	constructor(key: TextRefusalKey, filling: Record<string, string | number> = {}) {
		super(key);
		this.key = key;
		this.filling = filling;
	}
}

/** Offsets of a reading count in `text`: for .txt and .md the file's own characters, for the others what was taken out of it. */
export interface TextFile {
	format: 'txt' | 'md' | 'html' | 'docx' | 'pdf';
	text: string;
	/** Of the bytes of a plain text or a page: `utf-8`, `utf-16le`, `utf-16be`, `gb18030`; empty for the others. */
	encoding: string;
}
