import { describe, expect, it } from 'vitest';
import { collectionNames, collections, kindOf, splitRef } from '#lib/domain/dataset.ts';
import { camel } from '#lib/domain/field.ts';
import type { Field } from '#lib/domain/field.ts';
import { readFileSync } from 'node:fs';

describe('the collections', () => {
	it('refer only to collections that exist', () => {
		for (const name of collectionNames) {
			for (const [column, field] of Object.entries(collections[name]) as [string, Field][]) {
				if (field.to) expect(field.to in kindOf, `${name}.${column}`).toBe(true);
				for (const kind of field.kinds ?? []) expect(Object.values(kindOf) as string[], `${name}.${column}`).toContain(kind);
			}
		}
	});

	it('are told on the format page with every column', () => {
		const page = readFileSync('docs/data-format.md', 'utf8');
		const missing = collectionNames.flatMap((name) => {
			const section = new RegExp(`### ${name}\\.csv\\n([\\s\\S]*?)(?=\\n##|$)`).exec(page)?.[1] ?? '';
			return Object.keys(collections[name]).filter((column) => !section.includes(column)).map((column) => `${name}.${column}`);
		});
		expect(missing).toEqual([]);
	});
});

describe('a reference', () => {
	it('is split at its first colon', () => expect([splitRef('place:west'), splitRef('clause:plan#a:b'), camel('summary_zh')]).toEqual([['place', 'west'], ['clause', 'plan#a:b'], 'summaryZh']));
});
