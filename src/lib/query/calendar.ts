/**
 * Dues as iCalendar (RFC 5545). Only what is known to the day becomes an all-day event; a journal entry says how many are left out, since an
 * invented day would be believed. The time stamp is the data date, so that the same data gives the same file.
 */
import { addDays, isDay } from './days.ts';

export interface CalendarEntry {
	uid: string;
	/** As found. */
	date: string;
	summary: string;
	description: string;
	url: string;
}
export interface CalendarWords {
	name: string;
	/** Says how many entries are left out; shown only where there are any. */
	leftOut: string;
	/** Day of the data, `YYYY-MM-DD`. */
	dataDate: string;
}

const escape = (text: string): string => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n');
const lineBytes = 75;
const encoder = new TextEncoder();

/** A line of at most 75 octets, and its continuations; no character is cut in two. */
export function fold(line: string): string {
	const parts: string[] = [];
	let part = '';
	let bytes = 0;
	for (const character of line) {
		const size = encoder.encode(character).length;
		if (bytes + size > lineBytes) {
			parts.push(part);
			[part, bytes] = ['', 1];
		}
		part += character;
		bytes += size;
	}
	return [...parts, part].join('\r\n ');
}

const compact = (day: string): string => day.replaceAll('-', '');

export const knownToTheDay = (entries: readonly CalendarEntry[]): CalendarEntry[] => entries.filter(({ date }) => isDay(date));

export function writeCalendar(entries: readonly CalendarEntry[], { name, leftOut, dataDate }: CalendarWords): string {
	const stamp = `DTSTAMP:${compact(dataDate)}T000000Z`;
	const dated = knownToTheDay(entries);
	const events = dated.flatMap(({ uid, date, summary, description, url }) => [
		'BEGIN:VEVENT', `UID:${uid}@shuixiang-atlas`, stamp, `DTSTART;VALUE=DATE:${compact(date)}`, `DTEND;VALUE=DATE:${compact(addDays(date, 1))}`, `SUMMARY:${escape(summary)}`, `DESCRIPTION:${escape(description)}`, `URL:${url}`, 'TRANSP:TRANSPARENT', 'END:VEVENT'
	]);
	const note = dated.length < entries.length ? ['BEGIN:VJOURNAL', 'UID:left-out@shuixiang-atlas', stamp, `DTSTART;VALUE=DATE:${compact(dataDate)}`, `SUMMARY:${escape(leftOut)}`, 'END:VJOURNAL'] : [];
	return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Shuixiang Atlas//Dues//EN', 'CALSCALE:GREGORIAN', `X-WR-CALNAME:${escape(name)}`, ...events, ...note, 'END:VCALENDAR', ''].map((line) => fold(line)).join('\r\n');
}
