/**
 * The companion's side of the files that face, card and workout extension read, and the looks that the phone chose. Owns how
 * a file is replaced whole: it is written beside and renamed over, so that a reader sees the old one or the new one.
 */

import type { Row } from "../core/ask/journal.ts";
import { GLANCE_FILE, PLAN_FILE } from "../core/face/glance.ts";
import { encodeGlance, encodeRunPlan, type Fitting, glanceOf } from "../core/face/glance-writing.ts";
import { parseJson } from "../core/json.ts";
import { decodeLook, type Look } from "../core/wire/protocol.ts";
import type { Files } from "./files.ts";

const LOOK_FILE = "look.json";

/** A plan stays until there is another: questions that come after it do not take it away. */
export function writeGlance(files: Files, row: Row | null, look: Look, fitting: Fitting, heard?: string): void {
	replaceFile(files, GLANCE_FILE, encodeGlance(glanceOf(row, look, fitting, heard)));
	if (row?.state !== "answered" || row.answer.plan === undefined) return;
	replaceFile(files, PLAN_FILE, encodeRunPlan(row.answer.plan, row.answeredAt));
}
export function writeLook(files: Files, look: Look): void {
	replaceFile(files, LOOK_FILE, JSON.stringify(look));
}

/** Null before the phone has said how it should look. */
export function readLook(files: Files): Look | null {
	const text = files.read(LOOK_FILE);
	return text === null ? null : decodeLook(parseJson(text));
}

/** What a full disk does not take leaves the old file as it is, and nothing beside it. */
function replaceFile(files: Files, path: string, json: string): void {
	const beside = `${path}.new`;
	if (!files.write(beside, json) || !files.replace(beside, path)) files.remove(beside);
}
