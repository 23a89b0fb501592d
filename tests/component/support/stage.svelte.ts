/** A workspace over the mini-region with a history of its own in place of the browser's. */
import { render } from '@testing-library/svelte';
import type { Component } from 'svelte';
import type { Dataset } from '#lib/domain/dataset.ts';
import type { Readings } from '#lib/domain/search.ts';
import type { Lang } from '#lib/i18n/lang.ts';
import type { DataSource } from '#lib/ports/ports.ts';
import { explore } from '#lib/query/explore.ts';
import { selectedRecord } from '#lib/query/selected-record.ts';
import { decode } from '#lib/query/url.ts';
import { Workspace } from '#lib/state/workspace.svelte.ts';
import { openRegion } from '../../fixtures/region.ts';
import Stage from './Stage.svelte';

const { publication, atlas, index } = openRegion();
export const readings = JSON.parse(publication.files.get('readings.json')!) as Readings;

export class FakeBrowser {
	entries = $state.raw<string[]>([]);
	at = $state(0);
	/** Kit leaves `page.url` as it was after a replacement; so does this. */
	read = $state('');
	constructor(search: string) {
		this.entries = [`/zh${search}`];
		this.read = search;
	}
	get address(): string {
		return this.entries[this.at]!;
	}
	goto(href: string, isInPlace = false): void {
		if (isInPlace) {
			this.replace(href);
			return this.#arrive();
		}
		this.entries = [...this.entries.slice(0, this.at + 1), href];
		this.at++;
		this.#arrive();
	}
	replace(href: string): void {
		this.entries = this.entries.with(this.at, href);
	}
	back(): void {
		this.at--;
		this.#arrive();
	}
	#arrive(): void {
		this.read = /\?.*$/.exec(this.address)?.[0] ?? '';
	}
}

export interface Staged {
	browser: FakeBrowser;
	workspace: Workspace;
	asked: string[];
}

/** A page just opened: the server's model is shown, the dataset is not here yet. `broken` makes the dataset unreachable; geometry is only here where `hasShapes` says so. */
export function stage(search = '', { lang = 'zh' as Lang, broken = false, hasShapes = false } = {}): Staged {
	const browser = new FakeBrowser(search);
	const asked: string[] = [];
	const answer = async <T>(name: string, value: T): Promise<T> => {
		asked.push(name);
		if (broken) throw new Error(`${name} cannot be had`);
		return value;
	};
	const source: DataSource = {
		records: () => answer('records', publication.dataset as Dataset), relations: () => answer('relations', publication.relations), readings: () => answer('readings', readings), passages: () => answer('passages', []), shapes: () => (hasShapes ? answer('shapes', publication.shapes) : Promise.reject(new Error('no geometry here')))
	};
	const { view, ignored } = decode(search, { exists: atlas.exists, isLayer: () => true });
	const model = explore({ atlas, index }, view, lang, ignored);
	const initial = { ...model, ...selectedRecord({ atlas, index }, view, lang, model.selected) };
	const workspace = new Workspace({ lang: () => lang, search: () => browser.read, initial: () => initial, source, nav: { goto: (href, isInPlace) => browser.goto(href, isInPlace), replace: (href) => browser.replace(href) }, isLayer: (id) => id === 'lakes' || id.startsWith('inv-') });
	workspace.readRecord = selectedRecord;
	return { browser, workspace, asked };
}

/** The same with the dataset loaded. */
export async function opened(search = '', options: Parameters<typeof stage>[1] = {}): Promise<Staged> {
	const staged = stage(search, options);
	await staged.workspace.load();
	return staged;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
export const show = ({ workspace }: Staged, component: Component<any>, props: Record<string, unknown> = {}) => render(Stage, { props: { workspace, component, props } });
