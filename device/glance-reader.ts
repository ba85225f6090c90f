/**
 * Reads the companion's glance file from another app of ours. Owns the companion's appId. Rule: never throws, never
 * writes; no file, a torn one and one of another version are all null.
 *
 * `options.appId` is DOC (fs/openSync.mdx, API 3.0) and COM in faces (adamd9/zeppos3-nightscout); in a workout extension
 * it is INF.
 */
import { closeSync, O_RDONLY, openSync, readSync } from "@zos/fs";
import { decodeGlance, GLANCE_BYTES, GLANCE_FILE, type Glance } from "../core/glance.ts";

export const COMPANION_APP_ID = 1101002;

const CHUNK_BYTES = 1024;

/** `own`: read by the companion itself, as its card does. */
export function readGlance(own = false): Glance | null {
	const text = readGlanceText(own);
	return text === null ? null : decodeGlance(text);
}

/** The file as it is, in ASCII. One function, since a face keeps each of them in its heap. */
export function readGlanceText(own = false): string | null {
	const file = { path: GLANCE_FILE, flag: O_RDONLY };
	try {
		const fd = openSync(own ? file : Object.assign(file, { options: { appId: COMPANION_APP_ID } }));
		if (fd < 0) return null;
		const buffer = new ArrayBuffer(CHUNK_BYTES);
		let text = "";
		for (let count = 1; count > 0 && text.length < GLANCE_BYTES; ) {
			count = readSync({ fd, buffer });
			if (count > 0) text += String.fromCharCode.apply(null, Array.from(new Uint8Array(buffer, 0, count)));
		}
		closeSync({ fd });
		return text;
	} catch {
		return null;
	}
}
