import { describe, expect, it } from 'vitest';
import type { Proof } from '#lib/domain/proof.ts';
import type { Readings, TextPassage } from '#lib/domain/search.ts';
import type { DataSource } from '#lib/ports/ports.ts';
import { openSearch } from '#lib/state/open-search.ts';
import { openRegion } from '../../fixtures/region.ts';

const { publication } = openRegion();
const proof = { clause: 'plan#1' } as Proof;

function sourceOf({ proofs = [] as Proof[], passages = async (): Promise<TextPassage[]> => [], failures = 0 } = {}): { source: DataSource; asked: string[] } {
	const asked: string[] = [];
	const never = () => Promise.reject(new Error('not asked for'));
	const source: DataSource = {
		records: async () => {
			asked.push('records');
			if (asked.length <= failures) throw new Error('gone');
			return { ...publication.dataset, proofs };
		},
		readings: async () => JSON.parse(publication.files.get('readings.json')!) as Readings, relations: never, shapes: never,
		passages: () => {
			asked.push('passages');
			return passages();
		}
	};
	return { source, asked };
}
const kinds = async (source: DataSource, question: string) => (await openSearch(source)).find(question, { lang: 'zh', limit: 5 }).groups.map(({ kind }) => kind);

describe('search in the browser', () => {
	it('is built once for a dataset, and asks for texts only where some are loaded', async () => {
		const { source, asked } = sourceOf();
		expect(await openSearch(source)).toBe(await openSearch(source));
		expect(asked).toEqual(['records']);
	});
	it('finds loaded texts', async () => {
		const { source } = sourceOf({ proofs: [proof], passages: async () => [{ document: 'plan', clause: 'plan#1', text: '臺灣風格' }] });
		expect(await kinds(source, '台湾')).toEqual(['text']);
	});
	it('finds the rest where the texts cannot be had', async () => {
		const { source } = sourceOf({ proofs: [proof], passages: () => Promise.reject(new Error('gone')) });
		expect(await kinds(source, '疏通')).toEqual(['measure', 'clause']);
	});
	it('tries again after the dataset could not be had', async () => {
		const { source } = sourceOf({ failures: 1 });
		await expect(openSearch(source)).rejects.toThrow('gone');
		expect(await kinds(source, '疏通')).toEqual(['measure', 'clause']);
	});
});
