/** Dates as found (`2024`, `2024-05`, `2024-05-18`) against a day. A coarse date is never turned into a day of its own: it is over when its year or month is over. */
export const isDay = (date: string): boolean => {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false;
	const time = Date.parse(`${date}T00:00:00Z`);
	return Number.isFinite(time) && new Date(time).toISOString().slice(0, 10) === date;
};

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
const lastOfMonth = (year: number, month: number): string => dayOf(Date.UTC(year, month, 0));

/** Last day that the date may mean; empty where it is no date. */
export function lastDayOf(date: string): string {
	const [, year, month, day] = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?$/.exec(date) ?? [];
	if (year === undefined) return '';
	if (day !== undefined) return isDay(date) ? date : '';
	return month === undefined ? `${year}-12-31` : lastOfMonth(Number(year), Number(month));
}

/** First day that the date may mean; empty where it is no date. */
export const firstDayOf = (date: string): string => (lastDayOf(date) === '' ? '' : `${date}${'-01-01'.slice(date.length - 4)}`);

export const addDays = (day: string, days: number): string => dayOf(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000);

/** The same day of another month; the last of that month where it is shorter. */
export function addMonths(day: string, months: number): string {
	const [year, month, date] = day.split('-').map(Number) as [number, number, number];
	const last = lastOfMonth(year, month + months);
	return `${last.slice(0, 8)}${String(Math.min(date, Number(last.slice(8)))).padStart(2, '0')}`;
}

/** Last day of a period as found (`2021-2025`, `2021/2025-06`); empty where it has no date or its end is left open. */
export function endOfPeriod(period: string): string {
	const text = period.trim();
	if (/(?:[-–—~/]|\.\.)$/.test(text)) return '';
	return lastDayOf(text.match(/(?<!\d)\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?(?!\d)/g)?.at(-1) ?? '');
}
