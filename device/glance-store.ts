/**
 * The companion's side of the glance file, and the looks that the phone chose. Owns how a file is replaced whole: it is
 * written beside and renamed over, so that a reader sees the old one or the new one.
 */
import { decodeGlancePlan, encodeGlance, GLANCE_FILE, type Glance } from "../core/glance.ts";
import { parseJson } from "../core/json.ts";
import { decodeReply, type Look } from "../core/protocol.ts";
import type { Files } from "./files.ts";

const LOOK_FILE = "look.json";

/** A plan stays until there is another: questions that come after it do not take it away. */
export function writeGlance(files: Files, glance: Glance): void {
	const old = glance.plan === undefined ? files.read(GLANCE_FILE) : null;
	const plan = old === null ? null : decodeGlancePlan(old);
	replaceFile(files, GLANCE_FILE, encodeGlance(plan === null ? glance : { ...glance, plan }));
}

export function writeLook(files: Files, look: Look): void {
	replaceFile(files, LOOK_FILE, JSON.stringify(look));
}

/** Null before the phone has said how it should look. */
export function readLook(files: Files): Look | null {
	const text = files.read(LOOK_FILE);
	const hello = text === null ? null : decodeReply({ kind: "hello", look: parseJson(text) });
	return hello?.ok && hello.value.kind === "hello" ? (hello.value.look ?? null) : null;
}

function replaceFile(files: Files, path: string, json: string): void {
	const beside = `${path}.new`;
	if (!files.write(beside, json) || files.replace(beside, path)) return;
	/** Where a watch does not rename over a file that is there (INF), the old one goes first. */
	files.remove(path);
	files.replace(beside, path);
}
