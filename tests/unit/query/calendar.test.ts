import { describe, expect, it } from 'vitest';
import { fold, writeCalendar } from '#lib/query/calendar.ts';

const entry = { uid: 'finish-bridge', date: '2026-05-31', summary: '桥; 通车, 第一期\\二期', description: 'one\ntwo', url: 'https://atlas.test/zh?select=project:bridge' };
const words = { name: 'Dues', leftOut: '2 left out', dataDate: '2026-03-04' };
const unfold = (text: string) => text.replaceAll('\r\n ', '');

describe('a calendar', () => {
	it('has an all-day event where the day is known, escaped', () => {
		const text = unfold(writeCalendar([entry], words));
		expect(text).toContain('DTSTART;VALUE=DATE:20260531\r\nDTEND;VALUE=DATE:20260601\r\nSUMMARY:桥\\; 通车\\, 第一期\\\\二期\r\nDESCRIPTION:one\\ntwo\r\n');
		expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:[^\r]+\r\n/);
		expect(text).toMatch(/END:VEVENT\r\nEND:VCALENDAR\r\n$/);
		expect(text).not.toContain('VJOURNAL');
	});
	it('leaves out what is known to the month or year, and says so', () => {
		const text = writeCalendar([entry, { ...entry, date: '2026-05' }, { ...entry, date: '2026' }], words);
		expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
		expect(text).toContain('SUMMARY:2 left out');
	});
	it('is still a calendar where no day is known', () => expect(writeCalendar([{ ...entry, date: '2026' }], words)).toMatch(/BEGIN:VJOURNAL[\s\S]+END:VJOURNAL\r\nEND:VCALENDAR/));
	it('folds at 75 octets and cuts no character', () => {
		const long = `SUMMARY:${'水乡'.repeat(60)}🚄`;
		const folded = fold(long);
		expect(folded.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
		expect(unfold(folded)).toBe(long);
	});
});
