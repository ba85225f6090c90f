/**
 * Who uses a folder of kept state. Owns the lock in it: two commands over one folder would write over each other's questions and
 * spending, so the second waits until the first has ended. A lock of a process that died is no lock.
 */
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { takeLock } from "../packing/locks.ts";
import { makePrivateFolder } from "./private-files.ts";

const LOCK = "in-use";
const POLL_MS = 100;
/** An `ask` takes seconds; a simulator that is open takes all day. */
const WAIT_MS = 60_000;

/** Holds `folder` as long as this process lives. Throws where another has held it for a minute. */
export async function holdState(folder: string | null): Promise<void> {
	if (folder === null) return;
	makePrivateFolder(folder);
	const end = performance.now() + WAIT_MS;
	for (;;) {
		const lock = takeLock(join(folder, LOCK));
		if (lock !== null) {
			process.once("exit", lock.release);
			return;
		}
		if (performance.now() > end) throw new Error(`another process is using ${folder}`);
		await pause(POLL_MS);
	}
}
