/**
 * Reads the companion's glance file from another app of ours. Owns the companion's appId. Rule: never throws, never
 * writes; no file, a torn one and one of another version are all null.
 *
 * `options.appId` is DOC (fs/openSync.mdx, API 3.0) and COM in faces (adamd9/zeppos3-nightscout); in a workout extension
 * it is INF.
 */
import { decodeGlance, GLANCE_BYTES, GLANCE_FILE, type Glance } from "../core/glance.ts";
import { readText } from "./files.ts";

export const COMPANION_APP_ID = 1101002;

/** `own`: read by the companion itself, as its card does. */
export function readGlance(own = false): Glance | null {
	const text = own ? readText(GLANCE_FILE, GLANCE_BYTES) : readText(GLANCE_FILE, GLANCE_BYTES, COMPANION_APP_ID);
	return text === null ? null : decodeGlance(text);
}
