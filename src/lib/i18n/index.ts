/** `translator(lang)` gives the words of the interface; numbers, units and dates as planners write them. */
import type { Key } from './all.ts';
import { isLang, langs } from './lang.ts';
import type { Lang } from './lang.ts';
import { loadCore, wordOf } from './tables.ts';

export { isLang, langs, loadCore };
export type { Key, Lang };

export type Words = Record<string, string | number>;
export type Translate = (key: Key, words?: Words) => string;

/** Whether the words loaded so far hold the key, in either language: both hold the same keys. */
export const hasKey = (key: string): key is Key => langs.some((lang) => wordOf(lang, key) !== undefined);

export const translator = (lang: Lang): Translate => (key, words = {}) => (wordOf(lang, key) ?? key).replace(/\{(\w+)(?:\|(.*?)\|(.*?))?\}/g, (_, name: string, one?: string, many?: string) => String((one === undefined ? words[name] : String(words[name]) === '1' ? one : many) ?? ''));

/** A word whose key is made from data; the last part of the key where the table has none. */
export const say = (t: Translate, group: string, word: string): string => {
	const key = `${group}.${word}`;
	return hasKey(key) ? t(key) : word;
};

const plain = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 });
/** Comma from 1,000; no digits added. */
export const formatNumber = (value: number): string => plain.format(value);

/** Distances as planners say them: `800 m`, `2 km`. */
export const formatMetres = (metres: number): string => (metres < 1000 ? `${metres} m` : `${formatNumber(metres / 1000)} km`);

/** Lengths and chainages in km as planners say them: two decimals below 10 km, one from there on. Exports keep the exact value. */
export const formatKm = (km: number): string => formatNumber(km < 10 ? Math.round(km * 100) / 100 : Math.round(km * 10) / 10);

/** A sum over one record is that record's own figure, and stays as published. */
export const formatKmSum = (km: number, knownFor: number): string => (knownFor === 1 ? formatNumber : formatKm)(km);

/** 亿元 in Chinese, CNY m or bn in English. */
export const formatInvestment = (lang: Lang, hundredMillion: number): string => {
	if (lang === 'zh') return formatNumber(hundredMillion);
	return hundredMillion >= 10 ? `${formatNumber(Math.round(hundredMillion * 100) / 1000)} bn` : `${formatNumber(Math.round(hundredMillion * 1000) / 10)} m`;
};

/** `57.5 km`, `20.38%`: a thin gap before Latin units, none before %. */
export const withUnit = (value: string, unit: string): string => (unit === '' ? value : unit === '%' ? `${value}%` : `${value} ${unit}`);

/** Words by a key that is made at run time (layers, legend); the key itself where the table has none. */
export const saying = (t: Translate) => (key: string, words?: Words): string => (hasKey(key) ? t(key, words) : key);
