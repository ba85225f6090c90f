/** Texts on the watch's disk, a byte a character. Owns guards: what fails is false or null, and nothing throws. */
import { closeSync, O_CREAT, O_RDONLY, O_TRUNC, O_WRONLY, openSync, readSync, statSync, writeSync } from "@zos/fs";

/** A report is smaller. */
const MOST_BYTES = 16_384;

export function toBytes(text: string): ArrayBuffer {
	const bytes = new Uint8Array(text.length);
	for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at) & 0x7f;
	return bytes.buffer;
}

export function toText(bytes: Uint8Array): string {
	let text = "";
	for (const byte of bytes) text += String.fromCharCode(byte);
	return text;
}

/** True where all of it is there afterwards. */
export function write(path: string, text: string): boolean {
	try {
		const fd = openSync({ path, flag: O_WRONLY | O_CREAT | O_TRUNC });
		writeSync({ fd, buffer: toBytes(text) });
		closeSync({ fd });
		return sizeOf(path) === text.length;
	} catch (_) {
		return false;
	}
}

/** Null where there is none. `appId`: of another app. */
export function read(path: string, appId?: number): string | null {
	try {
		const option = { path, flag: O_RDONLY };
		const fd: unknown = openSync(appId === undefined ? option : { ...option, options: { appId } });
		if (typeof fd !== "number" || fd < 0) return null;
		const text = readAll(fd);
		closeSync({ fd });
		return text;
	} catch (_) {
		return null;
	}
}

/** Where reading throws at the end of the file (`read-throws`), the bytes are there, and zeros behind them. */
function readAll(fd: number): string | null {
	const bytes = new Uint8Array(MOST_BYTES);
	let length = 0;
	try {
		length = readSync({ fd, buffer: bytes.buffer });
	} catch (_) {
		length = bytes.length;
		while (length > 0 && bytes[length - 1] === 0) length--;
	}
	return length > 0 ? toText(bytes.subarray(0, length)) : null;
}

export function sizeOf(path: string): number {
	const stat: unknown = statSync({ path });
	return Number(Object(stat).size ?? -1);
}
