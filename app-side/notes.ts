/**
 * The notes that the person had kept, in the settings storage. Owns their keeping; the settings page edits them. Rule: a note comes
 * from the watch alone, where the person allowed it: nothing that a provider says is kept here by itself.
 */
import { addNote, encodeNotes, type Notes, readNotes } from "../core/settings/notes.ts";
import { SETTING } from "../core/settings/settings.ts";
import type { Reply, Request } from "../core/wire/protocol.ts";
import { put, readSafely, setAside } from "./keeping.ts";
import type { Ports } from "./ports.ts";

/** Once by the question's id and the place in its answer, however often the watch says it. */
export function keepNote(ports: Ports, { id, at, text }: Extract<Request, { method: "keep" }>): Reply {
	const notes = readKept(ports);
	const more = notes === null ? undefined : addNote(notes, text, `${id}.${at}`);
	if (more === null) return { kind: "kept", id, full: true };
	if (more === undefined || !put(ports.storage, SETTING.notes, encodeNotes(more))) {
		return { kind: "fault", id, fault: { code: "request-refused", unstored: true } };
	}
	ports.log(`note of ${id} kept`);
	return { kind: "kept", id };
}

/** Null if what is there can neither be read nor be kept aside. */
function readKept(ports: Ports): Notes | null {
	const raw = readSafely(ports.storage, SETTING.notes);
	const notes = readNotes(raw);
	if (notes !== null) return notes;
	return setAside(ports, "notes", raw) && put(ports.storage, SETTING.notes, "") ? readNotes("") : null;
}
