/** The few things the data folder asks of a disk, each made durable before it returns; a test gives one that fails or dies at a chosen step. */
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

export interface Disk {
	makeFolder(path: string): void;
	/** A new file with its text, on the disk when this returns. */
	write(path: string, text: string): void;
	/** Makes the names in a folder durable. */
	sync(path: string): void;
	/** Errors: throws where `to` is a folder that holds something. */
	rename(from: string, to: string): void;
	remove(path: string): void;
}

export const disk: Disk = {
	makeFolder: (path) => void mkdirSync(path, { recursive: true }),
	write(path, text) {
		const file = openSync(path, 'wx');
		try {
			const bytes = Buffer.from(text);
			for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
			fsyncSync(file);
		} finally {
			closeSync(file);
		}
	},
	sync(path) {
		// Windows keeps names durable by itself and opens no folder.
		if (process.platform === 'win32') return;
		const folder = openSync(path, 'r');
		try {
			fsyncSync(folder);
		} finally {
			closeSync(folder);
		}
	},
	rename: renameSync,
	remove: (path) => rmSync(path, { recursive: true, force: true })
};
