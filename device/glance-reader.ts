/**
 * Reads the companion's small files from its own card, or from another app of ours. Rule: never
 * throws, never writes; a file that is not there, or is torn, is as good as none.
 *
 * `options.appId` is DOC (fs/openSync.mdx, API 3.0) and COM in faces (adamd9/zeppos3-nightscout); in a workout extension
 * it is INF. Faces hold this code: so it has no function but its own.
 */
import { closeSync, O_RDONLY, openSync, readSync } from "@zos/fs";
import { GLANCE_BYTES } from "../core/face/glance.ts";

const CHUNK_BYTES = 1024;

/** The companion's file at `path` as it is, in ASCII; empty where there is none. `own`: read by the companion itself. */
export function readCompanionFile(path: string, own = false): string {
	return readAppFile(path, own ? 0 : COMPANION_APP_ID, Uint8Array);
}

/** The file of another app; `appId` 0: of this one. Its letters are `Letters` long. Empty where there is none. */
export function readAppFile(
	path: string,
	appId: number,
	Letters: Uint8ArrayConstructor | Uint16ArrayConstructor,
): string {
	const file = { path, flag: O_RDONLY };
	let text = "";
	try {
		const fd = openSync(appId === 0 ? file : { ...file, options: { appId } });
		const buffer = new ArrayBuffer(CHUNK_BYTES);
		try {
			for (let count = 1; count > 0 && text.length < GLANCE_BYTES; ) {
				count = readSync({ fd, buffer });
				if (count > 0) text += String.fromCharCode(...new Letters(buffer, 0, count / Letters.BYTES_PER_ELEMENT));
			}
		} catch {
			// Some watches may throw at a file's end (`read-throws`).
		}
		closeSync({ fd });
	} catch {
		return "";
	}
	return text;
}
