import { describe, expect, it } from 'vitest';
import { writeCsv, writeSheetCsv } from '#lib/domain/csv.ts';

describe('a table written as CSV', () => {
	it('quotes what needs quotes, and ends every line with LF', () => expect(writeCsv([['a', 'b,c'], ['d "e"', 'f\ng']])).toBe('a,"b,c"\n"d ""e""","f\ng"\n'));
	it('opens in a spreadsheet without running as a formula, and keeps negative numbers', () => expect(writeSheetCsv([['=1+1', '@x', '-3.5', '+2', '-x']])).toBe("'=1+1,'@x,-3.5,'+2,'-x\n"));
});
