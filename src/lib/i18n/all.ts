/** Every word of the interface at once: for tests, and for the type of the keys. Pages load the core and the rooms they say something of. */
import { en as enCore } from './en.ts';
import { en as askEn, zh as askZh } from './rooms/ask.ts';
import { en as askedEn, zh as askedZh } from './rooms/asked.ts';
import { en as asknoteEn, zh as asknoteZh } from './rooms/asknote.ts';
import { en as assetEn, zh as assetZh } from './rooms/asset.ts';
import { en as assetFilterEn, zh as assetFilterZh } from './rooms/asset-filter.ts';
import { en as briefingEn, zh as briefingZh } from './rooms/briefing.ts';
import { en as briefmeEn, zh as briefmeZh } from './rooms/briefme.ts';
import { en as brushEn, zh as brushZh } from './rooms/brush.ts';
import { en as changesEn, zh as changesZh } from './rooms/changes.ts';
import { en as editorEn, zh as editorZh } from './rooms/editor.ts';
import { en as exportEn, zh as exportZh } from './rooms/export.ts';
import { en as figuresEn, zh as figuresZh } from './rooms/figures.ts';
import { en as indexEn, zh as indexZh } from './rooms/index.ts';
import { en as ingestEn, zh as ingestZh } from './rooms/ingest.ts';
import { en as layerfileEn, zh as layerfileZh } from './rooms/layerfile.ts';
import { en as libraryEn, zh as libraryZh } from './rooms/library.ts';
import { en as mapbookEn, zh as mapbookZh } from './rooms/mapbook.ts';
import { en as officeEn, zh as officeZh } from './rooms/office.ts';
import { en as offlineEn, zh as offlineZh } from './rooms/offline.ts';
import { en as ownEn, zh as ownZh } from './rooms/own.ts';
import { en as plugEn, zh as plugZh } from './rooms/plug.ts';
import { en as presentEn, zh as presentZh } from './rooms/present.ts';
import { en as proofEn, zh as proofZh } from './rooms/proof.ts';
import { en as searchEn, zh as searchZh } from './rooms/search.ts';
import { en as textfileEn, zh as textfileZh } from './rooms/textfile.ts';
import { en as shareEn, zh as shareZh } from './rooms/share.ts';
import { en as sinceEn, zh as sinceZh } from './rooms/since.ts';
import { en as spaceEn, zh as spaceZh } from './rooms/space.ts';
import { en as stripEn, zh as stripZh } from './rooms/strip.ts';
import { en as themesEn, zh as themesZh } from './rooms/themes.ts';
import { en as timelineEn, zh as timelineZh } from './rooms/timeline.ts';
import { en as versusEn, zh as versusZh } from './rooms/versus.ts';
import { en as watersEn, zh as watersZh } from './rooms/waters.ts';
import { en as whyEn, zh as whyZh } from './rooms/why.ts';
import { zh as zhCore } from './zh.ts';

export const zh = {
	...zhCore,
	...askZh,
	...askedZh,
	...asknoteZh,
	...assetZh,
	...assetFilterZh,
	...briefingZh,
	...briefmeZh,
	...brushZh,
	...changesZh,
	...editorZh,
	...exportZh,
	...figuresZh,
	...indexZh,
	...ingestZh,
	...layerfileZh,
	...libraryZh,
	...mapbookZh,
	...officeZh,
	...offlineZh,
	...ownZh,
	...plugZh,
	...presentZh,
	...proofZh,
	...searchZh,
	...textfileZh,
	...shareZh,
	...sinceZh,
	...spaceZh,
	...stripZh,
	...themesZh,
	...timelineZh,
	...versusZh,
	...watersZh,
	...whyZh
};
export type Key = keyof typeof zh;

export const en: Record<Key, string> = {
	...enCore,
	...askEn,
	...askedEn,
	...asknoteEn,
	...assetEn,
	...assetFilterEn,
	...briefingEn,
	...briefmeEn,
	...brushEn,
	...changesEn,
	...editorEn,
	...exportEn,
	...figuresEn,
	...indexEn,
	...ingestEn,
	...layerfileEn,
	...libraryEn,
	...mapbookEn,
	...officeEn,
	...offlineEn,
	...ownEn,
	...plugEn,
	...presentEn,
	...proofEn,
	...searchEn,
	...textfileEn,
	...shareEn,
	...sinceEn,
	...spaceEn,
	...stripEn,
	...themesEn,
	...timelineEn,
	...versusEn,
	...watersEn,
	...whyEn
};
