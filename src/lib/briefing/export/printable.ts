/** Text that an Office file can hold: XML has no place for control characters and halves of a letter, and one of them makes a whole file unreadable. */
const forbidden = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

export const printableText = (text: string): string => text.replace(forbidden, '');

/** The same plain data with every text printable. */
export function printable<T>(value: T): T {
	if (typeof value === 'string') return printableText(value) as T;
	if (Array.isArray(value)) return value.map((item: unknown) => printable(item)) as T;
	if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, printable<unknown>(item)])) as T;
	return value;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const xml = (text: string): string => printableText(text).replace(/[&<>"]/g, (letter) => entities[letter]!);

/** Name of a file from a title: what no system allows is left out. */
export const fileNameOf = (title: string, ending: string): string => `${printableText(title).replace(/[\\/:*?"<>|\s]+/g, ' ').trim().slice(0, 80) || 'shuixiang-atlas'}.${ending}`;
