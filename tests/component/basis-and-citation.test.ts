import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Basis from '#lib/components/Basis.svelte';
import Citation from '#lib/components/Citation.svelte';
import { citeClause } from '#lib/query/cite.ts';
import { openRegion } from '../fixtures/region.ts';
import { opened, show } from './support/stage.svelte.ts';

test.each([['named', '点名', '条款或项目记录点名'], ['area-wide', '全域', '条款覆盖包含此地的整个范围'], ['inferred', '推断', '解读，来源未写明']] as const)('%s is said in a word and explained', async (basis, word, title) => {
	show(await opened(), Basis, { basis });
	expect(screen.getByText(word).title).toBe(title);
	expect(screen.getByText(word).className).toContain(basis);
});

test('what comes by geometry tells its distance, what comes by a collective its name', async () => {
	const staged = await opened();
	const first = show(staged, Basis, { basis: 'spatial', via: '', metres: 1112 });
	expect(first.container.textContent!.replaceAll('\u00a0', ' ')).toContain('空间 1.112 km');
	first.unmount();
	const second = show(staged, Basis, { basis: 'named', via: '两水' });
	expect(second.container.textContent).toBe('点名经“两水”');
	expect(screen.getByText('点名').title).toBe('条款或项目记录点名，经“两水”');
});

test('a citation is short, opens its clause, and names document, issuer and date on demand', async () => {
	const { atlas } = openRegion();
	const staged = await opened('?district=west');
	show(staged, Citation, { citation: citeClause(atlas, 'zh', 'plan#2')! });
	const link = screen.getByRole('link', { name: '计划·2' });
	expect(link.getAttribute('href')).toBe('/zh?v=1&district=west&select=clause:plan%232');
	expect(link.title).toBe('三角洲行动计划 · 三角洲执委会 · 2021-03-01 发布');
});

test('a component off its page says so at once', () => {
	expect(() => render(Citation, { citation: {} as never })).toThrow();
});
