/** Locks between processes: a file that holds the number of the process that has it. */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";

/** The lock, or null while a living process holds it. One left behind by a dead process is taken away. */
export function takeLock(path: string): { release(): void } | null {
	try {
		const file = openSync(path, "wx");
		writeSync(file, String(process.pid));
		closeSync(file);
		return { release: () => rmSync(path, { force: true }) };
	} catch (error) {
		if (!isFileError(error, "EEXIST")) throw error;
		if (!isAlive(ownerOf(path))) rmSync(path, { force: true });
		return null;
	}
}

/** The process that holds the lock, or null while its number is still being written. */
function ownerOf(path: string): number | null {
	try {
		return Number(readFileSync(path, "utf8")) || null;
	} catch (error) {
		if (isFileError(error, "ENOENT")) return null;
		throw error;
	}
}

function isAlive(owner: number | null): boolean {
	if (owner === null) return true;
	try {
		process.kill(owner, 0);
		return true;
	} catch (error) {
		return !isFileError(error, "ESRCH");
	}
}

function isFileError(error: unknown, code: string): boolean {
	return error instanceof Error && "code" in error && error.code === code;
}
