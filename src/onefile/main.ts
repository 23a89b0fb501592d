/** The app inside a one-file briefing (`scripts/onefile-plugin.ts` builds it): data from the page itself, the slide in the hash, no network. */
import '#lib/i18n/both-words.ts';
import '../lib/i18n/rooms/offline.ts';
import '#lib/look/tokens.css';
import '#lib/look/base.css';
import { mount } from 'svelte';
import type { OnefileHead } from '#lib/briefing/export/onefile.ts';
import type { PackedLayers } from '#lib/domain/packed-layers.ts';
import OneFile from '#lib/components/OneFile.svelte';
import { readBriefing } from '#lib/catalogue/formats/briefing.ts';
import { translator } from '#lib/i18n/index.ts';
import { createInlineSource, unpack } from '#lib/ports/inline-source.ts';

const read = (name: string): string => document.getElementById(name)!.textContent;
/** Only where a slide names plugged-in layers. */
const readLayers = async (): Promise<PackedLayers | null> => (document.getElementById('layers') ? unpack<PackedLayers>(read('layers')) : null);
const target = document.getElementById('atlas')!;
const lang = document.documentElement.lang === 'en' ? 'en' : 'zh';

async function open(): Promise<void> {
	const { slug, markdown, review } = await unpack<OnefileHead>(read('head'));
	const { briefing } = readBriefing(`${slug}.md`, slug, markdown);
	if (!briefing) throw new Error(`${slug}.md cannot be read`);
	const packed = await readLayers();
	target.replaceChildren();
	mount(OneFile, { target, props: { briefing, review, source: createInlineSource(read), packed } });
}

const say = (key: 'onefile.old' | 'onefile.broken'): void => void (target.firstElementChild!.textContent = translator(lang)(key));
if (typeof DecompressionStream === 'undefined') say('onefile.old');
else open().catch((error: unknown) => {
	console.error(error);
	if (target.firstElementChild) say('onefile.broken');
});
