/**
 * Reads the companion's small files from its own card, or from another app of ours. Rule: never
 * throws, never writes; a file that is not there, or is torn, is as good as none.
 *
 * `options.appId` is DOC (fs/openSync.mdx, API 3.0) and COM in faces (adamd9/zeppos3-nightscout); in a workout extension
 * it is INF.
 */
import { closeSync, O_RDONLY, openSync, readSync } from "@zos/fs";
import { GLANCE_BYTES } from "../core/glance.ts";

const CHUNK_BYTES = 1024;

/** The companion's file at `path` as it is, in ASCII; empty where there is none. `own`: read by the companion itself. */
export function readCompanionFile(path: string, own = false): string {
	const file = { path, flag: O_RDONLY };
	try {
		const fd = openSync(own ? file : Object.assign(file, { options: { appId: COMPANION_APP_ID } }));
		const buffer = new ArrayBuffer(CHUNK_BYTES);
		let text = "";
		for (let count = 1; count > 0 && text.length < GLANCE_BYTES; ) {
			count = readSync({ fd, buffer });
			if (count > 0) text += String.fromCharCode.apply(null, Array.from(new Uint8Array(buffer, 0, count)));
		}
		closeSync({ fd });
		return text;
	} catch {
		return "";
	}
}
