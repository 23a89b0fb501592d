/** Reads a planner's file off the page's thread: bytes to rows, rows against the dataset, accepted rows to the server. */
import { checkFile, loadTable } from '#lib/catalogue/formats/load-table.ts';
import type { Dataset } from '#lib/domain/dataset.ts';
import type { FallbackSource, ReportRow } from '#lib/domain/figure-report.ts';
import { FileRefusal } from '#lib/domain/loaded-table.ts';
import type { LoadedTable } from '#lib/domain/loaded-table.ts';
import { createHttpDoor } from '#lib/ports/changes.ts';
import type { Phase, Question, Reply, Told } from '#lib/ports/figure-reader.ts';
import { createHttpSource } from '#lib/ports/http-source.ts';
import { checkTable } from '#lib/query/figures/check.ts';
import type { Check } from '#lib/query/figures/check.ts';
import { toChangeSet } from '#lib/query/figures/to-changes.ts';

let open: { file: string; hash: string; table: LoadedTable; dataset: Dataset; check: Check } | undefined;

const send = (reply: Reply) => self.postMessage(reply);
const progress = (phase: Phase, done: number, total: number) => send({ is: 'progress', phase, done, total });

/** The planner's own day: in Shanghai it is tomorrow already when it is not in Greenwich. */
function today(): string {
	const now = new Date();
	return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

const run = (file: string, table: LoadedTable, dataset: Dataset, fallback: FallbackSource): Check => checkTable(dataset, file, table, today(), fallback, (done, total) => progress('checking', done, total));

async function read(file: File, hash: string, fallback: FallbackSource) {
	checkFile(file.name, file.size);
	progress('loading', 0, 1);
	const [bytes, dataset] = await Promise.all([file.arrayBuffer(), createHttpSource('', hash).records()]);
	const table = loadTable(file.name, new Uint8Array(bytes), (done) => progress('reading', done, 1));
	open = { file: file.name, hash, table, dataset, check: run(file.name, table, dataset, fallback) };
	return open.check.overview;
}

const forPage = ({ sheet, row, collection, kind, id, subject, when, cells, wrong, told }: ReportRow): ReportRow => ({ sheet, row, collection, kind, id, subject, when, cells, wrong, told });

async function answer(question: Question): Promise<unknown> {
	if (question.ask === 'read') return told(() => read(question.file, question.hash, question.fallback));
	const at = open!;
	switch (question.ask) {
		case 'check': return told(async () => (at.check = run(at.file, at.table, at.dataset, question.fallback)).overview);
		case 'page': return at.check.rows.filter(({ kind }) => question.kind === '' || kind === question.kind).slice(question.from, question.from + question.count).map(forPage);
		case 'accept': return told(() => {
			const door = createHttpDoor();
			door.unlock(question.with.token);
			const set = toChangeSet(at.check, { ...question.with, base: at.hash });
			if (!set) throw new FileRefusal('empty');
			return door.send(set);
		});
	}
}

async function told<T>(work: () => Promise<T>): Promise<Told<T>> {
	try {
		return { ok: true, value: await work() };
	} catch (error) {
		return error instanceof FileRefusal ? { ok: false, key: error.key, filling: error.filling } : { ok: false, key: 'failed', filling: {} };
	}
}

self.onmessage = async ({ data }: MessageEvent<Question & { number: number }>) => send({ is: 'reply', number: data.number, value: await answer(data) });
