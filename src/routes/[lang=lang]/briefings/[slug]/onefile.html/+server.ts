import { error } from '@sveltejs/kit';
import { exportOnefile } from '#lib/briefing/export/onefile.ts';
import { readBriefingFile } from '#lib/server/briefings.ts';
import { packedLayers } from '../../../../onefile-layers.server.ts';
import { loadShell, serverPacked } from '../../../../onefile.server.ts';
import type { RequestHandler } from './$types.js';

/** A plain link: the file is made here, so that it needs no script. Always saved, never opened at our own address. */
export const GET: RequestHandler = async ({ params }) => {
	const briefing = readBriefingFile(params.slug)?.briefing;
	if (!briefing) error(404, 'not found');
	const file = await exportOnefile(briefing, await serverPacked(), await loadShell(), process.env.MAP_REVIEW_NUMBER ?? '', await packedLayers(briefing));
	return new Response(new Uint8Array(file.bytes), { headers: { 'Content-Type': `${file.type}; charset=utf-8`, 'Content-Disposition': `attachment; filename="${file.name}"`, 'Cache-Control': 'no-cache' } });
};
