/**
 * Notes that the person allowed by a tap, as the watch keeps them until the phone has them. Owns their shape and their bounds. Rule: a
 * tap alone makes one, and it waits until the phone has said what became of it.
 */
import { isFields, parseJson } from "../json.ts";

/** By the question and the place in its answer, as a deed's key. `text` is empty once the phone has it. */
export type AskedNote = { key: string; text: string; state: "asked" | "kept" | "full" };

/** All that wait fit into what is read of a file at once. */
const WAITING_MAX = 8;

/**
 * With the note of `key`, whose state it gives a new one; null where too many wait. What was said of notes whose questions are gone, which
 * `isGone` tells, goes.
 */
export function withAskedNote(
	notes: readonly AskedNote[],
	note: AskedNote,
	isGone: (key: string) => boolean,
): AskedNote[] | null {
	const others = notes.filter(({ key, state }) => key !== note.key && !(state !== "asked" && isGone(key)));
	const waiting = others.filter(({ state }) => state === "asked").length;
	return note.state === "asked" && waiting >= WAITING_MAX ? null : [...others, note];
}

/** What is no such note is left out: a file that nobody can read has none. */
export function decodeAskedNotes(text: unknown): AskedNote[] {
	const list = parseJson(text);
	return Array.isArray(list) ? list.filter(isAskedNote) : [];
}

function isAskedNote(value: unknown): value is AskedNote {
	if (!isFields(value)) return false;
	const { key, text, state } = value;
	const isKnown = state === "asked" || state === "kept" || state === "full";
	return typeof key === "string" && typeof text === "string" && isKnown;
}
