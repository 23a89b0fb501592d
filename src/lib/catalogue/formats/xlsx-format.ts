/** What a number format makes of a number: a date as precise as the format shows it, a share, or a plain number. */
export type Shown = 'number' | 'share' | 'year' | 'month' | 'day';

/** `mmm-yy`, and 年月 of the Chinese locale. */
const monthFormats = new Set([17, 27, 36, 50, 52, 57]);
/** Formats that stand in no style sheet, by their number (ECMA-376, 18.8.30; 27 to 58 are the Chinese ones). */
export function builtInFormat(id: number): Shown {
	if (id === 9 || id === 10) return 'share';
	if (monthFormats.has(id)) return 'month';
	return (id >= 14 && id <= 22) || (id >= 28 && id <= 35) || (id >= 45 && id <= 47) || (id >= 51 && id <= 58) ? 'day' : 'number';
}

export function readFormat(code: string): Shown {
	const plain = code.split(';')[0]!.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '').toLowerCase();
	if (plain.includes('%')) return 'share';
	if (/d/.test(plain)) return 'day';
	if (/y/.test(plain)) return /m/.test(plain) ? 'month' : 'year';
	return /[hs]|(^|[^a-z])m{1,5}([^a-z]|$)/.test(plain) && !plain.includes('general') && !/[0#]/.test(plain) ? 'day' : 'number';
}

const dayMs = 86_400_000;
/** Days since 1899-12-30 (or 1904-01-01) as `YYYY-MM-DD`, cut to what the format shows; empty where there is no such day. */
export function serialDate(serial: number, shown: 'year' | 'month' | 'day', from1904: boolean): string {
	if (!Number.isFinite(serial) || serial < 1 || serial > 2_958_465) return '';
	const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial + (from1904 ? 1462 : 0)) * dayMs).toISOString();
	return day.slice(0, { year: 4, month: 7, day: 10 }[shown]);
}
