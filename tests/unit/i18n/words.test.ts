import { describe, expect, it } from 'vitest';
import { accuracyClasses, bases, documentKinds, domains, governments, measureKinds, placeKinds, projectKinds, statusValues } from '#lib/domain/vocabulary.ts';
import { changeKinds } from '#lib/domain/change.ts';
import { collectionNames, collections } from '#lib/domain/dataset.ts';
import { facetKeys, tableNames } from '#lib/domain/view.ts';
import { en } from '#lib/i18n/all.ts';
import { formatInvestment, formatKmSum, formatMetres, formatNumber, hasKey, say, translator, withUnit } from '#lib/i18n/index.ts';
import { hasWord, wordOf } from '#lib/i18n/words.ts';
import { zh } from '#lib/i18n/all.ts';
import { readDataset } from '#lib/catalogue/read.ts';
import { readRoot } from '#lib/server/roots.ts';

const { catalogue } = readDataset([readRoot('geodata')]);
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).toSorted();

describe('the words of the interface', () => {
	it('stand in both languages', () => expect(Object.keys(en).toSorted()).toEqual(Object.keys(zh).toSorted()));

	it('are filled in, and name the same things in both languages', () => {
		for (const key of Object.keys(zh) as (keyof typeof zh)[]) {
			if (key !== 'unit.count') expect([zh[key], en[key]].every((text) => text.trim() !== ''), key).toBe(true);
			expect(placeholders(en[key]), key).toEqual(placeholders(zh[key]));
		}
	});

	it.each<[string, readonly string[]]>([
		['domain', domains], ['kind', projectKinds], ['status', [...statusValues, 'unknown']], ['basis', [...bases, 'spatial']], ['measurekind', measureKinds], ['placekind', placeKinds], ['accuracy', [...accuracyClasses, 'none']], ['government', governments],
		['documentkind', documentKinds], ['facet', facetKeys], ['tab', tableNames], ['quality', collections.sources.quality.values!], ['comparator', collections.targets.comparator.values!], ['basiskind', collections.observations.basis_kind.values!],
		['document.inforce', collections.documents.in_force.values!], ['seal', domains], ['changekind', changeKinds], ['changetable', collectionNames], ['relation', ['meets', 'crosses', 'inside', 'holds', 'flows-to', 'flows-from', 'implements', 'continues', 'replaces', 'cites']]
	])('have one for every %s', (group, words) => expect(words.filter((word) => !hasKey(`${group}.${word}`))).toEqual([]));

	it('have one for every unit of the data', () => expect([...new Set(catalogue.quantities.map(({ unit }) => unit))].filter((unit) => unit !== '' && !hasKey(`unit.${unit}`))).toEqual([]));

	it('have one for every word of the data: what a quantity is about, finer kinds, themes, kinds of milestones', () => {
		const words = new Set([...catalogue.quantities.map(({ what }) => what), ...catalogue.projects.map(({ subkind }) => subkind), ...catalogue.indicators.map(({ theme }) => theme), ...catalogue.milestones.map(({ kind }) => kind)]);
		expect([...words].filter((word) => !hasWord(word))).toEqual([]);
	});

	it('are filled with their numbers', () => {
		expect(translator('zh')('filter.hint', { name: '道路', n: 7 })).toBe('去掉“道路”，可见 7 项');
		expect(say(translator('en'), 'status', 'building')).toBe(en['status.building']);
		expect(say(translator('en'), 'status', 'dreamt')).toBe('dreamt');
		expect([wordOf('zh', 'length'), wordOf('en', 'length'), wordOf('zh', 'a-new-word')]).toEqual(['长度', 'Length', 'a-new-word']);
	});
});

describe('numbers as planners write them', () => {
	it('have a comma from a thousand and no digits added', () => expect([1237, 23.89, 0.6, 25000].map(formatNumber)).toEqual(['1,237', '23.89', '0.6', '25,000']));
	it('a sum over one record is its published figure; over several it is rounded', () => expect([formatKmSum(369.073, 12), formatKmSum(7.126, 3), formatKmSum(25.35, 1)]).toEqual(['369.1', '7.13', '25.35']));

	it('have their unit', () => expect([formatMetres(800), formatMetres(1500), withUnit('20.38', '%'), withUnit('57.5', 'km'), withUnit('3', '')]).toEqual(['800 m', '1.5 km', '20.38%', '57.5 km', '3']));
	it('of money are 亿元 in Chinese and millions or billions in English', () => expect([formatInvestment('zh', 51), formatInvestment('en', 51), formatInvestment('en', 5.5)]).toEqual(['51', '5.1 bn', '550 m']));
});
