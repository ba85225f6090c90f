/**
 * Small text files in this app's data folder. Owns the loop that a short write needs, and ASCII: what is written here is
 * JSON with escapes, so that a byte is a character. Rule: nothing throws; a file that cannot be read is null.
 */
import {
	closeSync,
	O_CREAT,
	O_RDONLY,
	O_TRUNC,
	O_WRONLY,
	openSync,
	readSync,
	renameSync,
	rmSync,
	writeSync,
} from "@zos/fs";
import { toAscii } from "../core/json.ts";
import { attempt } from "./guard.ts";

export type Files = {
	/** Null where there is no such file. A torn one comes back as far as it goes. */
	read(path: string): string | null;
	/** Whether all of it was written. */
	write(path: string, json: string): boolean;
	/** Whether there is no such file afterwards. */
	remove(path: string): boolean;
	/** Puts `from` in the place of `to`. */
	replace(from: string, to: string): boolean;
};

/** The longest text that the journal writes: an answer at its limit, every unit of it escaped. */
const MOST_BYTES = 20_000;
const CHUNK_BYTES = 1024;

export const files: Files = {
	read: (path) => readText(path, MOST_BYTES),
	write: writeText,
	remove: (path) => attempt(() => rmSync({ path })) === 0,
	replace: (from, to) => attempt(() => renameSync({ oldPath: from, newPath: to })) === 0,
};

/** At most `most` bytes of a file, of another app's data folder where `appId` is given. */
export function readText(path: string, most: number, appId?: number): string | null {
	const fd = attempt(() =>
		openSync(appId === undefined ? { path, flag: O_RDONLY } : { path, flag: O_RDONLY, options: { appId } }),
	);
	if (fd === null || fd < 0) return null;
	const text = attempt(() => readAll(fd, most));
	attempt(() => closeSync({ fd }));
	return text;
}

function readAll(fd: number, most: number): string {
	const buffer = new ArrayBuffer(CHUNK_BYTES);
	const bytes = new Uint8Array(buffer);
	let text = "";
	while (text.length < most) {
		const count = readSync({ fd, buffer });
		if (!(count > 0)) break;
		text += String.fromCharCode.apply(null, Array.from(bytes.subarray(0, count)));
	}
	return text;
}

function writeText(path: string, json: string): boolean {
	const fd = attempt(() => openSync({ path, flag: O_WRONLY | O_CREAT | O_TRUNC }));
	if (fd === null || fd < 0) return false;
	const written = attempt(() => writeAll(fd, toAscii(json)));
	const closed = attempt(() => closeSync({ fd }));
	return written === true && closed !== null;
}

/** `writeSync` may take less than it was given (COM). */
function writeAll(fd: number, text: string): boolean {
	const buffer = new ArrayBuffer(text.length);
	const bytes = new Uint8Array(buffer);
	for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
	let offset = 0;
	while (offset < text.length) {
		const count = writeSync({ fd, buffer, options: { offset, length: text.length - offset } });
		if (!(count > 0)) return false;
		offset += count;
	}
	return true;
}
