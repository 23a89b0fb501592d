/**
 * `npm start`: from a fresh clone to a page in the browser. Installs when the lock file changed, checks and publishes the data, builds when the
 * source changed, serves, prints the address. A second start does only what is stale.
 */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { limits } from '#lib/domain/change.ts';
import { buildIfStale, stopOnBrokenData } from './prepare.ts';

const port = Number(process.env.PORT ?? 4173);
const host = process.env.HOST ?? '127.0.0.1';

const isFree = (): Promise<boolean> => new Promise((resolve) => {
	const probe = createServer().once('error', () => resolve(false)).once('listening', () => probe.close(() => resolve(true)));
	probe.listen(port, host);
});

if (!Number.isInteger(port) || port < 1 || port > 65535) {
	console.error(`PORT is "${process.env.PORT}"; expected a number from 1 to 65535. Set another one, e.g. PORT=4174 npm start.`);
	process.exit(1);
}
if (!(await isFree())) {
	console.error(`Port ${port} on ${host} is taken or not allowed. Stop the other program or choose another port: PORT=${port + 1} npm start.`);
	process.exit(1);
}
const published = await stopOnBrokenData();
await buildIfStale();
const server = spawn(process.execPath, ['build/index.js'], { stdio: 'inherit', env: { ...process.env, PORT: String(port), HOST: host, ORIGIN: process.env.ORIGIN ?? `http://${host}:${port}`, PUBLISHED_DIR: published, BODY_SIZE_LIMIT: String(limits.bodyBytes), NODE_ENV: 'production' } });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));

const address = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}/`;
for (let waited = 0; waited < 200; waited++) {
	try {
		await fetch(`${address}zh`, { method: 'HEAD' });
		console.log(`水乡一张图 · Shuixiang Atlas: ${address}`);
		break;
	} catch {
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}
