/** The parts of a one-file briefing that the server holds: the app's shell, and the dataset packed once. */
import type { OnefileShell } from '#lib/briefing/export/onefile.ts';
import { packData } from '#lib/briefing/export/onefile.ts';
import { shapeLayers } from '#lib/domain/shape.ts';
import { compress, perStore } from '#lib/server/store.ts';
import type { PublishedFile } from '#lib/server/store.ts';

/** Megabytes that most visits never need. */
export const loadShell = async (): Promise<OnefileShell> => (await import('virtual:onefile')).default;

let shellFile: Promise<PublishedFile> | undefined;
export const openShellFile = (): Promise<PublishedFile> => (shellFile ??= loadShell().then((shell) => compress(JSON.stringify(shell), 5)));

export const serverPacked = perStore(({ files }) => {
	const text = (name: string): string => files.get(name)!.text.toString('utf8');
	return packData({ records: text('records.json'), relations: text('relations.json'), shapes: `{${shapeLayers.map((layer) => `"${layer}":${text(`geometry-${layer}.json`)}`).join(',')}}` });
});
