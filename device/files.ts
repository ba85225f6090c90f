/**
 * Small text files in this app's data folder. Owns the loop that a short write needs, and ASCII: what is written here is
 * JSON with escapes, so that a byte is a character. Rules: nothing throws; a file that cannot be read is null; and what was
 * done is judged by what is on the disk afterwards, since watches differ in what their calls return (COM: 0, true, undefined).
 */
import {
	closeSync,
	O_CREAT,
	O_RDONLY,
	O_TRUNC,
	O_WRONLY,
	openSync,
	readdirSync,
	readSync,
	renameSync,
	rmSync,
	statSync,
	writeSync,
} from "@zos/fs";
import { toAscii } from "../core/json.ts";
import { attempt } from "./guard.ts";

export type Files = {
	/** The names of all files. */
	list(): readonly string[];
	/** Null where there is no such file. A torn one comes back as far as it goes. */
	read(path: string): string | null;
	/** Whether all of it is on the disk. */
	write(path: string, json: string): boolean;
	/** Whether there is no such file afterwards. */
	remove(path: string): boolean;
	/** Puts `from` in the place of `to`. Where that fails, `from` is still there. */
	replace(from: string, to: string): boolean;
};

/** The longest text that the journal writes: an answer at its limit, every unit of it escaped. */
const MOST_BYTES = 20_000;
const CHUNK_BYTES = 1024;

/** How watches call the folder of an app's own data (COM: public apps use each of them). */
const FOLDERS = ["", ".", "data://"];

export const files: Files = {
	list: () => {
		for (const path of FOLDERS) {
			const names: unknown = attempt(() => readdirSync({ path }));
			if (Array.isArray(names)) return names.map((name) => String(name).replace(/^.*\//, ""));
		}
		return [];
	},
	read: (path) => readText(path, MOST_BYTES),
	write: (path, json) => {
		const text = toAscii(json);
		return put(path, (at) => asBytes(text.slice(at, at + CHUNK_BYTES))) && sizeOf(path) === text.length;
	},
	remove: (path) => {
		attempt(() => rmSync({ path }));
		return sizeOf(path) === undefined;
	},
	replace,
};

/** At most `most` bytes of a file, of another app's data folder where `appId` is given. */
function readText(path: string, most: number, appId?: number): string | null {
	const fd = attempt(() =>
		openSync(appId === undefined ? { path, flag: O_RDONLY } : { path, flag: O_RDONLY, options: { appId } }),
	);
	if (fd === null || !(fd >= 0)) return null;
	const buffer = new ArrayBuffer(CHUNK_BYTES);
	let text = "";
	while (text.length < most) {
		// A watch may throw at the end of a file (INF).
		const count = attempt(() => readSync({ fd, buffer })) ?? 0;
		if (!(count > 0)) break;
		text += String.fromCharCode.apply(null, Array.from(new Uint8Array(buffer, 0, count)));
	}
	attempt(() => closeSync({ fd }));
	return text;
}

/** Undefined where there is no such file. */
function sizeOf(path: string): number | undefined {
	return attempt(() => statSync({ path })?.size) ?? readText(path, MOST_BYTES)?.length;
}

/** Where a watch does not rename, the bytes are copied. */
function replace(from: string, to: string): boolean {
	const size = sizeOf(from);
	if (size === undefined) return false;
	attempt(() => renameSync({ oldPath: from, newPath: to }));
	const isMoved = () => sizeOf(to) === size;
	if (sizeOf(from) === undefined) return isMoved();
	if (!copy(from, to) || !isMoved()) return false;
	return files.remove(from);
}

function copy(from: string, to: string): boolean {
	const fd = attempt(() => openSync({ path: from, flag: O_RDONLY }));
	if (fd === null || !(fd >= 0)) return false;
	const buffer = new ArrayBuffer(CHUNK_BYTES);
	const isCopied = put(to, () => new Uint8Array(buffer, 0, Math.max(0, attempt(() => readSync({ fd, buffer })) ?? 0)));
	attempt(() => closeSync({ fd }));
	return isCopied;
}

function asBytes(text: string): Uint8Array {
	const bytes = new Uint8Array(text.length);
	for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
	return bytes;
}

/** Writes what `next` gives, from the beginning of its buffer, until it gives nothing. `at`: how much has been written. */
function put(path: string, next: (at: number) => Uint8Array): boolean {
	const fd = attempt(() => openSync({ path, flag: O_WRONLY | O_CREAT | O_TRUNC }));
	if (fd === null || !(fd >= 0)) return false;
	let isTaken = true;
	for (let at = 0; isTaken; ) {
		const bytes = next(at);
		if (bytes.length === 0) break;
		at += bytes.length;
		isTaken = attempt(() => writeAll(fd, bytes)) === true;
	}
	return attempt(() => closeSync({ fd })) !== null && isTaken;
}

/** `writeSync` may take less than it was given (COM). The bytes are alone in their buffer. */
export function writeAll(fd: number, { buffer, length }: Uint8Array): boolean {
	let offset = 0;
	while (offset < length) {
		const count = writeSync({ fd, buffer: buffer as ArrayBuffer, options: { offset, length: length - offset } });
		if (!(count > 0)) return false;
		offset += count;
	}
	return true;
}
