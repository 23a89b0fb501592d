/** Reads an official text off the page's thread: bytes to words, words to clauses, places, agencies and figures. */
import { TextRefusal } from '#lib/domain/text-file.ts';
import { fetchBytes } from '#lib/ports/http-files.ts';
import { loadTextRegister } from '#lib/ports/text-reader.ts';
import type { TextQuestion, TextRead, TextReply } from '#lib/ports/text-reader.ts';
import { proposeCandidates } from '#lib/text/candidates.ts';
import { checkTextFile, readTextFile } from '#lib/text/formats/read-file.ts';
import { normaliseText } from '#lib/text/normalise.ts';
import { makePolicyReader } from '#lib/text/policy-reader.ts';

/** Chinese character maps of the PDF reader, files of our own: older PDFs name one instead of holding it. */
const cMaps = import.meta.glob<string>('/node_modules/pdfjs-dist/cmaps/*{GB,CNS,B5,HK}*.bcmap', { query: '?url&no-inline', import: 'default', eager: true });
const loadCMap = (name: string): Promise<Uint8Array> => fetchBytes(cMaps[`/node_modules/pdfjs-dist/cmaps/${name}`] ?? name);

const send = (reply: TextReply) => self.postMessage(reply);
const progress = (share: number) => send({ is: 'progress', share });

async function read({ file, hash, wantsCandidates }: TextQuestion): Promise<TextRead> {
	try {
		checkTextFile(file.name, file.size);
		const [bytes, register] = await Promise.all([file.arrayBuffer(), loadTextRegister(hash)]);
		const found = await readTextFile(file.name, new Uint8Array(bytes), { onProgress: (share) => progress(share * 0.6), loadCMap });
		const policy = await makePolicyReader(register)(found.text, (share) => progress(0.6 + share * 0.35));
		const normal = wantsCandidates ? await normaliseText(found.text) : null;
		return { ok: true, value: { ...found, name: file.name, policy, candidates: policy.documents.map((document) => (normal ? proposeCandidates(normal, document, register) : [])) } };
	} catch (error) {
		return error instanceof TextRefusal ? { ok: false, key: error.key, filling: error.filling } : { ok: false, key: 'failed', filling: {} };
	}
}

/** The PDF reader's own messages come here too and are not ours. */
self.onmessage = async ({ data }: MessageEvent<Partial<TextQuestion>>) => {
	if (data.file instanceof File) send({ is: 'reply', value: await read(data as TextQuestion) });
};
