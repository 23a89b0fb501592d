/** The steps that `start` and `test` share: data proved and published, application built; each only when something changed. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describeProblem } from '#lib/domain/problem.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { findCrossedRings } from '#lib/geo/validity.ts';
import { publish } from '#lib/server/publish.ts';
import { plannerFolder, readRoots } from '#lib/server/roots.ts';
import { publishedRoot, writePublication } from './published-folder.ts';

/** Its words go to stderr, so that a caller's JSON stays alone on stdout. Runs a program of `node_modules/.bin` on the Node that runs us; errors: ends the process with its exit code. */
export function run(command: string, args: string[], env: NodeJS.ProcessEnv = {}): void {
	const { status, error } = spawnSync(command, args, { stdio: ['inherit', 2, 2], env: { ...process.env, ...env } });
	if (error) throw error;
	if (status !== 0) process.exit(status ?? 1);
}

/** The folder of the published data; errors: prints every problem and ends the process where the data is broken. */
export async function stopOnBrokenData(): Promise<string> {
	const roots = readRoots();
	const key = createHash('sha256').update(fingerprint());
	for (const root of roots) for (const [path, text] of root) key.update(path).update(text);
	const known = key.digest('hex');
	const mark = join(publishedRoot, 'published');
	const [provedKey, provedFolder] = existsSync(mark) ? readFileSync(mark, 'utf8').split('\n') : [];
	if (provedKey === known && provedFolder && existsSync(provedFolder)) return provedFolder;

	const publication = publish(roots);
	const problems = [...publication.problems, ...findCrossedRings(publication.places)];
	const errors = problems.filter(({ level }) => level === 'error');
	if (errors.length > 0) {
		const isOwn = ({ file }: Problem) => file.startsWith(`${plannerFolder()}/`);
		for (const problem of errors) console.error(`${describeProblem(problem)}${isOwn(problem) ? ' Or start without the data folder: DATA_DIR=none npm start' : ''}`);
		console.error(`${errors.every(isOwn) ? plannerFolder() : 'geodata'}: ${errors.length} errors. The app does not start on broken data; mend the rows above and start again.`);
		process.exit(1);
	}
	const folder = writePublication(publication);
	writeFileSync(mark, `${known}\n${folder}`);
	return folder;
}

const sources = ['src', 'static', 'package-lock.json', 'svelte.config.js', 'vite.config.ts', 'scripts/onefile-plugin.ts', 'tsconfig.json'];

function fingerprint(): string {
	const hash = createHash('sha256').update(process.version);
	const add = (path: string): void => {
		if (!existsSync(path)) return;
		if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name));
		else hash.update(path).update(readFileSync(path));
	};
	sources.forEach(add);
	return hash.digest('hex');
}

export async function buildIfStale(): Promise<void> {
	const mark = join(publishedRoot, 'built');
	const now = fingerprint();
	if (existsSync('build/index.js') && existsSync(mark) && readFileSync(mark, 'utf8') === now) return;
	run(process.execPath, ['node_modules/vite/bin/vite.js', 'build']);
	mkdirSync(dirname(mark), { recursive: true });
	writeFileSync(mark, now);
}
