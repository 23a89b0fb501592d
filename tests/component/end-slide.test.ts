import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Slide from '#lib/components/Slide.svelte';
import { emptySlide } from '#lib/domain/briefing.ts';
import { translator } from '#lib/i18n/index.ts';
import { slideContent } from '#lib/query/slide.ts';
import { openRegion } from '../fixtures/region.ts';

const { atlas, index } = openRegion();
const writer = { lang: 'zh' as const, t: translator('zh') };
const show = (kind: 'end' | 'section', address: string) => render(Slide, { content: slideContent({ atlas, index }, writer, { ...emptySlide('s1'), kind, title: '谢谢' }, () => true), writer, kicker: '', n: 1, total: 1, address });
const address = 'https://atlas.example/zh/briefings/taipu/present';

describe('the last slide', () => {
	it('carries the address of the briefing as a code for phones, and in letters', () => {
		show('end', address);
		expect(screen.getByRole('img', { name: `二维码：${address}` })).toBeTruthy();
		expect(screen.getByText('atlas.example/zh/briefings/taipu/present')).toBeTruthy();
	});
	it.each([['end', ''], ['section', address]] as const)('a slide of kind %s with the address "%s" has none', (kind, given) => {
		show(kind, given);
		expect(screen.queryByRole('img')).toBeNull();
	});
});
