/** After the data changed and the slides were looked at: writes into each shipped briefing what its slides say now, so that the check is quiet again. */
import { writeFileSync } from 'node:fs';
import { readBriefing, writeBriefing } from '#lib/catalogue/formats/briefing.ts';
import { translator } from '#lib/i18n/index.ts';
import { createAtlas } from '#lib/query/atlas.ts';
import { withSeen } from '#lib/query/brief-me.ts';
import { buildIndex } from '#lib/query/query-index.ts';
import { withLazySpace } from '#lib/query/space/space-index.ts';
import { createStrips } from '#lib/query/strips.ts';
import { publish } from '#lib/server/publish.ts';
import { isBriefingFile, readRoot, shippedFolder } from '#lib/server/roots.ts';

const root = readRoot(shippedFolder());
const { dataset, relations, shapes } = publish([root]);
const atlas = createAtlas(dataset, relations);
const query = { atlas, index: withLazySpace(atlas, buildIndex(atlas), () => shapes), strips: createStrips(atlas, shapes) };
for (const [file, text] of root) {
	if (!isBriefingFile(file)) continue;
	const { briefing } = readBriefing(file, file.slice('briefings/'.length, -'.md'.length), text);
	if (!briefing) continue;
	const now = writeBriefing({ ...withSeen(query, { lang: briefing.lang, t: translator(briefing.lang) }, briefing), dataDate: dataset.dataDate });
	if (now !== text) writeFileSync(`${shippedFolder()}/${file}`, now);
	console.log(`${file}: ${now === text ? 'unchanged' : 'accepted'}`);
}
