/** Files of kept state: they hold an API key and what was asked, so that only the desktop's own user may read them. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";

const OWNER_ONLY = { folder: 0o700, file: 0o600 } as const;

/** With those above it; one that is there keeps its mode. */
export function makePrivateFolder(path: string): void {
	mkdirSync(path, { recursive: true, mode: OWNER_ONLY.folder });
}

/** Beside it first, so that a desktop process killed in the middle leaves the old file whole. */
export function writePrivate(path: string, content: string | Uint8Array): void {
	const beside = `${path}~`;
	// A file that is there would keep its mode.
	rmSync(beside, { force: true });
	writeFileSync(beside, content, { mode: OWNER_ONLY.file });
	renameSync(beside, path);
}
