/**
 * The cache of packages and of their scripts, by content: making one takes seconds, and every command and test wants the same
 * few. Owns the files in it. Rule: a file under its final name is whole.
 */
import { createHash, type Hash } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { takeLock } from "./locks.ts";
import { PACKED } from "./places.ts";

const LOCK_POLL_MS = 100;

/** The path of the file `key` if the cache has it. */
export function findCached(key: string): string | null {
	const path = join(PACKED, key);
	return existsSync(path) ? path : null;
}

/** The path of the file `key` in the cache, made by `make` if it is not there yet. `key` is a hash with an ending. */
export async function cached(key: string, make: () => Promise<Uint8Array>): Promise<string> {
	const folder = PACKED;
	const path = join(folder, key);
	mkdirSync(folder, { recursive: true });
	while (!existsSync(path)) {
		const lock = takeLock(`${path}.lock`);
		if (lock === null) {
			await pause(LOCK_POLL_MS);
			continue;
		}
		try {
			if (!existsSync(path)) writeWhole(path, await make());
		} finally {
			lock.release();
		}
	}
	return path;
}

function writeWhole(path: string, bytes: Uint8Array): void {
	const draft = `${path}.${process.pid}.draft`;
	const file = openSync(draft, "w");
	writeSync(file, bytes);
	closeSync(file);
	renameSync(draft, path);
}

/** A hash of a text. */
export function hashText(text: string, seed: unknown): string {
	return createHash("sha256").update(JSON.stringify(seed)).update(text).digest("hex").slice(0, 32);
}

/** A hash of everything in `folder`: paths and contents. `skip` names folders that are left out at any depth. */
export function hashFolder(folder: string, skip: readonly string[], seed: unknown): string {
	const hash = createHash("sha256").update(JSON.stringify(seed));
	addFolder(hash, folder, "", skip);
	return hash.digest("hex").slice(0, 32);
}

function addFolder(hash: Hash, folder: string, prefix: string, skip: readonly string[]): void {
	const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
	for (const entry of entries) {
		const path = `${prefix}${entry.name}`;
		if (entry.isDirectory()) {
			if (!skip.includes(entry.name)) addFolder(hash, join(folder, entry.name), `${path}/`, skip);
		} else if (entry.isFile()) {
			const bytes = readFileSync(join(folder, entry.name));
			hash.update(`${path}\n${bytes.byteLength}\n`).update(bytes);
		}
	}
}
