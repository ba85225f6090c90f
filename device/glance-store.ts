/**
 * The companion's side of the files that face, card and workout extension read, and the looks that the phone chose. Owns how
 * a file is replaced whole: it is written beside and renamed over, so that a reader sees the old one or the new one. Rule: a
 * file that would say the same is not written.
 */
import type { Row } from "../core/ask/journal.ts";
import type { FaceRoom } from "../core/face/face-fitting.ts";
import { GLANCE_FILE, PLAN_FILE } from "../core/face/glance.ts";
import { changedGlance, encodeRunPlan, laterOf, looksOf, messageOf } from "../core/face/glance-writing.ts";
import { parseJson } from "../core/json.ts";
import { decodeLook, type Look } from "../core/wire/protocol.ts";
import { endOfDay } from "./clock.ts";
import type { Files } from "./files.ts";

const LOOK_FILE = "look.json";

/** What became of the newest question. A plan stays until there is another: questions that come after it do not take it away. */
export function tellMessage(files: Files, row: Row | null, accent: number, room: FaceRoom, heard?: string): void {
	const file = files.read(GLANCE_FILE) ?? "";
	const until = row?.state === "answered" ? endOfDay(row.answeredAt) : 0;
	const change = { ...messageOf(row, accent, room, heard), ...laterOf(row, until, room) };
	replaceFile(files, GLANCE_FILE, changedGlance(file, change, room));
	if (row?.state !== "answered" || row.answer.plan === undefined) return;
	replaceFile(files, PLAN_FILE, encodeRunPlan(row.answer.plan, row.answeredAt));
}

/** What the phone chose: quick replies, accent, and that a key is missing. */
export function tellLooks(files: Files, look: Look, room: FaceRoom): void {
	const file = files.read(GLANCE_FILE) ?? "";
	replaceFile(files, GLANCE_FILE, changedGlance(file, looksOf(look, room), room));
}

export function writeLook(files: Files, look: Look): void {
	replaceFile(files, LOOK_FILE, JSON.stringify(look));
}

/** Null before the phone has said how it should look. */
export function readLook(files: Files): Look | null {
	const text = files.read(LOOK_FILE);
	return text === null ? null : decodeLook(parseJson(text));
}

/** Whether it is there. What a full disk does not take leaves the old file as it is, and nothing beside it. */
export function replaceFile(files: Files, path: string, json: string): boolean {
	if (files.read(path) === json) return true;
	const beside = `${path}.new`;
	if (files.write(beside, json) && files.replace(beside, path)) return true;
	files.remove(beside);
	return false;
}
