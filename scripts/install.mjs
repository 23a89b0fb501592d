/**
 * Runs on whatever Node the machine has (20.19 or newer), before anything is installed: installs the locked packages when the lock file
 * changed, then hands over to the Node that came with them. Usage: node scripts/install.mjs <script.ts> [arguments]
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
	console.error(`Node ${process.versions.node} is too old; expected 20.19 or newer. Install a newer Node.js and try again.`);
	process.exit(1);
}

const mark = 'node_modules/.cache/shuixiang-atlas/installed';
const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
if (!existsSync(mark) || readFileSync(mark, 'utf8') !== lock || !existsSync('node_modules/.bin/node')) {
	console.error('Installing the locked packages (once, about a minute) …');
	const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
	if (status !== 0) {
		console.error('The packages could not be installed. Check that the npm registry can be reached and run the command again.');
		process.exit(status ?? 1);
	}
	mkdirSync('node_modules/.cache/shuixiang-atlas', { recursive: true });
	writeFileSync(mark, lock);
}
const [script, ...rest] = process.argv.slice(2);
const node = existsSync('node_modules/node/bin/node') ? 'node_modules/node/bin/node' : process.execPath;
const { status } = spawnSync(node, ['--disable-warning=ExperimentalWarning', script, ...rest], { stdio: 'inherit' });
process.exit(status ?? 1);
