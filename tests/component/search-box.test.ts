import { fireEvent, screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import SearchBox from '#lib/components/SearchBox.svelte';
import type { NameEntry } from '#lib/domain/name-entry.ts';
import { names, opened, show } from './support/stage.svelte.ts';

const box = (): HTMLInputElement => screen.getByRole('combobox');

test.each(['镜湖', '鏡湖', 'jinghu', 'jh', 'Mirror La'])('"%s" finds the lake first, Enter selects it', async (words) => {
	const onpick = vi.fn();
	show(await opened(), SearchBox, { load: async () => names, onpick });
	await fireEvent.focus(box());
	await fireEvent.input(box(), { target: { value: words } });
	await vi.waitFor(() => expect(screen.getAllByRole('option')[0]!.textContent).toContain('Mirror Lake'));
	await fireEvent.keyDown(box(), { key: 'Enter' });
	await vi.waitFor(() => expect(onpick).toHaveBeenCalledWith('place:mirror-lake'));
	expect(box().value).toBe('');
});

test('who types and presses Enter before the names have arrived is answered when they have', async () => {
	const onpick = vi.fn();
	let arrive: (entries: NameEntry[]) => void = () => {};
	show(await opened(), SearchBox, { load: () => new Promise<NameEntry[]>((resolve) => (arrive = resolve)), onpick });
	await fireEvent.focus(box());
	await fireEvent.input(box(), { target: { value: '镜湖' } });
	await fireEvent.keyDown(box(), { key: 'Enter' });
	expect(onpick).not.toHaveBeenCalled();
	expect(screen.getByText('名称索引载入中')).toBeTruthy();
	arrive(names);
	await vi.waitFor(() => expect(onpick).toHaveBeenCalledWith('place:mirror-lake'));
});

test('"/" brings the cursor here, but not out of another field', async () => {
	show(await opened(), SearchBox, { load: async () => names, onpick: () => {} });
	await fireEvent.keyDown(document.body, { key: '/' });
	expect(document.activeElement).toBe(box());
	box().blur();
	const field = document.body.appendChild(document.createElement('textarea'));
	field.focus();
	await fireEvent.keyDown(field, { key: '/' });
	expect(document.activeElement).toBe(field);
	field.remove();
});
