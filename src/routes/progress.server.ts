/** States of all indicators, computed once for each dataset from the published data and its date. */
import { translator } from '#lib/i18n/index.ts';
import type { Lang } from '#lib/i18n/lang.ts';
import type { Atlas } from '#lib/query/atlas.ts';
import type { Writer } from '#lib/query/indicator-words.ts';
import { judgeAll } from '#lib/query/progress-all.ts';
import type { Judgements } from '#lib/query/progress-all.ts';
import { perStore } from '#lib/server/store.ts';
import { serverQuery } from './query.server.ts';

export const serverProgress = perStore((): { atlas: Atlas; judgements: Judgements } => {
	const { atlas } = serverQuery();
	return { atlas, judgements: judgeAll(atlas) };
});

export const writerOf = (lang: Lang): Writer => ({ lang, t: translator(lang) });
export const csvHeaders = (name: string): Record<string, string> => ({ 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'no-cache' });
/** Spreadsheets take a file for UTF-8 only where it says so first. */
export const sheetMark = '\ufeff';
export const svgHeaders = (name: string): Record<string, string> => ({ 'Content-Type': 'image/svg+xml; charset=utf-8', 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'no-cache' });
export const xlsxHeaders = (name: string): Record<string, string> => ({ 'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'no-cache' });
