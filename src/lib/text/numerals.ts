/** Chinese numerals up to 亿 as numbers: 十二, 二十五, 一百零八, 三千五百, 两. */

const digits: Record<string, number> = { 零: 0, 〇: 0, '○': 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const tens: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

export const numeralClass = '零〇一二三四五六七八九十百千两';

/** Null where the letters are no number (一一, 十百). */
export function readNumeral(text: string): number | null {
	if (/^[零〇○一二三四五六七八九]{2,}$/.test(text)) return null;
	let [sum, digit] = [0, null as number | null];
	let below = Infinity;
	for (const letter of text) {
		if (letter in tens) {
			const ten = tens[letter]!;
			if (ten >= below || (digit === null && ten !== 10) || digit === 0) return null;
			sum += (digit ?? 1) * ten;
			[digit, below] = [null, ten];
		} else if (letter in digits) {
			if (digit !== null && digit !== 0) return null;
			digit = digits[letter]!;
		} else return null;
	}
	return sum + (digit ?? 0);
}

/** Digits one by one, as years are written: 二〇二五. */
export const readDigits = (text: string): number => Number([...text].map((letter) => digits[letter] ?? letter).join(''));
