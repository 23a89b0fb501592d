/** Who may show the map inside a page of theirs: origins of `EMBED_ORIGINS`. Every other page of the app refuses to be framed, since a planner's click could be led astray there. */

export interface EmbedOrigins {
	/** As a browser writes them: `https://plan.example.cn`, with the port where it is not the usual one. */
	origins: string[];
	/** Entries that are no origin; they allow nobody. */
	wrong: string[];
}

/** Separated by spaces or commas; a path, a wildcard or a bare host is wrong rather than guessed at. */
export function readEmbedOrigins(text: string | undefined): EmbedOrigins {
	const entries = [...new Set((text ?? '').split(/[\s,]+/).filter((entry) => entry !== ''))];
	const isOrigin = (entry: string): boolean => /^https?:\/\/[a-z0-9.:[\]-]+$/i.test(entry) && URL.canParse(entry) && new URL(entry).origin === entry;
	return { origins: entries.filter(isOrigin), wrong: entries.filter((entry) => !isOrigin(entry)) };
}

export const sayWrongOrigins = (wrong: readonly string[]): string => `EMBED_ORIGINS: ${wrong.join(', ')} is no origin and allows nobody; write https://host or https://host:port, separated by commas.`;

/** The policy of a page with its own answer to who may frame it; the app itself always may frame its embedded map. */
export function framingPolicy(policy: string | null, isEmbed: boolean, origins: readonly string[]): string {
	const rule = `frame-ancestors ${isEmbed ? ["'self'", ...origins].join(' ') : "'none'"}`;
	const others = (policy ?? '').split(';').map((part) => part.trim()).filter((part) => part !== '' && !part.startsWith('frame-ancestors'));
	return [...others, rule].join('; ');
}
