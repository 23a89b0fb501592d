/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />
/**
 * The installed app: works with the server gone. What never changes under its name (scripts, styles, data files) comes from the cache; pages come from
 * the server while it answers. A new version waits until no briefing is shown. Price: a few megabytes on the disk, and one round through the kept pages
 * (`query/offline-plan.ts`) after each change of the data.
 */
import { build, files, version } from '$service-worker';
import { answerRange } from '#lib/domain/byte-range.ts';
import { answeringOf, layersPath, offlineHref, readsItsAddress, rowsPath, updateWaits } from '#lib/query/offline-rooms.ts';
import type { OfflinePlan } from '#lib/query/offline-rooms.ts';

const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const shellName = `shell-${version}`;
const pagesName = `pages-${version}`;
const dataName = 'data';
const layersName = 'layers';
/** Bytes of a planner's layer beyond which it is not kept. */
const mostLayerBytes = 50_000_000;
const shell = new Set([...build, ...files]);
const keptMark = '/offline-kept';
/** A network that neither answers nor fails: a kept page is shown after this many ms. */
const patience = 2500;
/** Pages visited beyond the plan. */
const maxPages = 400;

worker.addEventListener('install', (event) => event.waitUntil(caches.open(shellName).then((cache) => cache.addAll([...shell]))));
worker.addEventListener('activate', (event) => event.waitUntil(tidy().then(() => worker.clients.claim())));

/** Pages opened before the update may still load parts of the version before. */
async function tidy(): Promise<void> {
	const names = await caches.keys();
	const shells = names.filter((name) => name.startsWith('shell-') && name !== shellName).slice(0, -1);
	await Promise.all([...shells, ...names.filter((name) => name.startsWith('pages-') && name !== pagesName)].map((name) => caches.delete(name)));
}

worker.addEventListener('message', (event) => {
	const message = event.data as { type: 'keep'; hash: string } | { type: 'keep layers'; ids: string[] } | { type: 'take over' };
	if (message.type === 'keep') event.waitUntil(keep(message.hash));
	else if (message.type === 'keep layers') event.waitUntil(keepLayers(message.ids).catch(() => {}));
	else event.waitUntil(takeOver());
});

/** Asked of the windows themselves: a worker is stopped and started at any time and remembers nothing. */
async function takeOver(): Promise<void> {
	const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
	const { held = [] } = await worker.navigator.locks.query();
	if (!updateWaits(windows.map(({ url }) => url), held.map(({ name = '' }) => name))) await worker.skipWaiting();
}

let keeping: Promise<void> | null = null;
const keep = (hash: string): Promise<void> => (keeping ??= keepAll(hash).catch(() => {}).finally(() => (keeping = null)));

/** The mark is set last: what was cut short begins anew with the next page. */
async function keepAll(hash: string): Promise<void> {
	const [pages, data] = await Promise.all([caches.open(pagesName), caches.open(dataName)]);
	if ((await (await pages.match(keptMark))?.text()) === hash) return;
	const plan = (await (await fetch('/offline.json', { cache: 'no-store' })).json()) as OfflinePlan;
	for (const name of plan.files) {
		const url = `/data/${plan.hash}/${name}`;
		if (!(await data.match(url))) await data.add(url);
	}
	for (const path of plan.pages) for (const url of [path, `${path}/__data.json`]) {
		const answer = await fetch(url, { cache: 'no-store' });
		if (answer.ok && !answer.redirected) await pages.put(url, answer);
	}
	const former = (await data.keys()).map(({ url }) => url).filter((url) => !url.includes(`/data/${plan.hash}/`));
	await Promise.all(former.map((url) => data.delete(url)));
	await pages.put(keptMark, new Response(plan.hash));
}

/** Layers of a briefing that is being shown, each time anew; those that the server has no more go. */
async function keepLayers(ids: readonly string[]): Promise<void> {
	const [cache, list] = await Promise.all([caches.open(layersName), fetch(layersPath, { cache: 'no-store' })]);
	if (!list.ok) return;
	const { layers } = (await list.clone().json()) as { layers: { id: string }[] };
	await cache.put(layersPath, list);
	for (const { url } of await cache.keys()) if (new URL(url).pathname !== layersPath && !layers.some(({ id }) => new URL(url).pathname === rowsPath(id))) await cache.delete(url);
	for (const id of ids) {
		const rows = await fetch(rowsPath(id));
		if (rows.ok && Number(rows.headers.get('content-length') ?? Infinity) <= mostLayerBytes) await cache.put(rowsPath(id), rows);
	}
}

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
	if (shell.has(url.pathname) || url.pathname.startsWith('/_app/immutable/')) return event.respondWith(fromCache(request, shellName));
	switch (answeringOf(url.pathname, request.mode === 'navigate')) {
		case 'data': return event.respondWith(fromCache(request, dataName));
		case 'layers': return event.respondWith(fetch(request).catch(async () => (await (await caches.open(layersName)).match(url.pathname)) ?? Response.error()));
		case 'page': return event.respondWith(fromServer(request, url, url.pathname + url.search));
		case 'page-data': return event.respondWith(fromServer(request, url, dataKey(url)));
	}
});

async function fromCache(request: Request, name: string): Promise<Response> {
	const own = await caches.open(name);
	// Asked first by itself: the caches of pages hold hundreds of entries, and a start asks a hundred times.
	const known = (await own.match(request.url)) ?? (await caches.match(request.url));
	const range = request.headers.get('range');
	if (known) return range === null ? known : answerRange(new Uint8Array(await known.arrayBuffer()), range, { 'Content-Type': known.headers.get('Content-Type') ?? '' });
	const answer = await fetch(request);
	// A part is not the file.
	if (answer.ok && answer.status === 200) await own.put(request.url, answer.clone());
	return answer;
}

/** Kit names the parts it lacks; only an answer with all of them is kept, and it answers every question. */
function dataKey(url: URL): string {
	const search = new URLSearchParams(url.search);
	search.delete('x-sveltekit-invalidated');
	return url.pathname + (search.size > 0 ? `?${search}` : '');
}
const isWhole = (url: URL): boolean => !(url.searchParams.get('x-sveltekit-invalidated') ?? '').includes('0');

async function fromServer(request: Request, url: URL, key: string): Promise<Response> {
	const kept = caches.open(pagesName).then((cache) => cache.match(key));
	const asked = fetch(request).then(async (answer) => {
		if (answer.ok && !answer.redirected && isWhole(url)) await put(key, answer.clone());
		return answer;
	});
	const late = new Promise<Response>((resolve) => setTimeout(() => void kept.then((page) => page && resolve(page)), patience));
	return Promise.race([asked.catch(() => withoutServer(url, key)), late]);
}

async function put(key: string, answer: Response): Promise<void> {
	const cache = await caches.open(pagesName);
	await cache.put(key, answer);
	const keys = await cache.keys();
	if (keys.length > maxPages) await cache.delete(keys.find(({ url }) => new URL(url).search !== '') ?? keys[0]!);
}

/** A page whose address the server reads is not shown under another address: the reader is led to the one that was kept. */
async function withoutServer(url: URL, key: string): Promise<Response> {
	const cache = await caches.open(pagesName);
	const isData = url.pathname.endsWith('/__data.json');
	const path = isData ? url.pathname.slice(0, -'/__data.json'.length) : url.pathname;
	const exact = await cache.match(key);
	if (exact) return exact;
	const plain = await cache.match(url.pathname);
	if (plain && readsItsAddress(path)) return plain;
	const to = plain ? path : offlineHref(path);
	return isData ? Response.json({ type: 'redirect', location: to }) : Response.redirect(new URL(to, url).href, 302);
}
