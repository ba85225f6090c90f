/**
 * Keeps the ask journal on the disk. Owns the names of its files: slot N is `jN.q`, written when a question is asked,
 * `jN.a`, written when it is settled, and `jN.v`, what was said of a spoken one, until nobody needs to hear it again. Rule: each file is written once, so that whatever tears, no row that was
 * there is lost: a torn `.q` was never asked, a torn `.a` is still open.
 */
import {
	add,
	decodeOutcome,
	decodeQuestion,
	type Entry,
	encodeOutcome,
	encodeQuestion,
	entryOf,
	find,
	JOURNAL_ROWS,
	nextNumber,
	type Outcome,
	type Row,
	settle,
	slotFor,
	withOutcome,
} from "../core/journal.ts";
import type { Files } from "./files.ts";

export type JournalStore = {
	/** Newest first. Their texts stay on the disk. */
	entries(): readonly Entry[];
	/** The whole row, or null where there is none. */
	read(id: string): Row | null;
	/** Stores a question before it is sent, and takes the file `recording` for its own. False where the disk would not. */
	ask(row: Row, recording?: string): boolean;
	/** The file of a spoken question. */
	recording(id: string): string;
	/** Stores the end of a row that is open; a second end is ignored. False where the disk would not take it. */
	settle(id: string, outcome: Outcome): boolean;
};

export function openJournal(files: Files): JournalStore {
	let entries: Entry[] = [];
	/** The last row that the disk would not take: its person still gets to see it. */
	let unsaved: Row | null = null;
	const read = (id: string): Row | null => {
		if (unsaved?.id === id) return unsaved;
		const entry = find(entries, id);
		return entry === undefined ? null : (readSlot(files, entry.slot)?.row ?? null);
	};
	for (let slot = 0; slot < JOURNAL_ROWS; slot++) {
		const found = readSlot(files, slot);
		if (found !== null) entries = add(entries, entryOf(found.row, slot, found.n));
	}
	return {
		entries: () => entries,
		read,
		recording: (id) => recordingIn(find(entries, id)?.slot),
		ask: (row, recording) => {
			const slot = slotFor(entries);
			const n = nextNumber(entries);
			clear(files, slot);
			if (recording !== undefined) files.replace(recording, recordingIn(slot));
			entries = add(entries, entryOf(row, slot, n));
			const stored = files.write(`j${slot}.q`, encodeQuestion(row, n));
			if (!stored) unsaved = row;
			return stored;
		},
		settle: (id, outcome) => {
			const entry = find(entries, id);
			if (entry === undefined || entry.state !== "open") return false;
			const row = read(id);
			entries = settle(entries, id, outcome);
			if (row?.voice === true && !isHeardAgain(outcome)) files.remove(recordingIn(entry.slot));
			const stored = unsaved?.id !== id && files.write(`j${entry.slot}.a`, encodeOutcome(id, outcome));
			if (!stored && row !== null) unsaved = withOutcome(row, outcome);
			return stored;
		},
	};
}

/** The question goes first: its outcome alone is nothing, but without its outcome it would be asked again. */
function clear(files: Files, slot: number): void {
	files.remove(`j${slot}.q`);
	files.remove(`j${slot}.a`);
	files.remove(recordingIn(slot));
}

function recordingIn(slot: number | undefined): string {
	return `j${slot}.v`;
}

/** Whether asking again needs the recording: not once its words are known, or once it is known to have none. */
function isHeardAgain(outcome: Outcome): boolean {
	if (outcome.state === "answered" || outcome.heard !== undefined) return false;
	return outcome.fault.code !== "unclear-speech" && outcome.fault.code !== "cancelled";
}

function readSlot(files: Files, slot: number): { row: Row; n: number } | null {
	const text = files.read(`j${slot}.q`);
	const question = text === null ? null : decodeQuestion(text);
	if (question === null) return null;
	const end = files.read(`j${slot}.a`);
	const outcome = end === null ? null : decodeOutcome(end, question.row.id);
	return outcome === null ? question : { row: withOutcome(question.row, outcome), n: question.n };
}
