/** Automatic numbers of Word as printed: 一、, (一), 1., 第一条. They stand in no paragraph's text, only in `numbering.xml`, and a policy without them has no clauses. */
import { attribute } from '../../catalogue/formats/xml.ts';

interface Level {
	start: number;
	format: string;
	text: string;
	/** 1.1 under 第一章: the levels above are printed in Arabic numbers. */
	isLegal?: boolean;
}

const han = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
function printHan(value: number): string {
	if (value < 1 || value > 9_999) return String(value);
	const places = ['', '十', '百', '千'];
	let [printed, isGap] = ['', false];
	const digits = [...String(value)].map(Number);
	digits.forEach((digit, index) => {
		const place = places[digits.length - 1 - index]!;
		if (digit === 0) isGap = printed !== '';
		else {
			printed += (isGap ? '零' : '') + (digit === 1 && place === '十' && printed === '' ? '' : han[digit]!) + place;
			isGap = false;
		}
	});
	return printed;
}
const roman = (value: number): string => {
	const parts: [number, string][] = [[1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']];
	let [rest, printed] = [Math.min(value, 4_999), ''];
	for (const [worth, sign] of parts) for (; rest >= worth; rest -= worth) printed += sign;
	return printed;
};

function print(value: number, format: string): string {
	switch (format) {
		case 'chineseCounting': case 'chineseCountingThousand': case 'taiwaneseCounting': case 'taiwaneseCountingThousand': case 'japaneseCounting': case 'ideographDigital': return printHan(value);
		case 'decimalEnclosedCircle': case 'decimalEnclosedCircleChinese': return value <= 20 ? String.fromCharCode(0x245f + value) : String(value);
		case 'lowerLetter': return String.fromCharCode(97 + ((value - 1) % 26));
		case 'upperLetter': return String.fromCharCode(65 + ((value - 1) % 26));
		case 'lowerRoman': return roman(value);
		case 'upperRoman': return roman(value).toUpperCase();
		case 'decimalZero': return String(value).padStart(2, '0');
		case 'none': return '';
		default: return String(value);
	}
}

/** Collects `numbering.xml`, then counts paragraphs in the order they stand. */
export class Numbering {
	readonly #abstract = new Map<string, Map<number, Level>>();
	readonly #numbers = new Map<string, { abstract: string; overrides: Map<number, number> }>();
	readonly #counters = new Map<string, number[]>();
	readonly #begun = new Set<string>();
	#inAbstract = '';
	#inNumber = '';
	#level = 0;

	open(name: string, attributes: string): void {
		const levels = this.#abstract.get(this.#inAbstract);
		const level = levels?.get(this.#level);
		if (name === 'abstractNum') this.#abstract.set((this.#inAbstract = attribute(attributes, 'abstractNumId')), new Map());
		else if (name === 'num') this.#numbers.set((this.#inNumber = attribute(attributes, 'numId')), { abstract: '', overrides: new Map() });
		else if (name === 'abstractNumId' && this.#inNumber !== '') this.#numbers.get(this.#inNumber)!.abstract = attribute(attributes, 'val');
		else if (name === 'lvl' || name === 'lvlOverride') {
			this.#level = Number(attribute(attributes, 'ilvl'));
			if (name === 'lvl' && this.#inNumber === '') levels?.set(this.#level, { start: 1, format: 'decimal', text: '' });
		} else if (name === 'startOverride') this.#numbers.get(this.#inNumber)?.overrides.set(this.#level, Number(attribute(attributes, 'val')));
		else if (level && this.#inNumber === '' && name === 'start') level.start = Number(attribute(attributes, 'val'));
		else if (level && this.#inNumber === '' && name === 'isLgl') level.isLegal = !/^(?:0|false|off)$/.test(attribute(attributes, 'val'));
		else if (level && this.#inNumber === '' && name === 'numFmt') level.format = attribute(attributes, 'val');
		else if (level && this.#inNumber === '' && name === 'lvlText') level.text = attribute(attributes, 'val');
	}

	close(name: string): void {
		if (name === 'abstractNum') this.#inAbstract = '';
		if (name === 'num') this.#inNumber = '';
	}

	/** The number of the next paragraph of that list and level; empty for a bullet or an unknown list. */
	next(numId: string, ilvl: number): string {
		const number = this.#numbers.get(numId);
		const levels = number && this.#abstract.get(number.abstract);
		const level = levels?.get(ilvl);
		if (!number || !levels || !level || level.format === 'bullet') return level?.format === 'bullet' && /^—/.test(level.text) ? '——' : '';
		const counters = this.#counters.get(number.abstract) ?? [];
		this.#counters.set(number.abstract, counters);
		const override = number.overrides.get(ilvl);
		if (override !== undefined && !this.#begun.has(`${numId}/${ilvl}`)) counters[ilvl] = override;
		else counters[ilvl] = (counters[ilvl] ?? level.start - 1) + 1;
		this.#begun.add(`${numId}/${ilvl}`);
		counters.length = ilvl + 1;
		const printed = level.text.replace(/%(\d)/g, (_, digit: string) => {
			const at = Number(digit) - 1;
			const of = levels.get(at);
			return print(counters[at] ?? of?.start ?? 1, level.isLegal ? 'decimal' : (of?.format ?? 'decimal'));
		});
		// Word sets a tab behind a number; behind a bare one it is all that tells it from its heading.
		return /[\d一二三四五六七八九十]$/.test(printed) ? `${printed} ` : printed;
	}
}
