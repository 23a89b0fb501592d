/**
 * Units that planners write, and the factor to the unit of their family (m², m, yuan, persons, %). Only units of one family are converted; what
 * is not in this list has to be the indicator's own unit to the letter. 1 亩 = 2000/3 m².
 */
import type { Indicator } from '../../domain/dataset.ts';

interface Unit {
	code: string;
	family: 'area' | 'length' | 'money' | 'people' | 'share';
	factor: number;
	words: readonly string[];
}

export const units: readonly Unit[] = [
	{ code: 'm2', family: 'area', factor: 1, words: ['平方米', 'm²', 'm2', 'sq m'] },
	{ code: '10k-m2', family: 'area', factor: 1e4, words: ['万平方米', '万m²', '万m2', '10k m²'] },
	{ code: 'mu', family: 'area', factor: 2000 / 3, words: ['亩', 'mu'] },
	{ code: '10k-mu', family: 'area', factor: 2e7 / 3, words: ['万亩', '10k mu'] },
	{ code: 'ha', family: 'area', factor: 1e4, words: ['公顷', 'ha', 'hectare', 'hectares'] },
	{ code: 'km2', family: 'area', factor: 1e6, words: ['平方公里', '平方千米', 'km²', 'km2', 'sq km'] },
	{ code: 'm', family: 'length', factor: 1, words: ['米', 'm'] },
	{ code: 'km', family: 'length', factor: 1000, words: ['公里', '千米', 'km'] },
	{ code: 'yuan', family: 'money', factor: 1, words: ['元', 'yuan', 'cny'] },
	{ code: '10k-yuan', family: 'money', factor: 1e4, words: ['万元', '10k yuan'] },
	{ code: '100m-yuan', family: 'money', factor: 1e8, words: ['亿元', '亿', '100m yuan'] },
	{ code: 'people', family: 'people', factor: 1, words: ['人', 'people', 'persons'] },
	{ code: '10k-people', family: 'people', factor: 1e4, words: ['万人', '10k people'] },
	{ code: '%', family: 'share', factor: 1, words: ['%', '百分比', 'per cent', 'percent'] },
	{ code: 'fraction', family: 'share', factor: 100, words: ['小数', '比例（0–1）', 'fraction'] },
	{ code: 'per-mille', family: 'share', factor: 0.1, words: ['‰', '千分比'] }
];

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');
const withoutRemark = (text: string): string => plain(text).replace(/[（(].*$/, '');
const byWord = new Map(units.flatMap((unit) => [unit.code, ...unit.words].map((word): [string, Unit] => [plain(word), unit])));

export const isPoints = (text: string): boolean => ['百分点', '个百分点', 'percentagepoint', 'percentagepoints', 'pp'].includes(plain(text));

/** Unit in which an indicator's values stand; `undefined` where it belongs to no family. `%（占地区生产总值）` is a share too. */
export const familyUnit = ({ unit, unitZh }: Pick<Indicator, 'unit' | 'unitZh'>): Unit | undefined => byWord.get(plain(unit)) ?? byWord.get(withoutRemark(unitZh));

/** Factor from the unit written to the indicator's own; 1 where they are the same, `null` where one does not become the other. */
export function factorTo(indicator: Pick<Indicator, 'unit' | 'unitZh' | 'unitEn'>, written: string): number | null {
	const own = [indicator.unit, indicator.unitZh, indicator.unitEn].filter((word) => word !== '');
	if (own.some((word) => plain(word) === plain(written) || withoutRemark(word) === plain(written))) return 1;
	const [from, to] = [byWord.get(plain(written)), familyUnit(indicator)];
	return from && to && from.family === to.family ? from.factor / to.factor : null;
}

/** Twelve digits: 1158 亩 is 0.772 km², not 0.7720000000000001. */
export const tidy = (value: number): number => Number(value.toPrecision(12));

/** Kinds of things that are never below zero: lengths, areas, people, counts. Money and shares may fall below. */
export const isNeverNegative = (indicator: Pick<Indicator, 'unit' | 'unitZh'>): boolean => {
	const family = familyUnit(indicator)?.family;
	return family === 'area' || family === 'length' || family === 'people' || /^(count|10k|10k-trips|10k-m3\/day|mg\/L|years|m2\/person|km\/.*)$/.test(indicator.unit);
};
