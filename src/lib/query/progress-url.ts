/** Addresses of the progress page: the day that dues are held against and the months after which a status is old. What is not understood is told. */
import type { Lang } from '../i18n/lang.ts';
import { isDay } from './days.ts';
import { defaultMonths } from './gaps.ts';

export interface ProgressChoice {
	/** `YYYY-MM-DD` */
	on: string;
	months: number;
}
export const maxMonths = 240;

export function decodeProgress(search: string, dataDate: string): { choice: ProgressChoice; ignored: string[] } {
	const choice: ProgressChoice = { on: dataDate, months: defaultMonths };
	const ignored: string[] = [];
	for (const [key, value] of new URLSearchParams(search)) {
		if (value === '' && (key === 'on' || key === 'months')) continue;
		if (key === 'on' && isDay(value)) choice.on = value;
		else if (key === 'months' && /^\d{1,3}$/.test(value) && Number(value) >= 1 && Number(value) <= maxMonths) choice.months = Number(value);
		else ignored.push(`${key}=${value}`.slice(0, 80));
	}
	return { choice, ignored };
}

const files = { page: '', 'dues.csv': '/dues.csv', 'dues.ics': '/dues.ics', 'gaps.csv': '/gaps.csv' } as const;
export type ProgressFile = keyof typeof files;

/** The data date and the default months are not written, so that the plain address moves on with the data. */
export function progressHref(lang: Lang, { on, months }: ProgressChoice, dataDate: string, file: ProgressFile = 'page'): string {
	const parts = [...(on === dataDate ? [] : [`on=${on}`]), ...(months === defaultMonths ? [] : [`months=${months}`])];
	return `/${lang}/progress${files[file]}${parts.length > 0 ? `?${parts.join('&')}` : ''}`;
}
