/** The parts of `@zos/fs` that fill or read the package's own buffers; the host owns files and descriptors. */
import { Buffer } from "buffer";
import { call, isBytes } from "./bridge.ts";

type Transfer = { fd: number; buffer: ArrayBuffer; options?: { offset?: number; length?: number; position?: number } };

/** Keeps the texts that cross the boundary small, whatever the package asks for at once. */
const CHUNK_BYTES = 4096;

export function fsModule(): Record<string, unknown> {
	return {
		readSync,
		writeSync,
		readFileSync: ({ path, options }: { path: string; options?: { encoding?: string } }) =>
			readFile(path, options?.encoding),
		writeFileSync: ({ path, data }: { path: unknown; data: unknown }) => {
			call("fs.writeFile", path, typeof data === "string" ? Buffer.from(data, "utf8") : data);
		},
	};
}

function readSync({ fd, buffer, options = {} }: Transfer): number {
	const { offset = 0, length = buffer.byteLength - offset, position = null } = options;
	let done = 0;
	while (done < length) {
		const at = typeof position === "number" ? position + done : null;
		const got = call("fs.read", fd, Math.min(CHUNK_BYTES, length - done), at);
		if (!isBytes(got)) return done > 0 ? done : -1;
		new Uint8Array(buffer).set(new Uint8Array(got), offset + done);
		done += got.byteLength;
		// One read of the system: at the end of the file it is short.
		if (got.byteLength < CHUNK_BYTES) break;
	}
	return done;
}

/** One write of the system: what it takes of it may be less than what was given. */
function writeSync({ fd, buffer, options = {} }: Transfer): unknown {
	const { offset = 0, length = bytesOf(buffer).byteLength - offset, position = null } = options;
	return call("fs.write", fd, bytesOf(buffer).subarray(offset, offset + length), position);
}

function bytesOf(value: ArrayBuffer | ArrayBufferView): Uint8Array {
	return ArrayBuffer.isView(value)
		? new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
		: new Uint8Array(value);
}

function readFile(path: string, encoding: string | undefined): unknown {
	const size = call("fs.size", path);
	if (typeof size !== "number") return undefined;
	const whole = new Uint8Array(size);
	for (let at = 0; at < size; ) {
		const got = call("fs.slice", path, at, CHUNK_BYTES);
		if (!isBytes(got) || got.byteLength === 0) return undefined;
		whole.set(new Uint8Array(got), at);
		at += got.byteLength;
	}
	return encoding === undefined ? whole.buffer : Buffer.from(whole.buffer).toString("utf8");
}
