/** A server of the built app with a data folder of its own, for tests that change data. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { limits } from '../../../src/lib/domain/change.ts';

const freePort = (): Promise<number> => new Promise((resolve) => {
	const probe = createServer().listen(0, '127.0.0.1', () => {
		const { port } = probe.address() as { port: number };
		probe.close(() => resolve(port));
	});
});

export interface OwnServer {
	address: string;
	stop(): void;
}

/** `settings` are added to its environment. Errors: rejects where it does not answer within a minute. */
export async function startOwnServer(settings: Record<string, string> = {}): Promise<OwnServer> {
	const folder = mkdtempSync(join(tmpdir(), 'atlas-e2e-'));
	const port = await freePort();
	const address = `http://127.0.0.1:${port}`;
	const node = existsSync('node_modules/node/bin/node') ? 'node_modules/node/bin/node' : process.execPath;
	const server = spawn(node, ['build/index.js'], { stdio: 'ignore', env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', ORIGIN: address, DATA_DIR: folder, BODY_SIZE_LIMIT: String(limits.bodyBytes), NODE_ENV: 'production', ...settings } });
	const stop = () => {
		server.kill();
		rmSync(folder, { recursive: true, force: true });
	};
	for (const end = Date.now() + 60_000; Date.now() < end; await new Promise((next) => setTimeout(next, 100))) {
		const status = await fetch(`${address}/zh`, { method: 'HEAD' }).then((answer) => answer.status, () => 0);
		if (status === 200) return { address, stop };
	}
	stop();
	throw new Error(`the server at ${address} did not answer within a minute`);
}
