/** Tells the phone the notes that the person allowed, one after the other. Owns when: once the phone has said that it is there. */
import { type AskedNote, withAskedNote } from "../../core/actions/asked-note.ts";
import { questionOf } from "../../core/actions/deed.ts";
import { readAskedNotes, writeAskedNotes } from "../../device/asked-notes.ts";
import { files } from "../../device/files.ts";
import type { Link } from "../../device/link/link.ts";
import { run } from "./desk.ts";
import { isOpen } from "./phone.ts";

const KEEP_LIMIT_MS = 25_000;

/** `done`: all were told, or the phone says no more; what it has not got waits for the next time. */
export function tellNotes(link: Link, done: () => void): void {
	const note = readAskedNotes(files).find(({ state }) => state === "asked");
	if (note === undefined || !run.metAt || !isOpen) {
		done();
		return;
	}
	const id = questionOf(note);
	const at = Number(note.key.slice(id.length + 1));
	link.request({ method: "keep", id, at, text: note.text }, KEEP_LIMIT_MS, (outcome) => {
		if ("kind" in outcome && outcome.kind === "kept" && settle(note, outcome.full ? "full" : "kept"))
			tellNotes(link, done);
		else done();
	});
}

function settle({ key }: AskedNote, state: "kept" | "full"): boolean {
	const notes = withAskedNote(readAskedNotes(files), { key, text: "", state }, () => false);
	return notes !== null && writeAskedNotes(files, notes);
}
