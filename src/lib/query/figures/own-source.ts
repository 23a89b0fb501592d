/** The source that a row rests on, as a row of its own: the same outlet, date and title are one source, however many rows and files name it. */
import type { Dataset, Source } from '../../domain/dataset.ts';
import type { FallbackSource } from '../../domain/figure-report.ts';
import type { RowReader } from './row-reader.ts';

export type Cells = Record<string, string>;
export interface OwnSource {
	id: string;
	/** Outlet, date and title in one line. */
	text: string;
	/** `null`: the dataset has it already. */
	cells: Cells | null;
}
export interface SourceDesk {
	known: ReadonlyMap<string, Source>;
	made: Map<string, Cells>;
	byText: Map<string, OwnSource>;
	fallback: FallbackSource;
	today: string;
}

export const createSourceDesk = (dataset: Dataset, fallback: FallbackSource, today: string): SourceDesk => ({ known: new Map(dataset.sources.map((source) => [source.id, source])), made: new Map(), byText: new Map(), fallback, today });

/** FNV-1a, 32 bits, as eight hexadecimal digits. */
export function shortHash(text: string): string {
	let hash = 0x811c9dc5;
	for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
	return hash.toString(16).padStart(8, '0');
}

/** The row's own source, else the one typed on the page; `null` where there is neither, which is told once as a missing outlet. */
export function readSource(reader: RowReader, desk: SourceDesk): { source: OwnSource | null; isOwn: boolean } {
	const own = reader.text('source_outlet');
	const isOwn = own !== '';
	const date = isOwn ? reader.date('source_date', desk.today) : desk.fallback.date;
	const [outlet, title] = isOwn ? [own, reader.text('source_title')] : [desk.fallback.outlet, desk.fallback.title];
	if (outlet === '') {
		reader.need('source_outlet');
		return { source: null, isOwn };
	}
	return { source: makeSource(desk, outlet, date, title), isOwn };
}

function makeSource(desk: SourceDesk, outlet: string, date: string, title: string): OwnSource {
	const text = [outlet, date, title].filter((part) => part !== '').join(' ');
	const key = JSON.stringify([outlet, date, title]);
	const found = desk.byText.get(key);
	if (found) return found;
	const cells = { title_zh: title, about_en: '', outlet_zh: outlet, outlet_en: outlet, date, url: '', quality: 'planner' };
	for (let salt = 0; ; salt++) {
		const id = `own-${shortHash(salt === 0 ? key : `${key}${salt}`)}`;
		const shipped = desk.known.get(id);
		if (desk.made.has(id) || (shipped && (shipped.outletZh !== outlet || shipped.date !== date || shipped.titleZh !== title))) continue;
		const source = { id, text, cells: shipped ? null : cells };
		desk.made.set(id, cells);
		desk.byText.set(key, source);
		return source;
	}
}
