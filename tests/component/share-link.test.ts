import { fireEvent, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import ShareLink from '#lib/components/ShareLink.svelte';
import { opened, show } from './support/stage.svelte.ts';

const open = async (props: { version: number; isDraft?: boolean }) => {
	show(await opened(), ShareLink, { slug: 'taipu', ...props });
	await fireEvent.click(screen.getByRole('button', { name: '分享' }));
};
const address = () => screen.queryByRole<HTMLInputElement>('textbox', { name: '放映的链接' })?.value ?? null;
afterEach(() => vi.unstubAllGlobals());

describe('sharing a briefing', () => {
	it('from a server that others reach: the link of the show, with a code for phones', async () => {
		vi.stubGlobal('location', { origin: 'https://atlas.example', hostname: 'atlas.example' });
		await open({ version: 3 });
		expect(address()).toBe('https://atlas.example/zh/briefings/taipu/present');
		expect(await screen.findByRole('img', { name: '二维码：https://atlas.example/zh/briefings/taipu/present' })).toBeTruthy();
		expect(screen.queryByText(/不含这份草稿/)).toBeNull();
	});
	it('a draft with changes says which version the link shows', async () => {
		await open({ version: 3, isDraft: true });
		expect(screen.getByText('链接显示的是服务器上的第 3 版，不含这份草稿的改动。')).toBeTruthy();
	});
	it('on this computer there is no code, since no phone gets there', async () => {
		await open({ version: 1 });
		expect(address()).toContain('/zh/briefings/taipu/present');
		expect(screen.getByText('这个地址只在本机能打开，所以没有二维码。')).toBeTruthy();
		expect(screen.queryByRole('img')).toBeNull();
	});
	it('what no server has, has no link', async () => {
		await open({ version: 0, isDraft: true });
		expect(address()).toBeNull();
		expect(screen.getByText(/还没有可以分享的链接/)).toBeTruthy();
	});
	it('Escape closes it and gives the focus back', async () => {
		await open({ version: 1 });
		await fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Escape' });
		expect(address()).toBeNull();
		expect(document.activeElement).toBe(screen.getByRole('button', { name: '分享' }));
	});
});
